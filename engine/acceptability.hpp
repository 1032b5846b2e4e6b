// Which option to take when cost and effect are not known exactly: how often each is best, which is best on average,
// what is lost by taking another, and what it would be worth to know all, as a unit of effect is worth more.
//
//   for (const Choice& choice : acceptability(draws, {0, 10000, 20000})) ...
//
// The net benefit of an option in a draw is worth x effect - cost. The option to take is the one with the highest
// mean; the curve of its chance to be best is the frontier (Fenwick, Claxton and Sculpher 2001, Health Economics
// 10(8), 779-787). The mean of the best in each draw less the best mean is what perfect information would be worth.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/appraisal.hpp"

namespace banenplan::engine {

// Cost and effect of each option in each draw, with common luck: the place is draw x options + option.
struct Draws {
  std::int32_t options = 0;
  std::vector<double> costs;    // euro
  std::vector<double> effects;  // any unit

  std::size_t count() const { return options > 0 ? costs.size() / static_cast<std::size_t>(options) : 0; }
  std::vector<double> mean_costs() const;
  std::vector<double> mean_effects() const;
};

// Net benefit in euro, in the places of the draws.
std::vector<double> net_benefits(const Draws& draws, double worth);

struct Choice {
  double worth = 0.0;                 // euro per unit of effect
  std::int32_t best = none;           // highest mean net benefit; the earlier option where two are equal
  std::vector<double> chance_best;    // by option; draws in which several are equally best count in equal parts
  std::vector<double> expected_net;   // euro, mean net benefit by option
  std::vector<double> expected_loss;  // euro, by option: how far it falls short of the best in each draw, on average
  double perfect_information = 0.0;  // euro: the expected loss of the best option, which only knowing all would avoid
};

// A choice for each worth. Without draws or options the result is empty.
std::vector<Choice> acceptability(const Draws& draws, const std::vector<double>& worths);

// What the frontier of best buys takes at this worth of a unit: the last efficient option whose step up costs no more
// than it is worth. The earlier option where two are equal; none without options.
std::int32_t frontier_choice(const std::vector<FrontierPlace>& places, double worth);

}  // namespace banenplan::engine
