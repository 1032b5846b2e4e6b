// The expected course: what the individuals do on average, by matrix algebra on the distribution over (state, time in
// state), computed apart from the draws. It holds where nothing is scarce: openings are left out, contracts always
// signed. Flows are not part of it; measures of people, hours and events are.
#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <vector>

#include "engine/program.hpp"

namespace banenplan::engine {

struct Expectation {
  Eigen::ArrayXXd occupancy;  // people by (step 0..steps, state)
  Eigen::ArrayXXd hours;      // paid hours a week that they have in sum, when working, likewise
  Eigen::ArrayXXd events;     // by (step, event number)

  // People by (state, completed steps in it) at the end of the horizon; steps after which nothing changes any more
  // are not told apart.
  struct Cell {
    StateIndex state = 0;
    std::int32_t elapsed = 0;
    double people = 0.0;
  };
  std::vector<Cell> at_end;
};

// The expected course under these values. People differ in the attributes on which hazard ratios depend; the course
// is computed for each combination of their levels and weighted by how many people have it.
Expectation expected_course(const Program& program, const std::vector<double>& values);

// All measures of the expected course; series that it has not are 0.
std::vector<double> outcome_of(const Program& program, const std::vector<double>& values,
                               const Expectation& expectation);

}  // namespace banenplan::engine
