#include "models/appraisal/attribution.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "models/simulation/simulation.hpp"
#include "tests/models/shipped.hpp"

using namespace banenplan;
using namespace banenplan::models;

namespace {

Comparison simulated(const std::vector<std::string>& overrides, std::int32_t replications) {
  std::vector<std::string> all = {"municipality=klein"};
  all.insert(all.end(), overrides.begin(), overrides.end());
  SimulationOptions options;
  options.replications = replications;
  return simulate({shipped_scenario("nulalternatief", all), shipped_scenario("boven-formatie", all)}, options);
}

const Attribution& of(const std::vector<Attribution>& rows, std::string_view result) {
  for (const Attribution& row : rows) {
    if (row.result == result) return row;
  }
  FAIL("no result " << result);
  return rows.front();
}

std::string assumption(const Comparison& comparison, const Attribution& row, std::size_t place) {
  REQUIRE(place < row.parts.size());
  return comparison.assumptions[static_cast<std::size_t>(row.parts[place].assumption)].name;
}

}  // namespace

TEST_CASE("each result of the simulation has its shares, and what is attributed is no more than there is") {
  const Comparison comparison = simulated({}, 200);
  const auto attributions = attribute(comparison, appraise(comparison));
  REQUIRE(attributions.size() == 2);
  for (const Attribution& row : attributions[0]) CHECK_FALSE(row.chance.has_value());  // the null alternative itself
  REQUIRE(attributions[1].size() == attributed_results.size());
  for (const char* const result : {"society_net", "municipality_net", "society_ratio", "jobs", "lasting_jobs",
                                   "cost_per_placement", "cost_per_job", "cost_per_lasting_job"}) {
    CAPTURE(result);
    const Attribution& row = of(attributions[1], result);
    REQUIRE(row.chance.has_value());
    CHECK(row.chance->share > 0.0);
    CHECK(row.chance->low < row.chance->share);
    CHECK(row.chance->share <= row.chance->high);
    double first = 0.0;
    for (const Attribution::Part& part : row.parts) {
      first += part.index.first;
      CHECK(part.index.total >= part.index.first);
      CHECK(part.index.low <= part.index.total);
      CHECK(part.index.high >= part.index.total);
    }
    CHECK(first <= 1.0);
  }
}

TEST_CASE("an assumption that is made to dominate comes out as the one that does") {
  // What a year of work spares in care, and what a workplace costs, may be nil or many times as much.
  struct Row {
    const char* planted;
    const char* name;
    const char* result;
  };
  const Row rows[] = {
      {"assumptions.saved_care_wmo_crime={value: 25000, range: [0, 50000]}", "saved_care_wmo_crime", "society_net"},
      {"assumptions.workplace_per_placement={value: 50000, range: [0, 100000]}", "workplace_per_placement",
       "municipality_net"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.planted);
    const Comparison comparison = simulated({row.planted, "funds={}"}, 200);
    const auto attributions = attribute(comparison, appraise(comparison));
    const Attribution& found = of(attributions[1], row.result);
    CHECK(assumption(comparison, found, 0) == row.name);
    CHECK(found.parts[0].index.first > 0.5);
    REQUIRE(found.chance.has_value());
    CHECK(found.chance->share < 0.3);
    const Comparison as_it_is = simulated({"funds={}"}, 200);
    const auto usual = attribute(as_it_is, appraise(as_it_is));
    for (const Attribution::Part& part : of(usual[1], row.result).parts) {
      if (as_it_is.assumptions[static_cast<std::size_t>(part.assumption)].name == row.name)
        CHECK(part.index.total < 0.3);
    }
  }
}

TEST_CASE("where nothing is in doubt all is chance, and no assumption is blamed") {
  Comparison comparison = simulated({}, 100);
  for (ScenarioResult& scenario : comparison.scenarios) scenario.run = scenario.chance;
  const auto attributions = attribute(comparison, appraise(comparison));
  const Attribution& row = of(attributions[1], "society_net");
  REQUIRE(row.chance.has_value());
  CHECK(row.chance->share == 1.0);
  CHECK(row.parts.empty());
}

TEST_CASE("a result that is not there in every replication has no shares") {
  ScenarioAppraisal scenario;
  scenario.society.cost = {1.0, 0.0};
  scenario.society.benefit = {1.0, 2.0};
  scenario.society.payback = {3, engine::none};
  CHECK(result_draws(scenario, "society_ratio").all.empty());
  CHECK(result_draws(scenario, "society_payback").all.empty());
  CHECK_FALSE(chance_share({}).has_value());
  CHECK_FALSE(chance_share({{2.0, 2.0, 2.0}, {1.0, 3.0}}).has_value());
  // Variances 1 and 4: a quarter; from two draws each that says little.
  const auto share = chance_share({{0.0, 2.0, 4.0, 2.0, 2.0}, {1.0, 2.0, 3.0, 2.0, 2.0}});
  REQUIRE(share.has_value());
  CHECK(share->share == Approx(0.25));
  CHECK(share->low == Approx(0.25 / std::exp(1.645)));
  CHECK(share->high == 1.0);
}

TEST_CASE("without an appraisal there is nothing to attribute") {
  CHECK(attribute({}, {}).empty());
}
