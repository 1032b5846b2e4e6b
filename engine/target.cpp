#include "engine/target.hpp"

#include <algorithm>
#include <limits>

namespace banenplan::engine {

Target::Target(const Program& program)
    : program_(program),
      curve_(program.openings.target_curve == none
                 ? nullptr
                 : &program.curves[static_cast<std::size_t>(program.openings.target_curve)]),
      unit_asked_(program.openings.unit_targets.size()),
      unit_hours_(static_cast<std::size_t>(program.openings.units) + 1) {}

void Target::set(const std::vector<double>& values) {
  const auto value = [&](ValueIndex index) { return values[static_cast<std::size_t>(index)]; };
  const Openings& openings = program_.openings;
  asked_ = openings.target_hours == none ? std::numeric_limits<double>::infinity() : value(openings.target_hours);
  std::transform(openings.unit_targets.begin(), openings.unit_targets.end(), unit_asked_.begin(), value);
}

void Target::clear() {
  hours_ = 0;
  std::fill(unit_hours_.begin(), unit_hours_.end(), 0);
}

double Target::missing(const Opening& opening) const {
  const Channel& channel = program_.openings.channels[static_cast<std::size_t>(opening.channel)];
  const auto unit = static_cast<std::size_t>(channel.unit);
  return unit == 0 ? 0.0 : unit_asked_[unit - 1] - unit_hours_[unit];
}

void Target::bring_forward(std::vector<Opening>& open, std::size_t next) const {
  if (unit_asked_.empty()) return;
  std::size_t first = next;
  double most = missing(open[next]);
  for (std::size_t k = next + 1; k < open.size(); ++k) {
    const double lacks = missing(open[k]);
    if (lacks > most) {
      first = k;
      most = lacks;
    }
  }
  const auto begin = open.begin() + static_cast<std::ptrdiff_t>(next);
  const auto chosen = open.begin() + static_cast<std::ptrdiff_t>(first);
  std::rotate(begin, chosen, chosen + 1);
}

}  // namespace banenplan::engine
