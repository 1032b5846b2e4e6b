#include "engine/elementary.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

using namespace banenplan::engine;

namespace {
// The long double functions of the C library serve as reference: they carry 11 bits more.
double units_in_the_last_place(double found, long double expected) {
  const double rounded = static_cast<double>(expected);
  const double unit = std::nextafter(std::abs(rounded), std::numeric_limits<double>::infinity()) - std::abs(rounded);
  return static_cast<double>(std::abs(static_cast<long double>(found) - expected) / static_cast<long double>(unit));
}
}  // namespace

TEST_CASE("exponential and logarithm agree with a longer reference to one unit in the last place") {
  double worst_exponential = 0.0;
  double worst_logarithm = 0.0;
  double worst_one_plus = 0.0;
  double worst_minus_one = 0.0;
  double worst_wide = 0.0;
  for (int i = 1; i < 200000; ++i) {
    const double x = -700.0 + 1400.0 * i / 200000.0;
    worst_exponential =
        std::max(worst_exponential, units_in_the_last_place(exponential(x), std::exp(static_cast<long double>(x))));
    const double y = 4.0 * i / 200000.0;
    worst_logarithm =
        std::max(worst_logarithm, units_in_the_last_place(logarithm(y), std::log(static_cast<long double>(y))));
    const double small = -0.24 + 0.56 * i / 200000.0;
    worst_one_plus = std::max(worst_one_plus, units_in_the_last_place(logarithm_one_plus(small),
                                                                      std::log1p(static_cast<long double>(small))));
    worst_minus_one = std::max(worst_minus_one, units_in_the_last_place(exponential_minus_one(small),
                                                                        std::expm1(static_cast<long double>(small))));
    const double wide = 10.0 * small;
    worst_wide = std::max(
        worst_wide, units_in_the_last_place(exponential_minus_one(wide), std::expm1(static_cast<long double>(wide))));
  }
  CHECK(worst_exponential < 1.0);
  CHECK(worst_logarithm < 1.0);
  CHECK(worst_one_plus < 1.0);
  CHECK(worst_minus_one < 1.5);
  CHECK(worst_wide < 5.0);  // what exponential is off, and 1 taken off it: at most two bits more
}

TEST_CASE("the ends of the range are the limits") {
  CHECK(logarithm(0.0) == -std::numeric_limits<double>::infinity());
  CHECK(std::isnan(logarithm(-1.0)));
  CHECK(exponential(-800.0) == 0.0);
  CHECK(exponential(800.0) == std::numeric_limits<double>::infinity());
  CHECK(exponential(0.0) == 1.0);
  CHECK(logarithm(1.0) == 0.0);
  CHECK(logarithm(5e-324) == Approx(-744.4400719213812).epsilon(1e-15));
}

TEST_CASE("the normal quantile inverts the normal probability") {
  // NIST/SEMATECH e-Handbook, 1.3.6.7.1, and R's qnorm to 15 digits.
  CHECK(normal_quantile(0.975) == Approx(1.95996398454005).epsilon(1e-14));
  CHECK(normal_quantile(0.5) == 0.0);
  CHECK(normal_quantile(1e-10) == Approx(-6.36134090240406).epsilon(1e-14));
  for (double p = 0.0005; p < 1.0; p += 0.0005)
    CHECK(normal_probability(normal_quantile(p)) == Approx(p).epsilon(1e-13));
}
