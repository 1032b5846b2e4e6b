#include "engine/run.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>
#include <mutex>
#include <set>

#include "engine/uncertainty.hpp"
#include "tests/engine/small_models.hpp"

using namespace banenplan::engine;
using test::Builder;
using test::Dice;

namespace {

bool same_bits(const Run& a, const Run& b) {
  if (a.outcomes.size() != b.outcomes.size()) return false;
  for (std::size_t r = 0; r < a.outcomes.size(); ++r) {
    const auto& x = a.outcomes[r];
    const auto& y = b.outcomes[r];
    if (x.size() != y.size() || std::memcmp(x.data(), y.data(), x.size() * sizeof(double)) != 0) return false;
  }
  return true;
}

double mean(const Run& run, std::size_t measure) {
  double sum = 0.0;
  for (const auto& outcome : run.outcomes) sum += outcome[measure];
  return sum / static_cast<double>(run.outcomes.size());
}

Builder uncertain_model() {
  Dice dice(41);
  Builder builder = test::random_model(dice, 200);
  builder.measure_all();
  Uncertain assumption;
  assumption.value = builder.program.states[0].exits[0].by_time_in_state.value[0];
  assumption.distribution = {Distribution::Kind::uniform, 0.01, 0.02, 0.05};
  builder.program.uncertain = {assumption};
  return builder;
}

}  // namespace

TEST_CASE("the same bits on 1, 2, 3 and 7 threads, and again") {
  Builder builder = uncertain_model();
  for (const bool meet : {false, true}) {
    if (meet) builder.meet_for_nothing();
    RunOptions options;
    options.replications = 40;
    options.threads = 1;
    const Run one = run(builder.program, options);
    for (const int threads : {1, 2, 3, 7}) {
      options.threads = threads;
      CHECK(same_bits(run(builder.program, options), one));
    }
    options.seed = 2;
    CHECK_FALSE(same_bits(run(builder.program, options), one));
  }
}

TEST_CASE("fewer replications are the first of more") {
  const Builder builder = uncertain_model();
  RunOptions options;
  options.replications = 5;
  const Run few = run(builder.program, options);
  options.replications = 20;
  Run many = run(builder.program, options);
  many.outcomes.resize(5);
  CHECK(same_bits(few, many));
}

TEST_CASE("the same bits in blocks of 1, 7 and 64, and shared out over 1, 2 and 4 processes") {
  Builder builder = uncertain_model();
  for (const bool meet : {false, true}) {
    if (meet) builder.meet_for_nothing();
    RunOptions options;
    options.replications = 64;
    const Run whole = run(builder.program, options);
    for (const std::int32_t block : {1, 7, 64}) {
      Run parts;
      for (options.first = 0; options.first < 64; options.first += block) {
        options.replications = std::min(64, options.first + block);
        for (auto& outcome : run(builder.program, options).outcomes) parts.outcomes.push_back(std::move(outcome));
      }
      CHECK(same_bits(parts, whole));
    }
    options.first = 0;
    options.replications = 64;
    for (options.ranks = 1; options.ranks <= 4; options.ranks *= 2) {
      Run shared;
      shared.outcomes.resize(64);
      for (options.rank = 0; options.rank < options.ranks; ++options.rank) {
        Run part = run(builder.program, options);
        for (auto r = static_cast<std::size_t>(options.rank); r < 64; r += static_cast<std::size_t>(options.ranks)) {
          shared.outcomes[r] = std::move(part.outcomes[r]);
        }
      }
      CHECK(same_bits(shared, whole));
    }
    options.rank = 0;
    options.ranks = 1;
  }
}

TEST_CASE("each replication has the assumptions of its own draw, and a life that is told again has the same") {
  Builder builder(1, 1, 1);
  builder.start(0, 1.0);
  const ValueIndex assumption = builder.value(0.5);
  builder.measure(Series::Kind::occupancy, 0);
  builder.program.measures[0].terms[0].scale = assumption;
  builder.program.uncertain = {{assumption, 0, {Distribution::Kind::uniform, 0.0, 0.5, 1.0}}};
  RunOptions options;
  options.replications = 10;
  options.seed = 4;
  const Run found = run(builder.program, options);
  const ParameterDraws draws(options.seed, options.replications, 1);
  for (std::int32_t r = 0; r < options.replications; ++r) {
    CAPTURE(r);
    CHECK(found.outcomes[static_cast<std::size_t>(r)][0] == 2.0 * draws.uniform(r, 0));  // one person, twice seen
    CHECK(values_of(builder.program, options.seed, r)[static_cast<std::size_t>(assumption)] == draws.uniform(r, 0));
  }
}

