#include "engine/hazard.hpp"

#include <algorithm>

#include "engine/elementary.hpp"

namespace banenplan::engine {

double Hazards::base(const Exit& exit, int elapsed, int step) const {
  if (exit.by_both != none) {
    const int row = std::min(elapsed, exit.rows - 1);
    return value(exit.by_both + row * program_.steps + std::min(step, program_.steps - 1));
  }
  if (exit.weibull_shape == none) return value(exit.by_time_in_state.at(elapsed));
  const double shape = value(exit.weibull_shape);
  const double scale = value(exit.weibull_scale);
  const auto cumulative = [&](int d) { return d == 0 ? 0.0 : power(d / scale, shape); };
  return cumulative(elapsed + 1) - cumulative(elapsed);
}

double Hazards::factor(const Exit& exit, int step) const {
  double product = 1.0;
  for (const Steps& steps : exit.by_time) product *= value(steps.at(step));
  if (!exit.by_month_of_year.empty()) {
    const int month = (program_.start + step).month_of_year() - 1;
    product *= value(exit.by_month_of_year[static_cast<std::size_t>(month)]);
  }
  return product;
}

void Hazards::of(const State& state, int elapsed, int step, std::vector<double>& hazards) const {
  hazards.resize(state.exits.size());
  double sum = 0.0;
  for (std::size_t j = 0; j < hazards.size(); ++j) {
    hazards[j] = base(state.exits[j], elapsed, step) * factor(state.exits[j], step);
    sum += hazards[j];
  }
  if (state.scale == ExitScale::rates || sum == 0.0) return;
  // Rounding may lift a sum of 1 just above it.
  const double total = sum >= 1.0 ? certain_hazard : -logarithm_one_plus(-sum);
  for (double& hazard : hazards) hazard *= total / sum;
}

bool Hazards::changes_with_time_in_state(const State& state) {
  return std::any_of(state.exits.begin(), state.exits.end(), [](const Exit& exit) {
    return exit.weibull_shape != none || exit.by_both != none || exit.by_time_in_state.from.size() > 1;
  });
}

bool Hazards::changes_with_time(const State& state) {
  return std::any_of(state.exits.begin(), state.exits.end(), [](const Exit& exit) {
    return exit.changes_with_calendar() || exit.by_both != none || !exit.by_month_of_year.empty();
  });
}

}  // namespace banenplan::engine
