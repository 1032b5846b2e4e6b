// The hazard of each exit: how strongly a person is drawn out of a state that way, by step in the state and step of
// the model, for a given set of values and before the ratios of the person.
//
// Exits given as probabilities compete: with p their sum, the hazard of exit j is -log(1 - p) p_j / p. A visit
// under these hazards then ends in a step with probability p, by way of j with probability p_j, exactly;
// and a hazard ratio on one of them means what it means in a competing-risks model.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/program.hpp"

namespace banenplan::engine {

// A probability of 1 as a hazard: e^-10^6 is 0, and shares of it keep their proportions.
inline constexpr double certain_hazard = 1e6;

class Hazards {
 public:
  Hazards(const Program& program, const std::vector<double>& values) : program_(program), values_(values) {}

  // Fills `hazards`, one for each exit of the state, for a step in which `elapsed` steps in the state are complete
  // and the model is at `step`.
  void of(const State& state, int elapsed, int step, std::vector<double>& hazards) const;

  // Whether the hazards of the state change with the time in the state, and with the time of the model.
  static bool changes_with_time_in_state(const State& state);
  static bool changes_with_time(const State& state);

 private:
  double base(const Exit& exit, int elapsed, int step) const;
  double factor(const Exit& exit, int step) const;
  double value(ValueIndex index) const { return values_[static_cast<std::size_t>(index)]; }

  const Program& program_;
  const std::vector<double>& values_;
};

}  // namespace banenplan::engine
