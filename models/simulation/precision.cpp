#include "models/simulation/precision.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace banenplan::models {
namespace {

constexpr double two_sided_95 = 1.959963984540054;

struct Figure {
  std::string_view key;
  double floor;
  bool against_null;
};

constexpr Figure figures[] = {{"jobs", 0.25, false},
                              {"lasting_placements", 0.25, false},
                              {"lks", 10'000.0, false},
                              {"net_cost", 10'000.0, true}};

// Of each replication the total over the years, or what stands in the last.
std::vector<double> totals(const ScenarioResult& scenario, std::string_view key, std::size_t years) {
  const auto found = std::find_if(scenario.measures.begin(), scenario.measures.end(),
                                  [&](const MeasureText& measure) { return measure.key == key; });
  std::vector<double> result;
  if (found == scenario.measures.end()) return result;
  const auto measure = static_cast<std::size_t>(found - scenario.measures.begin());
  for (std::size_t r = 0; r < scenario.run.outcomes.size(); ++r) {
    double sum = 0.0;
    for (std::size_t year = found->adds_up ? 0 : years - 1; year < years; ++year) {
      sum += scenario.at(r, measure, year, years);
    }
    result.push_back(sum);
  }
  return result;
}

double mean_of(const std::vector<double>& values) {
  double sum = 0.0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

double variance_of(const std::vector<double>& values) {
  const double mean = mean_of(values);
  double squares = 0.0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return squares / static_cast<double>(values.size() - 1);
}

std::int64_t needed(double variance, double allowed) {
  return static_cast<std::int64_t>(std::ceil(variance * (two_sided_95 / allowed) * (two_sided_95 / allowed)));
}

}  // namespace

std::vector<Headline> headlines(const Comparison& comparison, double share) {
  std::vector<Headline> result;
  const auto years = static_cast<std::size_t>(comparison.years);
  for (std::size_t k = 0; k < comparison.scenarios.size(); ++k) {
    const ScenarioResult& scenario = comparison.scenarios[k];
    for (const Figure& figure : figures) {
      std::vector<double> values = totals(scenario, figure.key, years);
      if (values.size() < 2) continue;
      double plain_variance = variance_of(values);
      const bool differs = figure.against_null && comparison.null_alternative >= 0;
      if (differs && static_cast<std::size_t>(comparison.null_alternative) == k) continue;
      if (differs) {
        const auto null =
            totals(comparison.scenarios[static_cast<std::size_t>(comparison.null_alternative)], figure.key, years);
        plain_variance += variance_of(null);
        for (std::size_t r = 0; r < values.size(); ++r) values[r] -= null[r];
      }
      Headline headline{scenario.name, std::string(figure.key), mean_of(values), 0.0, 0.0, 0, 0};
      const double variance = variance_of(values);
      headline.half_width = two_sided_95 * std::sqrt(variance / static_cast<double>(values.size()));
      headline.allowed = std::max(figure.floor, share * std::abs(headline.mean));
      headline.replications = needed(variance, headline.allowed);
      headline.plain = needed(plain_variance, headline.allowed);
      result.push_back(headline);
    }
  }
  return result;
}

}  // namespace banenplan::models
