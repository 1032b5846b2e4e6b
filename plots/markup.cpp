#include "plots/markup.hpp"

#include <cmath>
#include <fmt/format.h>

#include "plots/text.hpp"

namespace banenplan::plots {

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

std::string coordinate(double value) {
  if (!std::isfinite(value)) return "0";
  std::string text = fmt::format("{:.2f}", value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string identifier(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (result.empty() && !letter) result = "x-";
    result += letter || (c >= '0' && c <= '9') ? c : '-';
  }
  return result.empty() ? "x" : result;
}

}  // namespace banenplan::plots
