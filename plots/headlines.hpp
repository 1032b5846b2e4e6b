// The titles of the page's charts: what each one shows, concluded from the numbers by rules. None names a winner when
// the band says otherwise; without a band, or without the numbers, a title says what is drawn and no more.
#pragma once

#include "plots/reading.hpp"

namespace banenplan::plots {

std::string quotum_title(const Json& results, const Words& words);
std::string jobs_title(const Json& results, const Words& words);
std::string cost_title(const Json& results, const Words& words);
std::string holders_title(const Json& results, const Words& words);
std::string refusals_title(const Json& results, const Words& words);
std::string subsidy_title(const Json& results, const Words& words);
std::string people_title(const Json& results, const Words& words);
std::string moves_title(const Json& results, const Words& words);
std::string society_title(const Json& results, const Words& words);
std::string plane_title(const Json& results, const Words& words);
std::string effect_title(const Json& results, const Words& words);
std::string choice_title(const Json& results, const Words& words);
std::string tornado_title(const Json& results, const Words& words);
std::string region_title(const Json& results, const Words& words);

}  // namespace banenplan::plots
