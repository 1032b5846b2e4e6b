// What a result hangs on: how much of its variance each input makes, and how far it moves with the input.
//
// Sobol indices come from a design of its own: two sets of draws A and B, and for each input i the draws of A with
// input i taken from B. The first-order index of an input is the share of the variance that would go if it were known
// (estimator of Saltelli et al. 2010, Computer Physics Communications 181, 259-270, table 2 b); the total index is
// the share that would stay if all others were known (Jansen 1999, as there, table 2 f).
#pragma once

#include <vector>

namespace banenplan::engine {

struct SobolIndex {
  double first = 0.0;
  double total = 0.0;
};

// Results of the draws of A, of B, and for each input of A with that input from B; all of the same length. An index
// for each input; 0 where the result does not vary. Estimates may fall a little outside 0 to 1.
std::vector<SobolIndex> sobol_indices(const std::vector<double>& a, const std::vector<double>& b,
                                      const std::vector<std::vector<double>>& mixed);

// How far a result moves on average when an input moves through its own band, all else varying as it does.
struct TornadoBar {
  double low = 0.0;              // mean of the result where the input is at its 5 % point
  double high = 0.0;             // the same at its 95 % point
  double explained_share = 0.0;  // of the variance of the result: the first-order index, by regression
};

// From draws of an input and the result, by regression.
TornadoBar tornado_bar(const std::vector<double>& input, const std::vector<double>& result);

}  // namespace banenplan::engine
