// Texts to try properties on: pieces that mean something to whoever reads the text, one after the other.
#pragma once

#include <rapidcheck.h>
#include <string>
#include <vector>

namespace banenplan::test {

inline rc::Gen<std::string> any_text_of(const std::vector<std::string>& pieces) {
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)),
                      [](const auto& drawn) {
                        std::string text;
                        for (const std::string& piece : drawn) text += piece;
                        return text;
                      });
}

}  // namespace banenplan::test
