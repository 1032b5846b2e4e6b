#include "engine/ledger.hpp"

#include <algorithm>

namespace banenplan::engine {

Ledger::Ledger(const Program& program)
    : columns_(static_cast<std::size_t>(program.steps) + 1),
      account_count_(static_cast<std::size_t>(program.accounts)) {
  const auto account_of = [&](const Party& party, std::int32_t fund) {
    return party.component == none ? party.account : program.funds[static_cast<std::size_t>(fund)].account;
  };
  for (std::size_t f = 0; f < program.flows.size(); ++f) {
    const Flow& flow = program.flows[f];
    first_row_.push_back(static_cast<std::int32_t>(rows_.size()));
    const auto number = static_cast<std::int32_t>(f);
    const std::int32_t component = std::max(flow.payer.component, flow.receiver.component);
    if (component == none) {
      rows_.push_back({number, none, flow.payer.account, flow.receiver.account});
      continue;
    }
    for (const std::int32_t fund : program.components[static_cast<std::size_t>(component)].funds) {
      rows_.push_back({number, fund, account_of(flow.payer, fund), account_of(flow.receiver, fund)});
    }
  }
  first_fund_row_ = static_cast<std::int32_t>(rows_.size());
  for (std::size_t k = 0; k < program.funds.size(); ++k) {
    const Fund& fund = program.funds[k];
    const auto number = static_cast<std::int32_t>(k);
    rows_.push_back({none, number, fund.from_account, fund.account});
    rows_.push_back({none, number, fund.account, fund.from_account});
  }
  changes_.resize(rows_.size() * columns_);
  accounts_.resize(account_count_ * columns_);
}

void Ledger::clear() {
  std::fill(changes_.begin(), changes_.end(), 0);
  std::fill(accounts_.begin(), accounts_.end(), 0);
}

void Ledger::repeat(std::int32_t row, std::int32_t repeated, std::int32_t lag) {
  const auto steps = static_cast<std::int32_t>(columns_) - 1;
  for (std::size_t source = 0; source < rows_.size(); ++source) {
    if (rows_[source].flow != repeated) continue;
    const Cents* const changes = &changes_[source * columns_];
    Cents* const later = &changes_[static_cast<std::size_t>(row) * columns_];
    later[0] += changes[0];
    for (std::int32_t step = 1; step + lag < steps; ++step) later[step + lag] += changes[step];
  }
}

void Ledger::close() {
  for (std::size_t r = 0; r < rows_.size(); ++r) {
    Cents* const amounts = &changes_[r * columns_];
    Cents* const paid = &accounts_[static_cast<std::size_t>(rows_[r].payer) * columns_];
    Cents* const received = &accounts_[static_cast<std::size_t>(rows_[r].receiver) * columns_];
    Cents amount = 0;
    for (std::size_t step = 0; step < columns_; ++step) {
      amount += amounts[step];
      amounts[step] = amount;
      paid[step] -= amount;
      received[step] += amount;
    }
  }
}

}  // namespace banenplan::engine
