#include "models/appraisal/decision.hpp"

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
