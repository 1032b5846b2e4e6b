// The elementary functions of the engine. The C library's differ in the last bit between processors and libraries;
// these use only additions, multiplications, divisions and comparisons, which IEEE 754 rounds the same everywhere.
#pragma once

namespace banenplan::engine {

// Natural exponential, within 1 unit in the last place of the true value; 0 below -745.2, infinity above 709.79.
double exponential(double x);

// Natural logarithm, within 1 unit in the last place; -infinity for 0, NaN below 0.
double logarithm(double x);

// logarithm(1 + x) without loss of digits for small x; -infinity for -1, NaN below.
double logarithm_one_plus(double x);

// exponential(x) - 1 without loss of digits for small x.
double exponential_minus_one(double x);

// base to the power exponent, for base > 0; relative error below 1e-15 x max(1, |exponent x logarithm(base)|).
double power(double base, double exponent);

// The value below which a standard normal draw falls with the given probability, 0 < probability < 1.
// Relative error about 1e-16 (Wichura 1988, algorithm AS 241, Applied Statistics 37(3), 477-484).
double normal_quantile(double probability);

// Probability that a standard normal draw falls below x, absolute error below 1e-15.
double normal_probability(double x);

}  // namespace banenplan::engine
