#include "plots/summary.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <numeric>

#include "tests/plots/sample_comparison.hpp"

using namespace banenplan;
using namespace banenplan::plots;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

// Two scenarios with a measure that adds up and one that does not, over two years.
models::Comparison two_by_two() {
  models::Comparison comparison;
  comparison.years = 2;
  comparison.replications = 3;
  comparison.null_alternative = 0;
  const auto text = [](const char* key, bool adds_up) {
    return models::MeasureText{
        key, {}, models::MeasureText::Unit::count, models::MeasureText::Subject::people, adds_up};
  };
  comparison.scenarios.resize(2);
  for (auto& scenario : comparison.scenarios) scenario.measures = {text("sum", true), text("state", false)};
  comparison.scenarios[0].run.outcomes = {{1, 2, 10, 20}, {100, 200, 10, 30}, {3, 4, 10, 40}};
  comparison.scenarios[1].run.outcomes = {{2, 4, 10, 21}, {101, 202, 10, 31}, {4, 6, 10, 41}};
  return comparison;
}

void check_band(const std::optional<Band>& band, const Band& expected) {
  REQUIRE(band);
  CHECK(band->median == Approx(expected.median));
  CHECK(band->low == Approx(expected.low));
  CHECK(band->high == Approx(expected.high));
  CHECK(band->mean == Approx(expected.mean));
}

}  // namespace

TEST_CASE("a band is the median with the 5 and 95 per cent points of type 7") {
  struct Row {
    std::vector<double> values;
    Band band;
  };
  std::vector<double> hundred(101);
  std::iota(hundred.rbegin(), hundred.rend(), 0.0);
  const Row rows[] = {
      // R: quantile(x, c(0.5, 0.05, 0.95), type = 7)
      {{1, 2, 3, 4}, {2.5, 1.15, 3.85, 2.5}},
      {{10, 1}, {5.5, 1.45, 9.55, 5.5}},
      {{7}, {7, 7, 7, 7}},
      {hundred, {50, 5, 95, 50}},
      {{infinity, 2, -infinity, 2, std::nan("")}, {2, 2, 2, 2}},
  };
  for (const Row& row : rows) check_band(band_of(row.values), row.band);
  CHECK(!band_of({}));
  CHECK(!band_of({infinity, 1e300}));
  const auto zero = band_of({-0.0});
  REQUIRE(zero);
  CHECK(!std::signbit(zero->median));
  CHECK(!std::signbit(zero->negated().median));
}

TEST_CASE("what is saved is the difference turned around, low edge first") {
  check_band(Band{3, 1, 7, 4}.negated(), {-3, -7, -1, -4});
}

TEST_CASE("years add up to a total, or the last one counts") {
  const Summary summary = summary_of(two_by_two());
  REQUIRE(summary.scenarios.size() == 2);
  CHECK(summary.banded);
  check_band(summary.scenarios[0].find("sum")->total, {7, 3.4, 270.7, 310.0 / 3});
  check_band(summary.scenarios[0].find("state")->total, {30, 21, 39, 30});
  check_band(summary.scenarios[0].find("state")->years[0], {10, 10, 10, 10});
  CHECK(summary.scenarios[0].find("other") == nullptr);
}

TEST_CASE("a difference is taken within each replication") {
  const Summary summary = summary_of(two_by_two());
  // Luck spreads the levels widely, and the differences not at all.
  check_band(summary.scenarios[1].find("sum")->total_difference, {3, 3, 3, 3});
  check_band(summary.scenarios[1].find("sum")->differences[1], {2, 2, 2, 2});
  check_band(summary.scenarios[1].find("state")->total_difference, {1, 1, 1, 1});
  CHECK(summary.scenarios[0].find("sum")->differences.empty());
  CHECK(!summary.scenarios[0].find("sum")->total_difference);
}

TEST_CASE("without a null alternative, or without its measure, there are no differences") {
  models::Comparison comparison = two_by_two();
  for (const std::int32_t none : {-1, 2}) {
    comparison.null_alternative = none;
    CHECK(!summary_of(comparison).scenarios[1].find("sum")->total_difference);
  }
  comparison = two_by_two();
  comparison.scenarios[0].measures[0].key = "other";
  CHECK(!summary_of(comparison).scenarios[1].find("sum")->total_difference);
  CHECK(summary_of(comparison).scenarios[1].find("state")->total_difference);
}

TEST_CASE("what is missing or not finite makes no band, and never a wrong one") {
  models::Comparison comparison = two_by_two();
  comparison.scenarios[1].run.outcomes = {{2, infinity, 10, std::nan("")}, {101}, {}};
  const ScenarioSummary summary = summary_of(comparison).scenarios[1];
  check_band(summary.find("sum")->years[0], {51.5, 6.95, 96.05, 51.5});
  CHECK(!summary.find("sum")->total);
  CHECK(!summary.find("state")->total);
  CHECK(!summary.find("state")->total_difference);
  comparison.years = 0;
  CHECK(!summary_of(comparison).scenarios[1].find("sum")->total);
}

TEST_CASE("one replication has no band") {
  CHECK(!summary_of(sample_comparison(1)).banded);
  CHECK(summary_of(sample_comparison(2)).banded);
}

TEST_CASE("totals by replication, for what compares scenarios with each other") {
  const models::Comparison comparison = two_by_two();
  CHECK(totals(comparison, 1, "sum") == std::vector<double>{6, 303, 10});
  CHECK(totals(comparison, 1, "none").empty());
  CHECK(differences({5, 3}, {1, 1, 1}) == std::vector<double>{4, 2});
}
