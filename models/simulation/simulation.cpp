#include "models/simulation/simulation.hpp"

#include <algorithm>
#include <cmath>

#include "engine/expectation.hpp"
#include "engine/outcome.hpp"
#include "models/simulation/aggregate.hpp"
#include "models/simulation/banenafspraak.hpp"
#include "models/simulation/precision.hpp"

namespace banenplan::models {
namespace {

constexpr std::int32_t twin_replications = 100;
constexpr std::int32_t most_chance_replications = 200;

// When precision is asked for: so many at first and at least at a time, and no more than that in all.
constexpr std::int32_t first_replications = 100;
constexpr std::int32_t most_replications = 20'000;

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

engine::RunOptions run_options(const SimulationOptions& options, std::int32_t replications) {
  engine::RunOptions run;
  run.seed = options.seed;
  run.replications = replications;
  run.threads = options.threads;
  run.rank = options.rank;
  run.ranks = options.ranks;
  run.gather = options.gather;
  run.progress = options.advances;
  return run;
}

engine::Run run(const engine::Program& program, const engine::RunOptions& run_options,
                const SimulationOptions& options) {
  return options.run ? options.run(program, run_options) : engine::run(program, run_options);
}

// Individuals under the base values against the expected course of the same values.
TwinCheck check_twin(const CompiledScenario& compiled, const SimulationOptions& options) {
  TwinCheck check;
  const engine::Program& program = compiled.program;
  if (!program.openings.channels.empty() || !program.funds.empty()) return check;
  const auto expected = engine::outcome_of(compiled.program, compiled.program.values,
                                           engine::expected_course(compiled.program, compiled.program.values));
  engine::RunOptions with_base_values = run_options(options, twin_replications);
  with_base_values.draw_parameters = false;
  with_base_values.progress = {};
  const engine::Run found = run(compiled.program, with_base_values, options);
  const engine::OutcomeLayout layout(compiled.program);
  check.done = true;
  for (std::size_t m = 0; m < compiled.measures.size(); ++m) {
    if (compiled.measures[m].subject != MeasureText::Subject::people) continue;
    for (std::int32_t k = 0; k < layout.count[m]; ++k) {
      const auto number = static_cast<std::size_t>(layout.first[m] + k);
      const Moments moments = moments_of(found, number);
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
                                   [](const Scenario& scenario) { return !scenario.does_nothing(); });
  const Assumptions& assumptions = (policy == scenarios.end() ? first : *policy).assumptions;
  comparison.inflation = assumptions.value("inflation");
  for (int year = 0; year < first.years; ++year) {
    const double in_force = tariffs.value("discount_rate", first.from + year * engine::months_per_year);
    comparison.discount_rates.push_back(comparison.appraisal.discount_rate.value_or(in_force));
  }
}

std::vector<TariffText> tariffs_in_force(const Tariffs& tariffs, engine::Month from, int years) {
  std::vector<TariffText> texts;
  for (const auto& [name, tariff] : tariffs.all()) {
    TariffText text{name, tariff.title(), tariff.unit(), {}, tariff.index() == nullptr ? "" : tariff.index()->name};
    const auto& values = tariff.values();
    for (std::size_t k = 0; k < values.size(); ++k) {
      const bool replaced = k + 1 < values.size() && values[k + 1].from <= from;
      if (!replaced && values[k].from < from + years * engine::months_per_year) text.values.push_back(values[k]);
    }
    texts.push_back(std::move(text));
  }
  return texts;
}

// What chance alone does, under the base values, and the names in the ledger.
void add_chance_and_ledger(CompiledScenario& compiled, const SimulationOptions& options, ScenarioResult& result) {
  engine::RunOptions chance = run_options(options, std::min(options.replications, most_chance_replications));
  chance.draw_parameters = false;
  chance.progress = {};
  result.chance = run(compiled.program, chance, options);
  result.ledger = {std::move(compiled.accounts.accounts), std::move(compiled.accounts.flows),
                   std::move(compiled.rows)};
}

// Which of how many municipalities this is, from 0.
struct Part {
  int number = 0;
  int of = 1;
};

// Runs the scenarios on to so many replications.
void extend(Comparison& comparison, const std::vector<Scenario>& scenarios,
            const std::vector<CompiledScenario>& compiled, std::int32_t replications,
            const SimulationOptions& options, Part part) {
  const auto count = static_cast<int>(scenarios.size());
  for (std::size_t k = 0; k < scenarios.size(); ++k) {
    if (options.begins) {
      options.begins(scenarios[k], part.number * count + static_cast<int>(k) + 1, part.of * count,
                     replications - comparison.replications);
    }
    engine::RunOptions further = run_options(options, replications);
    further.first = comparison.replications;
    for (auto& outcome : run(compiled[k].program, further, options).outcomes) {
      comparison.scenarios[k].run.outcomes.push_back(std::move(outcome));
    }
  }
  comparison.replications = replications;
}

// How many replications the headline figure that is furthest off asks for; as many as there are when none is.
std::int32_t replications_wanted(const Comparison& comparison, double precision) {
  std::int64_t wanted = comparison.replications;
  for (const Headline& headline : headlines(comparison, precision)) {
    if (!headline.reached()) wanted = std::max(wanted, headline.replications);
  }
  const std::int64_t parts = (wanted + first_replications - 1) / first_replications;
  return static_cast<std::int32_t>(std::min<std::int64_t>(most_replications, parts * first_replications));
}

std::vector<double> target_by_year(const Scenario& scenario, const Tariffs& tariffs) {
  std::vector<double> jobs;
  for (int year = 1; year <= scenario.years; ++year) {
    const engine::Month last = scenario.from + (year * engine::months_per_year - 1);
    jobs.push_back(scenario.target_jobs() * scenario.target.share(scenario.from, last, tariffs));
  }
  return jobs;
}

std::vector<Spread> spreads_of(const Assumptions& assumptions) {
  std::vector<Spread> spreads;
  for (const Assumption& one : assumptions.all()) spreads.push_back(one.spread);
  return spreads;
}

// The agreement of a region is laid on the period: its first year is the period's.
Agreement agreement_of(const Region& region, int years) {
  Agreement agreement;
  agreement.expected = region.expected;
  for (int year = 1; year <= years; ++year) {
    if (!region.market.empty()) agreement.market.push_back(jobs_on(region.market, year));
    if (!region.government.empty()) agreement.government.push_back(jobs_on(region.government, year));
  }
  return agreement;
}

Comparison simulate_one(const std::vector<Scenario>& scenarios, const SimulationOptions& options,
                        const Tariffs& tariffs, Part part) {
  Comparison comparison;
  const Scenario& first = scenarios.front();
  comparison.version = BANENPLAN_VERSION;
  comparison.seed = options.seed;
  comparison.first_year = first.from.year();
  comparison.years = first.years;
  comparison.municipality = {
      first.municipality.name,        first.municipality.title,           first.municipality.inhabitants,
      first.municipality.quotum_jobs, first.municipality.register_people, first.municipality.files};
  comparison.assumptions = first.assumptions.all();
  comparison.tariffs = tariffs_in_force(tariffs, first.from, first.years);
  set_appraisal(scenarios, tariffs, comparison);
  std::vector<CompiledScenario> compiled;
  for (std::size_t k = 0; k < scenarios.size(); ++k) {
    const Scenario& scenario = scenarios[k];
    if (scenario.does_nothing() && comparison.null_alternative < 0) {
      comparison.null_alternative = static_cast<std::int32_t>(k);
    }
    compiled.push_back(compile(scenario, tariffs));
    comparison.scenarios.push_back({scenario.name,
                                    scenario.title,
                                    scenario.summary,
                                    scenario.file,
                                    scenario.extended,
                                    scenario.overrides,
                                    compiled.back().measures,
                                    scenario.warnings,
                                    {},
                                    check_twin(compiled.back(), options),
                                    {},
                                    {},
                                    scenario.budget,
                                    compiled.back().movements,
                                    target_by_year(scenario, tariffs),
                                    compiled.back().quarters,
                                    spreads_of(scenario.assumptions)});
    add_chance_and_ledger(compiled.back(), options, comparison.scenarios.back());
  }
  if (options.precision == 0.0) {
    extend(comparison, scenarios, compiled, options.replications, options, part);
    return comparison;
  }
  for (std::int32_t wanted = first_replications; wanted > comparison.replications;
       wanted = replications_wanted(comparison, options.precision)) {
    extend(comparison, scenarios, compiled, wanted, options, part);
  }
  return comparison;
}

std::vector<Scenario> in_municipality(std::vector<Scenario> scenarios, std::size_t number) {
  for (Scenario& scenario : scenarios) {
    const auto& municipalities = scenario.region->municipalities;
    scenario.municipality = municipalities[number];
    if (scenario.werkbedrijf) {
      scenario.werkbedrijf->share = share_of(municipalities, number, scenario.werkbedrijf->shared_by);
    }
    scenario.region.reset();
  }
  return scenarios;
}

}  // namespace

Comparison simulate(const std::vector<Scenario>& scenarios, const SimulationOptions& options,
                    const Tariffs& tariffs) {
  const auto& region = scenarios.front().region;
  if (!region) return simulate_one(scenarios, options, tariffs, {});
  Aggregate aggregate(*region);
  const auto count = static_cast<int>(region->municipalities.size());
  for (int m = 0; m < count; ++m) {
    const Comparison one =
        simulate_one(in_municipality(scenarios, static_cast<std::size_t>(m)), options, tariffs, {m, count});
    aggregate.add(one);
    if (options.municipality_done) options.municipality_done(one);
  }
  Comparison comparison = aggregate.sum();
  comparison.agreement = agreement_of(*region, comparison.years);
  return comparison;
}

}  // namespace banenplan::models
