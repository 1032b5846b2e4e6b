// Each assumption and each tariff that is moved by a tenth moves a result of a shipped or example scenario. What
// moves none stands in a table with what it is for.
#include <fmt/format.h>
#include <map>
#include <set>

#include "engine/run.hpp"
#include "models/appraisal/appraisal.hpp"
#include "models/reading/home.hpp"
#include "models/simulation/banenafspraak.hpp"
#include "models/simulation/simulation.hpp"
#include "tests/models/shipped.hpp"

using namespace banenplan;
using namespace banenplan::models;

namespace {

// Ever more people, until something moves.
struct Size {
  const char* municipality;
  int years;
  std::int32_t replications;
};
constexpr Size sizes[] = {{"klein", 4, 2}, {"groot", 10, 40}};

const std::vector<std::string>& scenarios() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all = {"boven-formatie", "trainees", "budgettair-neutraal"};
    for (const char* example : {"eerst-meedoen", "vooruit-plannen", "team-met-coordinator"}) {
      all.push_back(std::string(PROJECT_FOLDER) + "/scenarios/examples/" + example + ".yaml");
    }
    for (const char* region : {"stedendriehoek", "zaanstreek-waterland"}) {
      all.push_back(std::string(PROJECT_FOLDER) + "/scenarios/examples/" + region + ".yaml");
    }
    static const Folder folder;
    all.push_back(folder.write("register.yaml",
                               "scenario: register\nextends: boven-formatie\n"
                               "register: {loonwaarde_grows: true, tail: true, school_leavers: true}\n"
                               "risks: {displacement: {from: 2028-01, share: 20%}}\n"));
    return all;
  }();
  return names;
}

// Of which only the inhabitants are known, so that all else follows from assumptions.
const std::string& inhabitants_alone() {
  static const Folder folder;
  static const std::string file =
      folder.write("m.yaml", "municipality: m\ntitle: {nl: M, en: M}\ninhabitants: 60000\n");
  return file;
}

// All numbers that a run leaves behind, and what a later euro counts for.
std::vector<double> numbers(const std::string& name, const Size& size, const std::vector<std::string>& changes,
                            const Tariffs& tariffs) {
  const std::string small = "klein";
  std::vector<std::string> overrides = {
      "municipality=" + (size.municipality == small ? inhabitants_alone() : size.municipality),
      "period.years=" + std::to_string(size.years), "matching.stop_at_quotum=false"};
  overrides.insert(overrides.end(), changes.begin(), changes.end());
  const Scenario scenario = shipped_scenario(name, overrides);
  const CompiledScenario compiled = compile(scenario, tariffs);
  engine::RunOptions options;
  options.replications = size.replications;
  options.draw_parameters = false;
  std::vector<double> all;
  for (const auto& outcome : engine::run(compiled.program, options).outcomes) {
    all.insert(all.end(), outcome.begin(), outcome.end());
  }
  std::vector<double> rates;
  for (int year = 0; year < size.years; ++year) {
    rates.push_back(tariffs.value("discount_rate", scenario.from + year * engine::months_per_year));
  }
  const double inflation = scenario.assumptions[scenario.assumptions.find("inflation")].spread.value;
  for (const double weight : discount_weights(rates, inflation)) all.push_back(weight);
  return all;
}

const std::vector<double>& unmoved(const std::string& name, const Size& size) {
  static const Tariffs tariffs;
  static std::map<std::pair<std::string, std::string>, std::vector<double>> known;
  const auto [found, is_new] = known.try_emplace({name, size.municipality});
  if (is_new) found->second = numbers(name, size, {}, tariffs);
  return found->second;
}

