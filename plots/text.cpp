#include "plots/text.hpp"

#include <algorithm>
#include <cstdint>

namespace banenplan::plots {
namespace {

constexpr char32_t unreadable = 0xFFFD;
constexpr char32_t soft_hyphen = 0xAD;
constexpr std::string_view ellipsis = "\u2026";

bool combining(char32_t letter) {
  return letter == soft_hyphen || (letter >= 0x0300 && letter <= 0x036F) || (letter >= 0x200B && letter <= 0x200F) ||
         (letter >= 0x20D0 && letter <= 0x20FF) || (letter >= 0xFE00 && letter <= 0xFE0F);
}

bool wide(char32_t letter) {
  return (letter >= 0x1100 && letter <= 0x115F) || (letter >= 0x2E80 && letter <= 0xA4CF) ||
         (letter >= 0xAC00 && letter <= 0xD7A3) || (letter >= 0xF900 && letter <= 0xFAFF) ||
         (letter >= 0xFE30 && letter <= 0xFE6F) || (letter >= 0xFF00 && letter <= 0xFF60) ||
         (letter >= 0x1F300 && letter <= 0x1FAFF) || (letter >= 0x20000 && letter <= 0x3FFFD);
}

double ems_of(char32_t letter) {
  if (combining(letter)) return 0.0;
  if (wide(letter)) return 1.0;
  constexpr std::u32string_view slim = U"ijltfrI.,:;'|!()[] -\u00A0";
  constexpr std::u32string_view broad = U"mwMW@%\u2014\u2026";
  if (slim.find(letter) != std::u32string_view::npos) return 0.40;
  if (broad.find(letter) != std::u32string_view::npos) return 0.98;
  return letter >= U'A' && letter <= U'Z' ? 0.72 : 0.63;
}

double ems_of(std::u32string_view text) {
  double sum = 0.0;
  for (const char32_t letter : text) sum += ems_of(letter);
  return sum;
}

// A part of a text that stays together on a line where it can.
struct Piece {
  std::u32string letters;
  bool after_space;   // else it joins the piece before it
  bool soft = false;  // gets a hyphen when the line ends after it
};

std::vector<Piece> pieces_of(std::u32string_view text) {
  std::vector<Piece> pieces{{{}, true}};
  for (const char32_t letter : text) {
    const bool space = letter == U' ' || letter == U'\n' || letter == U'\t';
    const bool soft = letter == soft_hyphen;
    if (!space && !soft) pieces.back().letters += letter;
    if (pieces.back().letters.empty()) {
      pieces.back().after_space |= space;
    } else if (space || soft || letter == U'-') {
      pieces.back().soft = soft;
      pieces.push_back({{}, space});
    }
  }
  if (pieces.back().letters.empty()) pieces.pop_back();
  if (!pieces.empty()) pieces.back().soft = false;
  return pieces;
}

// The longest beginning that fits, but at least one letter.
std::size_t fitting(std::u32string_view word, double width) {
  double sum = 0.0;
  std::size_t count = 0;
  for (; count < word.size(); ++count) {
    sum += ems_of(word[count]);
    if (sum > width) break;
  }
  return std::max<std::size_t>(count, 1);
}

struct Decoded {
  char32_t letter;
  std::size_t bytes;
};

// The first letter of text that is not empty.
Decoded decoded(std::string_view text) {
  const auto byte = [&](std::size_t at) { return static_cast<std::uint8_t>(text[at]); };
  const std::uint8_t first = byte(0);
  if (first < 0x80) return {first, 1};
  const std::size_t length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
  if (length == 0 || length > text.size()) return {unreadable, 1};
  char32_t letter = first & (0xFFU >> (length + 1));
  for (std::size_t k = 1; k < length; ++k) {
    if ((byte(k) & 0xC0) != 0x80) return {unreadable, 1};
    letter = (letter << 6) | (byte(k) & 0x3FU);
  }
  constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = letter >= 0xD800 && letter <= 0xDFFF;
  if (letter < smallest[length] || letter > 0x10FFFF || surrogate) return {unreadable, 1};
  return {letter, length};
}

}  // namespace

std::u32string letters(std::string_view text) {
  std::u32string result;
  while (!text.empty()) {
    const Decoded first = decoded(text);
    result += first.letter;
    text.remove_prefix(first.bytes);
  }
  return result;
}

std::string utf8(std::u32string_view letters) {
  std::string text;
  const auto add = [&](char32_t byte) { text += static_cast<char>(static_cast<std::uint8_t>(byte)); };
  for (const char32_t letter : letters) {
    if (letter < 0x80) {
      add(letter);
    } else if (letter < 0x800) {
      add(0xC0 | (letter >> 6));
      add(0x80 | (letter & 0x3F));
    } else if (letter < 0x10000) {
      add(0xE0 | (letter >> 12));
      add(0x80 | ((letter >> 6) & 0x3F));
      add(0x80 | (letter & 0x3F));
    } else {
      add(0xF0 | (letter >> 18));
      add(0x80 | ((letter >> 12) & 0x3F));
      add(0x80 | ((letter >> 6) & 0x3F));
      add(0x80 | (letter & 0x3F));
    }
  }
  return text;
}

int columns(std::string_view text) {
  int count = 0;
  for (const char32_t letter : letters(text)) count += combining(letter) ? 0 : wide(letter) ? 2 : 1;
  return count;
}

double ems(std::string_view text) {
  return ems_of(letters(text));
}

std::vector<std::string> wrapped(std::string_view text, double width, std::size_t most_lines) {
  const double hyphen = ems_of(U'-');
  std::vector<std::u32string> lines(1);
  bool soft = false;  // the last line so far ends within a word
  for (Piece& piece : pieces_of(letters(text))) {
    const std::u32string space = piece.after_space && !lines.back().empty() ? U" " : U"";
    const auto needed = [&] { return ems_of(piece.letters) + (piece.soft ? hyphen : 0.0); };
    if (!lines.back().empty() && ems_of(lines.back()) + ems_of(space) + needed() > width) {
      if (soft) lines.back() += U'-';
      lines.emplace_back();
    } else {
      lines.back() += space;
    }
    while (lines.back().empty() && needed() > width && piece.letters.size() > 1) {
      const std::size_t count = fitting(piece.letters, width - hyphen);
      lines.back() = piece.letters.substr(0, count);
      if (count > 1) lines.back() += U'-';
      piece.letters.erase(0, count);
      lines.emplace_back();
    }
    lines.back() += piece.letters;
    soft = piece.soft;
  }
  if (lines.size() > most_lines) {
    lines.resize(std::max<std::size_t>(most_lines, 1));
    std::u32string& last = lines.back();
    while (!last.empty() && ems_of(last) > width - ems(ellipsis)) last.pop_back();
    last += letters(ellipsis);
  }
  std::vector<std::string> result;
  for (const std::u32string& line : lines) result.push_back(utf8(line));
  return result;
}

std::string terminal_lines(const std::string& text) {
  constexpr int widest = 100;
  std::string lines;
  std::string line;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    std::string word = text.substr(at, end - at);
    std::erase_if(word, [](unsigned char c) { return (c < 0x20 && c != '\n') || c == 0x7F; });
    if (!line.empty() && columns(line) + 1 + columns(word) > widest) {
      lines += line + "\n";
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
    at = end + 1;
  }
  return lines + line + "\n";
}

}  // namespace banenplan::plots
