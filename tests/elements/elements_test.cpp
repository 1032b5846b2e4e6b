// Each element that a scenario can switch on, and each figure that it can state, moves a result, and in a direction
// that is written down here. A key that the reader knows and no row moves makes a test fail, and so does one
// that the schema for editors has otherwise.
#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "models/appraisal/appraisal.hpp"
#include "plots/schema.hpp"
#include "tests/models/switched.hpp"

using namespace banenplan::models;
using banenplan::plots::Json;

namespace {

constexpr std::int32_t replications = 24;

// The result is higher with the second value than with the first. `sets` is the path that is set where it is not the
// key itself.
struct Element {
  const char* base;
  std::string key;  // funds, channels and posts by any name: *
  std::string less;
  std::string more;
  const char* result;
  std::string sets;
  std::vector<std::string> given;
  std::int32_t times = 1;  // more replications, where an effect is small beside the chance of who is placed next
};

const std::string terms = "hours: [24, 32], stays_open: 6";
const std::string few = "functiecreatie: {per_department_per_year: 0.2, " + terms + "}";

// One channel or two without funds, so that neither money nor the quotum stops anybody.
std::vector<std::string> alone(const std::string& more = "period.years=6") {
  return {"openings={" + few + "}",
          "matching={strength: strong, groups: [participatiewet, wajong, wsw], stop_at_quotum: false}",
          "route=[proefplaatsing, jaarcontract, jaarcontract, vast]", "guidance={jobcoach: {year_1: middle}}", more};
}

std::vector<std::string> beside(const std::string& channel) {
  auto all = alone();
  all.push_back("openings={" + few + ", " + channel + "}");
  return all;
}

const std::string none = "{" + few + "}";
std::string with(const std::string& channel) {
  return "{" + few + ", " + channel + "}";
}

std::vector<std::string> pot(const std::string& more = "period.years=6") {
  return {"matching.stop_at_quotum=false", "period.years=6", more};
}

const std::vector<std::string> free_money = {"funds={}", "matching.stop_at_quotum=false", "period.years=6"};
const std::vector<std::string> six_years = {"period.years=6"};
const std::string day = "{dagbesteding: {starts_per_year: 10%}}";
const std::string area = "{wijkparticipatie: {asked_per_year: 40%}}";

// Two departments of unequal size that pay alike for each FTE, and a pot that is soon promised.
const std::string two = "TWO";

// Places with other employers beside few of the municipality's own.
const std::string employers =
    "regular_employers: {per_1000_people: 10, sectors: {zorg: 50%, techniek: 50%}, " + terms + "}";
std::vector<std::string> elsewhere() {
  return beside(employers);
}

std::string budget(const std::string& lever, int euros) {
  const std::string amount = std::to_string(euros);
  return "{years: [" + amount + "], posts: {all: {amount: " + amount + ", moves: " + lever + "}}}";
}
std::vector<std::string> werkbedrijf(const std::string& lever, int euros = 200000) {
  auto all = elsewhere();
  all.push_back("werkbedrijf=" + budget(lever, euros));
  return all;
}

std::vector<Element> all_elements() {
  std::vector<Element> rows = {
      // Period and place.
      {"boven-formatie", "period.from", "2027-01", "2031-01", "lks", "", six_years},
      {"boven-formatie", "period.years", "4", "8", "placements", "", {}},
      {"boven-formatie", "municipality", "klein", "groot", "placements", "", six_years},
      // Channels of openings, each off and on, and their terms.
      {"nulalternatief", "openings.open_vacancy", none, with("open_vacancy: {" + terms + "}"), "placements",
       "openings", alone()},
      {"nulalternatief", "openings.natural_turnover", none, with("natural_turnover: {" + terms + "}"), "placements",
       "openings", alone()},
      {"nulalternatief", "openings.retirement", none, with("retirement: {overlap_months: 3, " + terms + "}"),
       "placements", "openings", alone()},
      {"nulalternatief", "openings.functiecreatie", "{natural_turnover: {" + terms + "}}",
       with("natural_turnover: {" + terms + "}"), "placements", "openings", alone()},
      {"nulalternatief", "openings.job_carving", none,
       with("job_carving: {per_department_per_year: 1, " + terms + "}"), "placements", "openings", alone()},
      {"nulalternatief", "openings.trainee_pool", none,
       with("trainee_pool: {places: 8, route: [trainee, vast], " + terms + "}"), "placements", "openings", alone()},
      {"nulalternatief", "openings.detachering", none, with("detachering: {per_year: 4, " + terms + "}"),
       "placements", "openings", alone()},
      {"nulalternatief", "openings.leerwerkplek", none,
       with("leerwerkplek: {per_year: 8, route: [leerwerkplek, vast], " + terms + "}"), "placements", "openings",
       alone()},
      {"nulalternatief", "openings.beschut_werk", none, with("beschut_werk: {places: 8, " + terms + "}"),
       "all_at_work", "openings", alone()},
      {"nulalternatief", "openings.*.hours", "[12, 16]", "[28, 32]", "jobs", "openings.functiecreatie.hours",
       alone()},
      {"nulalternatief", "openings.*.stays_open", "1", "12", "placements", "openings.functiecreatie.stays_open",
       alone()},
      {"nulalternatief", "openings.*.route", "[jaarcontract]", "[jaarcontract, vast]", "jobs",
       "openings.functiecreatie.route", alone()},
      {"nulalternatief", "openings.*.per_department_per_year", "0.2", "1", "placements",
       "openings.functiecreatie.per_department_per_year", alone()},
      {"nulalternatief", "openings.*.places", "2", "12", "placements", "openings.trainee_pool.places",
       beside("trainee_pool: {places: 8, route: [trainee, vast], " + terms + "}")},
      {"nulalternatief", "openings.*.intake_every", "36", "6", "placements", "openings.trainee_pool.intake_every",
       beside("trainee_pool: {places: 8, route: [trainee, vast], " + terms + "}")},
      {"nulalternatief", "openings.*.per_year", "1", "8", "placements", "openings.detachering.per_year",
       beside("detachering: {per_year: 4, " + terms + "}")},
      {"nulalternatief", "openings.*.group_size", "1", "8", "placements", "openings.detachering.group_size",
       beside("detachering: {per_year: 4, " + terms + "}")},
      {"nulalternatief", "openings.*.coordinator_fte", "0", "1", "guidance", "openings.detachering.coordinator_fte",
       beside("detachering: {per_year: 4, group_size: 8, " + terms + "}")},
      {"nulalternatief", "openings.*.overlap_months", "0", "9", "net_cost", "openings.retirement.overlap_months",
       beside("retirement: {overlap_months: 3, " + terms + "}")},
      // The hours of a high scale pay for more of them in a lower one.
      {"nulalternatief", "openings.*.from_scale", "5", "8", "jobs", "openings.job_carving.from_scale",
       beside("job_carving: {per_department_per_year: 1, from_scale: 8, to_scale: 1, stays_open: 6}")},
      {"nulalternatief", "openings.*.to_scale", "6", "1", "jobs", "openings.job_carving.to_scale",
       beside(
           "job_carving: {per_department_per_year: 1, from_scale: 8, to_scale: 1, to_step: highest, stays_open: 6}")},
      {"nulalternatief", "openings.*.from_step", "lowest", "highest", "jobs", "openings.job_carving.from_step",
       beside("job_carving: {per_department_per_year: 1, from_scale: 8, to_scale: 1, stays_open: 6}")},
      {"nulalternatief", "openings.*.to_step", "highest", "lowest", "jobs", "openings.job_carving.to_step",
       beside("job_carving: {per_department_per_year: 1, from_scale: 8, to_scale: 1, stays_open: 6}")},
      {"nulalternatief", "openings.*.hours_given_up", "4", "12", "jobs", "openings.job_carving.hours_given_up",
       beside("job_carving: {per_department_per_year: 1, from_scale: 8, to_scale: 1, stays_open: 6}")},
      // Who is asked, and how well.
      {"boven-formatie", "matching.strength", "weak", "strong", "placements", "", free_money},
      {"boven-formatie", "matching.groups", "[wajong]", "[participatiewet]", "lks_municipal", "", free_money},
      {"boven-formatie", "matching.priority", "{strength: strong, priority: [wajong, participatiewet]}",
       "{strength: strong, priority: [participatiewet, wajong]}", "lks_municipal", "matching", free_money},
      {"boven-formatie", "matching.stop_at_quotum", "true", "false", "jobs", "", {"funds={}"}},
      // Ways into a job.
      {"boven-formatie", "route", "[jaarcontract]", "[jaarcontract, vast]", "jobs", "", free_money},
      {"trainees", "trainee_months", "12", "36", "guidance", "", free_money},
      {"nulalternatief", "learning_weeks", "26", "4", "jobs", "",
       beside("leerwerkplek: {per_year: 12, route: [leerwerkplek, jaarcontract, vast], " + terms + "}")},
      {"nulalternatief", "before_work.dagbesteding", "{}", day, "guidance", "before_work", six_years},
      {"nulalternatief", "before_work.wijkparticipatie", "{}", area, "guidance", "before_work", six_years},
      {"nulalternatief",
       "before_work.*.starts_per_year",
       "5%",
       "20%",
       "before_work",
       "before_work.dagbesteding.starts_per_year",
       {"before_work=" + day, "period.years=6"}},
      {"nulalternatief",
       "before_work.*.asked_per_year",
       "10%",
       "60%",
       "before_work",
       "before_work.wijkparticipatie.asked_per_year",
       {"before_work=" + area, "period.years=6"}},
      {"nulalternatief",
       "before_work.*.months",
       "3",
       "24",
       "before_work",
       "before_work.dagbesteding.months",
       {"before_work=" + day, "period.years=6"}},
      // Who pays, how much, in which order, and what of it a department may draw.
      {"boven-formatie", "funds.*.filled_by.share", "0.1%", "0.8%", "placements",
       "funds.centrale_pot.filled_by.share", pot()},
      {"boven-formatie", "funds.*.filled_by.of", "hire_budget", "personnel_budget", "placements",
       "funds.centrale_pot.filled_by.of", pot()},
      {"boven-formatie", "funds.*.filled_by.amount", "{amount: 100000}", "{amount: 400000}", "placements",
       "funds.centrale_pot.filled_by", pot()},
      {"boven-formatie", "funds.*.filled_by.from", "{amount: 400000, from: rijk}",
       "{amount: 400000, from: gemeente_afdelingen}", "net_cost", "funds.centrale_pot.filled_by", pot()},
      {"boven-formatie", "funds.*.filled_by.every", "month", "year", "placements",
       "funds.centrale_pot.filled_by.every", pot("period.years=4")},
      {"budgettair-neutraal", "funds.*.filled_by.establishment", "{establishment: true}", "{amount: 50000}",
       "fund.vacatureruimte", "funds.vacatureruimte.filled_by",
       pot("funds={vacatureruimte: {filled_by: {amount: 1000}, pays: [wage]}}")},
      {"boven-formatie", "funds.*.pays", "[wage, guidance, buddy, workplace]", "[buddy]", "fund.centrale_pot",
       "funds.centrale_pot.pays", pot()},
      {"boven-formatie", "funds.*.carry_over", "false", "true", "placements", "funds.centrale_pot.carry_over", pot()},
      {"boven-formatie", "funds.*.allocation", "first_come", "highest_retention", "lasting_placements",
       "funds.centrale_pot.allocation", pot("funds.centrale_pot.filled_by.share=5%")},
      {"boven-formatie", "funds.*.priority_groups", "[wajong]", "[participatiewet]", "lks_municipal",
       "funds.centrale_pot.priority_groups", pot("funds.centrale_pot.allocation=priority_group")},
      {"boven-formatie",
       "funds.*.allocation",
       "first_come",
       "largest_gap",
       "jobs.sociaal",
       "funds.centrale_pot.allocation",
       {"municipality=" + two, "matching.stop_at_quotum=false", "period.years=6",
        "openings.functiecreatie.per_department_per_year=8", "assumptions.match_strong=100%"}},
      {"boven-formatie", "funds.*.sharing", "by_establishment", "equal", "jobs.groen", "funds.centrale_pot.sharing",
       pot("municipality=" + two)},
      {"boven-formatie",
       "funds.*.common_from",
       "2032-12",
       "2028-01",
       "placements",
       "funds.centrale_pot.common_from",
       {"municipality=" + two, "matching.stop_at_quotum=false", "period.years=6",
        "funds.centrale_pot.sharing=by_establishment"}},
      // Guidance.
      {"boven-formatie", "guidance.jobcoach", "{project_team_fte: 1}",
       "{project_team_fte: 1, jobcoach: {year_1: middle}}", "guidance", "guidance", free_money},
      {"boven-formatie", "guidance.jobcoach.year_1", "light", "intensive", "guidance", "", free_money},
      {"boven-formatie", "guidance.jobcoach.year_2", "light", "intensive", "guidance", "", free_money},
      {"boven-formatie", "guidance.jobcoach.later", "very_light", "intensive", "guidance", "", free_money},
      {"boven-formatie", "guidance.jobcoach.by", "own", "bought", "guidance", "", free_money},
      {"boven-formatie", "guidance.buddy", "false", "true", "guidance", "", free_money},
      {"boven-formatie", "guidance.buddy", "false", "true", "jobs", "", free_money},
      {"trainees", "guidance.training", "false", "true", "guidance", "", free_money},
      {"boven-formatie", "guidance.aftercare", "false", "true", "jobs", "", free_money, 20},
      {"boven-formatie", "guidance.aftercare", "false", "true", "guidance", "", free_money},
      {"boven-formatie", "guidance.diagnosis", "false", "true", "jobs", "", free_money, 20},
      {"boven-formatie", "guidance.diagnosis", "false", "true", "guidance", "", free_money},
      {"boven-formatie", "guidance.project_team_fte", "0", "2.5", "placements", "", free_money},
      {"boven-formatie", "guidance.project_team_fte", "0", "2.5", "project_team", "", free_money},
      // What may happen from outside.
      {"nulalternatief", "risks.quotum_levy", "{}", "{quotum_levy: {from: 2028-01}}", "net_cost", "risks", six_years},
      {"nulalternatief", "risks.buig_cut", "{}", "{buig_cut: {from: 2028-01, amount: 90000}}", "net_cost", "risks",
       six_years},
      {"nulalternatief", "risks.buig_follows_benefits", "true", "false", "net_cost", "risks.buig_follows_benefits",
       six_years},
      {"nulalternatief", "risks.minimum_wage_rise", "{}", "{minimum_wage_rise: {from: 2028-01, share: 8%}}", "lks",
       "risks", six_years},
      {"nulalternatief", "risks.employer_closes", "{}", "{employer_closes: {from: 2028-01, share: 10%}}", "benefits",
       "risks", six_years},
      {"nulalternatief",
       "risks.*.from",
       "2031-01",
       "2028-01",
       "net_cost",
       "risks.quotum_levy.from",
       {"risks={quotum_levy: {from: 2028-01}}", "period.years=6"}},
      {"nulalternatief",
       "risks.*.amount",
       "10000",
       "90000",
       "net_cost",
       "risks.buig_cut.amount",
       {"risks={buig_cut: {from: 2028-01, amount: 90000}}", "period.years=6"}},
      {"nulalternatief",
       "risks.*.share",
       "2%",
       "20%",
       "benefits",
       "risks.employer_closes.share",
       {"risks={employer_closes: {from: 2028-01, share: 10%}}", "period.years=6"}},
      {"nulalternatief", "risks.newcomers", "{}", "{newcomers: {from: 2028-01, share: 25%}}", "benefits", "risks",
       six_years},
      {"nulalternatief", "risks.displacement", "{}", "{displacement: {from: 2028-01, share: 20%}}", "net_cost",
       "risks", six_years},
      // Who is in the register.
      {"nulalternatief", "register.loonwaarde_grows", "false", "true", "production", "register.loonwaarde_grows",
       six_years},
      {"boven-formatie", "register.tail", "false", "true", "jobs", "register.tail", free_money},
      {"nulalternatief", "register.school_leavers", "true", "false", "benefits", "register.school_leavers",
       six_years},
      // How many jobs, and by when.
      {"boven-formatie", "target.jobs", "10", "25", "jobs", "target.jobs", {"funds={}", "period.years=6"}},
      {"boven-formatie", "target.by", "2032-12", "2028-12", "jobs", "target.by", {"funds={}", "period.years=6"}},
      {"boven-formatie",
       "target.path",
       "banenafspraak",
       "at_once",
       "jobs",
       "target.path",
       {"funds={}", "period.years=6"}},
      // Regular employers, and the budget of a werkbedrijf.
      {"nulalternatief", "openings.regular_employers", none, with(employers), "jobs_elsewhere", "openings",
       elsewhere()},
      {"nulalternatief", "openings.*.per_1000_people", "2", "40", "placed_elsewhere",
       "openings.regular_employers.per_1000_people", elsewhere()},
      {"nulalternatief", "openings.*.sectors", "{zorg: 10%, techniek: 90%}", "{zorg: 90%, techniek: 10%}",
       "placed_elsewhere.zorg", "openings.regular_employers.sectors", elsewhere()},
      // A lever gives less with each euro: money that is spread opens more places.
      {"nulalternatief", "werkbedrijf.years", "[900000, 0, 0]", "[300000, 300000, 300000]", "placed_elsewhere",
       "werkbedrijf.years", werkbedrijf("places", 900000)},
      {"nulalternatief", "werkbedrijf.posts.*.amount", budget("places", 20000), budget("places", 900000),
       "placed_elsewhere", "werkbedrijf", werkbedrijf("places")},
      {"nulalternatief", "werkbedrijf.posts.*.moves", "nothing", "places", "placed_elsewhere",
       "werkbedrijf.posts.all.moves", werkbedrijf("nothing")},
      {"nulalternatief", "werkbedrijf.paid_by", "rijk", "gemeente", "net_cost", "werkbedrijf.paid_by",
       werkbedrijf("nothing")},
      // What the appraisal counts: society's net present value, against the null alternative.
      {"boven-formatie", "appraisal.posts.production", "false", "true", "society", "", free_money},
      {"boven-formatie", "appraisal.posts.displacement", "true", "false", "society", "", free_money},
      {"boven-formatie", "appraisal.posts.administration", "false", "true", "society", "", free_money},
      {"boven-formatie", "appraisal.posts.care_wmo_crime", "false", "true", "society", "", free_money},
      {"boven-formatie", "appraisal.posts.wellbeing", "false", "true", "society", "", free_money},
      {"boven-formatie", "appraisal.posts.levy", "false", "true", "municipality", "", free_money},
      {"boven-formatie", "appraisal.discount_rate", "8%", "0%", "cost", "", free_money},
  };
  for (const char* part : {"care", "wmo", "crime"}) {
    const std::string name(part);
    rows.push_back(
        {"boven-formatie",
         "appraisal.posts." + name,
         "{care_wmo_crime: false, " + name + ": false}",
         "{care_wmo_crime: false, " + name + ": true}",
         "society",
         "appraisal.posts",
         {"funds={}", "matching.stop_at_quotum=false", "period.years=6", "assumptions.saved_" + name + "=1000"}});
  }
  return rows;
}

ScenarioRequest request_of(const Element& row, const std::string& value, const Folder& folder) {
  ScenarioRequest request;
  request.name_or_file = row.base;
  request.overrides = row.given;
  request.overrides.push_back((row.sets.empty() ? row.key : row.sets) + "=" + value);
  const auto file = folder.write("two.yaml",
                                 "municipality: two\ntitle: {nl: T, en: T}\ninhabitants: 60000\nquotum_jobs: 30\n"
                                 "departments: {groen: {staff_fte: 60}, sociaal: {staff_fte: 372}}\n");
  for (std::string& assignment : request.overrides) {
    if (assignment == "municipality=" + two) assignment = "municipality=" + file;
  }
  return request;
}

double mean(const std::vector<double>& draws) {
  double sum = 0.0;
  for (const double draw : draws) sum += draw;
  return sum / static_cast<double>(draws.size());
}

double result_of(const Scenario& scenario, const std::string& result, std::int32_t count) {
  const bool of_appraisal = result == "society" || result == "municipality" || result == "cost";
  if (!of_appraisal) return total(scenario, result, count);
  SimulationOptions options;
  options.replications = count;
  const Scenario null = shipped_scenario("nulalternatief", {"period.years=" + std::to_string(scenario.years)});
  const auto worth = appraise(simulate({null, scenario}, options)).scenarios[1];
  if (result == "cost") return mean(worth.municipality.cost);
  return mean(result == "society" ? worth.society.net : worth.municipality.net);
}

// A path of the reader in the form of the keys above.
std::string general(const std::string& path) {
  std::vector<std::string> steps;
  std::size_t at = 0;
  while (at <= path.size()) {
    const std::size_t end = std::min(path.find('.', at), path.size());
    steps.push_back(path.substr(at, end - at));
    at = end + 1;
  }
  const std::set<std::string> named = {"funds", "openings", "risks", "before_work"};
  if (steps.size() > 2 && named.contains(steps[0])) steps[1] = "*";
  if (steps.size() > 3 && steps[0] == "werkbedrijf") steps[2] = "*";
  std::string joined;
  for (const std::string& step : steps) joined += (joined.empty() ? "" : ".") + step;
  return joined;
}

// Words about a scenario; sections whose parts are the elements; and what others test: figures of a budget are held
// against results and move none (tests/models/appraisal/finance_test.cpp), assumptions stand in parameters_test.cpp,
// and what a municipality has of a werkbedrijf's budget moves its own results
// (tests/models/policy/werkbedrijf_test.cpp).
bool moves_nothing_itself(const std::string& key) {
  static const std::set<std::string> words = {"scenario",
                                              "title",
                                              "summary",
                                              "source",
                                              "extends",
                                              "period",
                                              "openings",
                                              "matching",
                                              "funds",
                                              "guidance",
                                              "risks",
                                              "before_work",
                                              "assumptions",
                                              "appraisal",
                                              "appraisal.posts",
                                              "budget",
                                              "register",
                                              "target",
                                              "werkbedrijf",
                                              "werkbedrijf.posts",
                                              "werkbedrijf.shared_by"};
  static const Posts posts = read_posts();
  for (const Post& post : posts.posts) {
    if (!post.has_switch && key == "appraisal.posts." + post.name) return true;  // only to be refused
  }
  const auto is_under = [&](const char* section) { return key.rfind(std::string(section) + ".", 0) == 0; };
  const bool names_fund = key.rfind("funds.", 0) == 0 && key.find('.', 6) == std::string::npos;
  const bool names_post = key.rfind("werkbedrijf.posts.", 0) == 0 && std::count(key.begin(), key.end(), '.') == 2;
  return words.contains(key) || names_fund || names_post || key.rfind("openings.*.sectors.", 0) == 0 ||
         key.rfind("werkbedrijf.posts.*.title", 0) == 0 || key == "funds.*.title" || key == "funds.*.filled_by" ||
         key.rfind("title.", 0) == 0 || key.rfind("summary.", 0) == 0 || key.rfind("funds.*.title.", 0) == 0 ||
         is_under("budget") || is_under("assumptions");
}

// The definition that a schema refers to, or else the schema.
const Json& referred_to(const Json& schema, const Json& definitions) {
  const auto reference = schema.find("$ref");
  if (reference == schema.end()) return schema;
  const auto name = reference->get<std::string>();
  return definitions.at(name.substr(name.rfind('/') + 1));
}

// What stands at a path of a schema.
const Json* at_path(const Json& written, const Json& definitions, const std::string& path) {
  if (path.empty()) return &written;
  const Json& schema = referred_to(written, definitions);
  const auto either = schema.find("anyOf");
  if (either != schema.end()) {
    for (const Json& one : *either) {
      if (const Json* const found = at_path(one, definitions, path)) return found;
    }
    return nullptr;
  }
  const std::size_t end = std::min(path.find('.'), path.size());
  const std::string rest = end < path.size() ? path.substr(end + 1) : "";
  const auto named = schema.find("properties");
  if (named != schema.end() && named->contains(path.substr(0, end)))
    return at_path(named->at(path.substr(0, end)), definitions, rest);
  const auto others = schema.find("additionalProperties");
  const bool by_any_name = others != schema.end() && others->is_object();
  return by_any_name ? at_path(*others, definitions, rest) : nullptr;
}

// The words that a schema allows.
void add_words(const Json& written, const Json& definitions, std::set<std::string>& words) {
  const Json& schema = referred_to(written, definitions);
  for (const char* const inside : {"anyOf", "items"}) {
    const auto found = schema.find(inside);
    if (found == schema.end()) continue;
    if (found->is_object()) add_words(*found, definitions, words);
    for (const Json& one : *found) {
      if (found->is_array()) add_words(one, definitions, words);
    }
  }
  const auto listed = schema.find("enum");
  if (listed != schema.end()) {
    for (const Json& word : *listed) words.insert(word.is_string() ? word.get<std::string>() : word.dump());
  }
  if (schema.value("type", "") == "boolean") words.insert({"true", "false"});
}

// Those of a message: "allowed is weak, limited or strong".
std::set<std::string> words_in(std::string text) {
  text.erase(0, std::string_view("allowed is ").size());
  for (std::size_t at = text.find(" or "); at != std::string::npos; at = text.find(" or ")) text.replace(at, 4, ", ");
  std::set<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(", ", at), text.size());
    words.insert(text.substr(at, end - at));
    at = end + 2;
  }
  return words;
}

