// What results.json must hold for the page to be made of it, and whether it does.
#pragma once

#include <optional>
#include <string>

#include "plots/json.hpp"

namespace banenplan::plots {

// Where the results first lack something or hold another kind of value: scenarios[2].measures[0].key. Nothing when
// they are whole.
std::optional<std::string> misformed(const Json& results);

}  // namespace banenplan::plots
