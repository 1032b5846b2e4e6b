// results.json of a comparison, read back as the page does.
#pragma once

#include <catch2/catch.hpp>

#include "plots/reading.hpp"
#include "plots/results.hpp"
#include "tests/plots/sample_comparison.hpp"
#include "tests/plots/small_simulation.hpp"

namespace banenplan::plots {

inline Json results_of(const models::Comparison& comparison) {
  Reading reading = read_results(results_json(comparison, summary_of(comparison)));
  INFO(reading.place);
  REQUIRE(reading.done());
  return std::move(reading.results);
}

// Of a real run of all shipped scenarios, small; made once.
inline const Json& simulated_results() {
  static const Json results =
      results_of(small_simulation({"nulalternatief", "budgettair-neutraal", "boven-formatie", "trainees"}, 30));
  return results;
}

}  // namespace banenplan::plots
