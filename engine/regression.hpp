// What one input tells about an output, from draws of both: the mean of the output given the input, as a polynomial.
//
// The polynomials are orthogonal over the draws themselves (Forsythe 1957, Journal of SIAM 5(2), 74-88), so that the
// fit needs no matrix and gives the same bits everywhere. With few draws noise alone bends a fit; the fit is
// therefore drawn back to the mean by the share of it that noise of the size of the residuals would make, and all the
// way where it is less than four times that (an F value below 4, which noise passes about once in a hundred times).
#pragma once

#include <vector>

namespace banenplan::engine {

struct Fit {
  std::vector<double> fitted;    // the mean of the output given the input, in the order of the draws
  double explained_share = 0.0;  // of the variance of the output; 0 where the output does not vary
};

// Inputs and outputs of the same draws; degree at least 1. Draws of an input that takes fewer values than the degree
// asks for are fitted by as many polynomials as they allow; an input that does not vary explains nothing.
Fit fit(const std::vector<double>& input, const std::vector<double>& output, int degree);

// The degree that so many draws can bear: 1 below 100, 2 below 500, else 3.
int degree_for(std::size_t draws);

}  // namespace banenplan::engine
