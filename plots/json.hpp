// What all JSON that we write has in common.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "models/reading/section.hpp"

namespace banenplan::plots {

using Json = nlohmann::ordered_json;  // keys stay in the order in which they are written

// {nl, en}.
Json title_json(const models::Title& title);

// Indented, with a line feed at the end; what is not UTF-8 becomes U+FFFD.
std::string json_text(const Json& json);

}  // namespace banenplan::plots
