// One replication: all people of a program live through its steps once, under one set of values and one stream of
// luck.
//
// Where nothing is scarce people do not meet, and each life runs to its end before the next begins. Where places or
// money are scarce the steps run one after the other, and in each only the people to whom something happens are
// touched. Either way a person draws the same luck, and the same program gives the same result.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engine/funds.hpp"
#include "engine/ledger.hpp"
#include "engine/money.hpp"
#include "engine/openings.hpp"
#include "engine/people.hpp"
#include "engine/program.hpp"
#include "engine/sojourns.hpp"
#include "engine/tally.hpp"
#include "engine/target.hpp"
#include "engine/trace.hpp"
#include "engine/weights.hpp"

namespace banenplan::engine {

class Replication {
 public:
  // Allocates all that a replication needs; running it allocates nothing more. The program must outlive it.
  explicit Replication(const Program& program);

  // Runs replication `number` under `values`, as many as the program has.
  void run(std::uint64_t seed, std::int32_t number, const std::vector<double>& values);

  // Keeps each stay that ends, in the order in which they end; nullptr stops that.
  void trace(std::vector<Visit>* visits) { trace_ = visits; }

  // Keeps each refusal that the tally counts; nullptr stops that.
  void trace(std::vector<Refusal>* refusals) { refusals_ = refusals; }

  const Tally& tally() const { return tally_; }
  const Ledger& ledger() const { return ledger_; }
  const Funds& funds() const { return funds_; }

 private:
  static constexpr std::int32_t nothing_due = -1;
  static constexpr std::int32_t abreast = 8;  // lives that run side by side where people do not meet

  struct Person {
    std::int32_t number = 0;
    StateIndex state = none;
    std::int32_t entered = 0;
    std::int32_t elapsed = 0;
    std::int32_t due = nothing_due;
    std::int32_t event = 0;  // that is due
    std::int32_t birth_month = 0;
    std::int32_t grown = 0;  // steps of growth before the visit
    std::int32_t contract_ends = 0;
    std::int32_t next = none;  // in the list of those due in the same step
    std::int32_t previous = none;
  };

  // What every visit asks of its state, side by side.
  struct Brief {
    bool grows = false;
    bool plain = true;    // nothing happens on entering and leaving but that it is counted
    bool fills = false;   // a place of a pool
    bool chance = false;  // decides how a visit ends
    std::int32_t exits = 0;
    std::int32_t first_event = 0;
    std::int32_t term = none;  // steps in this replication; none: open
  };

  // A flow of which each person's amount is a whole number of cents and no fund bears a part.
  struct PersonalFlow {
    std::int32_t number = none;
    Gate gate;
  };

  // The luck of a visit stands in a block of four words that four states share, and in a word that two visits to the
  // state share: the second reads it from its other half. So each draw has all its digits, two are independent to the
  // 32nd, and most lives need one block.
  struct VisitLuck {
    std::uint64_t of = 0;  // group of states and pair of visits, from 1; 0: nothing is drawn
    Luck::Words words{};
  };
  using KnownLuck = std::array<VisitLuck, 2>;  // the last of even and of odd pairs
  static std::uint64_t name(std::uint32_t group, std::uint32_t pair) {
    return (std::uint64_t{group} << 32 | pair) + 1;
  }

  void prepare(std::uint64_t seed, std::int32_t number, const std::vector<double>& values);
  void live_abreast();
  void live_step_by_step();
  void finish();
  void pay_lagged(std::int32_t number);
  void pay_standing(std::int32_t number);
  void pay_shortfall(std::int32_t number);

