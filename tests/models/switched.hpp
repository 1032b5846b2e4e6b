// What an element moves: the same scenario with and without it, under the same luck.
#pragma once

#include <string>
#include <vector>

#include "models/simulation/simulation.hpp"
#include "tests/models/shipped.hpp"

namespace banenplan::models {

// The mean over replications of a measure, added up over the years.
inline double total(const Scenario& scenario, const std::string& key, std::int32_t replications = 40) {
  SimulationOptions options;
  options.replications = replications;
  const Comparison comparison = simulate({scenario}, options);
  const ScenarioResult& result = comparison.scenarios.front();
  const auto years = static_cast<std::size_t>(comparison.years);
  double sum = 0.0;
  bool found = false;
  for (std::size_t m = 0; m < result.measures.size(); ++m) {
    if (result.measures[m].key != key) continue;
    found = true;
    for (std::size_t r = 0; r < result.run.outcomes.size(); ++r) {
      for (std::size_t year = 0; year < years; ++year) sum += result.at(r, m, year, years);
    }
  }
  CAPTURE(key);
  REQUIRE(found);
  return sum / replications;
}

}  // namespace banenplan::models
