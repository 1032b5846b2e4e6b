// The view of finance: what a scenario costs the municipality in each year, by who holds the budget and by taakveld,
// against a budget, and what it means that the central contribution follows last year's wage subsidy.
//
// Amounts are in euro of their own year, not against the null alternative. A year counts from the first month of the
// period: a calendar year where that is January.
#pragma once

#include <string>
#include <vector>

#include "models/simulation/comparison.hpp"

namespace banenplan::models {

using YearDraws = std::vector<std::vector<double>>;  // [year][replication]

struct FinanceLine {
  std::string holder;    // a municipal party of the appraisal
  std::string taakveld;  // "6.3", "6.4", "6.5", "0.4"; "department": that of the department's own work
  YearDraws paid;
  YearDraws received;
};

// One line for each holder and taakveld of which there are flows, in the order of both names. Funds are their
// filler's. The value of work done is not among them: it moves no money.
std::vector<FinanceLine> finance_lines(const ScenarioResult& scenario, std::int32_t years);

// A budget beside what became of it.
struct BudgetYear {
  double budget = 0.0;
  double mean = 0.0;
  double chance_over = 0.0;  // share of the replications that spend more
};

struct BudgetCheck {
  std::string key;  // of a measure
  std::vector<BudgetYear> years;
};

std::vector<BudgetCheck> budget_checks(const ScenarioResult& scenario, std::int32_t years);

// Wage subsidy paid, and the contribution for it that comes in, which follows last year's.
struct Lag {
  YearDraws paid;
  YearDraws received;
};

Lag subsidy_lag(const ScenarioResult& scenario, std::int32_t years);

}  // namespace banenplan::models
