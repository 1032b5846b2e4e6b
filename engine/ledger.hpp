// The ledger: every euro leaves one account and enters another. Amounts are whole cents, so that sums do not depend
// on their order and all accounts together are 0 to the cent.
//
// A flow that lasts is written as a change of its monthly amount at the first step and back at the step after the
// last: the cost of a stay is the number of its changes, not of its months.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/program.hpp"

namespace banenplan::engine {

using Cents = std::int64_t;

// The nearest whole number, halves away from zero.
inline std::int64_t to_whole(double number) {
  return static_cast<std::int64_t>(number + (number < 0.0 ? -0.5 : 0.5));
}

// Euro to whole cents, halves away from zero.
inline Cents to_cents(double euro) {
  return to_whole(euro * 100.0);
}

// A row is one flow between one pair of accounts. A flow that the funds of a component bear has a row for each fund.
struct LedgerRow {
  std::int32_t flow = none;  // none: money that a fund receives or gives back
  std::int32_t fund = none;
  std::int32_t payer = none;
  std::int32_t receiver = none;
};

class Ledger {
 public:
  explicit Ledger(const Program& program);

  void clear();

  // `amount` cents in each step from `from` up to, not including, `to`.
  void post(std::int32_t row, std::int32_t from, std::int32_t to, Cents amount) {
    Cents* const changes = &changes_[static_cast<std::size_t>(row) * columns_];
    changes[from] += amount;
    changes[to] -= amount;
  }

  // Adds to `row`, in each step, what the rows of the flow `repeated` came to `lag` steps before.
  void repeat(std::int32_t row, std::int32_t repeated, std::int32_t lag);

  // Turns changes into amounts; after this the amounts can be read, and nothing be posted.
  void close();

  Cents amount(std::int32_t row, std::int32_t step) const {
    return changes_[static_cast<std::size_t>(row) * columns_ + static_cast<std::size_t>(step)];
  }
  // Net receipts of an account in a step.
  Cents receipts(std::int32_t account, std::int32_t step) const {
    return accounts_[static_cast<std::size_t>(account) * columns_ + static_cast<std::size_t>(step)];
  }

  // The row of a flow, borne by fund number `choice` of its component where it has one.
  std::int32_t row(std::int32_t flow, std::int32_t choice) const {
    return first_row_[static_cast<std::size_t>(flow)] + choice;
  }
  std::int32_t inflow_row(std::int32_t fund) const { return first_fund_row_ + 2 * fund; }
  std::int32_t return_row(std::int32_t fund) const { return first_fund_row_ + 2 * fund + 1; }
  const std::vector<LedgerRow>& rows() const { return rows_; }

 private:
  std::size_t columns_;
  std::size_t account_count_;
  std::int32_t first_fund_row_ = 0;
  std::vector<std::int32_t> first_row_;
  std::vector<LedgerRow> rows_;
  std::vector<Cents> changes_;
  std::vector<Cents> accounts_;
};

}  // namespace banenplan::engine