// The path with `*` for what a scenario names itself: funds, posts of a werkbedrijf and sectors.
std::string with_free_names(std::string path) {
  for (const char* const map : {"funds.", "werkbedrijf.posts.", "openings.regular_employers.sectors."}) {
    if (!path.starts_with(map)) continue;
    const std::size_t name = std::string_view(map).size();
    path.replace(name, std::min(path.find('.', name), path.size()) - name, "*");
  }
  return path;
}

// Every key that the reader asks for in any row of the table.
std::set<std::string> keys_asked_for() {
  const Folder folder;
  std::set<std::string> asked;
  for (const Element& row : all_elements()) {
    for (const std::string& value : {row.less, row.more}) {
      Problems problems;
      std::vector<std::string> keys;
      read_scenario(request_of(row, value, folder), problems, &keys);
      asked.insert(keys.begin(), keys.end());
    }
  }
  return asked;
}

// The keys of a schema, `*` for those by any name.
void add_keys(const Json& written, const Json& definitions, const std::string& above, std::set<std::string>& keys) {
  const Json& schema = referred_to(written, definitions);
  for (const Json& one : schema.value("anyOf", Json::array())) add_keys(one, definitions, above, keys);
  const auto add = [&](const std::string& key, const Json& inner) {
    const std::string path = above.empty() ? key : above + "." + key;
    keys.insert(path);
    if (above != "assumptions") add_keys(inner, definitions, path, keys);
  };
  const Json named = schema.value("properties", Json::object());
  for (const auto& [key, inner] : named.items()) add(key, inner);
  const auto others = schema.find("additionalProperties");
  if (others != schema.end() && others->is_object()) add("*", *others);
}

}  // namespace

