// What a strategy costs for what it brings, against another strategy and against all others. Costs and effects are
// means per person, or any totals of the same people; the ratio is cost per unit of effect.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/pathway.hpp"

namespace banenplan::engine {

// A strategy against one reference.
struct Increment {
  enum class Kind : std::uint8_t {
    costs_more_brings_more,  // ratio: what a unit more costs
    saves_and_brings_less,   // ratio: what is saved per unit given up
    dominates,               // at least as good on both, and better on one; no ratio
    is_dominated,            // the other way round; no ratio
    equal                    // no difference on either; no ratio
  };
  Kind kind = Kind::equal;
  double cost = 0.0;
  double effect = 0.0;
  double ratio = 0.0;  // only where the kind says that there is one
  bool has_ratio() const { return kind == Kind::costs_more_brings_more || kind == Kind::saves_and_brings_less; }
};

// Differences below 10^-12 of the larger number are rounding, and count as none.
Increment increment(double cost, double effect, double reference_cost, double reference_effect);

// The place of a strategy among all: on the frontier of best buys, or off it, and why.
struct FrontierPlace {
  enum class Standing : std::uint8_t {
    efficient,
    dominated,             // another costs no more and brings no less
    extendedly_dominated,  // a mix of two others does: its ratio is higher than that of the next better one
    same_as_earlier        // costs and brings what an earlier strategy does
  };
  Standing standing = Standing::efficient;
  std::int32_t against = none;  // the efficient strategy before it; none for the first of them
  double ratio = 0.0;           // incremental cost per unit of effect against that one
};

// Places in the order of the strategies. Method: Drummond et al. 2015, Methods for the Economic Evaluation of Health
// Care Programmes, 4th edition, chapter 4.
std::vector<FrontierPlace> icer_frontier(const std::vector<double>& costs, const std::vector<double>& effects);

}  // namespace banenplan::engine
