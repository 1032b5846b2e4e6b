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
  std::int32_t threads = 0;                    // 0: all cores
  std::function<void(double share)> progress;  // from 0 to 1; may be empty
};

// The scenarios are for one municipality and one period. `version` is the program's.
Comparison simulate(const std::vector<Scenario>& scenarios, const SimulationOptions& options);

}  // namespace banenplan::models
