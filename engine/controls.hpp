// The mean of an output whose draws hang on inputs of known mean: what the output owes to them by a straight line is
// taken off before its error is judged (control variates; Lavenberg and Welch 1981, Management Science 27(3),
// 322-335).
#pragma once

#include <vector>

namespace banenplan::engine {

struct ControlledMean {
  double mean = 0.0;
  // Of the mean, times the number of draws: it falls in proportion to their number as a plain variance does.
  double variance = 0.0;
  int controls = 0;  // how many of the inputs were of use
};

// Outputs and inputs of the same draws, at least two; each input has mean 0, known and not computed from its draws.
// An input is a control when its correlation with the output is one that noise passes once in some 2,000 times, so
// that many inputs do not make a small error out of noise. Sums run in the order of the draws: the same bits
// everywhere.
ControlledMean controlled_mean(const std::vector<double>& output, const std::vector<std::vector<double>>& inputs);

}  // namespace banenplan::engine