TEST_CASE("uncertainty of width 0 is the base case") {
  Builder builder = uncertain_model();
  const double base = builder.program.values[static_cast<std::size_t>(builder.program.uncertain[0].value)];
  builder.program.uncertain[0].distribution = {Distribution::Kind::triangular, base, base, base};
  RunOptions options;
  options.replications = 10;
  const Run drawn = run(builder.program, options);
  options.draw_parameters = false;
  CHECK(same_bits(run(builder.program, options), drawn));
}

TEST_CASE("the error of the mean falls with the root of the number of replications") {
  Builder builder(20, 20, 2);
  builder.start(0, 1.0);
  builder.exit(0, 1, 0.1);
  builder.measure(Series::Kind::occupancy, 0);
  const auto spread_of_means = [&](int replications) {
    double squares = 0.0;
    constexpr int runs = 60;
    double exact = 0.0;
    for (int step = 0; step <= 20; ++step) exact += 20 * std::pow(0.9, step);
    for (int n = 0; n < runs; ++n) {
      RunOptions options;
      options.seed = static_cast<std::uint64_t>(100 + n);
      options.replications = replications;
      const double off = mean(run(builder.program, options), 0) - exact;
      squares += off * off;
    }
    return std::sqrt(squares / runs);
  };
  // The ratio of two root mean squares of 60 has a relative standard error of 1 / sqrt(60) = 13 %; 4 of these.
  CHECK(spread_of_means(16) / spread_of_means(256) == Approx(4.0).epsilon(0.52));
}

TEST_CASE("progress is told once for each replication") {
  const Builder builder = uncertain_model();
  RunOptions options;
  options.replications = 30;
  options.threads = 3;
  std::vector<int> told;
  options.progress = [&](std::int32_t done) { told.push_back(done); };
  run(builder.program, options);
  REQUIRE(told.size() == 30);
  for (int k = 0; k < 30; ++k) CHECK(told[static_cast<std::size_t>(k)] == k + 1);
}

TEST_CASE("outcomes known from before are taken as they are, and the others told") {
  const Builder builder = uncertain_model();
  RunOptions options;
  options.replications = 30;
  const Run whole = run(builder.program, options);
  for (const int threads : {1, 3}) {
    options.threads = threads;
    std::mutex telling;
    std::set<std::int32_t> told;
    options.keep = [&](std::int32_t number, const std::vector<double>& outcome) {
      const std::scoped_lock lock(telling);
      CHECK(outcome == whole.outcomes[static_cast<std::size_t>(number)]);
      told.insert(number);
    };
    options.recall = [&](std::int32_t number) -> std::optional<std::vector<double>> {
      if (number % 3 != 0) return std::nullopt;
      return whole.outcomes[static_cast<std::size_t>(number)];
    };
    CHECK(same_bits(run(builder.program, options), whole));
    CHECK(told.size() == 20);
    CHECK_FALSE(told.contains(3));
    const std::vector<double> planted{1.0};
    options.recall = [&](std::int32_t) { return std::optional(planted); };
    CHECK(run(builder.program, options).outcomes == std::vector<std::vector<double>>(30, planted));
  }
}

TEST_CASE("a run that is stopped says so, and what it has is right") {
  const Builder builder = uncertain_model();
  RunOptions options;
  options.replications = 30;
  options.threads = 2;
  const Run whole = run(builder.program, options);
  CHECK_FALSE(whole.stopped);
  std::atomic<int> asked = 0;
  options.stop = [&] { return ++asked > 10; };
  const Run part = run(builder.program, options);
  CHECK(part.stopped);
  std::size_t done = 0;
  for (std::size_t r = 0; r < 30; ++r) {
    if (part.outcomes[r].empty()) continue;
    ++done;
    CHECK(part.outcomes[r] == whole.outcomes[r]);
  }
  CHECK(done == 10);
}
