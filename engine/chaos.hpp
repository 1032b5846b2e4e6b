// Sobol indices from draws that were made anyway, by polynomial chaos: the result as a sum of products of Legendre
// polynomials of the inputs' uniform draws, whose squared weights are parts of the variance (Sudret 2008, Reliability
// Engineering and System Safety 93(7), 964-979). A design of its own (engine/sensitivity.hpp) would ask for as many
// runs again for each input.
//
// Terms are taken in one by one, the one that explains most of what is left first, for as long as noise would hardly
// do so: with |t| above 4.5, which one in 150,000 terms of noise passes (Pati, Rezaiifar and Krishnaprasad 1993 on
// orthogonal matching pursuit). A squared weight is on average its noise too large, which is taken off. Chance is no
// input here: what it makes of the variance stays in the denominator, so that the indices of a result with much
// chance do not sum to 1. Points of a sequence in many dimensions are not quite independent: with few draws the
// product of two inputs can look like a third, and what is small may then be given to the wrong one.
#pragma once

#include <cstdint>
#include <vector>

namespace banenplan::engine {

// Of the variance of the result, chance included.
struct ChaosIndex {
  double first = 0.0;  // what would go if this input were known
  double total = 0.0;  // what would stay if all but this input were known, chance apart
  // Of the total, 5 and 95 %, by leaving out a twentieth of the draws at a time; for the terms that were taken in.
  double low = 0.0;
  double high = 0.0;
};

// Polynomials of the inputs, ready for any number of results of the same draws.
class ChaosBasis {
 public:
  // Uniform draws by input; up to which degree an input stands alone, and how high the degrees of two inputs may sum.
  ChaosBasis(const std::vector<std::vector<double>>& uniforms, int degree, int pair_degree);

  struct Term {
    std::int32_t one = 0;
    std::int32_t other = -1;     // none
    std::vector<double> values;  // by draw, less their mean
    double square = 0.0;         // the sum of their squares
  };
  std::size_t inputs() const { return inputs_; }
  const std::vector<Term>& terms() const { return terms_; }

 private:
  std::size_t inputs_;
  std::vector<Term> terms_;
};

// An index for each input, from results in the order of the draws. All are 0 where the result does not vary, and
// where there are fewer than 40 draws.
std::vector<ChaosIndex> chaos_indices(const ChaosBasis& basis, const std::vector<double>& result);

}  // namespace banenplan::engine
