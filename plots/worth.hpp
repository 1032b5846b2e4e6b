// Who gains and what to choose: the section of the page on costs and benefits, and how ratios and amounts are
// written.
#pragma once

#include <string>

#include "plots/reading.hpp"

namespace banenplan::plots {

// Verdicts, the table of parties, and budgets held; empty without an appraisal.
std::string worth_html(const Json& results, const Words& words);

// A ratio of the appraisal with its band; in words where there is none.
std::string ratio_text(const Json& ratio, int decimals, const Words& words);

std::string in_whole(const std::optional<Band>& band, bool with_band, const Words& words);
std::string in_euros(const std::optional<Band>& band, bool with_band, const Words& words);

}  // namespace banenplan::plots
