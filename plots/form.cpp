#include "plots/form.hpp"

#include <string_view>

namespace banenplan::plots {
namespace {

// A path and the kind of value at its end. A part that ends in [] is a list, and what follows holds for each of its
// items; one that ends in ? may be absent or null, and then nothing that follows is asked for. Shorter paths are
// implied by longer ones.
struct Demand {
  std::string_view path;
  std::string_view kind;  // text, number, truth, band, title, or pair of words with "or"
};

constexpr Demand demands[] = {
    {"version", "text"},
    {"seed", "number"},
    {"replications", "number"},
    {"banded", "truth"},
    {"period.from", "number"},
    {"period.to", "number"},
    {"prices.level", "number"},
    {"prices.index[].year", "number"},
    {"prices.index[].index", "number"},
    {"municipality.name", "text"},
    {"municipality.title", "title"},
    {"municipality.inhabitants", "number"},
    {"municipality.quotum_jobs", "number"},
    {"municipality.register_people", "number"},
    {"municipality.quotum[].year", "number"},
    {"municipality.quotum[].jobs", "number"},
    {"expected_placements?.year", "number"},
    {"expected_placements?.offices[].name", "text"},
    {"expected_placements?.offices[].groups[].name", "text"},
    {"expected_placements?.offices[].groups[].placements", "number"},
    {"agreement?.market[]", "number"},
    {"agreement?.government[]", "number"},
    {"null_alternative", "text or null"},
    {"groups[].key", "text"},
    {"groups[].title", "title"},
    {"scenarios[].name", "text"},
    {"scenarios[].title", "title"},
    {"scenarios[].summary", "title"},
    {"scenarios[].file", "text"},
    {"scenarios[].text", "text"},
    {"scenarios[].overrides[]", "text"},
    {"scenarios[].warnings[]", "text"},
    {"scenarios[].twin.done", "truth"},
    {"scenarios[].twin.compared", "number"},
    {"scenarios[].measures[].key", "text"},
    {"scenarios[].measures[].title", "title"},
    {"scenarios[].measures[].unit", "text"},
    {"scenarios[].measures[].subject", "text"},
    {"scenarios[].measures[].years[].year", "number"},
    {"scenarios[].measures[].years[].value", "band or null"},
    {"scenarios[].measures[].years[].difference", "band or null"},
    {"scenarios[].measures[].total.value", "band or null"},
    {"scenarios[].measures[].total.difference", "band or null"},
    {"scenarios[].quotum_chance[].year", "number"},
    {"scenarios[].quotum_chance[].chance", "number"},
    {"scenarios[].people[].year", "number"},
    {"scenarios[].moves[].from", "text"},
    {"scenarios[].moves[].to", "text"},
    {"scenarios[].moves[].years[].year", "number"},
    {"scenarios[].moves[].years[].mean", "number"},
    {"wishes[].key", "text"},
    {"wishes[].best", "text"},
    {"wishes[].close[]", "text"},
    {"wishes[].chances[].name", "text"},
    {"wishes[].chances[].chance", "number"},
    {"municipalities?[].name", "text"},
    {"municipalities?[].title", "title"},
    {"municipalities?[].quotum_jobs", "number"},
    {"municipalities?[].register_people", "number"},
    {"municipalities?[].scenarios[].measures[].key", "text"},
    {"municipalities?[].scenarios[].measures[].years?[].value", "band or null"},
    {"municipalities?[].scenarios[].measures[].years?[].difference", "band or null"},
    {"municipalities?[].scenarios[].measures[].total.value", "band or null"},
    {"municipalities?[].scenarios[].measures[].total.difference", "band or null"},
    {"appraisal?.price_level", "number"},
    {"appraisal?.rates[]", "number"},
    {"appraisal?.parties[].key", "text"},
    {"appraisal?.parties[].title", "title"},
    {"appraisal?.scenarios[].society.net", "band"},
    {"appraisal?.scenarios[].society.cost", "band"},
    {"appraisal?.scenarios[].society.benefit", "band"},
    {"appraisal?.scenarios[].society.ratio", "object"},
    {"appraisal?.scenarios[].society.chance_positive", "number"},
    {"appraisal?.scenarios[].municipality.net", "band"},
    {"appraisal?.scenarios[].municipality.ratio", "object"},
    {"appraisal?.scenarios[].cost_per.lasting_job", "object"},
    {"appraisal?.scenarios[].parties[].net", "band"},
    {"appraisal?.scenarios[].holders[].holder", "text"},
    {"appraisal?.scenarios[].holders[].years[].year", "number"},
    {"appraisal?.scenarios[].holders[].years[].extra", "number"},
    {"appraisal?.scenarios[].budgets[].key", "text"},
    {"appraisal?.scenarios[].budgets[].years[].year", "number"},
    {"appraisal?.scenarios[].budgets[].years[].chance_over", "number"},
    {"appraisal?.scenarios[].cloud[][]", "number"},
    {"appraisal?.decisions.municipality.choices[].worth", "number"},
    {"appraisal?.decisions.municipality.choices[].best", "text"},
    {"appraisal?.decisions.municipality.choices[].scenarios[].chance_best", "number"},
    {"appraisal?.decisions.municipality.information.at", "number"},
    {"appraisal?.decisions.municipality.information.perfect", "number"},
    {"appraisal?.decisions.municipality.information.assumptions[].name", "text"},
    {"appraisal?.decisions.municipality.influences[].name", "text"},
    {"appraisal?.decisions.municipality.influences[].assumptions[].name", "text"},
    {"appraisal?.decisions.municipality.influences[].assumptions[].low", "number"},
    {"appraisal?.decisions.municipality.influences[].assumptions[].high", "number"},
    {"assumptions[].name", "text"},
    {"assumptions[].title", "title"},
    {"assumptions[].unit", "text"},
    {"assumptions[].value", "number"},
    {"assumptions[].range", "list or null"},
    {"assumptions[].grade", "text"},
    {"assumptions[].checked", "text"},
    {"assumptions[].source", "text"},
};

bool has_number(const Json& object, const char* key) {
  return object.contains(key) && object[key].is_number();
}

bool is_of(const Json& value, std::string_view kind) {
  const std::size_t alternative = kind.find(" or ");
  if (alternative != std::string_view::npos)
    return is_of(value, kind.substr(0, alternative)) || is_of(value, kind.substr(alternative + 4));
  if (kind == "text") return value.is_string();
  if (kind == "number") return value.is_number();
  if (kind == "truth") return value.is_boolean();
  if (kind == "null") return value.is_null();
  if (kind == "list") return value.is_array();
  if (kind == "object" || kind == "title") return value.is_object();
  const auto edge = [&](const char* key) {
    return value.contains(key) && (value[key].is_null() || has_number(value, key));
  };
  return value.is_object() && has_number(value, "median") && has_number(value, "mean") && edge("low") && edge("high");
}

std::optional<std::string> lacking(const Json& value, std::string_view path, std::string_view kind,
                                   std::string place) {
  if (path.empty()) return is_of(value, kind) ? std::nullopt : std::optional{place};
  if (path.starts_with("[]")) {
    if (!value.is_array()) return place;
    path.remove_prefix(2);
    if (path.starts_with(".")) path.remove_prefix(1);
    for (std::size_t k = 0; k < value.size(); ++k)
      if (auto found = lacking(value[k], path, kind, place + "[" + std::to_string(k) + "]")) return found;
    return std::nullopt;
  }
  const std::size_t end = std::min(path.find_first_of(".?["), path.size());
  const std::string key{path.substr(0, end)};
  path.remove_prefix(end);
  const bool optional = path.starts_with("?");
  if (optional) path.remove_prefix(1);
  if (path.starts_with(".")) path.remove_prefix(1);
  place += (place.empty() ? "" : ".") + key;
  const auto found = value.is_object() ? value.find(key) : value.end();
  const bool absent = !value.is_object() || found == value.end();
  if (optional && (absent || found->is_null())) return std::nullopt;
  if (absent) return place;
  return lacking(*found, path, kind, place);
}

// Lists that are read side by side with the scenarios.
std::optional<std::string> unequal(const Json& results) {
  const std::size_t scenarios = results["scenarios"].size();
  if (results.contains("appraisal") && results["appraisal"].is_object()) {
    const Json& appraisal = results["appraisal"];
    if (appraisal["scenarios"].size() != scenarios) return "appraisal.scenarios";
    for (const Json& scenario : appraisal["scenarios"])
      if (scenario["parties"].size() != appraisal["parties"].size()) return "appraisal.scenarios.parties";
    for (const Json& choice : appraisal["decisions"]["municipality"]["choices"])
      if (choice["scenarios"].size() != scenarios) return "appraisal.decisions.municipality.choices";
  }
  if (results.contains("municipalities") && results["municipalities"].is_array())
    for (const Json& municipality : results["municipalities"])
      if (municipality["scenarios"].size() != scenarios) return "municipalities.scenarios";
  return std::nullopt;
}

}  // namespace

std::optional<std::string> misformed(const Json& results) {
  for (const Demand& demand : demands)
    if (auto place = lacking(results, demand.path, demand.kind, {})) return place;
  return unequal(results);
}

}  // namespace banenplan::plots
