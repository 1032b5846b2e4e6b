#include "engine/sojourns.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <rapidcheck/catch.h>

#include "engine/hazard.hpp"
#include "engine/luck.hpp"
#include "tests/engine/small_models.hpp"
#include "tests/generators.hpp"

using namespace banenplan::engine;
using banenplan::test::any_from;
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

// For use in a property: a state with up to three exits, the hazards of which may change with everything that hazards
// can change with.
Builder any_exits(ExitScale scale) {
  Builder builder(steps, 1, 2);
  builder.start(0, 1.0, 4);
  builder.program.population.attributes.push_back({Attribute::Kind::shares, builder.value(1.0), 3, none});
  builder.state(0).scale = scale;
  const auto one_in = [](int count) { return *any_from(0, count - 1) == 0; };
  const auto numbers = [](std::size_t count, int highest, double unit) {
    auto drawn = *rc::gen::container<std::vector<int>>(count, any_from(0, highest - 1));
    std::vector<double> scaled(drawn.begin(), drawn.end());
    for (double& number : scaled) number *= unit;
    return scaled;
  };
  for (int k = *any_from(1, 3); k > 0; --k) {
    Exit& exit = builder.exit(0, 1);
    exit.by_time_in_state =
        one_in(2) ? builder.steps({0}, numbers(1, 40, 0.01)) : builder.steps({0, 2, 5}, numbers(3, 40, 0.01));
    if (one_in(3)) exit.by_time = {builder.steps({0, 4, 9}, numbers(3, 30, 0.1))};
    if (one_in(3)) {
      for (const double factor : numbers(12, 30, 0.1)) exit.by_month_of_year.push_back(builder.value(factor));
    }
    if (one_in(3)) {
      exit.ratios.push_back({0, static_cast<ValueIndex>(builder.program.values.size())});
      for (const double ratio : numbers(3, 30, 0.1)) builder.value(ratio);
    }
  }
  return builder;
}

struct Visit {
  std::int32_t elapsed = 0;
  std::int32_t step = 0;
  std::int32_t limit = 1;
  double u = 0.5;
};

std::ostream& operator<<(std::ostream& out, const Visit& visit) {
  return out << "elapsed " << visit.elapsed << ", step " << visit.step << ", limit " << visit.limit << ", u "
             << visit.u;
}

rc::Gen<Visit> any_visit() {
  return rc::gen::map(
      rc::gen::tuple(any_from(0, 4), any_from(0, steps - 1), any_from(0, steps - 1), any_from(1, 99'999)),
      [](const auto& drawn) {
        const auto& [elapsed, step, limit, u] = drawn;
        return Visit{elapsed, step, 1 + limit % (steps - step), u / 100'000.0};
      });
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
  int left = 0, stayed = 0;
  rc::prop("walked and looked up", [&] {
    const Builder tabled = any_exits(ExitScale::rates);
    Builder walked = tabled;
    const ValueIndex ones = static_cast<ValueIndex>(walked.program.values.size());
    walked.program.values.resize(walked.program.values.size() + 256, 1.0);
    for (int k = 0; k < 3; ++k) {
      walked.program.population.attributes.push_back({Attribute::Kind::uniform, ones, 0, none});
      walked.state(0).exits[0].ratios.push_back({k + 1, ones});
    }
    const auto level = *any_from<std::uint8_t>(0, 2);
    const std::uint8_t levels[4] = {level, 0, 100, 255};
    Sojourns one(tabled.program), other(walked.program);
    one.set(tabled.program.values);
    other.set(walked.program.values);
    for (const Visit& visit : *rc::gen::container<std::vector<Visit>>(any_visit())) {
      const auto right = one.draw(0, levels, visit.elapsed, visit.step, visit.limit, visit.u);
      const auto found = other.draw(0, levels, visit.elapsed, visit.step, visit.limit, visit.u);
      RC_ASSERT(found.length == right.length);
      RC_ASSERT(found.exit == right.exit);
      RC_ASSERT(found.rest == Approx(right.rest).epsilon(1e-12));
      ++(right.exit == none ? stayed : left);
    }
  });
  CHECK(left > 1000);
  CHECK(stayed > 1000);
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

TEST_CASE("under the same luck lower hazards, whichever they are, never shorten a stay") {
  int longer = 0, as_long = 0;
  rc::prop("lower is longer", [&] {
    const Builder higher = any_exits(*rc::gen::element(ExitScale::rates, ExitScale::probabilities));
    Builder lower = higher;
    const auto ratios =
        *rc::gen::container<std::vector<double>>(higher.program.values.size(), rc::gen::element(1.0, 0.9, 0.4, 0.0));
    for (std::size_t k = 0; k < ratios.size(); ++k) lower.program.values[k] *= ratios[k];
    const std::uint8_t level = *any_from<std::uint8_t>(0, 2);
    Sojourns one(higher.program), other(lower.program);
    one.set(higher.program.values);
    other.set(lower.program.values);
    for (const Visit& visit : *rc::gen::container<std::vector<Visit>>(any_visit())) {
      const auto stay = one.draw(0, &level, visit.elapsed, visit.step, visit.limit, visit.u);
      const auto found = other.draw(0, &level, visit.elapsed, visit.step, visit.limit, visit.u);
      RC_ASSERT(found.length >= stay.length);
      if (stay.exit == none) RC_ASSERT(found.exit == none);
      ++(found.length > stay.length ? longer : as_long);
    }
  });
  CHECK(longer > 1000);
  CHECK(as_long > 1000);
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
