// What is not known exactly: an assumption has a distribution, and each replication draws all assumptions once, from
// a scrambled Sobol sequence, so that bands hold ignorance as well as chance.
#pragma once

#include <cstdint>
#include <vector>

namespace banenplan::engine {

struct Distribution {
  enum class Kind : std::uint8_t {
    fixed,
    uniform,     // low .. high
    triangular,  // low .. high with its top at centre
    normal,      // mean centre, and low and high as its 2.5 and 97.5 per cent points, cut off there by a further half
    lognormal    // median centre, high / centre as the 97.5 per cent factor
  };
  Kind kind = Kind::fixed;
  double low = 0.0;
  double centre = 0.0;
  double high = 0.0;

  // The value that is exceeded with probability 1 - u; 0 < u < 1.
  double quantile(double u) const;
};

// How a value follows from what is known: a chance in a step may be needed as a rate, a share as what it leaves, a
// ratio for the part of a group that it holds for (1 for the rest).
enum class Form : std::uint8_t { as_it_is, rate_of_probability, complement, for_part };

// `part` is of Form::for_part, from 0 to 1.
double in_form(Form form, double known, double part = 1.0);

// One uncertain assumption: the place of its value, its dimension in the sequence (the same in every scenario, so
// that scenarios share their draws), its distribution and the
// form in which the value is used.
struct Uncertain {
  std::int32_t value = 0;
  std::int32_t dimension = 0;
  Distribution distribution;
  Form form = Form::as_it_is;
  double part = 1.0;  // see Form::for_part
};

// Points of the Sobol sequence with a random digital shift per dimension (Owen 1995 discusses scrambling in general):
// row r holds the uniform draws of replication r. Direction numbers are Boost's (Joe and Kuo 2008).
class ParameterDraws {
 public:
  ParameterDraws(std::uint64_t seed, std::int32_t replications, std::int32_t dimensions);

  double uniform(std::int32_t replication, std::int32_t dimension) const;

  // Overwrites the uncertain ones among the values by their draws for this replication.
  void draw(const std::vector<Uncertain>& uncertain, std::int32_t replication, std::vector<double>& values) const;

 private:
  std::int32_t dimensions_;
  std::vector<double> uniforms_;
};

}  // namespace banenplan::engine
