// Runs scenarios side by side, with the same luck and the same draws of what is not known, so that differences
// between them are about the policy.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "models/comparison.hpp"
#include "models/scenario.hpp"

namespace banenplan::models {

struct SimulationOptions {
  std::uint64_t seed = 1;
  std::int32_t replications = 500;
  std::int32_t threads = 0;  // 0: all cores
  // Told when a scenario begins, number `number` of `parts`, and how many of its replications are done; may be empty.
  std::function<void(const Scenario&, int number, int parts)> begins;
  std::function<void(std::int32_t done)> advances;
};

// The scenarios are for one municipality and one period. `version` is the program's.
Comparison simulate(const std::vector<Scenario>& scenarios, const SimulationOptions& options);

}  // namespace banenplan::models
