#include "engine/clocks.hpp"

#include <algorithm>

#include "engine/hazard.hpp"

namespace banenplan::engine {
namespace {

bool changes_with_season_only(const State& state) {
  return std::none_of(state.exits.begin(), state.exits.end(),
                      [](const Exit& exit) { return exit.by_time.from.size() > 1 || exit.by_both != none; });
}

}  // namespace

Clocks::Clocks(const Program& program) : steps_(program.steps), start_month_(program.start.month_of_year() - 1) {
  for (const auto* cells : {&program.population.start, &program.population.entry}) {
    for (const StartCell& cell : *cells) longest_elapsed_ = std::max(longest_elapsed_, cell.elapsed);
  }
  lay_out(program);
}

void Clocks::lay_out(const Program& program) {
  std::size_t place = 0;
  const auto steps = static_cast<std::size_t>(steps_);
  const auto longest = static_cast<std::size_t>(longest_elapsed_);
  for (const State& state : program.states) {
    first_clock_.push_back(static_cast<std::int32_t>(clocks_.size()));
    const bool by_elapsed = Hazards::changes_with_time_in_state(state);
    const bool by_step = Hazards::changes_with_time(state);
    std::size_t rows = 0;
    Clock clock;
    if (by_elapsed && by_step) {
      const bool season = changes_with_season_only(state);
      clock.shape = season ? Shape::by_season : Shape::by_both;
      clock.columns = longest + steps + 1;
      rows = season ? months_per_year : longest + steps + 1;
    } else if (by_elapsed) {
      clock.shape = Shape::by_time_in_state;
      clock.columns = longest + steps + 1;
      rows = 1;
    } else if (by_step) {
      clock.shape = Shape::by_time;
      clock.columns = steps + 1;
      rows = 1;
    }
    for (std::size_t exit = 0; exit < state.exits.size(); ++exit) {
      clock.first = place;
      clocks_.push_back(clock);
      place += rows * clock.columns;
    }
  }
  cumulative_.resize(place);
}

void Clocks::set(const Program& program, const std::vector<double>& values) {
  const Hazards hazards(program, values);
  for (std::size_t s = 0; s < program.states.size(); ++s) fill(program, hazards, static_cast<StateIndex>(s));
}

void Clocks::fill(const Program& program, const Hazards& hazards, StateIndex index) {
  const State& state = program.states[static_cast<std::size_t>(index)];
  if (state.exits.empty()) return;
  Clock* const clocks = &clocks_[static_cast<std::size_t>(first_clock_[static_cast<std::size_t>(index)])];
  const std::size_t exits = state.exits.size();
  const std::size_t columns = clocks->columns;
  const auto row = [&](std::size_t number, auto elapsed_and_step) {
    for (std::size_t j = 0; j < exits; ++j) cumulative_[clocks[j].first + number * columns] = 0.0;
    for (std::size_t column = 1; column < columns; ++column) {
      const auto [elapsed, step] = elapsed_and_step(static_cast<int>(column) - 1);
      hazards.of(state, elapsed, step, hazards_);
      for (std::size_t j = 0; j < exits; ++j) {
        double* const cell = &cumulative_[clocks[j].first + number * columns + column];
        *cell = cell[-1] + hazards_[j];
      }
    }
  };
  switch (clocks->shape) {
    case Shape::constant:
      hazards.of(state, 0, 0, hazards_);
      for (std::size_t j = 0; j < exits; ++j) clocks[j].hazard = hazards_[j];
      break;
    case Shape::by_time_in_state:
      row(0, [](int column) { return std::pair{column, 0}; });
      break;
    case Shape::by_time:
      row(0, [](int column) { return std::pair{0, column}; });
      break;
    case Shape::by_season:  // a row for each month of the year in which the state was entered
      for (int month = 0; month < months_per_year; ++month) {
        const int first_step = (month - start_month_ + months_per_year) % months_per_year;
        row(static_cast<std::size_t>(month), [&](int column) { return std::pair{column, first_step + column}; });
      }
      break;
    case Shape::by_both:  // a row for each step in which the state was entered, from longest_elapsed_ before the
                          // start
      for (int entered = 0; entered <= longest_elapsed_ + steps_; ++entered) {
        row(static_cast<std::size_t>(entered), [&](int column) {
          return std::pair{column, std::max(0, entered - longest_elapsed_ + column)};
        });
      }
      break;
  }
}

double Clocks::runs_out(StateIndex state, std::int32_t exit, int elapsed, int step, double charge) const {
  const Clock& clock = clocks_[static_cast<std::size_t>(first_clock_[static_cast<std::size_t>(state)] + exit)];
  const int left = steps_ - step;
  if (clock.shape == Shape::constant) {
    const double time = charge / clock.hazard;
    return time <= left ? time : never;
  }
  std::size_t row = 0;
  int origin = elapsed;
  if (clock.shape == Shape::by_time) {
    origin = step;
  } else if (clock.shape == Shape::by_season) {
    const int month = (start_month_ + step - elapsed) % months_per_year;
    row = static_cast<std::size_t>(month < 0 ? month + months_per_year : month);
  } else if (clock.shape == Shape::by_both) {
    row = static_cast<std::size_t>(step - elapsed + longest_elapsed_);
  }
  const double* const from = &cumulative_[clock.first + row * clock.columns + static_cast<std::size_t>(origin)];
  const double target = from[0] + charge;
  if (!(from[left] >= target)) return never;
  const double* const reached = std::lower_bound(from + 1, from + left, target);
  const double within = reached[0] - reached[-1];
  const double fraction = within > 0.0 ? (target - reached[-1]) / within : 1.0;
  return static_cast<double>(reached - from) - 1.0 + fraction;
}

}  // namespace banenplan::engine
