#include "plots/robustness.hpp"

#include <catch2/catch.hpp>

#include "tests/plots/sample_comparison.hpp"

using namespace banenplan;
using namespace banenplan::plots;

namespace {

// Every draw of a measure of one scenario moved by an amount.
models::Comparison moved(models::Comparison comparison, std::size_t scenario, const std::string& key, double amount) {
  auto& result = comparison.scenarios[scenario];
  const auto years = static_cast<std::size_t>(comparison.years);
  for (std::size_t m = 0; m < result.measures.size(); ++m) {
    if (result.measures[m].key != key) continue;
    for (auto& outcome : result.run.outcomes) {
      for (std::size_t year = 0; year < years; ++year) outcome[m * years + year] += amount;
    }
  }
  return comparison;
}

}  // namespace

TEST_CASE("the order of scenarios is that of their means, without the null alternative") {
  const auto comparison = sample_comparison();
  const auto order = order_by_jobs(comparison, comparison.replications);
  REQUIRE(order.size() + 1 == comparison.scenarios.size());
  const std::size_t last = order.back();
  CHECK(order_by_jobs(moved(comparison, last, "jobs", 1e6), comparison.replications).front() == last);
  const std::size_t dearest = order_by_cost(comparison, comparison.replications).back();
  CHECK(order_by_cost(moved(comparison, dearest, "net_cost", -1e12), comparison.replications).front() == dearest);
}

TEST_CASE("what is left of the ranking is said once when it stays, and both ways when it changes") {
  const auto comparison = sample_comparison();
  const Words words{Language::english};
  const auto same = robustness(comparison, comparison, words);
  REQUIRE(same.size() == 2);
  CHECK_THAT(same[0], Catch::StartsWith("Without assumed effects (grade A) the order by jobs stays the same: "));
  CHECK_THAT(same[1], Catch::Contains("the order by cost, the lowest first, stays the same: "));
  const std::size_t last = order_by_jobs(comparison, comparison.replications).back();
  const auto other = robustness(comparison, moved(comparison, last, "jobs", 1e6), words);
  CHECK_THAT(other[0], Catch::Contains("the order by jobs is ") && Catch::Contains("; with them "));
  CHECK(other[1] == same[1]);
}

TEST_CASE("nothing is said where there is nothing to rank") {
  CHECK(robustness({}, {}, Words{Language::dutch}).empty());
}
