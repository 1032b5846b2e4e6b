#include "models/simulation/precision.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "engine/controls.hpp"
#include "engine/uncertainty.hpp"

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

// The uniform draw of each uncertain assumption in each replication, about its mean.
std::vector<std::vector<double>> draws_of(const Comparison& comparison) {
  std::vector<std::vector<double>> inputs;
  const engine::ParameterDraws draws(comparison.seed, comparison.replications,
                                     static_cast<std::int32_t>(comparison.assumptions.size()));
  for (std::size_t k = 0; k < comparison.assumptions.size(); ++k) {
    if (comparison.assumptions[k].spread.shape == Spread::Shape::fixed) continue;
    auto& input = inputs.emplace_back();
    for (std::int32_t r = 0; r < comparison.replications; ++r) {
      input.push_back(draws.uniform(r, static_cast<std::int32_t>(k)) - 0.5);
    }
  }
  return inputs;
}

std::int64_t needed(double variance, double allowed) {
  return static_cast<std::int64_t>(std::ceil(variance * (two_sided_95 / allowed) * (two_sided_95 / allowed)));
}

}  // namespace

std::vector<Headline> headlines(const Comparison& comparison, double share) {
  std::vector<Headline> result;
  const auto years = static_cast<std::size_t>(comparison.years);
  const auto plain_variance_of = [](const std::vector<double>& values) {
    return engine::controlled_mean(values, {}).variance;
  };
  const auto inputs = draws_of(comparison);
  for (std::size_t k = 0; k < comparison.scenarios.size(); ++k) {
    const ScenarioResult& scenario = comparison.scenarios[k];
    for (const Figure& figure : figures) {
      std::vector<double> values = totals(scenario, figure.key, years);
      if (values.size() < 2) continue;
      double plain_variance = plain_variance_of(values);
      const bool differs = figure.against_null && comparison.null_alternative >= 0;
      if (differs && static_cast<std::size_t>(comparison.null_alternative) == k) continue;
      if (differs) {
        const auto null =
            totals(comparison.scenarios[static_cast<std::size_t>(comparison.null_alternative)], figure.key, years);
        plain_variance += plain_variance_of(null);
        for (std::size_t r = 0; r < values.size(); ++r) values[r] -= null[r];
      }
      const engine::ControlledMean controlled = engine::controlled_mean(values, inputs);
      Headline headline{scenario.name, std::string(figure.key), controlled.mean, 0.0, 0.0, 0, 0};
      headline.half_width = two_sided_95 * std::sqrt(controlled.variance / static_cast<double>(values.size()));
      headline.allowed = std::max(figure.floor, share * std::abs(headline.mean));
      headline.replications = needed(controlled.variance, headline.allowed);
      headline.plain = needed(plain_variance, headline.allowed);
      result.push_back(headline);
    }
  }
  return result;
}

}  // namespace banenplan::models
