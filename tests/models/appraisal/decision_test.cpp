#include "models/appraisal/decision.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "models/reading/problems.hpp"
#include "models/simulation/simulation.hpp"

using namespace banenplan::models;

namespace {

Comparison simulated(int replications) {
  std::vector<Scenario> scenarios;
  for (const char* const name : {"nulalternatief", "budgettair-neutraal", "boven-formatie", "trainees"}) {
    Problems problems;
    auto scenario = read_scenario({name, {}, std::string("klein"), false}, problems);
    REQUIRE(scenario.has_value());
    scenarios.push_back(std::move(*scenario));
  }
  SimulationOptions options;
  options.replications = replications;
  return simulate(scenarios, options);
}

}  // namespace

TEST_CASE("frontier, net benefit and acceptability name the same winner at every worth of a lasting job") {
  const Comparison comparison = simulated(60);
  const Appraisal appraisal = appraise(comparison);
  for (const Perspective perspective : {Perspective::municipality, Perspective::society}) {
    const Decision decision = decide(comparison, appraisal, perspective);
    REQUIRE(decision.choices.size() == 21);
    CHECK(decision.choices.front().worth == 0.0);
    CHECK(decision.choices.back().worth == 50000.0);
    for (std::size_t k = 0; k < decision.choices.size(); ++k) {
      const auto& choice = decision.choices[k];
      INFO("worth " << choice.worth);
      CHECK(decision.frontier[k] == choice.best);
      double chances = 0.0;
      for (const double chance : choice.chance_best) chances += chance;
      CHECK(chances == Approx(1.0));
      for (const double loss : choice.expected_loss) CHECK(loss >= choice.perfect_information);
    }
    for (const InformationWorth& one : decision.information) CHECK(one.euro <= decision.perfect_information);
    REQUIRE(decision.influences.size() == 4);
    CHECK(decision.influences[0].empty());
    CHECK_FALSE(decision.influences[2].empty());
    CHECK(decision.increments[0].kind == banenplan::engine::Increment::Kind::equal);
    CHECK_FALSE(decision.increments[0].has_ratio());
  }
}

TEST_CASE(
    "frontier, net benefit and acceptability agree at every euro from 0 to 50,000, on the simulation's results") {
  const Comparison comparison = simulated(60);
  const Appraisal appraisal = appraise(comparison);
  for (const bool society : {false, true}) {
    banenplan::engine::Draws draws;
    draws.options = 4;
    for (std::size_t r = 0; r < 60; ++r) {
      for (const ScenarioAppraisal& one : appraisal.scenarios) {
        draws.costs.push_back(society ? -one.society.net[r] : -one.municipality.net[r]);
        draws.effects.push_back(one.lasting[r]);
      }
    }
    const auto costs = draws.mean_costs();
    const auto effects = draws.mean_effects();
    const auto places = banenplan::engine::icer_frontier(costs, effects);
    std::vector<double> worths;
    for (int euro = 0; euro <= 50000; ++euro) worths.push_back(euro);
    std::size_t disagree = 0;
    for (const auto& choice : banenplan::engine::acceptability(draws, worths)) {
      std::size_t most = 0;
      for (std::size_t k = 1; k < 4; ++k)
        if (choice.worth * effects[k] - costs[k] > choice.worth * effects[most] - costs[most]) most = k;
      const std::int32_t on_frontier = banenplan::engine::frontier_choice(places, choice.worth);
      if (on_frontier != choice.best || static_cast<std::int32_t>(most) != choice.best) ++disagree;
    }
    CHECK(disagree == 0);
  }
}

TEST_CASE("what is in doubt in any scenario may be worth knowing, also where the first one takes it for known") {
  std::vector<Scenario> scenarios;
  for (const char* const name : {"nulalternatief", "boven-formatie", "trainees"}) {
    std::vector<std::string> overrides;
    if (name != std::string("nulalternatief"))
      overrides = {"assumptions.saved_care_wmo_crime={value: 25000, range: [0, 50000]}"};
    else
      overrides = {"assumptions.saved_care_wmo_crime=5000"};
    Problems problems;
    auto scenario = read_scenario({name, overrides, std::string("klein"), false}, problems);
    REQUIRE(scenario.has_value());
    scenarios.push_back(std::move(*scenario));
  }
  SimulationOptions options;
  options.replications = 200;
  const Comparison comparison = simulate(scenarios, options);
  const auto place = [&](const std::string& name) {
    for (std::size_t k = 0; k < comparison.assumptions.size(); ++k)
      if (comparison.assumptions[k].name == name) return static_cast<std::int32_t>(k);
    return std::int32_t{-1};
  };
  const std::int32_t care = place("saved_care_wmo_crime");
  REQUIRE(comparison.assumptions[static_cast<std::size_t>(care)].spread.shape == Spread::Shape::fixed);
  const Decision decision = decide(comparison, appraise(comparison), Perspective::society);
  const auto is_care = [&](const auto& one) { return one.assumption == care; };
  CHECK(std::any_of(decision.information.begin(), decision.information.end(), is_care));
  REQUIRE_FALSE(decision.influences[1].empty());
  CHECK(decision.influences[1].front().assumption == care);
}

TEST_CASE("known causes explain a good part of the variance, and not more than all") {
  const Comparison comparison = simulated(200);
  const Decision decision = decide(comparison, appraise(comparison), Perspective::society);
  double sum = 0.0;
  for (const Influence& one : decision.influences[2]) sum += one.bar.explained_share;
  CHECK(sum > 0.2);
  CHECK(sum < 1.2);
}

TEST_CASE("without an appraisal there is nothing to decide") {
  CHECK(decide({}, {}, Perspective::society).choices.empty());
}
