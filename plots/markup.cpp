#include "plots/markup.hpp"

#include "plots/text.hpp"

namespace banenplan::plots {
namespace {

std::string replaced(std::string text, std::string_view old, std::string_view by) {
  for (std::size_t at = text.find(old); at != std::string::npos; at = text.find(old, at + by.size()))
    text.replace(at, old.size(), by);
  return text;
}

}  // namespace

std::string escaped(std::string_view text) {
  std::u32string result;
  for (const char32_t letter : letters(text)) {
    switch (letter) {
      case U'&':
        result += U"&amp;";
        break;
      case U'<':
        result += U"&lt;";
        break;
      case U'>':
        result += U"&gt;";
        break;
      case U'"':
        result += U"&quot;";
        break;
      case U'\'':
        result += U"&#39;";
        break;
      case U'\t':
      case U'\n':
        result += letter;
        break;
      default: {
        const bool control =
            letter < 0x20 || (letter >= 0x7F && letter < 0xA0) || letter == 0xFFFE || letter == 0xFFFF;
        result += control ? char32_t{0xFFFD} : letter;
      }
    }
  }
  return utf8(result);
}

std::string unbroken(std::string text) {
  for (const std::string_view joined : {" %", " miljoen", " miljard", " million", " billion"})
    text = replaced(text, joined, "\u00A0" + std::string{joined.substr(1)});
  return replaced(replaced(replaced(text, "€ ", "€\u00A0"), "–", "\u2060–\u2060"), "-€", "-\u2060€");
}

std::string in_script(std::string_view json) {
  std::string text;
  for (const char c : json) text += c == '<' ? "\\u003c" : std::string(1, c);
  return text;
}

}  // namespace banenplan::plots
