#include "models/simulation/aggregate.hpp"

#include <cmath>

#include "models/simulation/simulation.hpp"
#include "tests/models/shipped.hpp"

using namespace banenplan;
using namespace banenplan::models;

namespace {

std::vector<Scenario> on_region(const Region& region) {
  std::vector<Scenario> scenarios;
  for (const char* name : {"nulalternatief", "boven-formatie", "trainees"}) {
    scenarios.push_back(shipped_scenario(name, {"municipality=zaanstreek-waterland", "period.years=3"}));
    scenarios.back().region = region;
    scenarios.back().municipality = region.whole();
  }
  return scenarios;
}

Comparison simulated(const Region& region) {
  SimulationOptions options;
  options.replications = 6;
  return simulate(on_region(region), options);
}

}  // namespace

TEST_CASE("the municipalities sum to the region, to the cent and to the person, in every replication") {
  const Region region = *shipped_scenario("trainees", {"municipality=zaanstreek-waterland"}).region;
  const Comparison whole = simulated(region);
  std::vector<Comparison> parts;
  for (const Municipality& municipality : region.municipalities) {
    Region one = region;
    one.municipalities = {municipality};
    parts.push_back(simulated(one));
  }
  REQUIRE(parts.size() == 8);
  int compared = 0;
  for (std::size_t s = 0; s < whole.scenarios.size(); ++s) {
    const ScenarioResult& scenario = whole.scenarios[s];
    for (std::size_t r = 0; r < scenario.run.outcomes.size(); ++r) {
      for (std::size_t k = 0; k < scenario.run.outcomes[r].size(); ++k) {
        const std::size_t measure = k / 3;
        if (measure < scenario.measures.size() && scenario.measures[measure].unit == MeasureText::Unit::share)
          continue;
        // Hundredths: cents of euros, and no part of a person is as small.
        long long sum = 0;
        for (const Comparison& part : parts) sum += std::llround(part.scenarios[s].run.outcomes[r][k] * 100.0);
        const bool jobs =
            measure < scenario.measures.size() && (scenario.measures[measure].unit == MeasureText::Unit::jobs ||
                                                   scenario.measures[measure].unit == MeasureText::Unit::fte);
        const long long rounding = jobs ? 4 : 0;  // eight jobs of hours / 25.5, each rounded
        REQUIRE(std::llabs(std::llround(scenario.run.outcomes[r][k] * 100.0) - sum) <= rounding);
        ++compared;
      }
    }
  }
  CHECK(compared > 3000);
}

TEST_CASE("the share of the quotum of a region is that of its jobs together") {
  const Region region = *shipped_scenario("trainees", {"municipality=zaanstreek-waterland"}).region;
  const Comparison whole = simulated(region);
  const ScenarioResult& trainees = whole.scenarios[2];
  const auto place = [&](const char* key) {
    for (std::size_t m = 0; m < trainees.measures.size(); ++m) {
      if (trainees.measures[m].key == key) return m;
    }
    FAIL(key);
    return std::size_t{0};
  };
  for (std::size_t r = 0; r < trainees.run.outcomes.size(); ++r) {
    for (std::size_t year = 0; year < 3; ++year) {
      CHECK(trainees.at(r, place("quotum_share"), year, 3) * region.whole().quotum_jobs ==
            Approx(trainees.at(r, place("jobs"), year, 3)).epsilon(1e-12));
    }
  }
}

TEST_CASE("people of two municipalities that are alike do not have the same luck, assumptions are the same") {
  Region region = *shipped_scenario("trainees", {"municipality=zaanstreek-waterland"}).region;
  region.municipalities = {region.municipalities[2], region.municipalities[3]};
  REQUIRE(region.municipalities[0].register_people == region.municipalities[1].register_people);
  std::vector<Comparison> parts;
  SimulationOptions options;
  options.replications = 6;
  options.municipality_done = [&](const Comparison& one) { parts.push_back(one); };
  simulate(on_region(region), options);
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].scenarios[1].run.outcomes != parts[1].scenarios[1].run.outcomes);
  region.municipalities[1].stream = region.municipalities[0].stream;
  parts.clear();
  simulate(on_region(region), options);
  CHECK(parts[0].scenarios[1].run.outcomes == parts[1].scenarios[1].run.outcomes);
}

TEST_CASE("what does not belong together is not added up") {
  const Region region = *shipped_scenario("trainees", {"municipality=zaanstreek-waterland"}).region;
  Region one = region;
  one.municipalities.resize(1);
  Aggregate aggregate(region);
  Comparison comparison = simulated(one);
  aggregate.add(comparison);
  Comparison other = comparison;
  other.scenarios.pop_back();
  CHECK_THROWS_AS(aggregate.add(other), std::logic_error);
  other = comparison;
  other.scenarios[0].run.outcomes[0].pop_back();
  CHECK_THROWS_AS(aggregate.add(other), std::logic_error);
}
