// How exactly the headline figures of a comparison are known, and how many replications more would make them as exact
// as asked for. A figure is exact enough when the half width of its 95 % interval is at most the share asked for, or
// its floor: 0.25 for jobs and lasting placements, 10,000 euro for loonkostensubsidie and net cost over all years.
//
// Net cost is the difference with the null alternative, taken within each replication: both have the same luck and
// the same draw of what is not known. What a figure owes to each assumption by a straight line is known beforehand and
// is no error (engine/controls.hpp). Plain sampling would have drawn the two apart, with the sum of the two variances
// and nothing taken off. The expectation twin is no control here: given the assumptions, what luck does to those whom
// it knows, the people of the null alternative, tells next to nothing about a difference in net cost.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/simulation/comparison.hpp"

namespace banenplan::models {

struct Headline {
  std::string scenario;
  std::string key;
  double mean = 0.0;              // with controls
  double half_width = 0.0;
  double allowed = 0.0;           // half width
  std::int64_t replications = 0;  // that the half width allowed takes
  std::int64_t plain = 0;         // that plain sampling takes

  bool reached() const { return half_width <= allowed; }
};

// The headline figures after the replications so far, at least two; `share` as 0.01 for 1 %.
std::vector<Headline> headlines(const Comparison& comparison, double share);

}  // namespace banenplan::models
