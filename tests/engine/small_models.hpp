// Small programs for tests: built by hand or drawn at random from a fixed seed.
#pragma once

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_01.hpp>
#include <vector>

#include "engine/program.hpp"

namespace banenplan::engine::test {

// A program whose values are added where they are used.
struct Builder {
  Program program;

  Builder(std::int32_t steps, std::int32_t people, std::int32_t states) {
    program.steps = program.plan_steps = steps;
    program.start = Month::of(2027, 4);
    program.states.resize(static_cast<std::size_t>(states));
    program.population.at_start = people;
    program.curves.emplace_back(static_cast<std::size_t>(steps) + 1, 1.0);
  }

  ValueIndex value(double number) {
    program.values.push_back(number);
    return static_cast<ValueIndex>(program.values.size()) - 1;
  }
  State& state(StateIndex s) { return program.states[static_cast<std::size_t>(s)]; }
  void start(StateIndex state, double share, std::int32_t elapsed = 0) {
    program.population.start.push_back({state, elapsed, value(share)});
  }
  Exit& exit(StateIndex from, StateIndex to) {
    state(from).exits.emplace_back();
    state(from).exits.back().to = to;
    return state(from).exits.back();
  }
  Exit& exit(StateIndex from, StateIndex to, double chance) {
    const ValueIndex index = value(chance);
    Exit& added = exit(from, to);
    added.by_time_in_state = {{0}, {index}};
    return added;
  }
  Steps steps(const std::vector<int>& from, const std::vector<double>& numbers) {
    Steps result;
    result.from = from;
    for (const double number : numbers) result.value.push_back(value(number));
    return result;
  }
  void measure(Series::Kind kind, std::int32_t index, double factor = 1.0) {
    Measure added;
    added.terms.push_back({{kind, index}, factor, none});
    added.over = Measure::Over::weighted;
    added.curve = 0;
    program.measures.push_back(added);
  }
  // Measures of everything that the clocks decide: people in each state and each event.
  void measure_all() {
    for (std::size_t s = 0; s < program.states.size(); ++s) {
      measure(Series::Kind::occupancy, static_cast<std::int32_t>(s));
    }
    const std::int32_t events = EventNumbers(program).count();
    for (std::int32_t e = 0; e < events; ++e) measure(Series::Kind::exits, e);
  }
  // A channel through which no place ever arises, so that people count as meeting although they do not.
  void meet_for_nothing() {
    Attribute attribute;
    attribute.kind = Attribute::Kind::set_by_placement;
    program.population.attributes.push_back(attribute);
    const auto last = static_cast<std::int32_t>(program.population.attributes.size()) - 1;
    program.openings.channel_attribute = last;
    program.population.contract_hours_attribute = last;
    Channel channel;
    channel.match_probability = value(0.0);
    channel.per_step_factors = {channel.match_probability};
    channel.stays_open = channel.hours_low = channel.hours_high = value(1.0);
    channel.to = 0;
    channel.level = 1;
    program.openings.channels.push_back(channel);
  }
};

class Dice {
 public:
  explicit Dice(std::uint32_t seed) : generator_(seed) {}
  double uniform(double low = 0.0, double high = 1.0) { return low + (high - low) * unit_(generator_); }
  std::int32_t whole(std::int32_t low, std::int32_t high) {
    return low + static_cast<std::int32_t>(unit_(generator_) * (high - low + 1));
  }

 private:
  boost::random::mt19937 generator_;
  boost::random::uniform_01<double> unit_;
};

// Two to five states with everything that can vary: time in state, model time, season, ratios, fixed durations,
// rates and probabilities.
inline Builder random_model(Dice& dice, std::int32_t people) {
  const std::int32_t states = dice.whole(2, 5);
  Builder builder(dice.whole(5, 40), people, states);
  Attribute attribute;
  attribute.first = builder.value(dice.uniform());
  builder.value(0.0);
  attribute.levels = 2;
  builder.program.population.attributes.push_back(attribute);
  double left = 1.0;
  for (StateIndex s = 0; s < states; ++s) {
    const double share = s + 1 < states ? left * dice.uniform() : left;
    left -= share;
    builder.start(s, share, dice.whole(0, 3));
    State& state = builder.state(s);
    state.scale = dice.uniform() < 0.5 ? ExitScale::rates : ExitScale::probabilities;
    for (StateIndex to = 0; to < states; ++to) {
      if (to == s || dice.uniform() < 0.3) continue;
      const double base = dice.uniform(0.0, 0.3 / states);
      Exit& exit = builder.exit(s, to, base);
      if (dice.uniform() < 0.4) {
        exit.by_time_in_state = builder.steps({0, 2, 5}, {base, dice.uniform(0.0, 0.3 / states), 2.0 * base});
      }
      if (dice.uniform() < 0.4) exit.by_time = builder.steps({0, dice.whole(1, 4)}, {1.0, dice.uniform(0.2, 1.5)});
      if (dice.uniform() < 0.3) {
        for (int month = 0; month < months_per_year; ++month) {
          exit.by_month_of_year.push_back(builder.value(dice.uniform(0.5, 1.2)));
        }
      }
      if (dice.uniform() < 0.5) {
        exit.ratios.push_back({0, builder.value(dice.uniform(0.3, 2.0))});
        builder.value(dice.uniform(0.3, 2.0));
      }
    }
    if (dice.uniform() < 0.3) {
      builder.state(s).duration = builder.value(dice.whole(1, 6));
      builder.state(s).at_expiry.push_back({(s + 1) % states, builder.value(dice.uniform())});
      builder.state(s).at_expiry.push_back({s, builder.value(1.0)});
    }
  }
  return builder;
}

}  // namespace banenplan::engine::test
