#include "plots/valuation.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace banenplan::plots {
namespace {

using models::Appraisal;
using models::Comparison;

// Of the replications, that must have a ratio before their ratios have a band.
constexpr double enough = 0.95;

double mean(const std::vector<double>& values) {
  return values.empty() ? 0.0
                        : std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

SideWorth side(const models::Worth& worth, std::optional<std::int32_t> payback, std::optional<double> chance,
               const Comparison& comparison) {
  SideWorth side;
  side.net = band_of(worth.net).value_or(Band{});
  side.cost = band_of(worth.cost).value_or(Band{});
  side.benefit = band_of(worth.benefit).value_or(Band{});
  side.ratio = ratio_of(worth.benefit, worth.cost);
  const auto positive = std::count_if(worth.net.begin(), worth.net.end(), [](double net) { return net > 0.0; });
  if (!worth.net.empty())
    side.chance_positive = static_cast<double>(positive) / static_cast<double>(worth.net.size());
  if (payback) side.payback_year = comparison.first_year + *payback;
  side.payback = payback_of(worth.payback, comparison.first_year);
  side.chance_share = chance;
  return side;
}

// Mean present value of each post from a table of posts by years that begins at `first`.
std::vector<double> present(const Appraisal& appraisal, const std::vector<double>& means, std::size_t first) {
  const std::size_t years = appraisal.weights.size();
  std::vector<double> values(appraisal.posts.posts.size());
  for (std::size_t post = 0; post < values.size(); ++post) {
    for (std::size_t year = 0; year < years; ++year) {
      values[post] += appraisal.weights[year] * means[first + post * years + year];
    }
  }
  return values;
}

ScenarioValuation valuation(const Comparison& comparison, const Appraisal& appraisal,
                            const models::ScenarioAppraisal& one) {
  ScenarioValuation result;
  result.society = side(one.society, one.society_payback, one.society_chance, comparison);
  result.municipality = side(one.municipality, one.municipality_payback, one.municipality_chance, comparison);
  std::vector<double> cost;
  for (const double net : one.municipality.net) cost.push_back(-net);
  result.cost_per = {ratio_of(cost, one.placements), ratio_of(cost, one.jobs), ratio_of(cost, one.lasting)};
  const std::size_t table = appraisal.posts.posts.size() * appraisal.weights.size();
  for (std::size_t party = 0; party < one.parties.size(); ++party) {
    result.parties.push_back(band_of(one.parties[party]).value_or(Band{}));
    result.by_post.push_back(present(appraisal, one.means, party * table));
  }
  result.society_by_post = present(appraisal, one.society_means, 0);
  return result;
}

}  // namespace

std::optional<Ratio> ratio_of(const std::vector<double>& upper, const std::vector<double>& lower) {
  if (lower.empty() || upper.size() != lower.size() || mean(lower) <= 0.0) return std::nullopt;
  Ratio ratio{mean(upper) / mean(lower), std::nullopt};
  std::vector<double> ratios;
  for (std::size_t r = 0; r < lower.size(); ++r) {
    if (lower[r] > 0.0) ratios.push_back(upper[r] / lower[r]);
  }
  if (static_cast<double>(ratios.size()) >= enough * static_cast<double>(lower.size())) ratio.band = band_of(ratios);
  return ratio;
}

Payback payback_of(std::vector<std::int32_t> years, std::int32_t first_year) {
  Payback payback;
  if (years.empty()) return payback;
  const auto never = [](std::int32_t year) { return year == engine::none; };
  std::sort(years.begin(), years.end(), [&](std::int32_t one, std::int32_t other) {
    return never(one) != never(other) ? never(other) : one < other;
  });
  const auto count = static_cast<double>(years.size());
  payback.chance = 1.0 - static_cast<double>(std::count_if(years.begin(), years.end(), never)) / count;
  const auto point = [&](double share) -> std::optional<std::int32_t> {
    const std::int32_t year = years[static_cast<std::size_t>(share * (count - 1.0) + 0.5)];
    return never(year) ? std::nullopt : std::optional(first_year + year);
  };
  payback.low = point(0.05);
  payback.median = point(0.5);
  payback.high = point(0.95);
  return payback;
}

std::shared_ptr<const Valuation> valuation_of(const Comparison& comparison) {
  Valuation valued;
  valued.appraisal = models::appraise(comparison);
  if (!valued.appraisal.done()) return nullptr;
  valued.municipality = models::decide(comparison, valued.appraisal, models::Perspective::municipality);
  valued.society = models::decide(comparison, valued.appraisal, models::Perspective::society);
  valued.attributions = models::attribute(comparison, valued.appraisal);
  for (std::size_t k = 0; k < comparison.scenarios.size(); ++k) {
    const models::ScenarioResult& scenario = comparison.scenarios[k];
    valued.scenarios.push_back(valuation(comparison, valued.appraisal, valued.appraisal.scenarios[k]));
    valued.finance.push_back({models::finance_lines(scenario, comparison.years),
                              models::budget_checks(scenario, comparison.years),
                              models::subsidy_lag(scenario, comparison.years)});
  }
  return std::make_shared<const Valuation>(std::move(valued));
}

std::string_view name_of(engine::Increment::Kind kind) {
  constexpr std::array<std::string_view, 5> names{"costs_more_brings_more", "saves_and_brings_less", "dominates",
                                                  "is_dominated", "equal"};
  return names.at(static_cast<std::size_t>(kind));
}

}  // namespace banenplan::plots
