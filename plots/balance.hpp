// The section of the report on costs and benefits: who gains, how sure it is, what to choose as a lasting job is
// worth more, and whether budgets hold.
#pragma once

#include <string>

#include "plots/summary.hpp"
#include "plots/words.hpp"

namespace banenplan::plots {

// Markup; empty where the summary has no valuation.
std::string balance_html(const models::Comparison& comparison, const Summary& summary, const Words& words);

}  // namespace banenplan::plots
