#include "models/simulation/aggregate.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace banenplan::models {
namespace {

// Outcomes of the measures, each `years` long, and after them those of the ledger, of who is where, and of quarters.
std::vector<double> weights(const ScenarioResult& scenario, std::size_t years, double quotum_share) {
  std::vector<double> result;
  for (const MeasureText& measure : scenario.measures) {
    result.insert(result.end(), years, measure.unit == MeasureText::Unit::share ? quotum_share : 1.0);
  }
  const MovementText& movements = scenario.movements;
  const std::size_t quarters =
      quarters_per_year * (scenario.quarters.lines.size() + scenario.quarters.budgets.size());
  const std::size_t rows = scenario.ledger.rows.size() + movements.groups.size() + movements.moves.size() + quarters;
  result.resize(result.size() + rows * years, 1.0);
  return result;
}

// Whole cents, as the parts are.
void round_euros(const ScenarioResult& scenario, std::size_t years, engine::Run& run) {
  constexpr double cents = 100.0;
  const std::size_t ledger_ends = scenario.measures.size() + scenario.ledger.rows.size();
  const std::size_t quarters_begin = ledger_ends + scenario.movements.groups.size() + scenario.movements.moves.size();
  for (auto& outcome : run.outcomes) {
    for (std::size_t k = 0; k < outcome.size(); ++k) {
      const std::size_t measure = k / years;
      const bool is_euro = measure < scenario.measures.size()
                               ? scenario.measures[measure].unit == MeasureText::Unit::euro
                               : measure < ledger_ends || measure >= quarters_begin;
      if (is_euro) outcome[k] = std::round(outcome[k] * cents) / cents;
    }
  }
}

void add(const engine::Run& one, const std::vector<double>& weights, engine::Run& sum) {
  sum.outcomes.resize(one.outcomes.size());
  for (std::size_t r = 0; r < one.outcomes.size(); ++r) {
    sum.outcomes[r].resize(one.outcomes[r].size(), 0.0);
    if (weights.size() != sum.outcomes[r].size()) throw std::logic_error("outcomes of another layout");
    for (std::size_t k = 0; k < weights.size(); ++k) sum.outcomes[r][k] += weights[k] * one.outcomes[r][k];
  }
}

}  // namespace

Aggregate::Aggregate(const Region& region) {
  const Municipality whole = region.whole();
  sum_.municipality = {whole.name,        whole.title,           whole.inhabitants,
                       whole.quotum_jobs, whole.register_people, whole.files};
}

void Aggregate::add(const Comparison& one) {
  if (empty_) {
    const MunicipalityText whole = sum_.municipality;
    sum_ = one;
    sum_.municipality = whole;
    for (ScenarioResult& scenario : sum_.scenarios) {
      scenario.run.outcomes.clear();
      scenario.chance.outcomes.clear();
      std::fill(scenario.target_jobs.begin(), scenario.target_jobs.end(), 0.0);
      scenario.twin = {scenario.twin.done, 0.0, 0};
    }
    empty_ = false;
  }
  if (one.scenarios.size() != sum_.scenarios.size()) throw std::logic_error("other scenarios");
  const double whole = sum_.municipality.quotum_jobs;
  const double quotum_share = whole > 0.0 ? one.municipality.quotum_jobs / whole : 0.0;
  for (std::size_t k = 0; k < one.scenarios.size(); ++k) add(one.scenarios[k], quotum_share, sum_.scenarios[k]);
}

void Aggregate::add(const ScenarioResult& one, double quotum_share, ScenarioResult& sum) const {
  const auto of_measures = weights(one, static_cast<std::size_t>(sum_.years), quotum_share);
  models::add(one.run, of_measures, sum.run);
  models::add(one.chance, of_measures, sum.chance);
  for (engine::Run* run : {&sum.run, &sum.chance}) round_euros(sum, static_cast<std::size_t>(sum_.years), *run);
  for (std::size_t year = 0; year < one.target_jobs.size(); ++year) sum.target_jobs[year] += one.target_jobs[year];
  sum.twin.done = sum.twin.done && one.twin.done;
  sum.twin.largest = std::max(sum.twin.largest, one.twin.largest);
  sum.twin.compared += one.twin.compared;
  for (const std::string& warning : one.warnings) {
    const auto& known = sum.warnings;
    if (std::find(known.begin(), known.end(), warning) == known.end()) sum.warnings.push_back(warning);
  }
}

}  // namespace banenplan::models
