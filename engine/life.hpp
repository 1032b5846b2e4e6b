// The money of one life: what its stays come to in each row of the ledger, step by step. It is computed from what a
// trace kept of them, by the same rules as the replication's; the lives of all people add up to its ledger. What a
// flow rounds only once for all people together is not rounded here, so that the sums agree to the cent.
//
//   Life life(program, values);
//   life.live(visits);                              // those of one person
//   life.euro(ledger.row(flow, 0), step)
#pragma once

#include <cstdint>
#include <vector>

#include "engine/ledger.hpp"
#include "engine/money.hpp"
#include "engine/program.hpp"
#include "engine/trace.hpp"
#include "engine/weights.hpp"

namespace banenplan::engine {

class Life {
 public:
  // Both must outlive it.
  Life(const Program& program, const std::vector<double>& values);

  // Begins anew with the stays of one person, or of several.
  void live(const std::vector<Visit>& visits);

  double euro(std::int32_t row, std::int32_t step) const {
    return euros_[static_cast<std::size_t>(row) * static_cast<std::size_t>(program_.steps) +
                  static_cast<std::size_t>(step)];
  }

  // Whether the row is money that moves because of a person; else it is a fund's inflow, or a cost that is there
  // whoever is placed.
  bool of_people(std::int32_t row) const;

  const std::vector<LedgerRow>& rows() const { return ledger_.rows(); }

 private:
  void pay(const Visit& visit);
  void add(std::int32_t row, std::int32_t step, double euro) {
    euros_[static_cast<std::size_t>(row) * static_cast<std::size_t>(program_.steps) +
           static_cast<std::size_t>(step)] += euro;
  }

  const Program& program_;
  const std::vector<double>& values_;
  Ledger ledger_;  // for its rows
  Amounts amounts_;
  Weights weights_;
  std::vector<double> euros_;  // by row and step
};

}  // namespace banenplan::engine