TEST_CASE("each element moves a result in its own direction") {
  const Folder folder;
  for (const Element& row : all_elements()) {
    const auto result = [&](const std::string& value) {
      Problems problems;
      const auto scenario = read_scenario(request_of(row, value, folder), problems);
      CAPTURE(row.key, value, problems.error_lines());
      REQUIRE(scenario.has_value());
      return result_of(*scenario, row.result, row.times * replications);
    };
    const double less = result(row.less);
    const double more = result(row.more);
    CAPTURE(row.base, row.key, row.less, row.more, row.result);
    CHECK(less < more);
  }
}

TEST_CASE("each key that a scenario can have is an element of the table") {
  std::set<std::string> covered;
  for (const Element& row : all_elements()) covered.insert(row.key);
  std::set<std::string> known;
  for (const std::string& key : keys_asked_for()) known.insert(general(key));
  const auto missing = [&](const std::set<std::string>& rows) {
    std::vector<std::string> keys;
    for (const std::string& key : known) {
      if (!rows.contains(key) && !moves_nothing_itself(key)) keys.push_back(key);
    }
    return keys;
  };
  CHECK(missing(covered) == std::vector<std::string>{});
  REQUIRE(known.size() > covered.size());
  // Planted: a table that has lost a row is seen.
  covered.erase("guidance.buddy");
  CHECK(missing(covered) == std::vector<std::string>{"guidance.buddy"});
}

