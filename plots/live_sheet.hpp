// The live sheet of the workbook (plots/workbook.hpp): mean amounts by post and year, and formulas from the yellow
// cells to present values, ratios and room in the budget.
#pragma once

#include "plots/sheet.hpp"
#include "plots/summary.hpp"
#include "plots/words.hpp"

namespace banenplan::plots {

// Only where the summary has a valuation.
void add_live_sheet(Book& book, const models::Comparison& comparison, const Summary& summary, const Words& words);

}  // namespace banenplan::plots
