// What the money of a Werkbedrijf moves (models/policy/werkbedrijf.hpp): a response that gives less with each further
// euro, bought = most x (1 - exp(-x / (price x most))), with x euro in a year.
#pragma once

#include <vector>

#include "models/policy/werkbedrijf.hpp"
#include "models/simulation/program_builder.hpp"

namespace banenplan::models {

// Units bought with so many units at their first price; never more than `most`.
double response(double units, double most);

// In the whole region, in a year of the period (from 0), at the base values of prices and limits.
struct Moved {
  double employers = 0.0;
  double places = 0.0;
  double learning_places = 0.0;
  double coached = 0.0;  // share of those at work
  double buddies = 0.0;  // share of those at work
};

Moved moved_in(const Werkbedrijf& werkbedrijf, const Assumptions& assumptions, int year);

// Places a month by step for the engine (program.curves), of this municipality: what `by_year` gives of a year.
template <class ByYear>
std::vector<double> monthly(const Werkbedrijf& werkbedrijf, const ProgramBuilder& builder, ByYear by_year) {
  std::vector<double> curve;
  for (int step = 0; step <= builder.program.steps; ++step) {
    const Moved moved = moved_in(werkbedrijf, builder.all_assumptions(), step / engine::months_per_year);
    curve.push_back(by_year(moved) * werkbedrijf.share.fraction() / engine::months_per_year);
  }
  return curve;
}

}  // namespace banenplan::models
