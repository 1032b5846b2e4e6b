#include "plots/results.hpp"

#include <algorithm>
#include <array>

#include "plots/appraisal_json.hpp"
#include "plots/digest.hpp"
#include "plots/json.hpp"
#include "plots/municipalities.hpp"
#include "plots/provenance.hpp"
#include "plots/wishes.hpp"

namespace banenplan::plots {
namespace {

constexpr std::size_t most_with_years = 40;  // municipalities
using models::Comparison;
using models::MeasureText;

Json json_of(const std::optional<Band>& band, bool banded) {
  if (!band) return nullptr;
  Json json{{"median", band->median}, {"low", nullptr}, {"high", nullptr}, {"mean", band->mean}};
  if (banded) {
    json["low"] = band->low;
    json["high"] = band->high;
  }
  return json;
}

Json json_of(const MeasureSummary& measure, std::int32_t first_year, bool banded) {
  Json json{{"key", measure.text.key},
            {"title", title_json(measure.text.title)},
            {"unit", name_of(measure.text.unit)},
            {"subject", name_of(measure.text.subject)},
            {"adds_up", measure.text.adds_up},
            {"years", Json::array()}};
  for (std::size_t year = 0; year < measure.years.size(); ++year)
    json["years"].push_back(
        {{"year", first_year + static_cast<std::int32_t>(year)},
         {"value", json_of(measure.years[year], banded)},
         {"difference", year < measure.differences.size() ? json_of(measure.differences[year], banded) : Json{}}});
  json["total"] = {{"value", json_of(measure.total, banded)},
                   {"difference", json_of(measure.total_difference, banded)}};
  return json;
}

// A table of people stays where it is, as results may be published; its digest tells which it was.
Json json_of(const std::vector<models::FileText>& files) {
  Json json = Json::array();
  for (const models::FileText& one : files) {
    json.push_back({{"file", one.file}, {"sha256", sha256_hexadecimal(one.text)}, {"text", nullptr}});
    if (!one.file.ends_with(".csv")) json.back()["text"] = one.text;
  }
  return json;
}

Json json_of(const models::ScenarioResult& scenario, const ScenarioSummary& summary, std::int32_t first_year,
             bool banded) {
  Json json{{"name", scenario.name},
            {"title", title_json(scenario.title)},
            {"summary", title_json(scenario.summary)},
            {"file", scenario.file.file},
            {"text", scenario.file.text},
            {"sha256", sha256_hexadecimal(scenario.file.text)},
            {"extends", json_of(scenario.extended)},
            {"overrides", scenario.overrides},
            {"warnings", scenario.warnings},
            {"target_jobs", scenario.target_jobs},
            {"assumptions", Json::object()},
            {"twin", nullptr},
            {"measures", Json::array()}};
  json["twin"] = {{"done", scenario.twin.done}, {"largest", nullptr}, {"compared", scenario.twin.compared}};
  if (scenario.twin.done) json["twin"]["largest"] = scenario.twin.largest;
  for (const MeasureSummary& measure : summary.measures)
    json["measures"].push_back(json_of(measure, first_year, banded));
  return json;
}

// What a scenario assumes otherwise than the comparison's list says.
Json own_assumptions(const Comparison& comparison, const models::ScenarioResult& scenario) {
  Json json = Json::object();
  for (std::size_t k = 0; k < comparison.assumptions.size(); ++k) {
    const models::Spread& own = scenario.spread(comparison.assumptions, k);
    const models::Spread& listed = comparison.assumptions[k].spread;
    if (own.value == listed.value && own.low == listed.low && own.high == listed.high) continue;
    const bool fixed = own.shape == models::Spread::Shape::fixed;
    json[comparison.assumptions[k].name] = {{"value", own.value},
                                            {"range", fixed ? Json(nullptr) : Json::array({own.low, own.high})}};
  }
  return json;
}

std::int32_t year_at(const Comparison& comparison, std::size_t place) {
  return comparison.first_year + static_cast<std::int32_t>(place);
}

// The jobs that the quotum asks for at the end of each year: where the scenarios have one target, its path.
std::vector<double> quotum_path(const Comparison& comparison) {
  const auto years = static_cast<std::size_t>(comparison.years);
  std::vector<double> path(years, comparison.municipality.quotum_jobs);
  const auto same = [&](const models::ScenarioResult& scenario) {
    return scenario.target_jobs.size() == years && scenario.target_jobs == comparison.scenarios.front().target_jobs;
  };
  if (!comparison.scenarios.empty() && std::all_of(comparison.scenarios.begin(), comparison.scenarios.end(), same))
    path = comparison.scenarios.front().target_jobs;
  return path;
}

Json quotum_chance(const Comparison& comparison, std::size_t scenario) {
  Json json = Json::array();
  const std::vector<double> path = quotum_path(comparison);
  if (comparison.municipality.quotum_jobs <= 0.0) return json;
  for (std::size_t year = 0; year < path.size(); ++year) {
    const double quotum = path[year];
    std::vector<double> jobs = values_in(comparison, scenario, "jobs", year);
    std::erase_if(jobs, [](double value) { return !drawable(value); });
    if (jobs.empty()) continue;
    const auto reached = std::count_if(jobs.begin(), jobs.end(), [&](double value) { return value >= quotum; });
    json.push_back({{"year", year_at(comparison, year)},
                    {"chance", static_cast<double>(reached) / static_cast<double>(jobs.size())}});
  }
  return json;
}

Json json_of(const models::MunicipalityText& municipality) {
  return {{"name", municipality.name},
          {"title", title_json(municipality.title)},
          {"inhabitants", municipality.inhabitants},
          {"quotum_jobs", municipality.quotum_jobs},
          {"register_people", municipality.register_people}};
}

Json json_of(const MunicipalitySummary& municipality, const Comparison& comparison, const Summary& summary) {
  const bool with_years = summary.municipalities.size() <= most_with_years;
  Json json = json_of(municipality.text);
  json["scenarios"] = Json::array();
  for (std::size_t k = 0; k < municipality.scenarios.size(); ++k) {
    Json scenario{{"name", comparison.scenarios[k].name}, {"measures", Json::array()}};
    for (const std::string_view key : municipality_measures()) {
      const MeasureSummary* const measure = municipality.scenarios[k].find(key);
      if (measure == nullptr) continue;
      Json one = json_of(*measure, comparison.first_year, summary.banded);
      if (!with_years) one.erase("years");
      scenario["measures"].push_back(std::move(one));
    }
    json["scenarios"].push_back(std::move(scenario));
  }
  return json;
}

// The mean of a row that stands after the measures and the ledger; 0 where nothing was counted.
double mean_of(const Comparison& comparison, const models::ScenarioResult& scenario, std::size_t row,
               std::size_t year) {
  const auto years = static_cast<std::size_t>(comparison.years);
  const std::size_t place = scenario.measures.size() + scenario.ledger.rows.size() + row;
  double sum = 0.0;
  for (std::size_t r = 0; r < scenario.run.outcomes.size(); ++r) sum += scenario.at(r, place, year, years);
  return scenario.run.outcomes.empty() ? 0.0 : sum / static_cast<double>(scenario.run.outcomes.size());
}

void add_movements(const Comparison& comparison, const models::ScenarioResult& scenario, Json& json) {
  const auto years = static_cast<std::size_t>(comparison.years);
  const models::MovementText& text = scenario.movements;
  json["people"] = Json::array();
  for (std::size_t year = 0; year < years && !text.groups.empty(); ++year) {
    Json row{{"year", year_at(comparison, year)}};
    for (std::size_t group = 0; group < text.groups.size(); ++group)
      row[text.groups[group].name] = mean_of(comparison, scenario, group, year);
    json["people"].push_back(row);
  }
  json["moves"] = Json::array();
  for (std::size_t k = 0; k < text.moves.size(); ++k) {
    Json way{{"from", text.groups[text.moves[k].from].name},
             {"to", text.groups[text.moves[k].to].name},
             {"years", Json::array()}};
    for (std::size_t year = 0; year < years; ++year)
      way["years"].push_back({{"year", year_at(comparison, year)},
                              {"mean", mean_of(comparison, scenario, text.groups.size() + k, year)}});
    json["moves"].push_back(way);
  }
}

Json prices(const Comparison& comparison) {
  Json json{{"level", comparison.first_year}, {"index", Json::array()}};
  double index = 1.0;
  for (std::size_t year = 0; year < static_cast<std::size_t>(comparison.years); ++year) {
    json["index"].push_back({{"year", year_at(comparison, year)}, {"index", index}});
    index *= 1.0 + comparison.inflation;
  }
  return json;
}

Json municipality_json(const Comparison& comparison) {
  Json json = json_of(comparison.municipality);
  json["files"] = json_of(comparison.municipality.files);
  json["quotum"] = Json::array();
  const std::vector<double> path = quotum_path(comparison);
  for (std::size_t year = 0; year < path.size(); ++year)
    json["quotum"].push_back({{"year", year_at(comparison, year)}, {"jobs", path[year]}});
  return json;
}

Json groups(const Comparison& comparison) {
  Json json = Json::array();
  if (comparison.scenarios.empty()) return json;
  for (const models::GroupText& group : comparison.scenarios.front().movements.groups)
    json.push_back({{"key", group.name}, {"title", title_json(group.title)}});
  return json;
}

Json json_of(const Wish& wish, const Comparison& comparison) {
  const auto name = [&](std::size_t scenario) { return comparison.scenarios[scenario].name; };
  Json json{{"key", wish.key},         {"measure", wish.measure}, {"most", wish.most_is_best},
            {"best", name(wish.best)}, {"close", Json::array()},  {"chances", Json::array()}};
  for (const std::size_t scenario : wish.close) json["close"].push_back(name(scenario));
  for (const Wish::Chance& one : wish.chances)
    json["chances"].push_back({{"name", name(one.scenario)}, {"chance", one.chance}});
  return json;
}

Json json_of(const models::Assumption& assumption) {
  constexpr std::array shapes{"fixed", "uniform", "triangular", "normal", "lognormal"};
  const models::Spread& spread = assumption.spread;
  Json range;
  if (spread.shape != models::Spread::Shape::fixed) range = {spread.low, spread.high};
  return {{"name", assumption.name},
          {"title", title_json(assumption.title)},
          {"unit", assumption.unit},
          {"value", spread.value},
          {"range", range},
          {"shape", shapes.at(static_cast<std::size_t>(spread.shape))},
          {"grade", std::string(1, models::letter(assumption.grade))},
          {"effect", assumption.is_effect},
          {"checked", date_text(assumption.checked)},
          {"source", assumption.source}};
}

Json json_of(const models::TariffText& tariff) {
  Json json{{"name", tariff.name},
            {"title", title_json(tariff.title)},
            {"unit", tariff.unit},
            {"goes_on_by", tariff.goes_on_by},
            {"values", Json::array()}};
  for (const models::DatedValue& value : tariff.values)
    json["values"].push_back({{"from", date_text(value.from)},
                              {"value", value.value},
                              {"grade", std::string(1, models::letter(value.grade))},
                              {"checked", date_text(value.checked)},
                              {"source", value.source}});
  return json;
}

}  // namespace

std::string_view name_of(MeasureText::Unit unit) {
  constexpr std::array<std::string_view, 6> names{"people", "jobs", "fte", "count", "euro", "share"};
  return names.at(static_cast<std::size_t>(unit));
}

std::string_view name_of(MeasureText::Subject subject) {
  constexpr std::array<std::string_view, 3> names{"people", "money", "fund"};
  return names.at(static_cast<std::size_t>(subject));
}

std::string results_json(const Comparison& comparison, const Summary& summary) {
  Json json{{"format", results_format},
            {"version", comparison.version},
            {"seed", comparison.seed},
            {"replications", comparison.replications},
            {"banded", summary.banded}};
  json["period"] = {{"from", comparison.first_year},
                    {"to", comparison.first_year + comparison.years - 1},
                    {"years", comparison.years}};
  json["prices"] = prices(comparison);
  json["municipality"] = municipality_json(comparison);
  if (!comparison.agreement.market.empty() || !comparison.agreement.government.empty())
    json["agreement"] = {{"market", comparison.agreement.market}, {"government", comparison.agreement.government}};
  if (const auto& expected = comparison.agreement.expected) {
    json["expected_placements"] = {{"year", expected->year}, {"offices", Json::array()}};
    for (const auto& [name, groups] : expected->offices) {
      Json office{{"name", name}, {"groups", Json::array()}};
      for (const auto& [group, placements] : groups)
        office["groups"].push_back({{"name", group}, {"placements", placements}});
      json["expected_placements"]["offices"].push_back(std::move(office));
    }
  }
  const auto null_alternative = static_cast<std::size_t>(comparison.null_alternative);
  json["null_alternative"] = nullptr;
  if (null_alternative < comparison.scenarios.size())
    json["null_alternative"] = comparison.scenarios[null_alternative].name;
  json["groups"] = groups(comparison);
  json["scenarios"] = Json::array();
  for (std::size_t i = 0; i < comparison.scenarios.size(); ++i) {
    Json scenario = json_of(comparison.scenarios[i], summary.scenarios[i], comparison.first_year, summary.banded);
    scenario["quotum_chance"] = quotum_chance(comparison, i);
    scenario["assumptions"] = own_assumptions(comparison, comparison.scenarios[i]);
    add_movements(comparison, comparison.scenarios[i], scenario);
    json["scenarios"].push_back(scenario);
  }
  json["wishes"] = Json::array();
  for (const Wish& wish : wishes_of(comparison, summary)) json["wishes"].push_back(json_of(wish, comparison));
  for (const MunicipalitySummary& municipality : summary.municipalities)
    json["municipalities"].push_back(json_of(municipality, comparison, summary));
  json["appraisal"] = appraisal_json(comparison, summary.valuation.get(), summary.banded);
  json["assumptions"] = Json::array();
  for (const models::Assumption& assumption : comparison.assumptions)
    json["assumptions"].push_back(json_of(assumption));
  json["tariffs"] = Json::array();
  for (const models::TariffText& tariff : comparison.tariffs) json["tariffs"].push_back(json_of(tariff));
  return json_text(json);
}

}  // namespace banenplan::plots
