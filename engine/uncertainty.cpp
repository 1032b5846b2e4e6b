#include "engine/uncertainty.hpp"

#include <algorithm>
#include <boost/random/sobol.hpp>
#include <cmath>

#include "engine/elementary.hpp"
#include "engine/luck.hpp"

namespace banenplan::engine {
namespace {

constexpr double upper_point = 0.975;

double triangular(double low, double centre, double high, double u) {
  if (high == low) return centre;
  const double below = (centre - low) / (high - low);
  if (u < below) return low + std::sqrt(u * (high - low) * (centre - low));
  return high - std::sqrt((1.0 - u) * (high - low) * (high - centre));
}

// Half a normal on each side of the centre, so that uneven ranges keep their centre as median.
double two_sided_normal(double low, double centre, double high, double u) {
  const double z = normal_quantile(u) / normal_quantile(upper_point);
  const double value = z < 0.0 ? centre + z * (centre - low) : centre + z * (high - centre);
  return std::clamp(value, low - 0.5 * (centre - low), high + 0.5 * (high - centre));
}

}  // namespace

double Distribution::quantile(double u) const {
  switch (kind) {
    case Kind::fixed:
      return centre;
    case Kind::uniform:
      return low + u * (high - low);
    case Kind::triangular:
      return triangular(low, centre, high, u);
    case Kind::normal:
      return two_sided_normal(low, centre, high, u);
    case Kind::lognormal:
      return centre * exponential(logarithm(high / centre) * normal_quantile(u) / normal_quantile(upper_point));
  }
  return centre;
}

double in_form(Form form, double known, double part) {
  switch (form) {
    case Form::as_it_is:
      return known;
    case Form::rate_of_probability:
      return -logarithm_one_plus(-known);
    case Form::complement:
      return 1.0 - known;
    case Form::for_part:
      return 1.0 - part * (1.0 - known);
  }
  return known;
}

ParameterDraws::ParameterDraws(std::uint64_t seed, std::int32_t replications, std::int32_t dimensions)
    : dimensions_(dimensions),
      uniforms_(static_cast<std::size_t>(replications) * static_cast<std::size_t>(dimensions)) {
  if (dimensions == 0) return;
  boost::random::sobol sequence(static_cast<std::size_t>(dimensions));
  const Luck luck(seed, 0);
  std::vector<std::uint64_t> shift(static_cast<std::size_t>(dimensions));
  for (std::size_t d = 0; d < shift.size(); ++d) {
    const auto high = luck.block(Purpose::scramble, d, 0, 0);
    shift[d] = static_cast<std::uint64_t>(high[0] * 0x1p52) << 12;
  }
  std::size_t place = 0;
  for (std::int32_t r = 0; r < replications; ++r) {
    for (const std::uint64_t bits : shift) uniforms_[place++] = Luck::uniform(sequence() ^ bits);
  }
}

double ParameterDraws::uniform(std::int32_t replication, std::int32_t dimension) const {
  return uniforms_[static_cast<std::size_t>(replication) * static_cast<std::size_t>(dimensions_) +
                   static_cast<std::size_t>(dimension)];
}

void ParameterDraws::draw(const std::vector<Uncertain>& uncertain, std::int32_t replication,
                          std::vector<double>& values) const {
  for (const Uncertain& assumption : uncertain) {
    values[static_cast<std::size_t>(assumption.value)] =
        in_form(assumption.form, assumption.distribution.quantile(uniform(replication, assumption.dimension)),
                assumption.part);
  }
}

}  // namespace banenplan::engine
