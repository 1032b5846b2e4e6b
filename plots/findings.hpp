// What may be concluded from the results, in words, for the top of the page and the terminal. Scenarios are ranked
// only where the band of the difference within replications excludes 0; else the text says that the difference is
// smaller than the uncertainty. Without a band nothing is ranked.
#pragma once

#include <string>
#include <vector>

#include "plots/reading.hpp"

namespace banenplan::plots {

// One sentence each: the most jobs, the chance of the quotum, the least cost, what society gains.
std::vector<std::string> findings(const Json& results, const Words& words);

// What a scenario does against the null alternative, in jobs and in cost; empty for the null alternative itself.
std::string against_null(const Json& results, const Json& scenario, const Words& words);

// How the figures are to be read and what they hang on: the band, the replications and the grades.
std::vector<std::string> basis(const Json& results, const Words& words);

// More, less, or unclear: by whether the band excludes 0.
std::string sign_of(const Band& band);

// The best scenario of a wish and those close to it, by title. The list is empty without the wish.
std::vector<std::string> contenders(const Json& results, std::string_view wish, const Words& words);

// The scenario that is looked at first where one must be: that with the most jobs, not the null alternative.
std::size_t leading_scenario(const Json& results);

}  // namespace banenplan::plots
