// Funds: what has come in, and what has been promised of it. A contract is signed only if, in every step of the plan,
// the inflow up to then covers the promises up to then with the contract among them; so no fund is ever overdrawn,
// also not by the last years of contracts that have no end. What a contract that ends early will not need is
// released.
//
// A contract can also bring money in, such as a subsidy or the wage budget of the place that it fills. That counts
// against its own cost, but what it brings beyond that is promised to nobody: it is added to the fund once the stay
// is over and the money is there. So a promise is the highest that the contract's cost less its income has come to so
// far.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "engine/ledger.hpp"
#include "engine/money.hpp"
#include "engine/program.hpp"

namespace banenplan::engine {

// For each component, which of its funds bears the contract; none where the contract does not touch it.
using Choices = std::vector<std::int32_t>;

// What a contract that was not signed asked of a fund, and what the fund had for it, both added up from the start of
// the contract (of a fund that does not carry over: from January) to the step in which the money would have been
// gone.
struct Shortage {
  std::int32_t fund = none;
  std::int32_t unit = 0;  // whose part of the fund it is; 0: the fund as a whole
  std::int32_t step = 0;
  Cents needed = 0;
  Cents there = 0;
};

class Funds {
 public:
  explicit Funds(const Program& program);

  void set(const Program& program, const std::vector<double>& values);

  // Starts a replication: inflows only.
  void clear();

  // Signs the cost of the states that a contract covers, from the one entered. False, and nothing is signed, if a
  // component finds no fund; else `choices` tells the funds and `ends` the step after the last one promised.
  bool sign(const Amounts& amounts, const Stay& stay, StateIndex state, Choices& choices, std::int32_t& ends);

  // Why the contract that `sign` was last asked for was not signed; with its stay and choices.
  Shortage shortage(const Stay& stay, const Choices& choices) const;

  // Gives back what was promised for `state` from `from` on; `stay` is the one that was signed.
  void release(const Amounts& amounts, const Stay& stay, StateIndex state, const std::int32_t* choices,
               std::int32_t from);

  // Adds what the stay brought beyond its promise, now that it has lasted up to, not including, `to`, and writes what
  // was paid into the ledger.
  void settle(const Amounts& amounts, const Stay& stay, StateIndex state, const std::int32_t* choices,
              std::int32_t to, Ledger& ledger);

  // Signs a cost that is there whether or not anybody is placed. Returns the fund's place in its component or `none`.
  std::int32_t sign_standing(const Amounts& amounts, const Flow& flow);

  // Why the cost that `sign_standing` was last asked for was not signed.
  Shortage standing_shortage(const Flow& flow) const;

  // Writes inflows, and what goes back in December, into the ledger.
  void post(Ledger& ledger);

  // Cents in the fund at the end of each step of the horizon, before what goes back.
  void balances(std::int32_t fund, std::vector<Cents>& by_step) const;

  // How long a state lasts for a contract: its duration, or to the end of the plan.
  std::int32_t term_end(StateIndex state, std::int32_t from, std::int32_t elapsed) const;

 private:
  // What a flow adds to the cost of a component in a state, or takes from it.
  struct Part {
    std::int32_t flow = none;
    std::size_t component = 0;
    Cents sign = 1;
    Gate gate;
  };

  // A stay in a state that a contract covers, and what it costs: by component, the changes of the cost of a step.
  struct Piece {
    std::int32_t from = 0;
    std::int32_t to = 0;
    std::vector<std::uint8_t> touched;
    std::vector<std::vector<Cents>> changes;
  };

  std::vector<Part> parts_of(const State& state) const;

  // Writes the cost of a stay, and calls visit(part, from, to, cents per step) for each stretch of equal amount.
  template <class Visit>
  void find_cost(const Amounts& amounts, const Stay& stay, StateIndex state, std::int32_t to, Piece& piece,
                 Visit visit) const;
  // Adds to `promise` what a fund must set apart for a component of the piece.
  void add_promise(std::int32_t fund, const Piece& piece, std::size_t component, std::vector<Cents>& promise) const;
  bool bears(std::int32_t fund, std::int32_t unit, const std::vector<Cents>& promise, std::int32_t from) const;
  bool row_bears(std::int32_t fund, std::size_t row, const std::vector<Cents>& promise, std::int32_t from) const;
  Shortage shortage(std::int32_t fund, std::int32_t unit, const std::vector<Cents>& promise, std::int32_t from) const;
  void set_apart(std::int32_t fund, std::int32_t unit, const std::vector<Cents>& promise, std::int32_t from);
  void give_back(std::int32_t fund, std::int32_t unit, const std::vector<Cents>& promise, std::int32_t from);
  // Whose place a stay is on; 0: no unit's.
  std::int32_t unit_of(const Stay& stay) const {
    const std::int32_t attribute = program_.openings.unit_attribute;
    return attribute == none || stay.levels == nullptr ? 0 : stay.levels[attribute];
  }
  // Where a unit's part of a fund stands; none where it has no limit.
  std::int32_t unit_row(std::int32_t fund, std::int32_t unit) const {
    const std::int32_t first = first_unit_row_[static_cast<std::size_t>(fund)];
    return first == none || unit == 0 ? none : first + unit - 1;
  }
  bool is_touched(std::size_t component) const;
  bool year_begins(std::int32_t step) const { return (start_month_ + step) % months_per_year == 0; }
  // The first step of the next year, or the end of the plan.
  std::int32_t year_end(std::int32_t step) const {
    return std::min(program_.plan_steps, step + months_per_year - (start_month_ + step) % months_per_year);
  }
  std::int32_t fund_of(std::size_t component, std::int32_t choice) const {
    return program_.components[component].funds[static_cast<std::size_t>(choice)];
  }

  const Program& program_;
  const std::vector<double>* values_ = nullptr;
  std::int32_t start_month_;
  // Rows of funds, then of the parts of units in them, by step.
  std::vector<std::vector<Cents>> inflow_;
  std::vector<std::vector<Cents>> net_;       // inflow less promises, plus what stays brought beyond theirs
  std::vector<std::int32_t> first_unit_row_;  // by fund; none: it is not divided
  std::vector<std::vector<Part>> parts_;      // by state
  std::vector<Piece> pieces_;                 // work space
  std::size_t piece_count_ = 0;
  std::vector<std::vector<Cents>> promises_;  // work space, by component and step
  std::vector<Cents> balance_;                // work space, by step
};

}  // namespace banenplan::engine
