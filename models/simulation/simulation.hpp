// Runs scenarios side by side, with the same luck and the same draws of what is not known, so that differences
// between them are about the policy.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "models/policy/scenario.hpp"
#include "models/simulation/comparison.hpp"

namespace banenplan::models {

struct SimulationOptions {
  std::uint64_t seed = 1;
  std::int32_t replications = 500;
  // Instead of a number of replications: the share by which each headline figure may be off
  // (models/simulation/precision.hpp).
  double precision = 0.0;
  std::int32_t threads = 0;  // 0: all cores
  // Where several processes share the replications: which of how many this is, and what brings them together.
  std::int32_t rank = 0;
  std::int32_t ranks = 1;
  std::function<void(engine::Run&)> gather;
  // What runs a program; empty: engine::run. It may keep outcomes and take up those of before. Where it stops before
  // the end it throws, and so does `simulate`.
  std::function<engine::Run(const engine::Program&, const engine::RunOptions&)> run;
  // Told when a scenario begins, number `number` of `parts`, with so many replications, and how many of these are
  // done; may be empty.
  std::function<void(const Scenario&, int number, int parts, std::int32_t replications)> begins;
  std::function<void(std::int32_t done)> advances;
  // Handed the comparison of each municipality of a region, which is not kept: only what is taken from it here takes
  // room. May be empty.
  std::function<void(const Comparison&)> municipality_done;
};

// The scenarios are for one municipality, or one region, and one period. `version` is the program's. A region's
// outcomes are the sums of its municipalities', which run one after the other; it takes a number of replications, no
// precision.
Comparison simulate(const std::vector<Scenario>& scenarios, const SimulationOptions& options,
                    const Tariffs& tariffs = Tariffs());

}  // namespace banenplan::models
