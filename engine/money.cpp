#include "engine/money.hpp"

namespace banenplan::engine {

Gate::Gate(const Program& program, const Flow& flow) {
  double most = 0.0;
  for (const Factor& factor : flow.factors) {
    if (factor.attribute == none) continue;
    const std::int32_t levels = program.population.attributes[static_cast<std::size_t>(factor.attribute)].levels;
    const auto first = program.tables.begin() + factor.first;
    const double zeros = levels == 0 ? 0.0 : static_cast<double>(std::count(first, first + levels, 0.0)) / levels;
    if (zeros <= most) continue;
    most = zeros;
    table_ = &*first;
    attribute_ = factor.attribute;
  }
}

Amounts::Amounts(const Program& program) : program_(program) {
  for (const auto& series : program.prices) {
    const auto count = static_cast<std::int32_t>(series.size());
    std::vector<std::int32_t> next(series.size(), count);
    for (std::int32_t step = count - 2; step >= 0; --step) {
      const auto here = static_cast<std::size_t>(step);
      next[here] = series[here] == series[here + 1] ? next[here + 1] : step + 1;
    }
    next_change_.push_back(std::move(next));
  }
  for (std::int32_t step = 0; step <= std::max(program.steps, program.plan_steps); ++step) {
    januaries_.push_back(step - (program.start + step).month_of_year() + 1);
  }
}

std::int32_t Amounts::factor_ends(const Steps& by_time_in_state, const Stay& stay, std::int32_t step) const {
  const std::int32_t elapsed = step - stay.entered + stay.elapsed;
  for (const int from : by_time_in_state.from) {
    if (from > elapsed) return step + from - elapsed;
  }
  return program_.plan_steps;
}

}  // namespace banenplan::engine
