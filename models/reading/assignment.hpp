// One value of a tree set otherwise, as on the command line.
#pragma once

#include <string_view>

#include "models/reading/document.hpp"

namespace banenplan::models {

// Sets one value, as `--set a.b[1].c=value` does, making the maps on the way where there are none. The value is YAML
// of one line, as `0.6%`, `[24, 32]` or `{nl: Groot, en: Large}`. Returns whether it was done; if not, `problems`
// says why.
bool set_value(Node& root, std::string_view assignment, Problems& problems);

// Whether the section stands there that the last key of an assignment belongs to; true for one that is not well
// formed, which is for set_value to refuse.
bool has_section_for(const Node& root, std::string_view assignment);

}  // namespace banenplan::models
