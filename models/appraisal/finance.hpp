// The view of finance: what a scenario costs the municipality in each year and quarter, by what it is for, who holds
// the budget and taakveld, against a budget, and what it means that the central contribution follows last year's wage
// subsidy.
//
// Amounts are in euro of their own year, not against the null alternative. A year counts from the first month of the
// period: a calendar year where that is January. Four quarters sum to their year, to the cent, in every replication.
#pragma once

#include <string>
#include <vector>

#include "models/simulation/comparison.hpp"

namespace banenplan::models {

using YearDraws = std::vector<std::vector<double>>;     // [year][replication]
using QuarterDraws = std::vector<std::vector<double>>;  // [quarter, from that of the first year][replication]

struct FinanceLine {
  std::string holder;    // a municipal party of the appraisal
  std::string taakveld;  // "6.3", "6.4", "6.5", "0.4"; "department": that of the department's own work
  std::string post;      // of the appraisal, as `lks`; the kind of the flow where it has none
  YearDraws paid;
  YearDraws received;
  QuarterDraws paid_by_quarter;
  QuarterDraws received_by_quarter;
};

// One line for each holder, taakveld and post of which there are flows, in the order of the three names. Funds are
// their filler's. The value of work done is not among them: it moves no money.
std::vector<FinanceLine> finance_lines(const ScenarioResult& scenario, std::int32_t years);

// What is spent in a quarter, and how likely it is that the budget of the year is used up by its end.
struct BudgetQuarter {
  double mean = 0.0;
  double chance_over = 0.0;
};

// A budget beside what became of it.
struct BudgetYear {
  double budget = 0.0;
  double mean = 0.0;
  double chance_over = 0.0;  // share of the replications that spend more
  std::vector<BudgetQuarter> quarters;
};

struct BudgetCheck {
  std::string key;  // of a measure
  std::vector<BudgetYear> years;
};

std::vector<BudgetCheck> budget_checks(const ScenarioResult& scenario, std::int32_t years);

// Wage subsidy paid, the contribution for it that comes in, which follows last year's, and what the municipality
// advances: the first less the second.
struct Lag {
  YearDraws paid;
  YearDraws received;
  YearDraws advanced;
};

Lag subsidy_lag(const ScenarioResult& scenario, std::int32_t years);

}  // namespace banenplan::models
