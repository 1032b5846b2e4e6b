// What may be concluded from a comparison, in words. Scenarios are ranked only where the band of the difference
// within replications excludes 0; else the text says that the difference is smaller than the uncertainty.
#pragma once

#include <string>
#include <vector>

#include "plots/summary.hpp"
#include "plots/words.hpp"

namespace banenplan::plots {

// Of the scenarios with a measure: the best one, and those of which it cannot be told from the best one.
struct Ranking {
  std::size_t best = 0;
  std::vector<std::size_t> close;  // empty: the best one is clearly so
};

// By the medians over the whole period; nothing when no scenario of `among` has the measure.
std::optional<Ranking> ranking(const models::Comparison& comparison, const Summary& summary, std::string_view key,
                               bool most_is_best, const std::vector<std::size_t>& among);

// One sentence each: the most jobs, the chance of the quotum, the least cost against the null alternative.
std::vector<std::string> findings(const models::Comparison& comparison, const Summary& summary, const Words& words);

// What a scenario does against the null alternative, in jobs and in cost; empty for the null alternative itself.
std::string against_null(const Summary& summary, std::size_t scenario, const Words& words);

// How the figures are to be read and what they hang on: the band, the replications and the grades.
std::vector<std::string> basis(const models::Comparison& comparison, const Summary& summary, const Words& words);

}  // namespace banenplan::plots
