#include "tests/benchmark/memory.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "engine/run.hpp"

namespace banenplan::benchmark {
namespace {

// KiB at the peak of a process that does this and nothing else.
template <class Work>
double peak_of(const Work& work) {
  const pid_t child = fork();
  if (child == 0) {
    work();
    _exit(0);
  }
  int status = 0;
  rusage usage{};
  const bool over = child > 0 && wait4(child, &status, 0, &usage) == child && status == 0;
  return over ? static_cast<double>(usage.ru_maxrss) : -1.0;
}

}  // namespace

double peak_memory(const engine::Program& program) {
  constexpr double kib_per_mib = 1024.0;
  engine::RunOptions options;
  options.replications = options.threads = 1;
  const double kib = peak_of([&] { engine::run(program, options); });
  return kib < 0.0 ? -1.0 : kib / kib_per_mib;
}

engine::Program enlarged(engine::Program program, std::int32_t times) {
  program.population.at_start *= times;
  program.population.entrants *= times;
  return program;
}

}  // namespace banenplan::benchmark
