// The overview of a comparison: headline measures over the whole period, a column a scenario, for the terminal (100
// columns hold four scenarios) and for the page; below it what the figures say and what they hang on.
#pragma once

#include <string>
#include <vector>

#include "plots/reading.hpp"
#include "plots/table.hpp"

namespace banenplan::plots {

// People and jobs, then money; a measure that no scenario has is left out, and so is a table without rows.
std::vector<Table> overview_tables(const Json& results, const Words& words);

// The tables, the findings and the basis, each line at most 100 columns wide where the tables allow it.
std::string overview_text(const Json& results, const Words& words);

}  // namespace banenplan::plots
