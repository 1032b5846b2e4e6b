// The sheets of the workbook (plots/workbook.hpp) for who makes the budget: what each holder pays and receives by
// year and by quarter, what the contribution's lag makes the municipality advance, and how likely it is that a budget
// is used up.
#pragma once

#include "plots/sheet.hpp"
#include "plots/summary.hpp"
#include "plots/words.hpp"

namespace banenplan::plots {

// Only where the summary has a valuation.
void add_finance_sheets(Book& book, const models::Comparison& comparison, const Summary& summary, const Words& words);

}  // namespace banenplan::plots
