// A comparison with plausible figures, made without the engine: four scenarios over ten years. Replications differ by
// a luck that all scenarios share and a little of their own, so that differences are surer than levels.
#pragma once

#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "models/simulation/comparison.hpp"

namespace banenplan::plots {

// What a scenario of the sample does, in the last year; the years before lead up to it.
struct SamplePolicy {
  const char* name;
  const char* dutch;
  const char* english;
  double jobs;
  double cost_per_job;  // euro a year, of wage and workplace
  bool has_fund;
};

inline double sample_luck(std::uint32_t replication, std::uint32_t purpose) {
  std::uint32_t bits = replication * 2654435761U + purpose * 40503U + 12345U;
  bits ^= bits >> 16U;
  bits *= 2246822519U;
  bits ^= bits >> 13U;
  return static_cast<double>(bits % 10000U) / 5000.0 - 1.0;
}

inline std::vector<models::MeasureText> sample_measures(bool has_fund) {
  using Unit = models::MeasureText::Unit;
  using Subject = models::MeasureText::Subject;
  std::vector<models::MeasureText> measures{
      {"placements", {"Plaatsingen", "Placements"}, Unit::count, Subject::people, true},
      {"jobs", {"Banen van 25,5 uur", "Jobs of 25.5 hours"}, Unit::jobs, Subject::people, false},
      {"people_at_work", {"Mensen aan het werk", "People at work"}, Unit::people, Subject::people, false},
      {"fte", {"Fte van 36 uur", "FTE of 36 hours"}, Unit::fte, Subject::people, false},
      {"quotum_share", {"Deel van het quotum", "Share of the quotum"}, Unit::share, Subject::people, false},
      {"dropped_out", {"Uitgevallen", "Dropped out"}, Unit::count, Subject::people, true},
      {"lasting_placements", {"Duurzame plaatsingen", "Lasting placements"}, Unit::count, Subject::people, true},
      {"refused_money", {"Geweigerd om geld", "Refused for money"}, Unit::count, Subject::people, true},
      {"lks", {"Loonkostensubsidie", "Loonkostensubsidie"}, Unit::euro, Subject::money, true},
      {"guidance", {"Begeleiding", "Guidance"}, Unit::euro, Subject::money, true},
      {"municipal_wages", {"Loonkosten gemeente", "Wages paid"}, Unit::euro, Subject::money, true},
      {"benefits", {"Uitkeringen", "Benefits"}, Unit::euro, Subject::money, true},
      {"net_cost",
       {"Netto kosten voor de gemeente", "Net cost to the municipality"},
       Unit::euro,
       Subject::money,
       true},
  };
  if (has_fund)
    measures.push_back({"fund.centrale_pot", {"Centrale pot", "Central pot"}, Unit::euro, Subject::fund, false});
  return measures;
}

inline std::vector<double> sample_outcome(const SamplePolicy& policy, std::uint32_t replication, std::int32_t years) {
  std::vector<std::vector<double>> columns(sample_measures(policy.has_fund).size());
  const double shared = sample_luck(replication, 1);
  double pot = 0.0;
  for (std::int32_t year = 0; year < years; ++year) {
    const auto purpose = static_cast<std::uint32_t>(year + 10) + static_cast<std::uint32_t>(policy.jobs) * 100U;
    const double grown = 1.0 - std::pow(0.65, year + 1);
    const double jobs = policy.jobs * grown * (1.0 + 0.15 * shared + 0.05 * sample_luck(replication, purpose));
    const double people = std::round(jobs * 1.05);
    const double placements = std::round(policy.jobs * 0.3 * (1.0 + 0.3 * sample_luck(replication, purpose + 1)));
    const double lks = jobs * 9500;
    const double guidance = jobs * 2600;
    const double wages = jobs * policy.cost_per_job;
    const double benefits = 21e6 * (1.0 + 0.04 * shared) - jobs * 11000;
    pot += policy.has_fund ? 250000 - wages * 0.3 : 0.0;
    const std::vector<double> row{placements,
                                  jobs,
                                  people,
                                  jobs * 25.5 / 36,
                                  jobs / 30,
                                  std::round(placements * 0.4),
                                  std::round(placements * 0.55),
                                  policy.has_fund ? std::round(2.0 + 2.0 * shared) : 0.0,
                                  lks,
                                  guidance,
                                  wages,
                                  benefits,
                                  guidance + wages + benefits - lks * 0.2,
                                  pot};
    for (std::size_t i = 0; i < columns.size(); ++i) columns[i].push_back(row[i]);
  }
  std::vector<double> outcome;
  for (const auto& column : columns) outcome.insert(outcome.end(), column.begin(), column.end());
  return outcome;
}

inline models::ScenarioResult sample_scenario(const SamplePolicy& policy, std::int32_t replications,
                                              std::int32_t years) {
  models::ScenarioResult scenario;
  scenario.name = policy.name;
  scenario.title = {policy.dutch, policy.english};
  scenario.summary = {std::string{policy.dutch} + ": wat de gemeente doet, in een zin.",
                      std::string{policy.english} + ": what the municipality does, in a sentence."};
  scenario.file = {std::string{"scenarios/"} + policy.name + ".yaml", std::string{"scenario: "} + policy.name + "\n"};
  scenario.measures = sample_measures(policy.has_fund);
  scenario.twin = {true, 2.1, 240};
  for (std::int32_t r = 0; r < replications; ++r)
    scenario.run.outcomes.push_back(sample_outcome(policy, static_cast<std::uint32_t>(r), years));
  return scenario;
}

inline models::Comparison sample_comparison(std::int32_t replications = 200, std::int32_t years = 10) {
  constexpr std::array policies{
      SamplePolicy{"nulalternatief", "Nulalternatief", "Null alternative", 6.0, 6000.0, false},
      SamplePolicy{"budgettair-neutraal", "Budgettair neutraal", "Budget neutral", 17.0, 4000.0, false},
      SamplePolicy{"boven-formatie", "Boven formatie", "Above the establishment", 31.0, 21000.0, true},
      SamplePolicy{"trainees", "Trainees", "Trainees", 29.0, 14000.0, true},
  };
  models::Comparison comparison;
  comparison.version = "0.1.0";
  comparison.seed = 1;
  comparison.replications = replications;
  comparison.first_year = 2027;
  comparison.years = years;
  comparison.municipality = {
      "middelgroot", {"Gemeente met 100.000 inwoners", "Municipality of 100,000"}, 100000, 30, 900, {}};
  for (const SamplePolicy& policy : policies)
    comparison.scenarios.push_back(sample_scenario(policy, replications, years));
  comparison.scenarios[2].overrides = {"funds.centrale_pot.share=0.6%"};
  comparison.scenarios[3].warnings = {"trainees.yaml:12:3: openings.trainees: meer plaatsen dan mensen"};
  comparison.null_alternative = 0;
  using Form = models::Spread::Shape;
  comparison.assumptions = {
      {"sick_share",
       {"Ziekteverzuim", "Sick leave"},
       "share",
       {0.065, 0.058, 0.08, Form::triangular},
       {0, 0.5},
       0,
       false,
       models::Grade::official,
       {2026, 11, 22},
       "CBS 80072ned"},
      {"buddy_effect",
       {"Effect van een buddy op uitval", "Effect of a buddy on drop-out"},
       "ratio",
       {0.9, 0.75, 1.0, Form::triangular},
       {0.1, 2},
       1,
       true,
       models::Grade::assumption,
       {2026, 11, 22},
       "aanname: geen meting"},
      {"workplace_cost",
       {"Kosten van een werkplek", "Cost of a workplace"},
       "euro_per_year",
       {7500, 5000, 10000, Form::uniform},
       {0, 50000},
       0,
       false,
       models::Grade::derived,
       {2026, 11, 22},
       "Handleiding overheidstarieven"},
      {"working_hours",
       {"Uren per week", "Hours a week"},
       "hours_per_week",
       {25.5, 25.5, 25.5, Form::fixed},
       {1, 40},
       0,
       false,
       models::Grade::secondary,
       {2026, 11, 22},
       "UWV"},
  };
  return comparison;
}

}  // namespace banenplan::plots
