// A region on the terminal: its municipalities beside each other, and its agreement beside what comes of it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "plots/reading.hpp"
#include "plots/table.hpp"

namespace banenplan::plots {

// The measures that results.json and gemeenten.csv tell of each municipality.
const std::vector<std::string_view>& municipality_measures();

// A row a municipality, a column a scenario. Nothing without municipalities; where there are more than 40, only the
// 40 with the most people in the register.
std::optional<Table> municipalities_overview(const Json& results, const Words& words);

// What the region agreed on beside what comes of it, at the end of the period: extra jobs with other employers and
// with the municipalities. Nothing without an agreement.
std::optional<Table> agreement_overview(const Json& results, const Words& words);

// The placements that the region expected of a year, by office and group. Nothing where it states none.
std::optional<Table> expected_overview(const Json& results, const Words& words);

}  // namespace banenplan::plots
