// What to choose when not all is known: how often each scenario is the best one, as a lasting job is worth more, what
// would be lost by choosing another, what knowing more would be worth, and on which assumptions the result hangs.
//
// The effect is the number of placements that last 12 months, beyond the null alternative, not discounted; the cost
// is what the net present value falls short of that alternative's, to the municipality or to society.
//
// Draws hold luck as well as ignorance. Perfect information is therefore to know both, and more than study can bring;
// what one assumption is worth is about ignorance alone.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/acceptability.hpp"
#include "engine/sensitivity.hpp"
#include "models/appraisal/appraisal.hpp"

namespace banenplan::models {

enum class Perspective { municipality, society };

// An assumption by its place in the comparison.
struct InformationWorth {
  std::int32_t assumption = 0;
  double euro = 0.0;  // what it is worth to know it before choosing
};

struct Influence {
  std::int32_t assumption = 0;
  engine::TornadoBar bar;  // of the net present value, euro
};

struct Decision {
  std::vector<engine::Choice> choices;        // from a worth of 0 to 50,000 euro a lasting job
  std::vector<std::int32_t> frontier;         // the same winners by the frontier of best buys
  std::vector<engine::FrontierPlace> places;  // by scenario; ratio is euro per lasting job
  std::vector<engine::Increment> increments;  // by scenario, against the null alternative
  // At the middle worth, the largest first; those worth nothing are left out.
  double information_at = 0.0;  // euro a lasting job
  double perfect_information = 0.0;
  std::vector<InformationWorth> information;
  std::vector<std::vector<Influence>> influences;  // by scenario, the largest first
};

// An assumption that at least one scenario leaves open, and the uniform draws from which its values follow.
struct AssumptionDraws {
  std::int32_t assumption = 0;
  std::vector<double> uniforms;  // by replication
};

std::vector<AssumptionDraws> assumption_draws(const Comparison& comparison, std::size_t replications);

// Options are the scenarios in their order. Empty where the appraisal is.
Decision decide(const Comparison& comparison, const Appraisal& appraisal, Perspective perspective);

}  // namespace banenplan::models