TEST_CASE("the schema for editors has the keys that the reader asks for, no more and no fewer") {
  const Json schema = banenplan::plots::scenario_schema(banenplan::plots::Words(banenplan::plots::Language::dutch));
  std::set<std::string> there;
  add_keys(schema, schema["definitions"], "", there);
  const Posts posts = read_posts();
  std::set<std::string> asked;
  auto keys = keys_asked_for();
  // Figures of a budget and titles move no result, and stand in no row.
  Problems problems;
  std::vector<std::string> more;
  ScenarioRequest request;
  request.name_or_file = "nulalternatief";
  request.overrides = werkbedrijf("places");
  request.overrides.insert(request.overrides.end(),
                           {"werkbedrijf.posts.all.title={nl: Alles, en: All}", "budget={lks: 100000}"});
  REQUIRE(read_scenario(request, problems, &more).has_value());
  keys.insert(more.begin(), more.end());
  for (const std::string& key : keys) {
    const bool always_counts = std::any_of(posts.posts.begin(), posts.posts.end(), [&](const Post& post) {
      return !post.has_switch && key == "appraisal.posts." + post.name;  // asked for only to be refused
    });
    if (!always_counts) asked.insert(with_free_names(key));
  }
  std::vector<std::string> only_there, only_asked;
  std::set_difference(there.begin(), there.end(), asked.begin(), asked.end(), std::back_inserter(only_there));
  std::set_difference(asked.begin(), asked.end(), there.begin(), there.end(), std::back_inserter(only_asked));
  CHECK(only_there == std::vector<std::string>{});
  CHECK(only_asked == std::vector<std::string>{});
}

TEST_CASE("the schema for editors has the words that the reader allows") {
  const Json schema = banenplan::plots::scenario_schema(banenplan::plots::Words(banenplan::plots::Language::dutch));
  const Folder folder;
  std::map<std::string, std::set<std::string>> compared;
  for (const Element& row : all_elements()) {
    const std::string path = row.sets.empty() ? row.key : row.sets;
    const Json* const there = at_path(schema, schema["definitions"], path);
    CAPTURE(path);
    REQUIRE(there != nullptr);
    Problems problems;
    read_scenario(request_of(row, "zzz", folder), problems);
    std::set<std::string> allowed, words;
    for (const Problem& problem : problems.errors()) {
      if (problem.path.starts_with(path) && problem.allowed.starts_with("allowed is "))
        allowed = words_in(problem.allowed);
    }
    add_words(*there, schema["definitions"], words);
    CHECK(words == allowed);
    if (!words.empty()) compared[path] = words;
  }
  CHECK(compared.size() > 30);
}
