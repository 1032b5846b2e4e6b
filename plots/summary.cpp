#include "plots/summary.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "plots/valuation.hpp"

namespace banenplan::plots {
namespace {

using models::Comparison;
using models::ScenarioResult;

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
constexpr double low_point = 0.05;
constexpr double high_point = 0.95;

double quantile(const std::vector<double>& sorted, double share) {
  const double place = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

// A measure of a scenario: one row a replication.
class Rows {
 public:
  Rows(const ScenarioResult& scenario, std::size_t measure, std::int32_t years)
      : scenario_(scenario),
        first_(measure * static_cast<std::size_t>(years)),
        years_(static_cast<std::size_t>(years)),
        adds_up_(scenario.measures[measure].adds_up) {}

  std::vector<double> year(std::size_t year) const {
    std::vector<double> values;
    for (const auto& outcome : scenario_.run.outcomes) values.push_back(value(outcome, year));
    return values;
  }

  std::vector<double> total() const {
    std::vector<double> values;
    for (const auto& outcome : scenario_.run.outcomes) {
      double sum = years_ == 0 ? missing : 0.0;
      for (std::size_t i = 0; i < years_; ++i) sum = adds_up_ ? sum + value(outcome, i) : value(outcome, i);
      values.push_back(sum);
    }
    return values;
  }

 private:
  double value(const std::vector<double>& outcome, std::size_t year) const {
    const std::size_t at = first_ + year;
    return at < outcome.size() ? outcome[at] : missing;
  }

  const ScenarioResult& scenario_;
  std::size_t first_;
  std::size_t years_;
  bool adds_up_;
};

std::optional<std::size_t> place_of(const ScenarioResult& scenario, std::string_view key) {
  const auto found = std::find_if(scenario.measures.begin(), scenario.measures.end(),
                                  [&](const models::MeasureText& measure) { return measure.key == key; });
  if (found == scenario.measures.end()) return std::nullopt;
  return static_cast<std::size_t>(found - scenario.measures.begin());
}

MeasureSummary summary_of(const Comparison& comparison, const ScenarioResult& scenario, std::size_t measure,
                          const ScenarioResult* null_alternative) {
  const Rows rows{scenario, measure, comparison.years};
  const auto years = static_cast<std::size_t>(comparison.years);
  MeasureSummary result{scenario.measures[measure], {}, band_of(rows.total()), {}, {}};
  for (std::size_t year = 0; year < years; ++year) result.years.push_back(band_of(rows.year(year)));
  if (null_alternative == nullptr) return result;
  const auto place = place_of(*null_alternative, scenario.measures[measure].key);
  if (!place) return result;
  const Rows others{*null_alternative, *place, comparison.years};
  result.total_difference = band_of(differences(rows.total(), others.total()));
  for (std::size_t year = 0; year < years; ++year)
    result.differences.push_back(band_of(differences(rows.year(year), others.year(year))));
  return result;
}

std::vector<ScenarioSummary> scenario_summaries(const Comparison& comparison) {
  std::vector<ScenarioSummary> summaries;
  const bool has_null = comparison.null_alternative >= 0 &&
                        static_cast<std::size_t>(comparison.null_alternative) < comparison.scenarios.size();
  const ScenarioResult* null_alternative =
      has_null ? &comparison.scenarios[static_cast<std::size_t>(comparison.null_alternative)] : nullptr;
  for (const ScenarioResult& scenario : comparison.scenarios) {
    ScenarioSummary& one = summaries.emplace_back();
    for (std::size_t measure = 0; measure < scenario.measures.size(); ++measure)
      one.measures.push_back(
          summary_of(comparison, scenario, measure, &scenario == null_alternative ? nullptr : null_alternative));
  }
  return summaries;
}

}  // namespace

bool drawable(double value) {
  constexpr double beyond = 1e15;
  return std::isfinite(value) && std::abs(value) < beyond;
}

Band Band::negated() const {
  return {0.0 - median, 0.0 - high, 0.0 - low, 0.0 - mean};
}

std::optional<Band> band_of(std::vector<double> values) {
  std::erase_if(values, [](double value) { return !drawable(value); });
  if (values.empty()) return std::nullopt;
  const double sum = std::accumulate(values.begin(), values.end(), 0.0);
  const double mean = sum / static_cast<double>(values.size());
  std::sort(values.begin(), values.end());
  constexpr double positive_zero = 0.0;  // added, it turns -0 into 0
  return Band{quantile(values, 0.5) + positive_zero, quantile(values, low_point) + positive_zero,
              quantile(values, high_point) + positive_zero, mean + positive_zero};
}

const MeasureSummary* ScenarioSummary::find(std::string_view key) const {
  const auto found =
      std::find_if(measures.begin(), measures.end(), [&](const auto& measure) { return measure.text.key == key; });
  return found == measures.end() ? nullptr : &*found;
}

Summary summary_of(const Comparison& comparison) {
  Summary summary;
  summary.banded = comparison.replications > 1;
  summary.scenarios = scenario_summaries(comparison);
  summary.valuation = valuation_of(comparison);
  return summary;
}

MunicipalitySummary municipality_summary(const Comparison& comparison) {
  return {comparison.municipality, scenario_summaries(comparison)};
}

std::vector<double> totals(const Comparison& comparison, std::size_t scenario, std::string_view key) {
  const ScenarioResult& result = comparison.scenarios[scenario];
  const auto measure = place_of(result, key);
  return measure ? Rows{result, *measure, comparison.years}.total() : std::vector<double>{};
}

std::vector<double> values_in(const Comparison& comparison, std::size_t scenario, std::string_view key,
                              std::size_t year) {
  const ScenarioResult& result = comparison.scenarios[scenario];
  const auto measure = place_of(result, key);
  return measure ? Rows{result, *measure, comparison.years}.year(year) : std::vector<double>{};
}

std::vector<double> differences(const std::vector<double>& one, const std::vector<double>& other) {
  std::vector<double> values;
  for (std::size_t i = 0; i < std::min(one.size(), other.size()); ++i) values.push_back(one[i] - other[i]);
  return values;
}

}  // namespace banenplan::plots
