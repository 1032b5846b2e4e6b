// A run: many replications of a program on all cores. The result does not depend on how many.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "engine/program.hpp"

namespace banenplan::engine {

struct RunOptions {
  std::uint64_t seed = 1;
  std::int32_t replications = 1000;
  std::int32_t threads = 0;                         // 0: as many as the machine has
  bool draw_parameters = true;                      // else every replication uses the base values
  std::function<void(std::int32_t done)> progress;  // called now and then, from one thread at a time; may be empty
};

// The outcome of replication r stands at outcomes[r]; see OutcomeLayout for its numbers.
struct Run {
  std::vector<std::vector<double>> outcomes;
};

Run run(const Program& program, const RunOptions& options);

}  // namespace banenplan::engine
