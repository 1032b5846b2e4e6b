// Clocks: one for each exit of a state, set once when a visit begins. Each holds an exponential draw, divided by the
// person's hazard ratio, that is used up by the exit's cumulative hazard; the earliest to run out ends the visit. So
// chance is drawn per visit and not per step, hazards that change with time are exact, and under the same luck a
// lower hazard never shortens a stay.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "engine/program.hpp"

namespace banenplan::engine {

class Clocks {
 public:
  static constexpr double never = std::numeric_limits<double>::infinity();

  explicit Clocks(const Program& program);

  // Builds the cumulative hazards for these values.
  void set(const Program& program, const std::vector<double>& values);

  // When the clock of an exit runs out, in steps from now as a real number (the event falls at the end of the step
  // that it is in), or `never` within the horizon. `elapsed` steps in the state are complete at `step`; `charge` is
  // the exponential draw divided by the ratio.
  double runs_out(StateIndex state, std::int32_t exit, int elapsed, int step, double charge) const;

 private:
  enum class Shape : std::uint8_t { constant, by_time_in_state, by_time, by_season, by_both };
  struct Clock {
    Shape shape = Shape::constant;
    double hazard = 0.0;      // of a constant one
    std::size_t first = 0;    // of its rows in cumulative_
    std::size_t columns = 0;  // of a row
  };

  void lay_out(const Program& program);
  void fill(const Program& program, const class Hazards& hazards, StateIndex state);

  std::int32_t steps_ = 0;
  std::int32_t longest_elapsed_ = 0;
  std::int32_t start_month_ = 0;
  std::vector<std::int32_t> first_clock_;  // by state
  std::vector<Clock> clocks_;
  std::vector<double> cumulative_;
  std::vector<double> hazards_;
};

}  // namespace banenplan::engine
