// The figures of the page, section by section: which chart, its title and sentence, and its numbers as tables. A
// figure without numbers is left out.
#pragma once

#include <string>

#include "plots/reading.hpp"

namespace banenplan::plots {

std::string job_figures(const Json& results, const Words& words);
std::string money_figures(const Json& results, const Words& words);
std::string people_figures(const Json& results, const Words& words);
std::string uncertainty_figures(const Json& results, const Words& words);
std::string region_figures(const Json& results, const Words& words);

}  // namespace banenplan::plots
