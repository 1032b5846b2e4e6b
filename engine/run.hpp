// A run: many replications of a program on all cores. The result does not depend on how many.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "engine/program.hpp"

namespace banenplan::engine {

struct Run;

struct RunOptions {
  std::uint64_t seed = 1;
  std::int32_t first = 0;            // replication
  std::int32_t replications = 1000;  // to the one before this number
  std::int32_t threads = 0;          // 0: as many as the machine has
  bool draw_parameters = true;       // else every replication uses the base values
  // Of the replications, this process runs every `ranks`-th from `rank` on; `gather` brings in those of the others.
  std::int32_t rank = 0;
  std::int32_t ranks = 1;
  std::function<void(Run&)> gather;                 // may be empty
  std::function<void(std::int32_t done)> progress;  // called now and then, from one thread at a time; may be empty
  // An outcome that is known from before; nothing where it is to be computed. Called from several threads; may be
  // empty.
  std::function<std::optional<std::vector<double>>(std::int32_t number)> recall;
  // Told each outcome that was computed here, from several threads; may be empty.
  std::function<void(std::int32_t number, const std::vector<double>& outcome)> keep;
  // Asked before each replication whether to begin no more; from several threads; may be empty.
  std::function<bool()> stop;
};

// The outcome of replication r stands at outcomes[r - first]; see OutcomeLayout for its numbers. Of a run that was
// stopped some are missing.
struct Run {
  std::vector<std::vector<double>> outcomes;
  bool stopped = false;
};

Run run(const Program& program, const RunOptions& options);

// The values of replication `number`, with what is uncertain drawn as a run of this seed draws it.
std::vector<double> values_of(const Program& program, std::uint64_t seed, std::int32_t number);

}  // namespace banenplan::engine
