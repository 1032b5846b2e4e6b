#include "app/fingerprint.hpp"

#include <type_traits>
#include <vector>

#include "plots/digest.hpp"

namespace banenplan::app {
namespace {

// Writes values one after the other. Members are taken apart by structured bindings: one that is added to the engine
// and not here does not compile.
class Bytes {
 public:
  template <class... Values>
  void add(const Values&... values) {
    (write(values), ...);
  }
  const std::string& text() const { return text_; }

 private:
  template <class Number>
  requires std::is_arithmetic_v<Number> || std::is_enum_v<Number>
  void write(Number number) { text_.append(reinterpret_cast<const char*>(&number), sizeof number); }
  template <class Item>
  void write(const std::vector<Item>& items) {
    write(items.size());
    for (const Item& item : items) write(item);
  }
  void write(const engine::Month& month) { write(month.index); }
  void write(const engine::Distribution& distribution) {
    const auto& [kind, low, centre, high] = distribution;
    add(kind, low, centre, high);
  }
  void write(const engine::Uncertain& uncertain) {
    const auto& [value, dimension, distribution, form, part] = uncertain;
    add(value, dimension, distribution, form, part);
  }
  void write(const engine::Steps& steps) {
    const auto& [from, value] = steps;
    add(from, value);
  }
  void write(const engine::Ratio& ratio) {
    const auto& [attribute, first] = ratio;
    add(attribute, first);
  }
  void write(const engine::Exit& exit) {
    const auto& [to, by_time_in_state, shape, scale, by_both, rows, by_time, by_month_of_year, ratios] = exit;
    add(to, by_time_in_state, shape, scale, by_both, rows, by_time, by_month_of_year, ratios);
  }
  void write(const engine::Branch& branch) {
    const auto& [to, probability] = branch;
    add(to, probability);
  }
  void write(const engine::State& state) {
    const auto& [scale, exits, duration, at_expiry, waits, grows, paid_hours, in_scope, spells, under_contract, signs,
                 covers_next, refused_to, flows] = state;
    add(scale, exits, duration, at_expiry, waits, grows, paid_hours, in_scope, spells, under_contract, signs,
        covers_next, refused_to, flows);
  }
  void write(const engine::Attribute& attribute) {
    const auto& [kind, first, levels, parent] = attribute;
    add(kind, first, levels, parent);
  }
  void write(const engine::StartCell& cell) {
    const auto& [state, elapsed, share, of, origin] = cell;
    add(state, elapsed, share, of, origin);
  }
  void write(const engine::KnownPerson& person) {
    const auto& [state, elapsed, levels] = person;
    add(state, elapsed, levels);
  }
  void write(const engine::Growth& growth) {
    const auto& [attribute, per_year, measured_every, highest] = growth;
    add(attribute, per_year, measured_every, highest);
  }
  void write(const engine::Population& population) {
    const auto& [at_start, entrants, arrivals, start, entry, known, attributes, hours, contract_hours, age, growth,
                 ages_matter_until] = population;
    add(at_start, entrants, arrivals, start, entry, known, attributes, hours, contract_hours, age, growth,
        ages_matter_until);
  }
  void write(const engine::Party& party) {
    const auto& [account, component] = party;
    add(account, component);
  }
  void write(const engine::Factor& factor) {
    const auto& [attribute, first, as_measured] = factor;
    add(attribute, first, as_measured);
  }
  void write(const engine::Flow& flow) {
    const auto& [when, payer, receiver, series, scales, by_person, set_in_january, factors, by_time_in_state, repeats,
                 lag, target_hours] = flow;
    add(when, payer, receiver, series, scales, by_person, set_in_january, factors, by_time_in_state, repeats, lag,
        target_hours);
  }
  void write(const engine::Fund& fund) {
    const auto& [account, from_account, series, scale, carry_over, unit_shares, common_from] = fund;
    add(account, from_account, series, scale, carry_over, unit_shares, common_from);
  }
  void write(const engine::Component& component) { add(component.funds); }
  void write(const engine::Channel& channel) {
    const auto& [per_step_factors, curve, places_each, capacity, intake_every, stays_open, match_probability, to,
                 level, unit, stops_at_target, hours_low, hours_high] = channel;
    add(per_step_factors, curve, places_each, capacity, intake_every, stays_open, match_probability, to, level, unit,
        stops_at_target, hours_low, hours_high);
  }
  void write(const engine::Openings& openings) {
    const auto& [channels, channel_attribute, priority_attribute, lanes, order_attribute, order, target_hours,
                 target_curve, units, unit_attribute, unit_targets] = openings;
    add(channels, channel_attribute, priority_attribute, lanes, order_attribute, order, target_hours, target_curve,
        units, unit_attribute, unit_targets);
  }
  void write(const engine::Series& series) {
    const auto& [kind, index] = series;
    add(kind, index);
  }
  void write(const engine::Measure::Term& term) {
    const auto& [series, factor, scale] = term;
    add(series, factor, scale);
  }
  void write(const engine::Measure& measure) {
    const auto& [terms, over, curve] = measure;
    add(terms, over, curve);
  }
  void write(const engine::Spell& spell) { add(spell.threshold); }
  void write(const engine::Program& program) {
    const auto& [steps, steps_per_year, start, plan_steps, stream, values, uncertain, states, population, openings,
                 spells, tables, prices, accounts, flows, funds, components, curves, measures] = program;
    add(steps, steps_per_year, start, plan_steps, stream, values, uncertain, states, population, openings, spells,
        tables, prices, accounts, flows, funds, components, curves, measures);
  }

  std::string text_;
};

}  // namespace

std::string fingerprint(const engine::Program& program) {
  Bytes bytes;
  bytes.add(program);
  return plots::sha256_hexadecimal(bytes.text());
}

std::string fingerprint(const engine::Program& program, const engine::RunOptions& options) {
  Bytes bytes;
  bytes.add(program, options.seed, options.draw_parameters);
  return plots::sha256_hexadecimal(bytes.text());
}

}  // namespace banenplan::app