  void enter(std::int32_t slot, std::int32_t number, const Beginning& beginning);
  void begin(std::int32_t slot, StateIndex state, std::int32_t step, std::int32_t elapsed);
  void arrive(std::int32_t slot, const State& here);
  bool may_enter(std::int32_t slot, StateIndex state, std::int32_t step);
  void draw_visit(std::int32_t slot);
  std::int32_t branch_of(const State& state, double u) const;
  void leave_place(std::int32_t slot);
  double visit_luck(std::int32_t slot, StateIndex state);
  VisitLuck draw_luck(std::int32_t number, std::uint32_t group, std::uint32_t pair) const;
  void end(std::int32_t slot, std::int32_t step);
  void keep_visit(std::int32_t slot, std::int32_t step);
  void refuse(std::int32_t slot, StateIndex state, std::int32_t channel, std::int32_t step);
  void leave(std::int32_t slot, const State& here, std::int32_t step);
  void pay(std::int32_t slot, const State& here, std::int32_t to);
  void proceed(std::int32_t slot);
  void release(std::int32_t slot, std::int32_t step);
  void change_spells(std::int32_t slot, std::uint32_t before, std::uint32_t after, std::int32_t step);
  void note_lasting(std::int32_t slot, std::uint32_t spells, std::int32_t step);
  std::size_t lane_of(std::int32_t slot);
  void match(std::int32_t step);
  bool place(std::int32_t slot, Opening& opening, std::int32_t step);
  std::int32_t candidate(double u) const;
  void schedule(std::int32_t slot);
  void unschedule(std::int32_t slot);

  const Brief& brief_of(StateIndex state) const { return briefs_[static_cast<std::size_t>(state)]; }
  const State& state_of(StateIndex state) const { return program_.states[static_cast<std::size_t>(state)]; }
  double value(ValueIndex index) const { return (*values_)[static_cast<std::size_t>(index)]; }
  std::uint8_t* levels(std::int32_t slot) { return &levels_[static_cast<std::size_t>(slot) * attribute_count_]; }
  Person& person(std::int32_t slot) { return people_[static_cast<std::size_t>(slot)]; }
  Stay stay(std::int32_t slot);
  std::int32_t paid_hours(std::int32_t slot);
  std::int32_t unit_of(std::int32_t slot) {
    return program_.openings.units == 0 ? 0 : levels(slot)[program_.openings.unit_attribute];
  }
  std::int32_t* choices(std::int32_t slot) {
    return choices_.data() + static_cast<std::size_t>(slot) * program_.components.size();
  }
  std::int32_t& spell_start(std::int32_t slot, std::size_t spell) {
    return spell_starts_[static_cast<std::size_t>(slot) * program_.spells.size() + spell];
  }

  const Program& program_;
  EventNumbers events_;
  std::int32_t population_;
  bool scarce_;  // whether people meet
  std::size_t attribute_count_;
  const std::vector<double>* values_ = nullptr;
  Luck luck_{0, 0};

  Traits traits_;
  Beginnings beginnings_;
  Sojourns sojourns_;
  Amounts amounts_;
  Weights weights_;
  Funds funds_;
  OpenPlaces places_;
  Target target_;
  Queue queue_;
  Tally tally_;
  Ledger ledger_;

  std::vector<Brief> briefs_;  // by state
  std::vector<Person> people_;
  std::vector<std::uint8_t> levels_;
  std::vector<std::uint16_t> visits_;                      // by slot and state
  std::vector<KnownLuck> visit_luck_;                      // by slot
  std::vector<std::int32_t> spell_starts_;                 // by slot and spell
  std::vector<std::int32_t> choices_;                      // by slot and component
  std::vector<std::vector<PersonalFlow>> personal_flows_;  // by state
  std::vector<std::int32_t> due_;                          // by step, the first slot
  std::vector<std::int32_t> lapsed_;                       // work space, by channel
  std::vector<std::int32_t> standing_;                     // by flow, the fund's place that bears it
  std::size_t lanes_ = 0;
  std::int32_t ranks_ = 1;  // within a lane
  Choices signed_;          // work space, by component
  std::vector<Visit>* trace_ = nullptr;
  std::vector<Refusal>* refusals_ = nullptr;
};

}  // namespace banenplan::engine
