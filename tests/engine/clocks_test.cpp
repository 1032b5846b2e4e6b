#include "engine/clocks.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/elementary.hpp"
#include "engine/hazard.hpp"
#include "engine/luck.hpp"
#include "tests/engine/small_models.hpp"

using namespace banenplan::engine;
using test::Builder;
using test::Dice;

namespace {

constexpr int steps = 18;

// A state whose exits vary as the name says; the second exit always is constant.
Builder model(const std::string& kind, ExitScale scale) {
  Builder builder(steps, 1, 3);
  builder.start(0, 1.0, 4);
  builder.state(0).scale = scale;
  Exit& exit = builder.exit(0, 1, 0.08);
  const bool both = kind == "season" || kind == "both";
  if (kind == "time in state" || both) exit.by_time_in_state = builder.steps({0, 3, 6}, {0.02, 0.2, 0.05});
  if (kind == "model time" || kind == "both") exit.by_time = builder.steps({0, 4, 9}, {1.0, 2.0, 0.25});
  if (kind == "season") {
    for (int month = 1; month <= months_per_year; ++month)
      exit.by_month_of_year.push_back(builder.value(0.2 * month));
  }
  builder.exit(0, 2, 0.05);
  return builder;
}

// Exact chances of (steps stayed, exit) from here on, and of staying to the end as the last cell.
std::vector<double> exact(const Builder& builder, int elapsed, int step, const std::vector<double>& ratios) {
  const Hazards hazards(builder.program, builder.program.values);
  std::vector<double> cells;
  std::vector<double> rates;
  double alive = 1.0;
  for (; step < steps; ++step, ++elapsed) {
    hazards.of(builder.program.states[0], elapsed, step, rates);
    double total = 0.0;
    for (std::size_t j = 0; j < rates.size(); ++j) total += rates[j] *= ratios[j];
    const double leaving = alive * -std::expm1(-total);
    for (const double rate : rates) cells.push_back(leaving * rate / total);
    alive -= leaving;
  }
  cells.push_back(alive);
  return cells;
}

std::vector<double> drawn(const Builder& builder, int elapsed, int step, const std::vector<double>& ratios,
                          int draws) {
  Clocks clocks(builder.program);
  clocks.set(builder.program, builder.program.values);
  const Luck luck(5, 0);
  std::vector<double> cells(static_cast<std::size_t>(2 * (steps - step) + 1), 0.0);
  for (int n = 0; n < draws; ++n) {
    const auto u = luck.block(Purpose::visit, static_cast<std::uint64_t>(n), 0, 0);
    double first = Clocks::never;
    std::size_t way = 0;
    for (std::size_t j = 0; j < 2; ++j) {
      const double time =
          clocks.runs_out(0, static_cast<std::int32_t>(j), elapsed, step, -logarithm(u[j]) / ratios[j]);
      if (time < first) {
        first = time;
        way = j;
      }
    }
    const auto stayed = static_cast<std::size_t>(std::max(1.0, std::ceil(first)));
    ++cells[first == Clocks::never ? cells.size() - 1 : 2 * (stayed - 1) + way];
  }
  return cells;
}

// Standard deviations of a chi-square of that many cells by which the counts are off.
double misfit(const std::vector<double>& counts, const std::vector<double>& chances, int draws) {
  double chi_square = 0.0;
  for (std::size_t k = 0; k < counts.size(); ++k) {
    const double right = chances[k] * draws;
    REQUIRE(right > 5.0);
    chi_square += (counts[k] - right) * (counts[k] - right) / right;
  }
  const double freedom = static_cast<double>(counts.size()) - 1.0;
  return (chi_square - freedom) / std::sqrt(2.0 * freedom);
}

}  // namespace

TEST_CASE("how long a stay lasts and how it ends have the exact distribution") {
  constexpr int draws = 200'000;
  const std::vector<double> ratios{1.3, 0.8};
  for (const char* kind : {"constant", "time in state", "model time", "season", "both"}) {
    for (const auto scale : {ExitScale::probabilities, ExitScale::rates}) {
      for (const auto& [elapsed, step] : {std::pair{0, 0}, std::pair{4, 0}, std::pair{0, 7}, std::pair{3, 5}}) {
        CAPTURE(kind, scale, elapsed, step);
        Builder builder = model(kind, scale);
        const auto counts = drawn(builder, elapsed, step, ratios, draws);
        CHECK(misfit(counts, exact(builder, elapsed, step, ratios), draws) < 5.0);
        // A tenth more on one way out is seen.
        CHECK(misfit(counts, exact(builder, elapsed, step, {1.43, 0.8}), draws) > 5.0);
      }
    }
  }
}

TEST_CASE("a table by both times runs out as its rows and columns say") {
  Builder product = model("both", ExitScale::rates);
  Builder table = product;
  Exit& exit = table.state(0).exits[0];
  const Hazards hazards(product.program, product.program.values);
  std::vector<double> rates;
  exit.by_both = static_cast<ValueIndex>(table.program.values.size());
  exit.rows = 7;
  exit.by_time = {};
  for (int elapsed = 0; elapsed < exit.rows; ++elapsed) {
    for (int step = 0; step < steps; ++step) {
      hazards.of(product.program.states[0], elapsed, step, rates);
      table.value(rates[0]);
    }
  }
  Clocks one(product.program), other(table.program);
  one.set(product.program, product.program.values);
  other.set(table.program, table.program.values);
  for (const double charge : {0.001, 0.3, 1.0, 5.0}) {
    for (int step = 0; step < steps; ++step) {
      CHECK(other.runs_out(0, 0, 0, step, charge) == one.runs_out(0, 0, 0, step, charge));
    }
  }
}

TEST_CASE("under the same luck a lower hazard never shortens a stay") {
  Dice dice(21);
  for (int n = 0; n < 200; ++n) {
    Builder builder = model(n % 2 == 0 ? "both" : "season", ExitScale::rates);
    Clocks clocks(builder.program);
    clocks.set(builder.program, builder.program.values);
    const double charge = -std::log(dice.uniform());
    const double ratio = dice.uniform(0.1, 1.0);
    const int step = dice.whole(0, steps - 1);
    const double stay = clocks.runs_out(0, 0, 0, step, charge);
    CHECK(clocks.runs_out(0, 0, 0, step, charge / ratio) >= stay);
    for (double& value : builder.program.values) value *= ratio;
    clocks.set(builder.program, builder.program.values);
    CHECK(clocks.runs_out(0, 0, 0, step, charge) >= stay);
  }
}

TEST_CASE("what cannot happen never runs out, and what is certain does in one step") {
  Builder builder(steps, 1, 3);
  builder.exit(0, 1, 0.0);
  builder.exit(1, 2, 1.0);
  Clocks clocks(builder.program);
  clocks.set(builder.program, builder.program.values);
  CHECK(clocks.runs_out(0, 0, 0, 0, 1e-17) == Clocks::never);
  CHECK(clocks.runs_out(1, 0, 0, 0, 37.0) <= 1.0);
}
