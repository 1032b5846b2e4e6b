// What is left of the ranking of scenarios when no effect is assumed: the same comparison with and without the
// effects of grade A, side by side.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/simulation/comparison.hpp"
#include "plots/words.hpp"

namespace banenplan::plots {

// The scenarios from best to worst by the mean over the first so many replications: most jobs at the end of the last
// year, or least net cost over all years. The null alternative, and scenarios without the measure, are left out.
std::vector<std::size_t> order_by_jobs(const models::Comparison& comparison, std::int32_t replications);
std::vector<std::size_t> order_by_cost(const models::Comparison& comparison, std::int32_t replications);

// One sentence for jobs and one for cost: the order with and without assumed effects, and whether it is the same.
// Both comparisons hold the same scenarios. Empty where there is nothing to rank.
std::vector<std::string> robustness(const models::Comparison& with_effects, const models::Comparison& without_effects,
                                    const Words& words);

}  // namespace banenplan::plots
