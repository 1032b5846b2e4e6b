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

// Pieces that mean something to whoever reads the text, one after the other.
inline rc::Gen<std::string> any_text_of(const std::vector<std::string>& pieces) {
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)),
                      [](const auto& drawn) {
                        std::string text;
                        for (const std::string& piece : drawn) text += piece;
                        return text;
                      });
}

}  // namespace banenplan::test
