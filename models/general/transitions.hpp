// The transitions of a general model: what stands in the file, composed into chances per step and written as exits.
//
//   rates: separate                      # or competing, the default; see below
//   transitions:
//     A: {counts: {A: 1251, B: 350, C: 116, D: 17}}
//     B: {B: rest, C: 0.407, D: {by_age: {25-44: 0.012, 45+: 0.02}}}
//     C: {first: [D], D: {rate: 0.002}, A: {rate: {value: 0.5, by_step: {1-2: 0.9, 3+: 1}}}}
//     E: {D: {weibull: {shape: 1.1, scale: 12.5}}}
//   ratios:
//     death: {hazard_ratio: 3, on: [C->D]}
//     treatment: {relative_risk: 0.509, on: [any->any], steps: 1-2}
//
// An entry is a probability per step, `{probability: ...}`, a `{rate: ...}` per step, a Weibull hazard by time in the
// state (cumulative hazard (d / scale)^shape after d steps; a rate), or `rest`: what the others leave. Who goes
// nowhere stays; writing that down as an entry of its own (a number or `rest`) is allowed, and then the row must add
// up to 1. Counts are shares of their sum.
//
// A ratio works on an entry before the entries of a state meet: a hazard ratio multiplies the rate and makes a
// probability p into 1 - (1 - p)^ratio; an odds ratio multiplies p / (1 - p); a relative risk multiplies p. A rate r
// has p = 1 - exp(-r).
//
// Then the entries meet. With `rates: competing`, rates end a stay with probability 1 - exp(-sum), each in proportion
// (exact in continuous time). With `rates: separate` each rate becomes 1 - exp(-rate) on its own, and these add up.
// Probabilities add up. Destinations under `first` come one after the other before all else: the others are
// conditional on none of these having happened. A row that adds up to more than 1 is refused, never rescaled.
#pragma once

#include "engine/program.hpp"
#include "models/general/state_names.hpp"
#include "models/general/timeline.hpp"
#include "models/reading/section.hpp"

namespace banenplan::models {

// Rows may add up to this much more than 1, by rounding of what was written.
inline constexpr double row_tolerance = 1e-9;

// Fills the states of the program with their exits, one for each entry that leads elsewhere, in the order of the
// file.
void compile_transitions(const Section& model, const StateNames& states, const Timeline& timeline,
                         engine::Program& program);

}  // namespace banenplan::models
