// A small comparison that the engine really ran: a small municipality, few replications.
#pragma once

#include <catch2/catch.hpp>

#include "models/reading/problems.hpp"
#include "models/simulation/simulation.hpp"

namespace banenplan::plots {

inline models::Comparison small_simulation(const std::vector<std::string>& names = {"nulalternatief",
                                                                                    "budgettair-neutraal",
                                                                                    "boven-formatie"},
                                           int replications = 20, const std::vector<std::string>& overrides = {}) {
  std::vector<models::Scenario> scenarios;
  for (const std::string& name : names) {
    models::Problems problems;
    auto scenario = models::read_scenario({name, overrides, std::string("klein"), false}, problems);
    INFO((problems.has_errors() ? problems.error_lines().front() : ""));
    REQUIRE(scenario.has_value());
    scenarios.push_back(std::move(*scenario));
  }
  models::SimulationOptions options;
  options.seed = 9;
  options.replications = replications;
  return models::simulate(scenarios, options);
}

}  // namespace banenplan::plots
