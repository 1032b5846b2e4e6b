#include "models/appraisal/finance.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "models/policy/posts.hpp"

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

void add_quarters(const ScenarioResult& scenario, std::size_t row, QuarterDraws& draws) {
  for (std::size_t quarter = 0; quarter < draws.size(); ++quarter) {
    for (std::size_t r = 0; r < draws[quarter].size(); ++r)
      draws[quarter][r] += scenario.in_quarter(r, row, quarter, draws.size() / quarters_per_year);
  }
}

std::int64_t cents(double euro) {
  return std::llround(euro * 100.0);
}

// Spending by quarter beside the budget of its year.
void add_quarters(const ScenarioResult& scenario, std::size_t row, std::size_t year, std::size_t years,
                  BudgetYear& budget) {
  const auto count = static_cast<double>(scenario.run.outcomes.size());
  budget.quarters.resize(quarters_per_year);
  for (std::size_t r = 0; r < scenario.run.outcomes.size(); ++r) {
    std::int64_t so_far = 0;
    for (std::size_t quarter = 0; quarter < quarters_per_year; ++quarter) {
      const double spent = scenario.in_quarter(r, row, quarters_per_year * year + quarter, years);
      so_far += cents(spent);
      budget.quarters[quarter].mean += spent / count;
      if (so_far > cents(budget.budget)) budget.quarters[quarter].chance_over += 1.0 / count;
    }
  }
  for (BudgetQuarter& quarter : budget.quarters) quarter.chance_over = std::min(1.0, quarter.chance_over);
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
  using Key = std::tuple<std::string, std::string, std::string>;
  std::map<Key, FinanceLine> lines;
  const Posts posts = read_posts();
  const auto line_of = [&](const std::string& holder, const std::string& taakveld, const std::string& kind) {
    const std::int32_t place = posts.post_of_kind(kind);
    const std::string& post = place < 0 ? kind : posts.posts[static_cast<std::size_t>(place)].name;
    const auto [found, is_new] = lines.try_emplace({holder, taakveld, post});
    if (is_new) {
      const YearDraws by_year = nothing(scenario, years);
      const QuarterDraws by_quarter = nothing(scenario, years * static_cast<std::int32_t>(quarters_per_year));
      found->second = {holder, taakveld, post, by_year, by_year, by_quarter, by_quarter};
    }
    return &found->second;
  };
  for_each_flow(scenario, [&](std::size_t row, const engine::LedgerRow& one, const FlowText& flow) {
    if (flow.taakveld.empty()) return;
    const auto its_line = [&](std::int32_t account) -> FinanceLine* {
      const AccountText& text = scenario.ledger.accounts[static_cast<std::size_t>(account)];
      return text.actor == "gemeente" ? line_of(text.party, flow.taakveld, flow.kind) : nullptr;
    };
    if (FinanceLine* const payer = its_line(one.payer)) add(scenario, row, payer->paid);
    if (FinanceLine* const receiver = its_line(one.receiver)) add(scenario, row, receiver->received);
  });
  for (std::size_t row = 0; row < scenario.quarters.lines.size(); ++row) {
    const QuarterText::Line& text = scenario.quarters.lines[row];
    FinanceLine* const line = line_of(text.holder, text.taakveld, text.kind);
    add_quarters(scenario, row, text.received ? line->received_by_quarter : line->paid_by_quarter);
  }
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
    const auto& by_quarter = scenario.quarters.budgets;
    const auto place =
        static_cast<std::size_t>(std::find(by_quarter.begin(), by_quarter.end(), check.key) - by_quarter.begin());
    for (std::size_t year = 0; year < static_cast<std::size_t>(years); ++year) {
      BudgetYear one{found->second[std::min(year, found->second.size() - 1)], 0.0, 0.0, {}};
      for (std::size_t r = 0; r < scenario.run.outcomes.size(); ++r) {
        const double spent = scenario.at(r, m, year, static_cast<std::size_t>(years));
        one.mean += spent / count;
        if (cents(spent) > cents(one.budget)) one.chance_over += 1.0 / count;
      }
      one.chance_over = std::min(1.0, one.chance_over);
      if (place < by_quarter.size()) {
        add_quarters(scenario, scenario.quarters.lines.size() + place, year, static_cast<std::size_t>(years), one);
      }
      check.years.push_back(one);
    }
    checks.push_back(std::move(check));
  }
  return checks;
}

Lag subsidy_lag(const ScenarioResult& scenario, std::int32_t years) {
  Lag lag{nothing(scenario, years), nothing(scenario, years), nothing(scenario, years)};
  for_each_flow(scenario, [&](std::size_t row, const engine::LedgerRow&, const FlowText& flow) {
    if (flow.kind == "lks") add(scenario, row, lag.paid);
    if (flow.name == "buig_lks") add(scenario, row, lag.received);
  });
  for (std::size_t year = 0; year < lag.advanced.size(); ++year) {
    for (std::size_t r = 0; r < lag.advanced[year].size(); ++r)
      lag.advanced[year][r] = lag.paid[year][r] - lag.received[year][r];
  }
  return lag;
}

}  // namespace banenplan::models
