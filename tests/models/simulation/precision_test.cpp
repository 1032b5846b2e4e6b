#include "models/simulation/precision.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/uncertainty.hpp"

using namespace banenplan::models;

namespace {

// Two scenarios of one year; net cost moves together but for what `apart` adds.
Comparison comparison(double apart) {
  Comparison result;
  result.years = 1;
  result.null_alternative = 0;
  result.scenarios.resize(2);
  for (ScenarioResult& scenario : result.scenarios) {
    for (const char* const key : {"jobs", "net_cost"}) {
      scenario.measures.emplace_back();
      scenario.measures.back().key = key;
    }
  }
  for (int r = 0; r < 100; ++r) {
    const double common = 1e6 * (r % 10);
    const double own = apart * (r / 10);
    result.scenarios[0].run.outcomes.push_back({0.0, common});
    result.scenarios[1].run.outcomes.push_back({30.0 + r % 2, common + 5e6 + own});
  }
  return result;
}

}  // namespace

TEST_CASE("a figure is exact enough by its share, or by its floor") {
  const auto found = headlines(comparison(1e4), 0.01);
  REQUIRE(found.size() == 3);  // the null alternative has no difference with itself
  CHECK(found[0].key == "jobs");
  CHECK(found[0].reached());
  const Headline& jobs = found[1];
  CHECK(jobs.mean == Approx(30.5));
  CHECK(jobs.allowed == Approx(0.305));
  CHECK(jobs.half_width == Approx(1.96 * std::sqrt(0.25 * 100 / 99 / 100)).epsilon(1e-4));
  CHECK(jobs.reached());
  CHECK(headlines(comparison(1e4), 0.0001)[1].allowed == 0.25);
}

TEST_CASE("common luck needs the variance of the difference, plain sampling the sum of the variances") {
  const Headline cost = headlines(comparison(1e4), 0.01)[2];
  CHECK(cost.key == "net_cost");
  CHECK(cost.mean == Approx(5e6 + 4.5e4));
  const double of_own = 8.25e8 * 100 / 99;
  const double of_common = 8.25e12 * 100 / 99;
  const double factor = std::pow(1.96 / (0.01 * cost.mean), 2);
  CHECK(static_cast<double>(cost.replications) == Approx(std::ceil(of_own * factor)).margin(1));
  CHECK(static_cast<double>(cost.plain) == Approx((2 * of_common + of_own) * factor).epsilon(0.01));
  CHECK_FALSE(headlines(comparison(1e6), 0.001)[2].reached());
}

TEST_CASE("what a figure owes to an assumption by a straight line is no error") {
  Comparison both = comparison(1e4);
  both.seed = 9;
  both.replications = 100;
  both.assumptions.resize(2);
  both.assumptions[1].spread.shape = Spread::Shape::uniform;
  const banenplan::engine::ParameterDraws draws(both.seed, both.replications, 2);
  for (int r = 0; r < 100; ++r) {
    both.scenarios[1].run.outcomes[static_cast<std::size_t>(r)][1] += 1e6 * (draws.uniform(r, 1) - 0.5);
  }
  const Headline cost = headlines(both, 0.01)[2];
  const Headline without = headlines(comparison(1e4), 0.01)[2];
  CHECK(cost.half_width == Approx(without.half_width).epsilon(0.1));
  CHECK(cost.mean == Approx(without.mean).epsilon(1e-3));
  both.assumptions[1].spread.shape = Spread::Shape::fixed;
  CHECK(headlines(both, 0.01)[2].half_width > 5.0 * without.half_width);
}
