#include "models/simulation.hpp"

#include <algorithm>
#include <cmath>

#include "engine/expectation.hpp"
#include "engine/outcome.hpp"
#include "models/banenafspraak.hpp"

namespace banenplan::models {
namespace {

constexpr std::int32_t twin_replications = 100;
constexpr std::int32_t most_chance_replications = 200;

struct Moments {
  double mean = 0.0;
  double standard_error = 0.0;
};

Moments moments_of(const engine::Run& run, std::size_t number) {
  const auto count = static_cast<double>(run.outcomes.size());
  double sum = 0.0;
  for (const auto& outcome : run.outcomes) sum += outcome[number];
  const double mean = sum / count;
  double squares = 0.0;
  for (const auto& outcome : run.outcomes) squares += (outcome[number] - mean) * (outcome[number] - mean);
  return {mean, std::sqrt(squares / (count - 1.0) / count)};
}

// Individuals under the base values against the expected course of the same values.
TwinCheck check_twin(const CompiledScenario& compiled, const SimulationOptions& options) {
  TwinCheck check;
  if (!compiled.program.openings.channels.empty()) return check;
  const auto expected = engine::outcome_of(compiled.program, compiled.program.values,
                                           engine::expected_course(compiled.program, compiled.program.values));
  const auto run = engine::run(compiled.program, {options.seed, twin_replications, options.threads, false, {}});
  const engine::OutcomeLayout layout(compiled.program);
  check.done = true;
  for (std::size_t m = 0; m < compiled.measures.size(); ++m) {
    if (compiled.measures[m].subject != MeasureText::Subject::people) continue;
    for (std::int32_t k = 0; k < layout.count[m]; ++k) {
      const auto number = static_cast<std::size_t>(layout.first[m] + k);
      const Moments moments = moments_of(run, number);
      if (moments.standard_error == 0.0) continue;
      check.largest = std::max(check.largest, std::abs(moments.mean - expected[number]) / moments.standard_error);
      ++check.compared;
    }
  }
  return check;
}

// The appraisal is the same for all, as only that compares them: that of the first scenario that changes anything.
void set_appraisal(const std::vector<Scenario>& scenarios, const Tariffs& tariffs, Comparison& comparison) {
  for (const Scenario& scenario : scenarios) {
    if (comparison.appraisal == AppraisalPlan{}) comparison.appraisal = scenario.appraisal;
  }
  const Scenario& first = scenarios.front();
  // A policy may set inflation; the null alternative beside it may have been added without being asked for.
  const auto policy = std::find_if(scenarios.begin(), scenarios.end(),
                                   [](const Scenario& scenario) { return !scenario.channels.empty(); });
  const Assumptions& assumptions = (policy == scenarios.end() ? first : *policy).assumptions;
  comparison.inflation = assumptions[assumptions.find("inflation")].spread.value;
  for (int year = 0; year < first.years; ++year) {
    const double in_force = tariffs.value("discount_rate", first.from + year * engine::months_per_year);
    comparison.discount_rates.push_back(comparison.appraisal.discount_rate.value_or(in_force));
  }
}

}  // namespace

Comparison simulate(const std::vector<Scenario>& scenarios, const SimulationOptions& options) {
  const Tariffs tariffs;
  Comparison comparison;
  const Scenario& first = scenarios.front();
  comparison.version = BANENPLAN_VERSION;
  comparison.seed = options.seed;
  comparison.replications = options.replications;
  comparison.first_year = first.from.year();
  comparison.years = first.years;
  comparison.municipality = {first.municipality.name, first.municipality.title, first.municipality.inhabitants,
                             first.municipality.quotum_jobs, first.municipality.register_people};
  comparison.assumptions = first.assumptions.all();
  set_appraisal(scenarios, tariffs, comparison);
  for (std::size_t k = 0; k < scenarios.size(); ++k) {
    const Scenario& scenario = scenarios[k];
    if (scenario.channels.empty() && comparison.null_alternative < 0) {
      comparison.null_alternative = static_cast<std::int32_t>(k);
    }
    CompiledScenario compiled = compile(scenario, tariffs);
    if (options.begins) options.begins(scenario, static_cast<int>(k) + 1, static_cast<int>(scenarios.size()));
    const engine::RunOptions run{options.seed, options.replications, options.threads, true, options.advances};
    comparison.scenarios.push_back({scenario.name,
                                    scenario.title,
                                    scenario.summary,
                                    scenario.file,
                                    scenario.text,
                                    scenario.overrides,
                                    compiled.measures,
                                    scenario.warnings,
                                    engine::run(compiled.program, run),
                                    check_twin(compiled, options),
                                    {},
                                    {},
                                    scenario.budget});
    ScenarioResult& result = comparison.scenarios.back();
    const std::int32_t count = std::min(options.replications, most_chance_replications);
    result.chance = engine::run(compiled.program, {options.seed, count, options.threads, false, {}});
    result.ledger = {std::move(compiled.accounts.accounts), std::move(compiled.accounts.flows),
                     std::move(compiled.rows)};
  }
  return comparison;
}

}  // namespace banenplan::models
