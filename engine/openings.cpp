#include "engine/openings.hpp"

#include <algorithm>

#include "engine/elementary.hpp"

namespace banenplan::engine {

std::int32_t poisson_quantile(double mean, double u) {
  // In units of e^-owed, which is too small a number to begin with when the mean is large.
  constexpr double too_large = 1e250;
  constexpr double part = 500.0;
  constexpr double unseen = 1e-17;  // below this share a further term does not change the sum
  double owed = mean;
  double unit = exponential(-owed);
  double probability = 1.0;
  double sum = 1.0;
  std::int32_t count = 0;
  while (u > sum * unit && probability > unseen * sum) {
    ++count;
    probability *= mean / count;
    sum += probability;
    if (sum < too_large) continue;
    const double paid = std::min(owed, part);
    probability *= exponential(-paid);
    sum *= exponential(-paid);
    owed -= paid;
    unit = exponential(-owed);
  }
  return count;
}

OpenPlaces::OpenPlaces(const Program& program) : terms_(program.openings.channels.size()) {}

void OpenPlaces::set(const Program& program, const std::vector<double>& values) {
  const auto value = [&](ValueIndex index) { return values[static_cast<std::size_t>(index)]; };
  for (std::size_t k = 0; k < terms_.size(); ++k) {
    const Channel& channel = program.openings.channels[k];
    Terms& terms = terms_[k];
    terms.per_step = channel.per_step_factors.empty() ? 0.0 : 1.0;
    for (const ValueIndex factor : channel.per_step_factors) terms.per_step *= value(factor);
    terms.curve = channel.curve == none ? nullptr : &program.curves[static_cast<std::size_t>(channel.curve)];
    terms.each = channel.places_each == none ? 1 : whole(value(channel.places_each));
    terms.capacity = channel.capacity == none ? none : whole(value(channel.capacity));
    terms.intake_every = channel.intake_every;
    terms.stays_open = std::max(1, whole(value(channel.stays_open)));
    terms.match = value(channel.match_probability);
  }
}

void OpenPlaces::clear() {
  open_.clear();
  for (Terms& terms : terms_) {
    terms.taken = 0;
    terms.arisen = 0;
  }
}

std::int32_t OpenPlaces::arising(const Terms& terms, std::int32_t channel, const Luck& luck,
                                 std::int32_t step) const {
  if (terms.capacity == none) {
    const auto draw =
        luck.block(Purpose::arrival, static_cast<std::uint64_t>(channel), 0, static_cast<std::uint32_t>(step));
    const double factor = terms.curve == nullptr ? 1.0 : (*terms.curve)[static_cast<std::size_t>(step)];
    return terms.each * poisson_quantile(terms.per_step * factor, draw[0]);
  }
  if (step % terms.intake_every != 0) return 0;
  const auto still_open =
      std::count_if(open_.begin(), open_.end(), [&](const Opening& opening) { return opening.channel == channel; });
  return std::max(0, terms.capacity - terms.taken - static_cast<std::int32_t>(still_open));
}

void OpenPlaces::advance(const Luck& luck, std::int32_t step, std::vector<std::int32_t>& lapsed) {
  std::erase_if(open_, [&](const Opening& opening) {
    const bool over = opening.lapses <= step;
    if (over) ++lapsed[static_cast<std::size_t>(opening.channel)];
    return over;
  });
  for (std::size_t k = 0; k < terms_.size(); ++k) {
    Terms& terms = terms_[k];
    const auto channel = static_cast<std::int32_t>(k);
    for (std::int32_t left = arising(terms, channel, luck, step); left > 0; --left) {
      open_.push_back({(std::uint64_t{k} << 32) | terms.arisen++, channel, step + terms.stays_open, false});
    }
  }
}

}  // namespace banenplan::engine
