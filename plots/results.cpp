#include "plots/results.hpp"

#include <array>
#include <nlohmann/json.hpp>

#include "plots/appraisal_json.hpp"
#include "plots/municipalities.hpp"

namespace banenplan::plots {
namespace {

using Json = nlohmann::ordered_json;
using models::Comparison;
using models::MeasureText;

Json json_of(const models::Title& title) {
  return {{"nl", title.dutch}, {"en", title.english}};
}

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
            {"title", json_of(measure.text.title)},
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

Json json_of(const models::ScenarioResult& scenario, const ScenarioSummary& summary, std::int32_t first_year,
             bool banded) {
  Json json{{"name", scenario.name},
            {"title", json_of(scenario.title)},
            {"summary", json_of(scenario.summary)},
            {"file", scenario.file},
            {"text", scenario.text},
            {"overrides", scenario.overrides},
            {"warnings", scenario.warnings},
            {"target_jobs", scenario.target_jobs},
            {"twin", nullptr},
            {"measures", Json::array()}};
  json["twin"] = {{"done", scenario.twin.done}, {"largest", nullptr}, {"compared", scenario.twin.compared}};
  if (scenario.twin.done) json["twin"]["largest"] = scenario.twin.largest;
  for (const MeasureSummary& measure : summary.measures)
    json["measures"].push_back(json_of(measure, first_year, banded));
  return json;
}

Json json_of(const models::MunicipalityText& municipality) {
  return {{"name", municipality.name},
          {"title", json_of(municipality.title)},
          {"inhabitants", municipality.inhabitants},
          {"quotum_jobs", municipality.quotum_jobs},
          {"register_people", municipality.register_people}};
}

Json json_of(const MunicipalitySummary& municipality, const Comparison& comparison, bool banded) {
  Json json = json_of(municipality.text);
  json["scenarios"] = Json::array();
  for (std::size_t k = 0; k < municipality.scenarios.size(); ++k) {
    Json scenario{{"name", comparison.scenarios[k].name}, {"measures", Json::array()}};
    for (const std::string_view key : municipality_measures()) {
      const MeasureSummary* const measure = municipality.scenarios[k].find(key);
      if (measure == nullptr) continue;
      scenario["measures"].push_back({{"key", key},
                                      {"total",
                                       {{"value", json_of(measure->total, banded)},
                                        {"difference", json_of(measure->total_difference, banded)}}}});
    }
    json["scenarios"].push_back(std::move(scenario));
  }
  return json;
}

Json json_of(const models::Assumption& assumption) {
  constexpr std::array shapes{"fixed", "uniform", "triangular", "normal", "lognormal"};
  const models::Spread& spread = assumption.spread;
  Json range;
  if (spread.shape != models::Spread::Shape::fixed) range = {spread.low, spread.high};
  return {{"name", assumption.name},
          {"title", json_of(assumption.title)},
          {"unit", assumption.unit},
          {"value", spread.value},
          {"range", range},
          {"shape", shapes.at(static_cast<std::size_t>(spread.shape))},
          {"grade", std::string(1, models::letter(assumption.grade))},
          {"effect", assumption.is_effect},
          {"source", assumption.source}};
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
  Json json{{"format", 1},
            {"version", comparison.version},
            {"seed", comparison.seed},
            {"replications", comparison.replications},
            {"banded", summary.banded}};
  json["period"] = {{"from", comparison.first_year},
                    {"to", comparison.first_year + comparison.years - 1},
                    {"years", comparison.years}};
  json["municipality"] = json_of(comparison.municipality);
  if (!comparison.agreement.market.empty() || !comparison.agreement.government.empty())
    json["agreement"] = {{"market", comparison.agreement.market}, {"government", comparison.agreement.government}};
  const auto null_alternative = static_cast<std::size_t>(comparison.null_alternative);
  json["null_alternative"] = nullptr;
  if (null_alternative < comparison.scenarios.size())
    json["null_alternative"] = comparison.scenarios[null_alternative].name;
  json["scenarios"] = Json::array();
  for (std::size_t i = 0; i < comparison.scenarios.size(); ++i)
    json["scenarios"].push_back(
        json_of(comparison.scenarios[i], summary.scenarios[i], comparison.first_year, summary.banded));
  for (const MunicipalitySummary& municipality : summary.municipalities)
    json["municipalities"].push_back(json_of(municipality, comparison, summary.banded));
  json["appraisal"] = appraisal_json(comparison, summary.valuation.get(), summary.banded);
  json["assumptions"] = Json::array();
  for (const models::Assumption& assumption : comparison.assumptions)
    json["assumptions"].push_back(json_of(assumption));
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace banenplan::plots
