// Which scenario is best, by what one wishes for, and how sure that is. A scenario is only better than another where
// the band of their difference within replications excludes 0; else the two are close.
#pragma once

#include <string>
#include <vector>

#include "plots/summary.hpp"

namespace banenplan::plots {

struct Wish {
  struct Chance {
    std::size_t scenario = 0;
    double chance = 0.0;  // share of the replications in which it is best; those equally best share alike
  };
  std::string key;      // jobs, lasting, cost, society
  std::string measure;  // its key; that of society is `society`, the net present value
  bool most_is_best = true;
  std::size_t best = 0;            // by the median over the whole period
  std::vector<std::size_t> close;  // cannot be told from the best; empty: it is clearly so
  std::vector<Chance> chances;     // of all that can be chosen, in the order of the scenarios
};

// The wishes on which at least one scenario has a value. The null alternative is among the choices for society only:
// it has the fewest jobs and costs least because it does nothing.
std::vector<Wish> wishes_of(const models::Comparison& comparison, const Summary& summary);

}  // namespace banenplan::plots
