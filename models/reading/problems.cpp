#include "models/reading/problems.hpp"

#include <algorithm>
#include <cstdint>
#include <fmt/format.h>
#include <stdexcept>

namespace banenplan::models {

namespace {

// Length in bytes of the UTF-8 character at the start of the text, or 0 when there is none. Unicode 15, table 3-7.
std::size_t character_length(std::string_view text, std::uint32_t& code) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto follows = [&](std::size_t i) { return i < text.size() && (byte(i) & 0xC0U) == 0x80U; };
  const std::uint32_t first = byte(0);
  if (first < 0x80U) {
    code = first;
    return 1;
  }
  const std::size_t length = first >= 0xF0U ? 4 : first >= 0xE0U ? 3 : 2;
  if (first < 0xC2U || first > 0xF4U) return 0;
  code = first & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if (!follows(i)) return 0;
    code = (code << 6U) | (byte(i) & 0x3FU);
  }
  const bool overlong = (length == 3 && code < 0x800U) || (length == 4 && code < 0x10000U);
  const bool surrogate = code >= 0xD800U && code <= 0xDFFFU;
  return overlong || surrogate || code > 0x10FFFFU ? 0 : length;
}

// Characters that move the cursor or turn the direction of text could make a message lie.
bool must_be_escaped(std::uint32_t code) {
  return code < 0x20U || (code >= 0x7FU && code <= 0x9FU) || (code >= 0x200BU && code <= 0x200FU) ||
         (code >= 0x2028U && code <= 0x202EU) || (code >= 0x2060U && code <= 0x206FU) || code == 0xFEFFU;
}

// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours count 1 each.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), previous(b.size() + 1), current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        current[j] = std::min(current[j], before[j - 2] + 1);
    }
    before.swap(previous);
    previous.swap(current);
  }
  return previous[b.size()];
}

}  // namespace

Position Position::in(std::string file, int line, int column) {
  return {std::make_shared<const std::string>(std::move(file)), line, column};
}

void Problems::error(Problem problem) {
  if (errors_.size() < kept)
    errors_.push_back(std::move(problem));
  else
    ++not_kept_;
}

void Problems::error(Position position, std::string path, std::string found, std::string allowed,
                     std::string suggestion, std::string unknown_key) {
  Problem problem;
  problem.position = std::move(position);
  problem.path = std::move(path);
  problem.found = std::move(found);
  problem.allowed = std::move(allowed);
  problem.suggestion = std::move(suggestion);
  problem.unknown_key = std::move(unknown_key);
  error(std::move(problem));
}

void Problems::warning(Problem problem) {
  if (warnings_.size() < kept) warnings_.push_back(std::move(problem));
}

void Problems::known_name(const std::string& name, const std::string& path) {
  known_.try_emplace(name, path);
}

std::string Problems::line(const Problem& problem) const {
  std::string suggestion = problem.suggestion;
  if (suggestion.empty() && !problem.unknown_key.empty()) {
    std::vector<std::string> names;
    for (const auto& [name, path] : known_) names.push_back(name);
    const auto known = known_.find(nearest(problem.unknown_key, names));
    if (known != known_.end()) suggestion = known->second;
  }
  std::string text = problem.position.file ? printable(*problem.position.file, 200) : std::string{};
  if (problem.position.line > 0) text += fmt::format(":{}:{}", problem.position.line, problem.position.column);
  if (!problem.path.empty()) text += (text.empty() ? "" : ": ") + printable(problem.path, 200);
  text += (text.empty() ? "" : ": ") + problem.found;
  if (!problem.allowed.empty()) text += "; " + problem.allowed;
  if (!suggestion.empty()) text += "; did you mean " + quote(suggestion) + "?";
  return text;
}

void Problems::throw_errors() const {
  if (!has_errors()) return;
  std::string text;
  for (const std::string& line : error_lines()) text += (text.empty() ? "" : "\n") + line;
  throw std::runtime_error(text);
}

std::vector<std::string> Problems::error_lines() const {
  std::vector<std::string> lines;
  for (const Problem& problem : errors_) lines.push_back(line(problem));
  if (not_kept_ > 0) lines.push_back(fmt::format("and {} more errors", not_kept_));
  return lines;
}

std::vector<std::string> Problems::warning_lines() const {
  std::vector<std::string> lines;
  for (const Problem& problem : warnings_) lines.push_back(line(problem));
  return lines;
}

std::string printable(std::string_view text, std::size_t characters) {
  std::string result;
  std::size_t count = 0;
  while (!text.empty() && count < characters) {
    std::uint32_t code = 0;
    const std::size_t length = character_length(text, code);
    if (length == 0)
      result += fmt::format("\\x{:02x}", static_cast<unsigned char>(text[0]));
    else if (must_be_escaped(code))
      result += code == '\n' ? "\\n" : code == '\t' ? "\\t" : fmt::format("\\u{:04x}", code);
    else
      result += text.substr(0, length);
    text.remove_prefix(std::max<std::size_t>(length, 1));
    ++count;
  }
  return text.empty() ? result : result + "...";
}

std::string quote(std::string_view text) {
  return '"' + printable(text) + '"';
}

std::string nearest(std::string_view written, const std::vector<std::string>& names) {
  constexpr std::size_t longest = 64;
  if (written.size() > longest) return {};
  std::string best;
  std::size_t best_distance = 2 + written.size() / 4;  // further away than this is another word
  for (const std::string& name : names) {
    if (name.size() > longest) continue;
    const std::size_t distance = edit_distance(written, name);
    if (distance < best_distance && distance < std::max(written.size(), name.size())) {
      best = name;
      best_distance = distance;
    }
  }
  return best;
}

bool is_utf8(std::string_view text, std::size_t& bad) {
  for (std::size_t i = 0; i < text.size();) {
    std::uint32_t code = 0;
    const std::size_t length = character_length(text.substr(i), code);
    if (length == 0) {
      bad = i;
      return false;
    }
    i += length;
  }
  return true;
}

}  // namespace banenplan::models
