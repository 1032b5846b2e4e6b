// What the appraisal says, as bands over the replications: what each scenario is worth to society and to the
// municipality, what it costs for what it brings, who gains, and how budgets hold.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/appraisal/appraisal.hpp"
#include "models/appraisal/attribution.hpp"
#include "models/appraisal/decision.hpp"
#include "models/appraisal/finance.hpp"
#include "plots/summary.hpp"

namespace banenplan::plots {

// One amount over another: the ratio of the means, with a band of the ratios of the replications where nearly all of
// them have one. Nothing where the lower amount is not positive on average: then there is no such ratio.
struct Ratio {
  double value = 0.0;
  std::optional<Band> band;
};

std::optional<Ratio> ratio_of(const std::vector<double>& upper, const std::vector<double>& lower);

// When it pays back, over the replications: how many do within the period, and the calendar years by which 5, 50 and
// 95 % have; none where that many never do.
struct Payback {
  double chance = 0.0;
  std::optional<std::int32_t> low;
  std::optional<std::int32_t> median;
  std::optional<std::int32_t> high;
};

Payback payback_of(std::vector<std::int32_t> years, std::int32_t first_year);

// Present values in euro against the null alternative.
struct SideWorth {
  Band net;
  Band cost;
  Band benefit;
  std::optional<Ratio> ratio;  // benefit over cost
  double chance_positive = 0.0;
  std::optional<std::int32_t> payback_year;  // calendar year, of the mean
  Payback payback;
  std::optional<double> chance_share;  // of the variance, that is luck
};

struct CostPer {
  std::optional<Ratio> placement;
  std::optional<Ratio> job;          // at the end of the period
  std::optional<Ratio> lasting_job;  // placements that last 12 months
};

struct ScenarioValuation {
  SideWorth society;
  SideWorth municipality;
  CostPer cost_per;           // net cost to the municipality, euro
  std::vector<Band> parties;  // as in the appraisal
  // Mean present values by what they are about: [party][post], and for all of society.
  std::vector<std::vector<double>> by_post;
  std::vector<double> society_by_post;
};

struct ScenarioFinance {
  std::vector<models::FinanceLine> lines;
  std::vector<models::BudgetCheck> budgets;
  models::Lag lag;
};

struct Valuation {
  models::Appraisal appraisal;
  models::Decision municipality;
  models::Decision society;
  std::vector<ScenarioValuation> scenarios;  // as in the comparison
  std::vector<ScenarioFinance> finance;
  std::vector<std::vector<models::Attribution>> attributions;  // by scenario, by result
};

// Null without a null alternative or a ledger.
std::shared_ptr<const Valuation> valuation_of(const models::Comparison& comparison);

// A word for how an option stands to another, the same in every language: costs_more_brings_more, equal, ...
std::string_view name_of(engine::Increment::Kind kind);

}  // namespace banenplan::plots
