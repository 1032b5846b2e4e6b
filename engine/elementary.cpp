#include "engine/elementary.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace banenplan::engine {
namespace {

// ln 2 in two parts: the high part has 21 trailing zero bits, so that k x high is exact for every exponent k.
constexpr double ln2_high = 0x1.62e42feep-1;
constexpr double ln2_low = 0x1.a39ef35793c76p-33;
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

double scaled(double value, int exponent) {
  // In two steps, so that neither factor over- or underflows before the product does.
  const int half = exponent / 2;
  const auto two_to = [](int k) { return std::bit_cast<double>(static_cast<std::uint64_t>(k + 1023) << 52); };
  return value * two_to(half) * two_to(exponent - half);
}

// exp(r) - 1 for |r| <= ln 2 / 2: the Taylor series, whose 15th term is below 1e-19 there.
double exponential_minus_one_near_zero(double r) {
  double sum = 1.0 / 1307674368000.0;  // 1 / 15!
  constexpr double inverse_factorials[] = {
      1.0 / 87178291200.0, 1.0 / 6227020800.0, 1.0 / 479001600.0, 1.0 / 39916800.0, 1.0 / 3628800.0, 1.0 / 362880.0,
      1.0 / 40320.0,       1.0 / 5040.0,       1.0 / 720.0,       1.0 / 120.0,      1.0 / 24.0,      1.0 / 6.0};
  for (const double coefficient : inverse_factorials) sum = sum * r + coefficient;
  return r + r * r * (0.5 + r * sum);
}

// log((1 + s) / (1 - s)) - 2 s for |s| <= 0.1716, by the series of the inverse hyperbolic tangent.
double logarithm_tail(double s) {
  const double z = s * s;
  double sum = 0.0;
  for (int k = 23; k >= 3; k -= 2) sum = (sum + 2.0 / k) * z;
  return s * sum;
}

}  // namespace

double exponential(double x) {
  if (!(x == x)) return x;
  if (x > 709.79) return infinity;
  if (x < -745.2) return 0.0;
  const double k = std::floor(x * 1.4426950408889634 + 0.5);
  const double high = x - k * ln2_high;
  const double low = k * ln2_low;
  const double r = high - low;
  const double lost = (high - r) - low;
  return scaled(1.0 + (exponential_minus_one_near_zero(r) + lost), static_cast<int>(k));
}

double exponential_minus_one(double x) {
  if (x > -0.34 && x < 0.34) return exponential_minus_one_near_zero(x);
  return exponential(x) - 1.0;
}

double logarithm(double x) {
  if (!(x > 0.0)) return x == 0.0 ? -infinity : not_a_number;
  if (x == infinity) return infinity;
  int k = 0;
  if (x < std::numeric_limits<double>::min()) {
    x *= 0x1p54;
    k = -54;
  }
  auto bits = std::bit_cast<std::uint64_t>(x);
  k += static_cast<int>(bits >> 52) - 1023;
  bits = (bits & 0x000fffffffffffffULL) | 0x3ff0000000000000ULL;
  auto m = std::bit_cast<double>(bits);
  if (m > 1.4142135623730951) {
    m *= 0.5;
    ++k;
  }
  // log m = f - f^2/2 + s (f^2/2 + tail) with f = m - 1 exact and s = f / (2 + f): the large terms carry no rounding
  // of s.
  const double f = m - 1.0;
  const double s = f / (2.0 + f);
  const double half_square = 0.5 * f * f;
  const double tail = s == 0.0 ? 0.0 : logarithm_tail(s) / s;
  const double low = s * (half_square + tail);
  if (k == 0) return f - (half_square - low);
  return k * ln2_high - ((half_square - (low + k * ln2_low)) - f);
}

double logarithm_one_plus(double x) {
  if (x > -0.25 && x < 0.33) {
    const double s = x / (2.0 + x);
    const double half_square = 0.5 * x * x;
    const double tail = s == 0.0 ? 0.0 : logarithm_tail(s) / s;
    return x - (half_square - s * (half_square + tail));
  }
  return logarithm(1.0 + x);
}

double power(double base, double exponent) {
  if (exponent == 0.0 || base == 1.0) return 1.0;
  if (exponent == 1.0) return base;
  return exponential(exponent * logarithm(base));
}

double normal_quantile(double probability) {
  const double q = probability - 0.5;
  if (std::abs(q) <= 0.425) {
    const double r = 0.180625 - q * q;
    return q *
           (((((((r * 2509.0809287301226727 + 33430.575583588128105) * r + 67265.770927008700853) * r +
                45921.953931549871457) *
                   r +
               13731.693765509461125) *
                  r +
              1971.5909503065514427) *
                 r +
             133.14166789178437745) *
                r +
            3.387132872796366608) /
           (((((((r * 5226.495278852545925 + 28729.085735721942674) * r + 39307.89580009271061) * r +
                21213.794301586595867) *
                   r +
               5394.1960214247511077) *
                  r +
              687.1870074920579083) *
                 r +
             42.313330701600911252) *
                r +
            1.0);
  }
  const double tail = q < 0.0 ? probability : 1.0 - probability;
  double r = std::sqrt(-logarithm(tail));
  double value = 0.0;
  if (r <= 5.0) {
    r -= 1.6;
    value = (((((((r * 7.7454501427834140764e-4 + 0.0227238449892691845833) * r + 0.24178072517745061177) * r +
                 1.27045825245236838258) *
                    r +
                3.64784832476320460504) *
                   r +
               5.7694972214606914055) *
                  r +
              4.6303378461565452959) *
                 r +
             1.42343711074968357734) /
            (((((((r * 1.05075007164441684324e-9 + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r +
                 0.14810397642748007459) *
                    r +
                0.68976733498510000455) *
                   r +
               1.6763848301838038494) *
                  r +
              2.05319162663775882187) *
                 r +
             1.0);
  } else {
    r -= 5.0;
    value = (((((((r * 2.01033439929228813265e-7 + 2.71155556874348757815e-5) * r + 0.0012426609473880784386) * r +
                 0.026532189526576123093) *
                    r +
                0.29656057182850489123) *
                   r +
               1.7848265399172913358) *
                  r +
              5.4637849111641143699) *
                 r +
             6.6579046435011037772) /
            (((((((r * 2.04426310338993978564e-15 + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r +
                 7.868691311456132591e-4) *
                    r +
                0.0148753612908506148525) *
                   r +
               0.13692988092273580531) *
                  r +
              0.59983220655588793769) *
                 r +
             1.0);
  }
  return q < 0.0 ? -value : value;
}

double normal_probability(double x) {
  const double square = 0.5 * x * x;
  if (std::abs(x) < 3.0) {
    // Phi(x) = 1/2 + phi(x) (x + x^3/3 + x^5/(3 5) + ...): all terms of one sign.
    double term = x;
    double sum = x;
    for (int k = 3; k < 101; k += 2) {
      term *= x * x / k;
      sum += term;
    }
    return 0.5 + sum * exponential(-square) * 0.3989422804014327;
  }
  // The continued fraction of the upper tail, from its 60th level.
  const double distance = std::abs(x);
  double fraction = 0.0;
  for (int k = 60; k >= 1; --k) fraction = k / (distance + fraction);
  const double upper = exponential(-square) * 0.3989422804014327 / (distance + fraction);
  return x > 0.0 ? 1.0 - upper : upper;
}

}  // namespace banenplan::engine
