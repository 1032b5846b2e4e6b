#include "tests/benchmark/textbook.hpp"

#include <algorithm>
#include <random>

namespace banenplan::benchmark {
namespace {

constexpr double certain = 2.0;  // above every draw

}  // namespace

Textbook::Textbook(const engine::Program& program)
    : steps_(program.steps), states_(static_cast<std::int32_t>(program.states.size())) {
  for (const engine::State& state : program.states) {
    width_ = std::max(width_, static_cast<std::int32_t>(state.exits.size()) + 1);
    for (const engine::Exit& exit : state.exits) by_elapsed_ = by_elapsed_ || exit.by_time_in_state.from.size() > 1;
  }
  exits_.resize(static_cast<std::size_t>(states_ * steps_ * width_));
  for (std::int32_t s = 0; s < states_; ++s) {
    for (std::int32_t d = 0; d < steps_; ++d) {
      Exit* cell = &exits_[static_cast<std::size_t>((s * steps_ + d) * width_)];
      double sum = 0.0;
      for (const engine::Exit& exit : program.states[static_cast<std::size_t>(s)].exits) {
        sum += program.values[static_cast<std::size_t>(exit.by_time_in_state.at(d))];
        *cell++ = {sum, exit.to};
      }
      *cell = {certain, s};
    }
  }
  start_ = program.population.start.front().state;
  cost_.assign(static_cast<std::size_t>(states_), 0.0);
  weight_.assign(static_cast<std::size_t>(steps_), 1.0);
  for (const engine::Measure& measure : program.measures) {
    const auto& curve = program.curves[static_cast<std::size_t>(measure.curve)];
    for (const auto& term : measure.terms) cost_[static_cast<std::size_t>(term.series.index)] += curve[0];
    for (std::size_t t = 0; t < weight_.size(); ++t) weight_[t] = curve[t] / curve[0];
  }
}

double Textbook::simulate(std::int32_t people, std::uint64_t seed) const {
  std::mt19937_64 generator(seed);
  double sum = 0.0;
  for (std::int32_t person = 0; person < people; ++person) {
    std::int32_t state = start_;
    std::int32_t elapsed = 0;
    for (std::int32_t month = 0; month < steps_; ++month) {
      sum += cost_[static_cast<std::size_t>(state)] * weight_[static_cast<std::size_t>(month)];
      const double u = static_cast<double>(generator() >> 11) * 0x1p-53;
      const Exit* exit = row(state, elapsed);
      while (u >= exit->cumulative) ++exit;
      elapsed = exit->to == state ? elapsed + 1 : 0;
      state = exit->to;
    }
  }
  return sum;
}

double Textbook::exact() const {
  const auto cell = [&](std::int32_t state, std::int32_t elapsed) {
    return static_cast<std::size_t>(state * (steps_ + 1) + elapsed);
  };
  std::vector<double> later(static_cast<std::size_t>(states_ * (steps_ + 1)), 0.0);
  std::vector<double> now = later;
  for (std::int32_t month = steps_ - 1; month >= 0; --month) {
    for (std::int32_t state = 0; state < states_; ++state) {
      for (std::int32_t elapsed = 0; elapsed <= month; ++elapsed) {
        double expected = cost_[static_cast<std::size_t>(state)] * weight_[static_cast<std::size_t>(month)];
        double below = 0.0;
        const Exit* exit = row(state, elapsed);
        for (; exit->cumulative < certain; ++exit) {
          expected += (exit->cumulative - below) * later[cell(exit->to, 0)];
          below = exit->cumulative;
        }
        now[cell(state, elapsed)] = expected + (1.0 - below) * later[cell(state, elapsed + 1)];
      }
    }
    std::swap(now, later);
  }
  return later[cell(start_, 0)];
}

}  // namespace banenplan::benchmark
