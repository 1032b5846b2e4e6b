#include "models/appraisal/attribution.hpp"

#include <algorithm>
#include <cmath>

#include "models/appraisal/decision.hpp"

namespace banenplan::models {
namespace {

constexpr std::size_t most_replications = 1000;
constexpr std::size_t most_parts = 8;
constexpr int degree = 3;
constexpr int pair_degree = 2;
constexpr double band_width = 1.645;

// Upper over lower; empty unless all that it is divided by is positive.
std::vector<double> ratios(const std::vector<double>& upper, const std::vector<double>& lower, double sign) {
  std::vector<double> values;
  for (std::size_t r = 0; r < std::min(upper.size(), lower.size()); ++r) {
    if (!(lower[r] > 0.0)) return {};
    values.push_back(sign * upper[r] / lower[r]);
  }
  return values;
}

std::vector<double> years_of(const std::vector<std::int32_t>& payback) {
  if (std::find(payback.begin(), payback.end(), engine::none) != payback.end()) return {};
  return {payback.begin(), payback.end()};
}

std::vector<double> draws_of(const Worth& society, const Worth& municipality, const Brought& brought,
                             std::string_view result) {
  if (result == "society_net") return society.net;
  if (result == "municipality_net") return municipality.net;
  if (result == "society_ratio") return ratios(society.benefit, society.cost, 1.0);
  if (result == "municipality_ratio") return ratios(municipality.benefit, municipality.cost, 1.0);
  if (result == "jobs") return brought.jobs;
  if (result == "lasting_jobs") return brought.lasting;
  if (result == "cost_per_placement") return ratios(municipality.net, brought.placements, -1.0);
  if (result == "cost_per_job") return ratios(municipality.net, brought.jobs, -1.0);
  if (result == "cost_per_lasting_job") return ratios(municipality.net, brought.lasting, -1.0);
  return years_of(result == "society_payback" ? society.payback : municipality.payback);
}

double variance(const std::vector<double>& values) {
  double sum = 0.0, squares = 0.0;
  for (const double value : values) sum += value;
  const double mean = sum / static_cast<double>(values.size());
  for (const double value : values) squares += (value - mean) * (value - mean);
  return squares / static_cast<double>(values.size() - 1);
}

}  // namespace

ResultDraws result_draws(const ScenarioAppraisal& scenario, std::string_view result) {
  const UnderLuckAlone& luck = scenario.luck_alone;
  ResultDraws draws{draws_of(scenario.society, scenario.municipality, scenario, result),
                    draws_of(luck.society, luck.municipality, luck.brought, result)};
  return draws.all.empty() || draws.luck.empty() ? ResultDraws{} : draws;
}

std::optional<ChanceShare> chance_share(const ResultDraws& draws) {
  if (draws.all.size() < 2 || draws.luck.size() < 2) return std::nullopt;
  const double all = variance(draws.all);
  if (all == 0.0) return std::nullopt;
  const double share = variance(draws.luck) / all;
  const double error =
      std::sqrt(2.0 / static_cast<double>(draws.all.size() - 1) + 2.0 / static_cast<double>(draws.luck.size() - 1));
  const double times = std::exp(band_width * error);
  return ChanceShare{std::min(1.0, share), std::min(1.0, share / times), std::min(1.0, share * times)};
}

std::vector<std::vector<Attribution>> attribute(const Comparison& comparison, const Appraisal& appraisal) {
  std::vector<std::vector<Attribution>> attributions;
  if (!appraisal.done() || appraisal.scenarios.front().society.net.empty()) return attributions;
  const std::size_t count = std::min(most_replications, appraisal.scenarios.front().society.net.size());
  const std::vector<AssumptionDraws> inputs = assumption_draws(comparison, count);
  std::vector<std::vector<double>> uniforms;
  for (const AssumptionDraws& input : inputs) uniforms.push_back(input.uniforms);
  const engine::ChaosBasis basis(uniforms, degree, pair_degree);
  for (const ScenarioAppraisal& scenario : appraisal.scenarios) {
    std::vector<Attribution> rows;
    for (const std::string_view result : attributed_results) {
      ResultDraws draws = result_draws(scenario, result);
      Attribution row{result, chance_share(draws), {}};
      if (row.chance) {
        draws.all.resize(std::min(count, draws.all.size()));
        const auto indices = engine::chaos_indices(basis, draws.all);
        for (std::size_t i = 0; i < indices.size(); ++i)
          if (indices[i].total > 0.0) row.parts.push_back({inputs[i].assumption, indices[i]});
      }
      std::stable_sort(row.parts.begin(), row.parts.end(),
                       [](const auto& one, const auto& other) { return one.index.total > other.index.total; });
      if (row.parts.size() > most_parts) row.parts.resize(most_parts);
      rows.push_back(std::move(row));
    }
    attributions.push_back(std::move(rows));
  }
  return attributions;
}

}  // namespace banenplan::models
