// The tally of a replication: how many people were where, and what happened, by step. Whole numbers throughout,
// written as changes at the beginning and end of a stay, so that a tally does not depend on the order of the people.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/program.hpp"

namespace banenplan::engine {

class Tally {
 public:
  explicit Tally(const Program& program);

  void clear();

  void stay(StateIndex state, std::int32_t from, std::int32_t to) { add_change(occupancy_, state, from, to, 1); }
  void hours(StateIndex state, std::int32_t from, std::int32_t to, std::int32_t hours_per_week) {
    add_change(hours_, state, from, to, hours_per_week);
  }
  void unit_hours(std::int32_t unit, std::int32_t from, std::int32_t to, std::int32_t hours_per_week) {
    add_change(unit_hours_, unit - 1, from, to, hours_per_week);
  }
  void event(std::int32_t number, std::int32_t step) { ++at(events_, number, step); }
  void placed(StateIndex state, std::int32_t step) { ++at(entries_, state, step); }
  void spell_started(std::int32_t spell, std::int32_t step) { ++at(spells_started_, spell, step); }
  void spell_lasts(std::int32_t spell, std::int32_t step) { ++at(spells_lasting_, spell, step); }
  void refused(std::int32_t step) { ++at(refused_, 0, step); }
  void turned_away(StateIndex state, std::int32_t step) { ++at(turned_away_, state, step); }
  void filled(std::int32_t channel, std::int32_t step) { ++at(filled_, channel, step); }
  void lapsed(std::int32_t channel, std::int32_t step, std::int32_t count) { at(lapsed_, channel, step) += count; }

  // Turns changes into numbers; after this the tally can be read, and nothing be counted.
  void close();

  // People, or hours a week, at the start of the step; step `steps` is the end of the horizon.
  std::int64_t occupancy(StateIndex state, std::int32_t step) const { return at(occupancy_, state, step); }
  std::int64_t hours(StateIndex state, std::int32_t step) const { return at(hours_, state, step); }

  // The counted series of this kind and index in a step.
  std::int64_t count(const Series& series, std::int32_t step) const;

 private:
  using Counts = std::vector<std::int32_t>;
  std::size_t place(std::int32_t row, std::int32_t step) const {
    return static_cast<std::size_t>(row) * columns_ + static_cast<std::size_t>(step);
  }
  std::int32_t& at(Counts& counts, std::int32_t row, std::int32_t step) { return counts[place(row, step)]; }
  std::int32_t at(const Counts& counts, std::int32_t row, std::int32_t step) const {
    return counts[place(row, step)];
  }
  void add_change(Counts& counts, std::int32_t row, std::int32_t from, std::int32_t to, std::int32_t amount) {
    at(counts, row, from) += amount;
    at(counts, row, to) -= amount;
  }

  std::size_t columns_;  // steps 0..steps and one for changes after the end
  Counts occupancy_, hours_, unit_hours_, events_, entries_, spells_started_, spells_lasting_, refused_, lapsed_,
      filled_, turned_away_;
};

}  // namespace banenplan::engine
