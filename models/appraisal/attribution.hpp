// What makes a result uncertain: chance, or what is not known, and then which assumption.
//
// Chance: the variance of the result under the base values of all assumptions, over its variance when they are drawn
// as well. So it is the chance around the base values, not around all others. Its band is that of a ratio of two
// variances of normal draws. What is left is ignorance; first- and total-order indices say whose (engine/chaos.hpp,
// on the same draws). They count only what polynomials of one assumption or of products of two can tell: where chance
// and all of them fall short of 1, the rest is ignorance that no assumption is given.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/chaos.hpp"
#include "models/appraisal/appraisal.hpp"

namespace banenplan::models {

inline constexpr std::array<std::string_view, 11> attributed_results = {
    "society_net",         "municipality_net",   "society_ratio", "municipality_ratio",   "jobs",
    "lasting_jobs",        "cost_per_placement", "cost_per_job",  "cost_per_lasting_job", "society_payback",
    "municipality_payback"};

// The result in each replication, and in each of luck alone. Empty where one of them has none: a ratio without
// something to divide by, a year of payback that never comes.
struct ResultDraws {
  std::vector<double> all;
  std::vector<double> luck;
};
ResultDraws result_draws(const ScenarioAppraisal& scenario, std::string_view result);

struct ChanceShare {  // of the variance, with its 5 and 95 % points
  double share = 0.0;
  double low = 0.0;
  double high = 0.0;
};

std::optional<ChanceShare> chance_share(const ResultDraws& draws);

struct Attribution {
  std::string_view result;
  std::optional<ChanceShare> chance;  // none where the result is not there in all replications, or does not vary
  struct Part {
    std::int32_t assumption = 0;  // its place in the comparison
    engine::ChaosIndex index;
  };
  std::vector<Part> parts;  // the largest total first; those without a part are left out
};

// By scenario, a row for each of `attributed_results`. At most the first 1,000 replications are used.
std::vector<std::vector<Attribution>> attribute(const Comparison& comparison, const Appraisal& appraisal);

}  // namespace banenplan::models
