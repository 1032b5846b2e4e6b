// The time of a general model, and values that vary along it. Steps and cycles count from 1 in files and from 0 here.
//
//   time: {unit: month, steps: 120, start: 2027-01, age_at_start: 25}     # unit: month or year; the rest optional
//
// A value is a number (or a percentage), or a map of which everything that stands in it is multiplied:
//   {value: 0.1, by_time_in_state: [0.5, 0.2, 0.1]}     in the first, second, third and any later step of a visit
//   {by_step: {1-2: 0.509, 3+: 1}}                      by steps of the model
//   {by_age: {25-44: 0.01, 45+: 0.02}}                  by completed years of age in the step
//   {by_month_of_year: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0.5]}
// Ranges must not overlap and must cover all that the model reaches.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/calendar.hpp"
#include "models/reading/section.hpp"

namespace banenplan::models {

// First and last, both included; "3", "1-2", "3+".
struct Span {
  int first = 0;
  int last = 0;
};
std::optional<Span> span_from(std::string_view text);

struct Timeline {
  int steps = 1;
  int steps_per_year = 1;
  std::optional<engine::Month> start;
  std::optional<int> age_at_start;
};
Timeline read_timeline(const Section& model);

// A value by completed steps in the state and by step of the model.
class Varying {
 public:
  static Varying constant(double value);
  static Varying by_time_in_state(std::vector<double> values);  // the last one holds from there on
  static Varying by_step(std::vector<double> values);           // one for each step

  double at(int elapsed, int step) const;

  // How many rows (elapsed 0, 1, ...) tell all there is to tell, the last holding on; 1 when the time in the state
  // does not matter.
  int rows() const { return static_cast<int>(by_elapsed_.size()); }
  bool varies_by_step() const { return by_step_.size() > 1; }

  friend Varying operator*(const Varying& a, const Varying& b);

 private:
  std::vector<double> by_elapsed_{1.0};
  std::vector<double> by_step_{1.0};  // one, or one for each step
};

// The value of a key, as above. `range` is what each number in it may be.
Varying read_varying(const Section& section, std::string_view key, const Timeline& timeline, Range range);

// The same for a map that holds factors itself; nothing when none of the words above stands in it.
std::optional<Varying> read_factors(const Section& map, const Timeline& timeline, Range range);

// 1 in the steps that the key `steps` names (all when it is absent), 0 elsewhere.
Varying read_steps(const Section& section, const Timeline& timeline);

}  // namespace banenplan::models
