// How fast the engine is: against a textbook loop in this same program, and against itself at other sizes. All
// numbers are medians of five in random order, nanoseconds per unit of work; the promises are ratios within one run.
//   benchmark [CSV [SVG]] [--benchmark_filter=REGEX]
#include <algorithm>
#include <benchmark/benchmark.h>
#include <cmath>
#include <cstdio>
#include <ctime>

#include "engine/run.hpp"
#include "tests/benchmark/chart.hpp"
#include "tests/benchmark/memory.hpp"
#include "tests/benchmark/models.hpp"
#include "tests/benchmark/report.hpp"
#include "tests/benchmark/textbook.hpp"

namespace banenplan::benchmark {
namespace {

using ::benchmark::Counter;
using ::benchmark::State;

constexpr std::int32_t replications_timed = 100;
constexpr std::int32_t long_replications = 20;
constexpr std::int32_t drawn_replications = 1000;

// Seconds a unit of work, which the report turns into nanoseconds.
void count(State& state, double units) {
  state.counters["ns"] =
      Counter(units, Counter::kIsIterationInvariantRate | Counter::kInvert, Counter::OneK::kIs1000);
}

// From everybody's start or entry, which is spread evenly, to the horizon.
double person_months(const engine::Program& program, std::int32_t replications) {
  const double people = program.population.at_start + program.population.entrants / 2.0;
  return people * program.steps * replications;
}

engine::RunOptions one_thread(std::int32_t replications, bool draw = false) {
  engine::RunOptions options;
  options.replications = replications;
  options.threads = 1;
  options.draw_parameters = draw;
  return options;
}

void textbook(State& state, const engine::Program& program) {
  const Textbook loop(program);
  std::uint64_t seed = 0;
  for (auto _ : state) {
    ::benchmark::DoNotOptimize(loop.simulate(program.population.at_start * replications_timed, ++seed));
  }
  count(state, person_months(program, replications_timed));
}

void engine_run(State& state, const engine::Program& program, const engine::RunOptions& options, double units) {
  for (auto _ : state) ::benchmark::DoNotOptimize(engine::run(program, options).outcomes.data());
  count(state, units);
}

void threads(State& state, const engine::Program& program) {
  engine::RunOptions options = one_thread(long_replications);
  options.threads = static_cast<std::int32_t>(state.range(0));
  engine_run(state, program, options, 1.0);
}

// What one of so many processes that share a run out has to do.
void ranks(State& state, const engine::Program& program) {
  engine::RunOptions options = one_thread(long_replications);
  options.ranks = static_cast<std::int32_t>(state.range(0));
  engine_run(state, program, options, 1.0);
}

void people(State& state, engine::Program program) {
  program.population.at_start = static_cast<std::int32_t>(state.range(0));
  const auto replications = static_cast<std::int32_t>(std::max<std::int64_t>(1, 100'000 / state.range(0)));
  engine_run(state, program, one_thread(replications), static_cast<double>(state.range(0)) * replications);
}

void replications(State& state, const engine::Program& program) {
  const auto number = static_cast<std::int32_t>(state.range(0));
  engine_run(state, program, one_thread(number), number);
}

void months(State& state, engine::Program program) {
  program.steps = program.plan_steps = static_cast<std::int32_t>(state.range(0));
  program.measures.clear();
  engine_run(state, program, one_thread(replications_timed), person_months(program, replications_timed));
}

// Of this process, so that others on the machine do not count.
double processor_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

// What a placement costs beyond what the people who wait cost when nobody is placed.
void placements(State& state) {
  const auto waiting = static_cast<std::int32_t>(state.range(0));
  const engine::Program open = queue(waiting, true);
  const engine::Program closed = queue(waiting, false);
  double seconds = 0.0, placed = 0.0;
  for (auto _ : state) {
    const double begin = processor_seconds();
    const double entries = engine::run(open, one_thread(1)).outcomes[0][0];
    const double middle = processor_seconds();
    ::benchmark::DoNotOptimize(engine::run(closed, one_thread(1)).outcomes.data());
    seconds += (middle - begin) - (processor_seconds() - middle);
    placed += entries;
  }
  state.counters["ns"] = seconds / placed;
}

// The individuals' mean against the exact value, in standard errors of it.
bool agrees(const char* stem) {
  const engine::Program program = published(stem);
  const double exact = Textbook(program).exact();
  const engine::Run run = engine::run(program, one_thread(replications_timed));
  double sum = 0.0, squares = 0.0;
  for (const auto& outcome : run.outcomes) {
    double cost = 0.0;
    for (const double measure : outcome) cost += measure / program.population.at_start;
    sum += cost;
    squares += cost * cost;
  }
  const double count = replications_timed;
  const double mean = sum / count;
  const double error = std::sqrt((squares / count - mean * mean) / (count - 1.0));
  std::printf("%-28s exact %.6f, individuals %.2f, %.2f standard errors off\n", stem, exact, mean,
              std::abs(mean - exact) / error);
  return std::abs(mean - exact) < 4.0 * error;
}

void add(const char* name, auto function, auto... arguments) {
  ::benchmark::RegisterBenchmark(name, [=](State& state) {
    function(state, arguments...);
  })->Unit(::benchmark::kMillisecond);
}

void add_all() {
  for (const char* const stem : {"five_state", "five_state_time_in_state"}) {
    const engine::Program program = published(stem);
    add((std::string(stem) + " textbook").c_str(), textbook, program);
    add((std::string(stem) + " engine").c_str(), engine_run, program, one_thread(replications_timed),
        person_months(program, replications_timed));
  }
  for (const char* const name : {"nulalternatief", "budgettair-neutraal", "boven-formatie", "trainees"}) {
    const engine::Program program = scenario(name);
    add(name, engine_run, program, one_thread(replications_timed), person_months(program, replications_timed));
  }
  const engine::Program uncertain = with_uncertain_exits(published("five_state_time_in_state"));
  const engine::Program policy = scenario("boven-formatie");
  for (const bool drawn : {false, true}) {
    const std::string how = drawn ? " drawn" : " not drawn";
    add(("five-state parameters" + how).c_str(), engine_run, uncertain, one_thread(drawn_replications, drawn), 1.0);
    add(("boven-formatie parameters" + how).c_str(), engine_run, policy, one_thread(long_replications, drawn), 1.0);
  }
  const engine::Program five = published("five_state");
  const auto sized = [](const char* name, auto function, const engine::Program& program,
                        std::vector<std::int64_t> sizes) {
    auto* const added = ::benchmark::RegisterBenchmark(name, [=](State& state) {
                          function(state, program);
                        })->Unit(::benchmark::kMillisecond);
    for (const std::int64_t size : sizes) added->Arg(size);
    return added;
  };
  sized("people", people, five, {1'000, 10'000, 100'000, 1'000'000});
  sized("replications", replications, five, {10, 100, 1'000});
  sized("months", months, five, {12, 120, 600});
  sized("threads", threads, policy, {1, 2})->UseRealTime();
  sized("ranks", ranks, policy, {1, 2, 4});
  ::benchmark::RegisterBenchmark("waiting", placements)
      ->Arg(10)
      ->Arg(1'000)
      ->Arg(100'000)
      ->Unit(::benchmark::kMillisecond);
}

}  // namespace
}  // namespace banenplan::benchmark

int main(int count, char** arguments) {
  using namespace banenplan::benchmark;
  std::vector<char*> all(arguments, arguments + count);
  std::string options[] = {"--benchmark_repetitions=5", "--benchmark_enable_random_interleaving=true",
                           "--benchmark_report_aggregates_only=true", "--benchmark_min_time=0.1"};
  for (std::string& option : options) all.insert(all.begin() + 1, option.data());
  int given = static_cast<int>(all.size());
  ::benchmark::Initialize(&given, all.data());
  add_all();
  Report report;
  const bool selected = !::benchmark::GetBenchmarkFilter().empty();
  for (const std::int32_t times : {1, 10, 100}) {
    if (selected) break;
    const banenplan::engine::Program program = enlarged(scenario("boven-formatie"), times);
    const std::int32_t people = program.population.at_start + program.population.entrants;
    report.add_memory("memory boven-formatie/" + std::to_string(people), peak_memory(program));
  }
  ::benchmark::RunSpecifiedBenchmarks(&report);
  std::printf("\n");
  bool kept = agrees("five_state") && agrees("five_state_time_in_state");
  kept = report.keeps({
             {"five states, engine / textbook", "five_state engine", "five_state textbook", 0.15},
             {"five states by time in state, engine / textbook", "five_state_time_in_state engine",
              "five_state_time_in_state textbook", 0.20},
             {"boven-formatie / textbook of the five states", "boven-formatie", "five_state textbook", 1.0},
             {"five-state parameters, drawn / not drawn", "five-state parameters drawn",
              "five-state parameters not drawn", 2.0},
             {"boven-formatie parameters, drawn / not drawn", "boven-formatie parameters drawn",
              "boven-formatie parameters not drawn", 2.0},
             {"a placement, 100,000 waiting / 10 waiting", "waiting/100000", "waiting/10", 3.0},
             {"two threads / one", "threads/2", "threads/1", 1.0 / 1.8},
         }) &&
         kept;
  std::printf("exponent in people %.3f, in replications %.3f, in months %.3f\n", report.exponent("people"),
              report.exponent("replications"), report.exponent("months"));
  if (!report.write(given > 1 ? all[1] : "")) return 1;
  if (!write_chart(given > 2 ? all[2] : "", report.medians())) return 1;
  return kept ? 0 : 1;
}
