#include "models/scenario.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

#include "models/extension.hpp"
#include "models/home.hpp"
#include "models/library.hpp"

namespace banenplan::models {
namespace {

// The job coach's cost per person is known from here on, everything else from earlier.
constexpr engine::Month first_month = engine::Month::of(2026, 1);
constexpr engine::Month last_month = engine::Month::of(2100, 12);

std::string whole_text(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

ChannelPlan read_channel(const std::string& name, ChannelKind kind, const Section& section) {
  ChannelPlan channel;
  channel.name = name;
  channel.kind = kind;
  channel.hours = section.interval("hours", {1, 40});
  if (std::ceil(channel.hours.low) > std::floor(channel.hours.high)) {
    section.refuse("hours", "found no whole hour", "contracts have whole hours a week, as [24, 32]");
  }
  channel.stays_open = section.number("stays_open", {1, 120});
  if (kind == ChannelKind::functiecreatie || kind == ChannelKind::job_carving) {
    channel.per_department_per_year = section.number("per_department_per_year", {0, 100});
  }
  if (kind == ChannelKind::trainee_pool) {
    channel.places = section.number("places", {1, 1000});
    channel.intake_every = section.whole("intake_every", 1, 60, 12);
  }
  return channel;
}

void read_channels(const Section& section, Scenario& scenario) {
  const std::pair<const char*, ChannelKind> kinds[] = {{"open_vacancy", ChannelKind::open_vacancy},
                                                       {"natural_turnover", ChannelKind::natural_turnover},
                                                       {"functiecreatie", ChannelKind::functiecreatie},
                                                       {"job_carving", ChannelKind::job_carving},
                                                       {"trainee_pool", ChannelKind::trainee_pool}};
  for (const auto& [name, kind] : kinds) {
    if (const auto channel = section.optional_section(name)) {
      scenario.channels.push_back(read_channel(name, kind, *channel));
    }
  }
}

GuidancePlan read_guidance(const Section& section) {
  GuidancePlan guidance;
  if (const auto coach = section.optional_section("jobcoach")) {
    const std::vector<std::string_view> words = {"none", "very_light", "light", "middle", "intensive"};
    const auto intensity = [&](const char* key) {
      const std::size_t k = coach->choice_index(key, words, 0);
      return k == 0 ? std::string() : std::string(words[k]);
    };
    guidance.year_1 = intensity("year_1");
    guidance.year_2 = intensity("year_2");
    guidance.later = intensity("later");
  }
  guidance.buddy = section.boolean("buddy", false);
  guidance.training = section.boolean("training", false);
  guidance.project_team_fte = section.number("project_team_fte", {0, 100}, 0.0);
  return guidance;
}

void read_matching(const Section& section, Scenario& scenario) {
  const auto matching = section.optional_section("matching");
  if (!matching) return;
  scenario.strength = matching->choice<Strength>(
      "strength", {{"weak", Strength::weak}, {"limited", Strength::limited}, {"strong", Strength::strong}});
  const std::vector<std::string_view> groups(std::begin(group_names), std::end(group_names));
  scenario.in_order = matching->has("priority");
  if (scenario.in_order && matching->has("groups")) {
    matching->refuse("priority", "found a priority beside groups",
                     "either groups (asked alike) or a priority (asked in order); groups of an extended scenario are "
                     "taken away as `groups: ~`");
  }
  const char* const key = scenario.in_order ? "priority" : "groups";
  for (const std::size_t k : matching->choice_indices(key, groups, {1, 2 * groups.size()})) {
    const std::string group(groups[k]);
    if (std::find(scenario.groups.begin(), scenario.groups.end(), group) != scenario.groups.end()) {
      matching->refuse(key, "found " + quote(group) + " twice", "each group once");
    } else {
      scenario.groups.push_back(group);
    }
  }
  scenario.stop_at_quotum = matching->boolean("stop_at_quotum", true);
}

void check_route(const Section& section, const Scenario& scenario) {
  const auto& route = scenario.route;
  if (route.empty()) return;
  const auto count = [&](Stage stage) { return std::count(route.begin(), route.end(), stage); };
  if (count(Stage::jaarcontract) > 2) {
    section.refuse("route", "found more than two one-year contracts",
                   "at most two, as the chain rule of the Cao has it");
  } else if (count(Stage::proefplaatsing) > 1 || count(Stage::trainee) > 1 || count(Stage::vast) > 1) {
    section.refuse("route", "found a stage twice", "proefplaatsing, trainee and vast once, jaarcontract twice");
  } else if (!std::is_sorted(route.begin(), route.end())) {
    section.refuse("route", "found stages that go back",
                   "proefplaatsing, jaarcontract, trainee and vast in this order");
  } else if (route.back() == Stage::proefplaatsing) {
    section.refuse("route", "found a proefplaatsing that no job follows",
                   "proefplaatsing, then jaarcontract, trainee or vast");
  }
}

bool has_stage(const Scenario& scenario, Stage stage) {
  return std::find(scenario.route.begin(), scenario.route.end(), stage) != scenario.route.end();
}

// Places, and the way from them into a job.
void check_places(const Section& section, const Scenario& scenario) {
  const bool pool = std::any_of(scenario.channels.begin(), scenario.channels.end(),
                                [](const ChannelPlan& channel) { return channel.kind == ChannelKind::trainee_pool; });
  if (scenario.channels.empty()) {
    if (!scenario.route.empty())
      section.refuse("route", "found a route without places", "`openings` in which places arise");
    if (!scenario.funds.empty()) {
      section.warn("funds", "found funds in a scenario without openings", "nothing will be paid from them");
    }
    return;
  }
  if (!section.has("route")) {
    section.refuse("openings", "found openings without a route",
                   "a `route` of stages, as [proefplaatsing, jaarcontract, vast]");
  } else if (has_stage(scenario, Stage::trainee) && !pool) {
    section.refuse("route", "found a trainee without places", "`openings` with a trainee_pool and its places");
  } else if (pool && !has_stage(scenario, Stage::trainee)) {
    section.refuse("route", "found no trainee for the trainee_pool", "a route with trainee, as [trainee, vast]");
  }
  if (!section.has("matching")) {
    section.refuse("openings", "found openings without matching", "`matching` with a strength and groups");
  }
}

// Whether there can be costs of this component, by what the scenario offers.
bool can_occur(std::string_view component, const Scenario& scenario) {
  const bool trainee = has_stage(scenario, Stage::trainee);
  const bool job = has_stage(scenario, Stage::jaarcontract) || has_stage(scenario, Stage::vast);
  const GuidancePlan& guidance = scenario.guidance;
  if (component == "wage") return job;
  if (component == "trainee_wage") return trainee;
  if (component == "guidance") return guidance.jobcoach();
  if (component == "buddy") return guidance.buddy;
  if (component == "training") return guidance.training && trainee;
  if (component == "workplace") return trainee || has_stage(scenario, Stage::jaarcontract);
  return guidance.project_team_fte > 0.0;
}

void check_funds(const Section& funds, const Scenario& scenario) {
  if (scenario.channels.empty()) return;
  for (const FundPlan& fund : scenario.funds) {
    const bool used = std::any_of(fund.pays.begin(), fund.pays.end(),
                                  [&](const std::string& component) { return can_occur(component, scenario); });
    if (!used && !fund.pays.empty()) {
      funds.warn(fund.name, "found a fund for costs that cannot occur",
                 "route and guidance of this scenario hold nothing that it pays");
    }
  }
}

engine::Month read_start(const Section& period) {
  const engine::Month from = period.month("from");
  const Node* const written = period.node("from");
  const bool is_month = written != nullptr && month_from(written->text).has_value();
  if (is_month && (from < first_month || from > last_month)) {
    period.refuse("from", "found " + described(*written), "a month from 2026-01 to 2100-12");
  }
  return from;
}

void read_body(const Section& section, Scenario& scenario) {
  scenario.name = section.name("scenario");
  scenario.title = section.title("title", Title{scenario.name, scenario.name});
  scenario.summary = section.title("summary", Title{});
  scenario.source = section.text("source", "");
  section.text("extends", "");
  const auto period = section.section("period");
  scenario.from = read_start(period);
  scenario.years = period.whole("years", 1, 40);
  if (const auto openings = section.optional_section("openings")) read_channels(*openings, scenario);
  read_matching(section, scenario);
  if (section.has("route")) {
    scenario.route = section.choices<Stage>("route",
                                            {{"proefplaatsing", Stage::proefplaatsing},
                                             {"jaarcontract", Stage::jaarcontract},
                                             {"trainee", Stage::trainee},
                                             {"vast", Stage::vast}},
                                            {1, 5});
  }
  scenario.trainee_months = section.number("trainee_months", {1, 60}, 24.0);
  const auto funds = section.optional_section("funds");
  if (funds) scenario.funds = read_funds(*funds);
  if (const auto guidance = section.optional_section("guidance")) scenario.guidance = read_guidance(*guidance);
  if (const auto assumptions = section.optional_section("assumptions")) scenario.assumptions.overlay(*assumptions);
  if (const auto appraisal = section.optional_section("appraisal")) scenario.appraisal = read_appraisal(*appraisal);
  if (const auto budget = section.optional_section("budget")) scenario.budget = read_budget(*budget);
  check_route(section, scenario);
  check_places(section, scenario);
  if (funds) check_funds(*funds, scenario);
}

// The municipality that the request names, else the scenario's own.
std::optional<Municipality> chosen_municipality(const ScenarioRequest& request, const Section& section,
                                                const std::filesystem::path& file, const Assumptions& assumptions,
                                                Problems& problems) {
  if (request.municipality) {
    section.has("municipality");
    return read_municipality({*request.municipality, {}, Position::in("--municipality"), ""}, assumptions, problems);
  }
  const std::string written = section.text("municipality");
  if (written.empty()) return std::nullopt;
  const Position position = section.position("municipality");
  const bool in_file = position.line > 0;
  return read_municipality({written, in_file ? file : std::filesystem::path(), position, "municipality"}, assumptions,
                           problems);
}

bool set_values(Node& tree, const std::vector<std::string>& overrides, Problems& problems) {
  bool all = true;
  for (const std::string& assignment : overrides) {
    if (assignment.starts_with("extends=")) {
      problems.error(Position::in("--set"), "extends", "found " + quote(assignment),
                     "what a scenario extends stands in its file");
      all = false;
    } else {
      all = set_value(tree, assignment, problems) && all;
    }
  }
  return all;
}

}  // namespace

std::optional<Scenario> read_scenario(const ScenarioRequest& request, Problems& problems) {
  const auto file = find_file(Shelf::scenarios, {request.name_or_file, {}, {}, ""}, problems);
  if (!file) return std::nullopt;
  auto tree = extended_tree(*file, problems);
  if (!tree) return std::nullopt;
  auto overrides = request.overrides;
  if (request.overrides_where_they_fit) {
    std::erase_if(overrides, [&](const std::string& assignment) { return !has_section_for(*tree, assignment); });
  }
  if (!set_values(*tree, overrides, problems)) return std::nullopt;
  Scenario scenario;
  scenario.file = shown(*file);
  scenario.text = whole_text(*file);
  scenario.overrides = overrides;
  const Section section(*tree, problems);
  read_body(section, scenario);
  const auto municipality = chosen_municipality(request, section, *file, scenario.assumptions, problems);
  section.finish();
  if (!municipality || problems.has_errors()) return std::nullopt;
  scenario.municipality = *municipality;
  if (request.without_assumed_effects) scenario.assumptions.without_assumed_effects();
  scenario.warnings = problems.warning_lines();
  return scenario;
}

}  // namespace banenplan::models
