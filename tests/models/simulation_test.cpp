#include "models/simulation.hpp"

#include <catch2/catch.hpp>

#include "models/precision.hpp"

using namespace banenplan::models;

namespace {

std::vector<Scenario> scenarios() {
  std::vector<Scenario> result;
  for (const char* const name : {"nulalternatief", "trainees"}) {
    Problems problems;
    ScenarioRequest request;
    request.name_or_file = name;
    request.municipality = "klein";
    auto found = read_scenario(request, problems);
    REQUIRE(found);
    result.push_back(std::move(*found));
  }
  return result;
}

}  // namespace

TEST_CASE("a run to a precision is the first part of a longer one, on any number of threads") {
  const auto both = scenarios();
  SimulationOptions options;
  options.precision = 0.2;
  options.threads = 1;
  const Comparison found = simulate(both, options);
  for (const Headline& headline : headlines(found, options.precision)) {
    CAPTURE(headline.scenario, headline.key, headline.half_width, headline.allowed);
    CHECK(headline.reached());
  }
  options.threads = 3;
  const Comparison again = simulate(both, options);
  SimulationOptions by_number;
  by_number.replications = found.replications;
  const Comparison counted = simulate(both, by_number);
  for (std::size_t k = 0; k < both.size(); ++k) {
    CHECK(found.scenarios[k].run.outcomes == again.scenarios[k].run.outcomes);
    CHECK(found.scenarios[k].run.outcomes == counted.scenarios[k].run.outcomes);
  }
}