// One number of the assumptions, and what must move with it: shares of a whole go on to sum to 1.
std::vector<std::string> set(const Assumptions& assumptions, const Assumption& moved, double value) {
  static const std::vector<std::vector<std::string>> wholes = {
      {"share_participatiewet", "share_wajong", "share_wsw", "share_wiw_id", "share_niet_uitkeringsgerechtigd"},
      {"benefit_single", "benefit_couple"},
      {"distance_4", "distance_6", "distance_5", "distance_3", "distance_2", "distance_1"}};
  const auto written = [](const std::string& name, double number) {
    return "assumptions." + name + "=" + fmt::format("{:.6f}", number);
  };
  std::vector<std::string> changes = {written(moved.name, value)};
  for (const auto& whole : wholes) {
    if (std::find(whole.begin(), whole.end(), moved.name) == whole.end()) continue;
    const std::string& other = moved.name == whole[0] ? whole[1] : whole[0];
    changes.push_back(written(other, assumptions[assumptions.find(other)].spread.value + moved.spread.value - value));
  }
  return changes;
}

// By a tenth up or down, within what is allowed; what is 0 by a tenth of what is allowed.
std::vector<double> moved_values(const Assumption& assumption) {
  const double value = assumption.spread.value;
  const double step = 0.1 * (value == 0.0 ? assumption.allowed.high - assumption.allowed.low : value);
  std::vector<double> values;
  for (const double to : {value + step, value - step}) {
    if (to >= assumption.allowed.low && to <= assumption.allowed.high) values.push_back(to);
  }
  return values;
}

bool moves(const Assumption& assumption, const std::vector<std::string>& names) {
  static const Assumptions assumptions;
  static const Tariffs tariffs;
  for (const Size& size : sizes) {
    for (const std::string& name : names) {
      for (const double value : moved_values(assumption)) {
        if (numbers(name, size, set(assumptions, assumption, value), tariffs) != unmoved(name, size)) return true;
      }
    }
  }
  return false;
}

// The project's tariffs, with all values of one, or the growth of one index, multiplied.
std::optional<Tariffs> scaled(const std::string& name, double factor) {
  Problems problems;
  std::vector<Node> files;
  const auto scale = [&](Node& value) {
    const auto number = share_from(value.text);
    if (number) value.text = fmt::format("{:.6f}", *number * factor);
  };
  for (const auto& entry : std::filesystem::directory_iterator(home() / "models/parameters/tariffs")) {
    files.push_back(*read_file(entry.path(), problems));
    if (Node* const tariffs = files.back().find("tariffs"); tariffs != nullptr && tariffs->find(name) != nullptr) {
      for (Node& dated : tariffs->find(name)->find("values")->items) scale(*dated.find("value"));
    }
    if (Node* const indices = files.back().find("indices"); indices != nullptr && indices->find(name) != nullptr) {
      scale(*indices->find(name)->find("growth")->find("value"));
    }
  }
  Tariffs result(files, problems);
  if (problems.has_errors()) return std::nullopt;
  return result;
}

// What must be chosen in a scenario before this tariff counts, in one line for --set; empty: nothing.
std::string choice_for(const std::string& tariff) {
  const std::string scale = "cao_gemeenten_scale_";
  if (tariff == "quotum_levy_year") return "risks={quotum_levy: {from: 2028-01}}";
  if (tariff == "lks_review_months") return "register={loonwaarde_grows: true}";
  if (tariff.rfind(scale, 0) != 0) return "";
  const std::string level = tariff.substr(scale.size(), 1);
  const std::string step = tariff.substr(scale.size() + 2);
  const std::string chosen = level == "8" ? "from_scale: 8, from_step: " + step + ", to_scale: 1, to_step: highest"
                                          : "from_scale: 8, to_scale: " + level + ", to_step: " + step;
  return "openings={job_carving: {per_department_per_year: 4, stays_open: 6, hours_given_up: 18, " + chosen + "}}";
}

