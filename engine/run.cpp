#include "engine/run.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

#include "engine/outcome.hpp"
#include "engine/replication.hpp"
#include "engine/uncertainty.hpp"

namespace banenplan::engine {
namespace {

std::int32_t dimensions_of(const Program& program) {
  std::int32_t dimensions = 0;
  for (const Uncertain& assumption : program.uncertain) dimensions = std::max(dimensions, assumption.dimension + 1);
  return dimensions;
}

}  // namespace

Run run(const Program& program, const RunOptions& options) {
  const std::int32_t dimensions = options.draw_parameters ? dimensions_of(program) : 0;
  const ParameterDraws draws(options.seed, options.replications, dimensions);
  Run result;
  result.outcomes.resize(static_cast<std::size_t>(options.replications - options.first));
  std::atomic<std::int32_t> next = options.first + options.rank;
  std::int32_t done = 0;
  std::mutex telling;
  std::atomic<bool> stopped = false;
  const auto work = [&] {
    Replication replication(program);
    std::vector<double> values;
    const std::int32_t ranks = options.ranks;
    for (auto number = next.fetch_add(ranks); number < options.replications; number = next.fetch_add(ranks)) {
      if (options.stop && options.stop()) {
        stopped = true;
        return;
      }
      std::vector<double>& outcome = result.outcomes[static_cast<std::size_t>(number - options.first)];
      if (auto known = options.recall ? options.recall(number) : std::nullopt) {
        outcome = std::move(*known);
      } else {
        values = program.values;
        if (options.draw_parameters) draws.draw(program.uncertain, number, values);
        replication.run(options.seed, number, values);
        outcome = outcome_of(program, values, replication);
        if (options.keep) options.keep(number, outcome);
      }
      if (!options.progress) continue;
      const std::scoped_lock lock(telling);
      options.progress(++done);
    }
  };
  const auto cores = static_cast<std::int32_t>(std::max(1U, std::thread::hardware_concurrency()));
  const std::int32_t threads = std::min(options.threads > 0 ? options.threads : cores, options.replications);
  std::vector<std::jthread> workers;
  for (std::int32_t k = 1; k < threads; ++k) workers.emplace_back(work);
  work();
  workers.clear();
  result.stopped = stopped;
  if (options.gather) options.gather(result);
  return result;
}

std::vector<double> values_of(const Program& program, std::uint64_t seed, std::int32_t number) {
  std::vector<double> values = program.values;
  ParameterDraws(seed, number + 1, dimensions_of(program)).draw(program.uncertain, number, values);
  return values;
}

}  // namespace banenplan::engine
