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
  // A fund on account 0, given `euro` in the first step out of account 1. It bears the only component, and flow 0
  // with it: `each_step` euro to account 1, in the states that have that flow.
  void fund(double euro, double each_step) {
    const auto priced = static_cast<std::size_t>(program.plan_steps);
    program.prices = {std::vector<double>(priced, 0.0), std::vector<double>(priced, each_step)};
    program.prices[0][0] = euro;
    program.accounts = 2;
    program.funds.resize(1);
    program.funds[0].account = 0;
    program.funds[0].from_account = 1;
    program.funds[0].series = 0;
    program.components = {{{0}}};
    program.flows.resize(1);
    program.flows[0].payer = {none, 0};
    program.flows[0].receiver = {1, none};
    program.flows[0].series = 1;
  }
  void measure(Series::Kind kind, std::int32_t index, double factor = 1.0) {
    Measure added;
    added.terms.push_back({{kind, index}, factor, none});
    added.over = Measure::Over::weighted;
    added.curve = 0;
    program.measures.push_back(added);
  }
  // Measures of everything that chance decides: people in each state and each event.
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
      if (dice.uniform() < 0.4) {
        const std::int32_t from = dice.whole(1, 4);  // compilers differ in which argument they evaluate first
        exit.by_time = {builder.steps({0, from}, {1.0, dice.uniform(0.2, 1.5)})};
      }
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

// People wait (0), are placed in a trial (1) that leads to a contract (2), open or fixed; two components of cost are
// borne by three funds, in which money comes in at random.
inline Builder contracts(Dice& dice) {
  constexpr int steps = 40;
  constexpr int beyond = 14;
  Builder builder(steps, 60, 3);
  Program& program = builder.program;
  program.plan_steps = steps + beyond;
  builder.start(0, 1.0);
  builder.meet_for_nothing();
  Attribute priority;
  priority.first = builder.value(1.0);
  priority.levels = 1;
  program.population.attributes.push_back(priority);
  program.openings.priority_attribute = 1;
  program.openings.lanes = {0};
  Channel& channel = program.openings.channels[0];
  channel.per_step_factors = {builder.value(dice.uniform(0.5, 4.0))};
  channel.match_probability = builder.value(0.8);
  channel.stays_open = builder.value(3.0);
  channel.hours_low = builder.value(16.0);
  channel.hours_high = builder.value(36.0);
  channel.to = 1;

  builder.state(0).waits = true;
  State& trial = builder.state(1);
  trial.signs = true;
  trial.covers_next = 2;
  trial.refused_to = 0;
  trial.duration = builder.value(3.0);
  trial.at_expiry = {{2, builder.value(0.7)}, {0, builder.value(1.0)}};
  trial.flows = {0, 2};
  builder.exit(1, 0, 0.05);
  State& contract = builder.state(2);
  contract.signs = true;
  contract.refused_to = 0;
  contract.flows = {0, 1, 3};
  trial.under_contract = contract.under_contract = true;
  if (dice.uniform() < 0.6) {
    contract.duration = builder.value(dice.whole(2, 12));
    contract.at_expiry = {{dice.uniform() < 0.5 ? 2 : 0, builder.value(1.0)}};
  }
  builder.exit(2, 0, 0.04);

  const auto series = [&](double low, double high) {
    program.prices.emplace_back();
    for (int step = 0; step < program.plan_steps; ++step) {
      const bool changes = step == 0 || dice.uniform() < 0.2;
      program.prices.back().push_back(changes ? dice.uniform(low, high) : program.prices.back().back());
    }
    return static_cast<std::int32_t>(program.prices.size()) - 1;
  };
  program.accounts = 6;
  for (int k = 0; k < 3; ++k) {
    Fund fund;
    fund.account = k;
    fund.from_account = 3;
    fund.series = series(0.0, dice.uniform(100, 6000));
    fund.carry_over = dice.uniform() < 0.5;
    program.funds.push_back(fund);
  }
  program.components = {{{0, 1}}, {{2, 1}}};
  for (int f = 0; f < 5; ++f) {
    Flow flow;
    flow.payer = {none, f % 2};
    flow.receiver = {4, none};
    flow.series = series(1.0, f < 2 ? 900.0 : 200.0);
    program.flows.push_back(flow);
  }
  program.flows[1].factors = {{0, 0}};
  program.tables.assign(256, 1.0);
  program.flows[2].when = Flow::When::on_entry;
  program.flows[3].payer = {5, none};  // money into the fund of a component
  program.flows[3].receiver = {none, 1};
  program.flows[4].when = Flow::When::standing;
  return builder;
}

}  // namespace banenplan::engine::test