bool tariff_moves(const std::string& name) {
  const std::string choice = choice_for(name);
  const std::vector<std::string> changes = choice.empty() ? std::vector<std::string>{} : std::vector{choice};
  const std::vector<std::string> names = choice.empty() ? scenarios() : std::vector<std::string>{"boven-formatie"};
  // A trial placement lasts whole months: two of them, of which a tenth is none.
  const std::vector<double> factors =
      name == "proefplaatsing_months" ? std::vector<double>{1.5} : std::vector<double>{1.1, 0.9};
  const Size& size = sizes[0];
  static std::map<std::string, std::vector<double>> known;
  static const Tariffs tariffs;
  for (const double factor : factors) {
    const auto other = scaled(name, factor);
    if (!other) continue;
    for (const std::string& scenario : names) {
      auto& before = known[scenario + choice];
      if (before.empty()) before = numbers(scenario, size, changes, tariffs);
      if (numbers(scenario, size, changes, *other) != before) return true;
    }
  }
  return false;
}

// What the two tests below expect to move no scenario, and what it is for.
const std::map<std::string, std::string>& of_no_scenario() {
  static const std::map<std::string, std::string> names = {
      {"banenafspraak_jobs_at_start", "the country's path of jobs"},
      {"banenafspraak_least_employees", "who is bound by the quotum"},
      {"banenafspraak_target", "the country's path of jobs"},
      {"banenafspraak_target_government", "the path of a target, of which only the ratios count"},
      {"banenafspraak_target_market", "the country's path of jobs"},
      {"banenafspraak_target_municipalities", "the path of municipalities"},
      {"cao_gemeenten_scale_1_lowest", "below the minimum wage, which holds"},
      {"cao_gemeenten_scale_2_lowest", "below the minimum wage, which holds"},
      {"cao_gemeenten_scale_3_lowest", "below the minimum wage, which holds"},
      {"cao_gemeenten_scale_4_lowest", "below the minimum wage, which holds"},
      {"cao_gemeenten_scale_5_lowest", "below the minimum wage, which holds"},
      {"bijstand_holiday_share", "the net norm holds it"},
      {"bijstand_single_18_20", "benefits below 21"},
      {"buig_price", "the check of the gross cost of a benefit"},
      {"cao_gemeenten_least_hour", "least wage of the Cao"},
      {"garantiebaan_least_loonwaarde", "who counts"},
      {"liv_least_hours", "past advantages of employers"},
      {"liv_year_most", "past advantages of employers"},
      {"lks_forfait", "banenplan lks --forfait"},
      {"lks_forfait_months", "banenplan lks --forfait"},
      {"lks_reference_week", "banenplan lks before 2026"},
      {"lkv_years", "length of the advantage"},
      {"no_risk_share_on_request", "banenplan lks"},
      {"no_risk_weeks", "length of the cover"},
      {"no_risk_weeks_on_request", "length of the cover"},
      {"premiekorting_year", "past advantages of employers"},
      {"proefplaatsing_months_most", "the longest trial placement"},
      {"quotum_share_government", "the quotum of government as a whole"},
      {"wajong_without_capacity", "people who cannot work"},
      {"wml_hour", "banenplan lks: simulations follow the wage a month"},
      {"wml_youth_21", "an adult's wage since 2019"},
      {"wml_youth_22", "an adult's wage since 2017"},
      {"wml_youth_15", "who is younger than the register"},
      {"wml_youth_16", "who is younger than the register"}};
  return names;
}

}  // namespace

TEST_CASE("each assumption that is moved by a tenth moves a result") {
  const Assumptions assumptions;
  for (const Assumption& assumption : assumptions.all()) {
    CAPTURE(assumption.name);
    CHECK(moves(assumption, scenarios()));
  }
  // Planted: what no element of a scenario uses is seen to move nothing.
  CHECK_FALSE(moves(assumptions[assumptions.find("effect_coordinator")], {"boven-formatie"}));
}

TEST_CASE("each tariff that is moved by a tenth moves a result, or is known to be for something else") {
  const Tariffs tariffs;
  std::vector<std::string> names;
  for (const auto& [name, tariff] : tariffs.all()) {
    if (tariff.unit() != "word") names.push_back(name);
  }
  for (const auto& [name, index] : tariffs.indices()) names.push_back(name);
  for (const std::string& name : names) {
    CAPTURE(name);
    CHECK(tariff_moves(name) == !of_no_scenario().contains(name));
  }
}
