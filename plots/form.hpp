// What results.json must hold for the page to be made of it, and whether it does.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

namespace banenplan::plots {

// Where the results first lack something or hold another kind of value: scenarios[2].measures[0].key. Nothing when
// they are whole.
std::optional<std::string> misformed(const nlohmann::ordered_json& results);

}  // namespace banenplan::plots
