#include "engine/sojourns.hpp"

#include <catch2/catch.hpp>
#include <cmath>

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
  if (kind == "model time" || kind == "both") exit.by_time = {builder.steps({0, 4, 9}, {1.0, 2.0, 0.25})};
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

// Ratios on the exits, the same for everybody.
void give_ratios(Builder& builder, const std::vector<double>& ratios) {
  for (std::size_t j = 0; j < ratios.size(); ++j) {
    builder.state(0).exits[j].ratios.push_back({none, builder.value(ratios[j])});
  }
}

std::vector<double> drawn(Builder builder, int elapsed, int step, const std::vector<double>& ratios, int draws) {
  give_ratios(builder, ratios);
  Sojourns sojourns(builder.program);
  sojourns.set(builder.program.values);
  const Luck luck(5, 0);
  std::vector<double> cells(static_cast<std::size_t>(2 * (steps - step) + 1), 0.0);
  for (int n = 0; n < draws; ++n) {
    const double u = luck.block(Purpose::visit, static_cast<std::uint64_t>(n), 0, 0)[0];
    const auto ending = sojourns.draw(0, nullptr, elapsed, step, steps - step, u);
    ++cells[ending.exit == none ? cells.size() - 1 : static_cast<std::size_t>(2 * (ending.length - 1) + ending.exit)];
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

TEST_CASE("a table by both times ends visits as its rows and columns say") {
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
  Sojourns one(product.program), other(table.program);
  one.set(product.program.values);
  other.set(table.program.values);
  for (const double u : {0.999, 0.7, 0.3, 0.01}) {
    for (int step = 0; step < steps; ++step) {
      const auto right = one.draw(0, nullptr, 0, step, steps - step, u);
      const auto found = other.draw(0, nullptr, 0, step, steps - step, u);
      CHECK(found.length == right.length);
      CHECK(found.exit == right.exit);
    }
  }
}

TEST_CASE("a visit that is walked ends as one that is looked up") {
  // A ratio by three traits of 256 levels has more profiles than there are tables.
  for (const char* kind : {"constant", "time in state", "model time", "season", "both"}) {
    CAPTURE(kind);
    Builder tabled = model(kind, ExitScale::probabilities);
    Builder walked = tabled;
    const ValueIndex ones = static_cast<ValueIndex>(walked.program.values.size());
    walked.program.values.resize(walked.program.values.size() + 256, 1.0);
    for (int a = 0; a < 3; ++a) {
      walked.program.population.attributes.push_back({Attribute::Kind::uniform, ones, 0, none});
      walked.state(0).exits[0].ratios.push_back({a, ones});
    }
    const std::uint8_t levels[3] = {0, 100, 255};
    Sojourns one(tabled.program), other(walked.program);
    one.set(tabled.program.values);
    other.set(walked.program.values);
    const Luck luck(6, 0);
    for (int n = 0; n < 2000; ++n) {
      const double u = luck.block(Purpose::visit, static_cast<std::uint64_t>(n), 0, 0)[0];
      const int step = n % steps;
      const auto right = one.draw(0, levels, n % 4, step, steps - step, u);
      const auto found = other.draw(0, levels, n % 4, step, steps - step, u);
      CHECK(found.length == right.length);
      CHECK(found.exit == right.exit);
      CHECK(found.rest == Approx(right.rest).epsilon(1e-12));
    }
  }
}

TEST_CASE("people who differ in any of two traits each have the hazards of their own") {
  Builder builder = model("time in state", ExitScale::rates);
  const ValueIndex shares = builder.value(0.5);
  builder.value(0.5);
  const std::vector<double> of_trait[] = {{1.0, 3.0}, {1.0, 0.25}};
  for (int a = 0; a < 2; ++a) {
    builder.program.population.attributes.push_back({Attribute::Kind::shares, shares, 2, none});
    const ValueIndex first = builder.value(of_trait[a][0]);
    builder.value(of_trait[a][1]);
    builder.state(0).exits[0].ratios.push_back({a, first});
  }
  Sojourns sojourns(builder.program);
  sojourns.set(builder.program.values);
  for (const std::uint8_t one : {std::uint8_t{0}, std::uint8_t{1}}) {
    for (const std::uint8_t other : {std::uint8_t{0}, std::uint8_t{1}}) {
      CAPTURE(int{one}, int{other});
      Builder alone = model("time in state", ExitScale::rates);
      give_ratios(alone, {of_trait[0][one] * of_trait[1][other], 1.0});
      Sojourns own(alone.program);
      own.set(alone.program.values);
      const std::uint8_t levels[2] = {one, other};
      for (const double u : {0.9, 0.6, 0.3, 0.1}) {
        const auto right = own.draw(0, nullptr, 0, 0, steps, u);
        const auto found = sojourns.draw(0, levels, 0, 0, steps, u);
        CHECK(found.length == right.length);
        CHECK(found.exit == right.exit);
      }
    }
  }
}

TEST_CASE("under the same luck a lower total hazard never shortens a stay") {
  Dice dice(21);
  for (int n = 0; n < 200; ++n) {
    Builder builder = model(n % 2 == 0 ? "both" : "season", ExitScale::rates);
    Sojourns sojourns(builder.program);
    sojourns.set(builder.program.values);
    const double u = dice.uniform();
    const double ratio = dice.uniform(0.1, 1.0);
    const int step = dice.whole(0, steps - 1);
    const auto stay = sojourns.draw(0, nullptr, 0, step, steps - step, u);
    for (double& value : builder.program.values) value *= ratio;
    sojourns.set(builder.program.values);
    const auto longer = sojourns.draw(0, nullptr, 0, step, steps - step, u);
    CHECK(longer.length >= stay.length);
    if (stay.exit == none) CHECK(longer.exit == none);
  }
}

TEST_CASE("what cannot happen never does, what is certain does in one step, and a closed exit stays closed") {
  Builder builder(steps, 1, 3);
  builder.exit(0, 1, 0.0);
  builder.exit(1, 2, 1.0);
  builder.exit(2, 0, 0.0);
  builder.exit(2, 1, 0.3);
  builder.exit(2, 2, 0.0);
  Sojourns sojourns(builder.program);
  sojourns.set(builder.program.values);
  Dice dice(22);
  for (int n = 0; n < 1000; ++n) {
    const double u = n == 0 ? 0x1p-53 : dice.uniform();
    CHECK(sojourns.draw(0, nullptr, 0, 0, steps, u).exit == none);
    CHECK(sojourns.draw(1, nullptr, 0, 0, steps, u).length == 1);
    const auto ending = sojourns.draw(2, nullptr, 0, 0, steps, u);
    CHECK((ending.exit == none || ending.exit == 1));
  }
  CHECK(sojourns.draw(0, nullptr, 0, 3, 5, 0.25).rest == 0.25);
}
