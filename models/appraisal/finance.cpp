#include "models/appraisal/finance.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace banenplan::models {
namespace {

YearDraws nothing(const ScenarioResult& scenario, std::int32_t years) {
  return YearDraws(static_cast<std::size_t>(years), std::vector<double>(scenario.run.outcomes.size()));
}

void add(const ScenarioResult& scenario, std::size_t row, YearDraws& draws) {
  for (std::size_t year = 0; year < draws.size(); ++year) {
    for (std::size_t r = 0; r < draws[year].size(); ++r) {
      draws[year][r] += scenario.at(r, scenario.measures.size() + row, year, draws.size());
    }
  }
}

template <typename Use>
void for_each_flow(const ScenarioResult& scenario, Use use) {
  for (std::size_t row = 0; row < scenario.ledger.rows.size(); ++row) {
    const engine::LedgerRow& one = scenario.ledger.rows[row];
    if (one.flow != engine::none) use(row, one, scenario.ledger.flows[static_cast<std::size_t>(one.flow)]);
  }
}

}  // namespace

std::vector<FinanceLine> finance_lines(const ScenarioResult& scenario, std::int32_t years) {
  std::map<std::pair<std::string, std::string>, FinanceLine> lines;
  for_each_flow(scenario, [&](std::size_t row, const engine::LedgerRow& one, const FlowText& flow) {
    if (flow.taakveld.empty()) return;
    const auto line_of = [&](std::int32_t account) -> FinanceLine* {
      const AccountText& text = scenario.ledger.accounts[static_cast<std::size_t>(account)];
      if (text.actor != "gemeente") return nullptr;
      const auto [found, is_new] = lines.try_emplace({text.party, flow.taakveld});
      if (is_new) found->second = {text.party, flow.taakveld, nothing(scenario, years), nothing(scenario, years)};
      return &found->second;
    };
    if (FinanceLine* const payer = line_of(one.payer)) add(scenario, row, payer->paid);
    if (FinanceLine* const receiver = line_of(one.receiver)) add(scenario, row, receiver->received);
  });
  std::vector<FinanceLine> result;
  for (auto& [name, line] : lines) result.push_back(std::move(line));
  return result;
}

std::vector<BudgetCheck> budget_checks(const ScenarioResult& scenario, std::int32_t years) {
  std::vector<BudgetCheck> checks;
  const auto count = static_cast<double>(scenario.run.outcomes.size());
  for (std::size_t m = 0; m < scenario.measures.size(); ++m) {
    const auto found = scenario.budget.find(scenario.measures[m].key);
    if (found == scenario.budget.end() || found->second.empty() || scenario.run.outcomes.empty()) continue;
    BudgetCheck check{found->first, {}};
    for (std::size_t year = 0; year < static_cast<std::size_t>(years); ++year) {
      BudgetYear one{found->second[std::min(year, found->second.size() - 1)], 0.0, 0.0};
      for (std::size_t r = 0; r < scenario.run.outcomes.size(); ++r) {
        const double spent = scenario.at(r, m, year, static_cast<std::size_t>(years));
        one.mean += spent / count;
        if (spent > one.budget) one.chance_over += 1.0 / count;
      }
      one.chance_over = std::min(1.0, one.chance_over);
      check.years.push_back(one);
    }
    checks.push_back(std::move(check));
  }
  return checks;
}

Lag subsidy_lag(const ScenarioResult& scenario, std::int32_t years) {
  Lag lag{nothing(scenario, years), nothing(scenario, years)};
  for_each_flow(scenario, [&](std::size_t row, const engine::LedgerRow&, const FlowText& flow) {
    if (flow.kind == "lks") add(scenario, row, lag.paid);
    if (flow.kind == "buig") add(scenario, row, lag.received);
  });
  return lag;
}

}  // namespace banenplan::models
