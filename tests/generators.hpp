// Data to try properties on.
#pragma once

#include <rapidcheck.h>
#include <string>
#include <vector>

namespace banenplan::test {

// Any number from the lowest to the highest, all as likely, also in the first and smallest cases.
template <class Number>
rc::Gen<Number> any_from(Number lowest, Number highest) {
  return rc::gen::resize(rc::kNominalSize, rc::gen::inRange<Number>(lowest, static_cast<Number>(highest + 1)));
}

// Any number, times one of these units.
inline rc::Gen<double> any_number_in(const std::vector<double>& units) {
  return rc::gen::map(rc::gen::pair(rc::gen::arbitrary<double>(), rc::gen::elementOf(units)),
                      [](const auto& drawn) { return drawn.first * drawn.second; });
}

// Pieces that mean something to whoever reads the text, one after the other.
inline rc::Gen<std::string> any_text_of(const std::vector<std::string>& pieces) {
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)),
                      [](const auto& drawn) {
                        std::string text;
                        for (const std::string& piece : drawn) text += piece;
                        return text;
                      });
}

// Any bytes, many of them nearly UTF-8: parts of letters, too long forms, halves of pairs, beyond the last letter.
inline rc::Gen<std::string> any_bytes() {
  return rc::gen::oneOf(
      rc::gen::container<std::string>(rc::gen::arbitrary<char>()),
      any_text_of({"a", "\xC3\xA9", "\xE2\x82\xAC", "\xE2\x82", "\xF0\x9F\x98\x80", "\xF0\x9F", "\x80", "\xC0\xAF",
                   "\xE0\x80\xAF", "\xED\x9F\xBF", "\xED\xA0\x80", "\xED\xBF\xBF", "\xF4\x8F\xBF\xBF",
                   "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80", "\xFF"}));
}

}  // namespace banenplan::test
