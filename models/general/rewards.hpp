// What is counted in a general model, in euros or any other unit, and how it is counted and discounted.
//
//   counting: start                      # or end, mean, or {weights: [...]} with steps + 1 numbers, or
//                                        # {weights: {first: 0.5, between: [1], last: 0.5}}; `between` is repeated
//   discount: {rule: power, money: 6%, effect: 0%, at: moment, undiscounted_steps: 0}
//   rewards:
//     care: {unit: euro, per_state: {A: 2756, B: {by_age: {25-44: 3052, 45+: 4000}}}}
//     drug: {unit: euro, per_state: {A: 2086.5}, steps: 1-2}
//     life: {unit: year, per_state: {A: 1, B: 1}}
//     event: {unit: qaly, per_transition: {A->B: -0.01, any->D: -0.1}, on_entry: {D: -0.2}}
//
// A model of n steps has the moments 0 to n; step k runs from moment k - 1 to moment k. Who is in a state is counted
// at the start of each step, at its end, or as the mean of both; or each moment counts with its given weight. A
// value that differs by step is that of the step counted; with given weights, of the step that begins at the moment
// (the last one at moment n). Transitions and entries happen at the end of their step and count once each;
// `events: as_states` in `counting` weighs them as a state at that moment.
//
// Rates of discount are per year; `power` divides by (1 + rate)^years, `exponential` by exp(rate x years). Years run
// to the `moment` that is counted, or, `at: start`, `middle` or `end`, to that point of the step; after the
// undiscounted steps, if any. `unit: euro` goes by the rate for money, all else by that for effects, unless
// `discounted_as: money` or `effect` says otherwise.
#pragma once

#include <string>
#include <vector>

#include "engine/program.hpp"
#include "models/general/state_names.hpp"
#include "models/general/timeline.hpp"
#include "models/reading/section.hpp"

namespace banenplan::models {

struct Reward {
  std::string name;
  Title title;
  std::string unit;
  std::vector<std::size_t> measures;  // of the program; the reward is their sum
};

// Adds the measures and curves to a program whose states have their exits.
std::vector<Reward> compile_rewards(const Section& model, const StateNames& states, const Timeline& timeline,
                                    engine::Program& program);

}  // namespace banenplan::models
