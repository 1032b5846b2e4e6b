// Weights: how much the price of a flow counts in each step, summed over the people for whom it is paid. A person's
// weight is the product of the factors of the flow; the money of a step is price x scales x sum of weights, rounded
// to the cent once. So a stay costs a few additions however long it lasts and however often prices change, and flows
// with the same factors in the same states share their weights.
//
// Weights are whole numbers of 2^-24, so that sums do not depend on the order of the people. Flows of which funds
// bear a part are not kept here, as a fund must know the cents of each contract, nor flows by person.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/ledger.hpp"
#include "engine/money.hpp"
#include "engine/program.hpp"

namespace banenplan::engine {

class Weights {
 public:
  explicit Weights(const Program& program);

  // Starts a replication under these values, which must outlive it.
  void set(const std::vector<double>& values);

  // A stay in `state` counts from its first step up to, not including, `to`.
  void add(StateIndex state, const Stay& stay, std::int32_t to);

  // Writes the flows that are kept here into the ledger; after this nothing can be added.
  void post(Ledger& ledger);

  // Turns what was added into the weights of each step, for who reads them without a ledger.
  void close();
  // Of a flow that is kept here, in a step, before it is rounded to the cent.
  double euro(std::int32_t number, std::int32_t step) const;

  // Whether the flow is kept here.
  bool holds(std::int32_t flow) const { return basis_of_[static_cast<std::size_t>(flow)] != none; }

 private:
  using Fixed = std::int64_t;
  static constexpr double one = 1 << 24;

  // What flows have in common that share their weights.
  struct Basis {
    std::vector<Factor> factors;
    std::vector<Factor> by_age;
    std::vector<Factor> by_growth;
    Steps by_time_in_state;
    Flow::When when = Flow::When::each_step;
    std::int32_t january_series = none;  // of flows whose price is set in January
    std::vector<StateIndex> states;
    std::int32_t column = 0;  // its first; one for each price of a year where the price is set in January

    bool shares_with(const Basis& other) const;
  };

  // A factor by the level of a trait.
  struct ByLevel {
    std::int32_t attribute = 0;
    const double* table = nullptr;
  };

  // What most stays ask of a basis, side by side.
  struct Brief {
    std::int32_t column = 0;
    bool steady = false;  // an adult's weight is the same all through a stay
    double adult = 1.0;   // what by_age comes to from the age on at which it does not matter any more
  };

  // The bases of a state, by the level of a trait that leaves some of them without weight.
  struct Lists {
    std::int32_t attribute = none;
    std::vector<std::vector<std::int32_t>> by_level{1};
  };

  Basis basis_of(std::int32_t number) const;
  void list_by_level(Lists& lists) const;
  void lay_out_columns();
  Brief brief_of(const Basis& basis) const;
  void lay_out_factors();
  // All bases take as many factors, so that the processor need not guess how many; those that a basis lacks are 1.
  double person_weight(std::int32_t basis, const std::uint8_t* levels) const {
    double product = one;
    const ByLevel* const factors = factors_.data() + static_cast<std::size_t>(basis) * width_;
    for (std::size_t k = 0; k < width_; ++k) product *= factors[k].table[levels[factors[k].attribute]];
    return product;
  }
  void add_stretches(const Basis& basis, const Stay& stay, std::int32_t to, double weight);
  void change(std::int32_t step, std::int32_t column, Fixed amount) {
    changes_[static_cast<std::size_t>(step) * columns_ + static_cast<std::size_t>(column)] += amount;
  }
  // Which of the year's prices, as they change from January (or the start) on, holds in the step.
  std::int32_t price_of_year(std::int32_t series, std::int32_t step) const {
    return price_of_year_[static_cast<std::size_t>(series)][static_cast<std::size_t>(step)];
  }
  double scale_of(const Flow& flow) const;
  double weighted_price(const Flow& flow, const Basis& basis, std::int32_t step) const;
  void post(std::int32_t number, Ledger& ledger) const;

  const Program& program_;
  Amounts amounts_;
  const std::vector<double>* values_ = nullptr;
  std::vector<Basis> bases_;
  std::vector<Brief> briefs_;  // by basis
  std::size_t width_ = 0;
  std::vector<ByLevel> factors_;           // by basis, `width_` each
  std::vector<std::vector<double>> same_;  // tables of what is the same at all levels
  std::vector<std::int32_t> basis_of_;     // by flow
  std::vector<Lists> in_state_;
  std::vector<std::vector<std::int32_t>> price_of_year_;  // by series and step
  bool by_age_ = false;                                   // whether any basis is
  std::size_t columns_ = 0;
  std::vector<Fixed> changes_;  // by step and column
};

}  // namespace banenplan::engine
