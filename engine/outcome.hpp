// Outcomes: the measures of a program, computed from what a replication (or the expectation) leaves behind.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "engine/program.hpp"
#include "engine/replication.hpp"

namespace banenplan::engine {

// The value of a series in a step: people, hours a week, events, or cents. Occupancy and hours have one step more
// than the horizon.
using SeriesReader = std::function<double(const Series&, std::int32_t step)>;

// Where each measure stands in an outcome: its first number, and how many it has (one or four a year, or one in all).
struct OutcomeLayout {
  explicit OutcomeLayout(const Program& program);
  std::vector<std::int32_t> first;
  std::vector<std::int32_t> count;
  std::int32_t size = 0;
};

// Computes all measures; the result has OutcomeLayout::size numbers.
std::vector<double> outcome_of(const Program& program, const std::vector<double>& values, const SeriesReader& read);

// The measures of a replication that has been run. Money comes out in euro.
std::vector<double> outcome_of(const Program& program, const std::vector<double>& values,
                               const Replication& replication);

}  // namespace banenplan::engine
