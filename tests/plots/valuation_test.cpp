#include "plots/valuation.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "tests/plots/small_simulation.hpp"

using namespace banenplan;
using namespace banenplan::plots;

TEST_CASE("a ratio is that of the means, and there is none where its lower part is not positive") {
  const auto ratio = ratio_of({10, 30}, {5, 5});
  REQUIRE(ratio.has_value());
  CHECK(ratio->value == 4.0);
  REQUIRE(ratio->band.has_value());
  CHECK(ratio->band->median == 4.0);
  CHECK_FALSE(ratio_of({10, 30}, {0, 0}).has_value());
  CHECK_FALSE(ratio_of({10, 30}, {-5, 1}).has_value());
  CHECK_FALSE(ratio_of({}, {}).has_value());
  const auto without_band = ratio_of({1, 1, 1, 1}, {4, 0, 2, 2});
  REQUIRE(without_band.has_value());
  CHECK(without_band->value == 0.5);
  CHECK_FALSE(without_band->band.has_value());
}

TEST_CASE("the valuation says the same of parties, posts and society") {
  const models::Comparison comparison = small_simulation();
  const auto valued = valuation_of(comparison);
  REQUIRE(valued != nullptr);
  for (const ScenarioValuation& one : valued->scenarios) {
    double parties = 0.0, posts = 0.0, of_parties = 0.0;
    for (const Band& band : one.parties) parties += band.mean;
    for (const double value : one.society_by_post) posts += value;
    for (const auto& party : one.by_post) {
      for (const double value : party) of_parties += value;
    }
    CHECK(std::abs(parties - one.society.net.mean) < 0.005);
    CHECK(std::abs(posts - one.society.net.mean) < 0.005);
    CHECK(std::abs(of_parties - one.society.net.mean) < 0.005);
  }
  const ScenarioValuation& null = valued->scenarios[0];
  CHECK_FALSE(null.society.ratio.has_value());  // no cost at all
  CHECK_FALSE(null.society.payback_year.has_value());
  CHECK_FALSE(null.cost_per.placement.has_value());
  CHECK(valued->scenarios[2].cost_per.placement.has_value());
  CHECK(valued->finance.size() == 3);
}

TEST_CASE("payback says how many get there, and when; never where that many do not") {
  const std::int32_t never = engine::none;
  const Payback half = payback_of({2, never, 4, never, 3, never, never, never, never, never, 1}, 2027);
  CHECK(half.chance == Approx(4.0 / 11.0));
  CHECK(half.low == 2029);
  CHECK_FALSE(half.median.has_value());
  CHECK_FALSE(half.high.has_value());
  const Payback all = payback_of({5, 5, 5}, 2027);
  CHECK(all.chance == 1.0);
  CHECK(all.high == 2032);
  CHECK(payback_of({}, 2027).chance == 0.0);
}

TEST_CASE("the mean pays back in a year in which some replications do, and each actor has a band") {
  const auto valued = valuation_of(small_simulation());
  for (const ScenarioValuation& one : valued->scenarios) {
    for (const Band& party : one.parties) CHECK(party.low <= party.high);
  }
  REQUIRE(valued->attributions.size() == 3);
  CHECK(valued->attributions[2].size() == models::attributed_results.size());
}

TEST_CASE("without a null alternative there is no valuation") {
  CHECK(valuation_of(small_simulation({"boven-formatie"}, 3)) == nullptr);
}

TEST_CASE("how options stand to each other has five words") {
  using Kind = engine::Increment::Kind;
  std::set<std::string_view> names;
  for (const Kind kind : {Kind::costs_more_brings_more, Kind::saves_and_brings_less, Kind::dominates,
                          Kind::is_dominated, Kind::equal}) {
    names.insert(name_of(kind));
  }
  CHECK(names.size() == 5);
}
