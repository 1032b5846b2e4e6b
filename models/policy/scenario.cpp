#include "models/policy/scenario.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "models/reading/extension.hpp"
#include "models/reading/home.hpp"
#include "models/reading/library.hpp"

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
    guidance.bought_coach = coach->choice<bool>("by", {{"own", false}, {"bought", true}}, false);
    if (guidance.bought_coach && !guidance.jobcoach()) {
      coach->refuse("by", "found a bought jobcoach in no year",
                    "an intensity in at least one year, as `year_1: middle`");
    }
  }
  guidance.buddy = section.boolean("buddy", false);
  guidance.training = section.boolean("training", false);
  guidance.aftercare = section.boolean("aftercare", false);
  guidance.diagnosis = section.boolean("diagnosis", false);
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

bool is_pool(const ChannelPlan& channel) {
  return channel.kind == ChannelKind::trainee_pool;
}

// Each channel leads to where its kind can lead.
void check_channel(const Section& section, const Section& openings, const Scenario& scenario,
                   const ChannelPlan& channel) {
  const Route& route = scenario.route_of(channel);
  const auto refuse = [&](const char* found, const std::string& allowed) {
    openings.refuse(channel.name, found, allowed);
  };
  const bool learns = channel.kind == ChannelKind::leerwerkplek;
  const bool sheltered = channel.kind == ChannelKind::beschut_werk;
  if (is_pool(channel) && !has_stage(route, Stage::trainee)) {
    const Section& where = channel.route.empty() ? section : openings;
    where.refuse(channel.route.empty() ? "route" : channel.name, "found no trainee for the trainee_pool",
                 "a route with trainee, as [trainee, vast]");
  } else if (!is_pool(channel) && has_stage(route, Stage::trainee)) {
    refuse("found a way through trainee", "only a trainee_pool has trainees; give " + channel.name +
                                              " a `route` of its own, as [proefplaatsing, jaarcontract, vast]");
  } else if (learns && !has_stage(route, Stage::leerwerkplek)) {
    refuse("found a way without leerwerkplek", "a `route` of its own, as [leerwerkplek, jaarcontract, vast]");
  } else if (!learns && has_stage(route, Stage::leerwerkplek)) {
    refuse("found a way through leerwerkplek", "only the channel leerwerkplek offers learning places");
  } else if (channel.kind == ChannelKind::regular_employers && !has_stage(route, Stage::elders)) {
    refuse("found regular employers on a way into a job with the municipality",
           "a `route` that ends in elders, as [proefplaatsing, elders]");
  } else if (sheltered != has_stage(route, Stage::beschut)) {
    refuse(sheltered ? "found beschut werk on another way" : "found a way into beschut werk",
           "the channel beschut_werk has `route: [beschut]`, and no other channel has");
  }
}

// Places, and the way from them into a job.
void check_places(const Section& section, const std::optional<Section>& openings, const Scenario& scenario) {
  if (scenario.channels.empty()) {
    if (!scenario.route.empty())
      section.refuse("route", "found a route without places", "`openings` in which places arise");
    if (!scenario.funds.empty()) {
      section.warn("funds", "found funds in a scenario without openings", "nothing will be paid from them");
    }
    return;
  }
  const auto& channels = scenario.channels;
  const bool all_lead = std::none_of(channels.begin(), channels.end(),
                                     [&](const ChannelPlan& channel) { return scenario.route_of(channel).empty(); });
  const bool route_is_taken =
      std::any_of(channels.begin(), channels.end(), [](const ChannelPlan& channel) { return channel.route.empty(); });
  if (!section.has("route") && !all_lead) {
    section.refuse("openings", "found openings without a route",
                   "a `route` of stages, as [proefplaatsing, jaarcontract, vast]");
  } else if (all_lead) {
    const bool no_pool = scenario.channel(ChannelKind::trainee_pool) == nullptr;
    if (no_pool && has_stage(scenario.route, Stage::trainee)) {
      section.refuse("route", "found a trainee without places", "`openings` with a trainee_pool and its places");
      return;
    }
    for (const ChannelPlan& channel : channels) check_channel(section, *openings, scenario, channel);
  }
  if (!scenario.route.empty() && !route_is_taken) {
    section.warn("route", "found a route that no channel takes", "each channel has one of its own");
  }
  if (!section.has("matching")) {
    section.refuse("openings", "found openings without matching", "`matching` with a strength and groups");
  }
}

// Whether there can be costs of this component, by what the scenario offers.
bool can_occur(std::string_view component, const Scenario& scenario) {
  const bool trainee = scenario.reaches(Stage::trainee);
  const bool contract = scenario.reaches(Stage::jaarcontract);
  const bool job = contract || scenario.reaches(Stage::vast) || scenario.reaches(Stage::beschut);
  const GuidancePlan& guidance = scenario.guidance;
  if (component == "wage") return job;
  if (component == "trainee_wage") return trainee;
  if (component == "guidance")
    return guidance.jobcoach() || guidance.aftercare || guidance.diagnosis || scenario.reaches(Stage::beschut);
  if (component == "buddy") return guidance.buddy;
  if (component == "training") return guidance.training && trainee;
  if (component == "workplace") return trainee || contract;
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

// A lever opens places in a channel, which the scenario must have.
void check_levers(const Section& section, const Scenario& scenario) {
  const Werkbedrijf& werkbedrijf = *scenario.werkbedrijf;
  const bool moves_employers = werkbedrijf.moves(Lever::employers_campaign) ||
                               werkbedrijf.moves(Lever::employers_meetings) ||
                               werkbedrijf.moves(Lever::employers_network) || werkbedrijf.moves(Lever::places);
  if (moves_employers && scenario.channel(ChannelKind::regular_employers) == nullptr) {
    section.refuse("posts", "found posts that open places with employers",
                   "`openings.regular_employers`, which says with what hours and how long they stay open");
  }
  if (werkbedrijf.moves(Lever::learning_places) && scenario.channel(ChannelKind::leerwerkplek) == nullptr) {
    section.refuse("posts", "found posts that open learning places",
                   "`openings.leerwerkplek`, which says where they lead");
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
  const auto openings = section.optional_section("openings");
  if (openings) scenario.channels = read_channels(*openings);
  read_matching(section, scenario);
  scenario.route = read_route(section);
  scenario.trainee_months = section.number("trainee_months", {1, 60}, 24.0);
  scenario.learning_weeks = section.number("learning_weeks", {4, 26}, 13.0);
  const auto funds = section.optional_section("funds");
  if (funds) scenario.funds = read_funds(*funds);
  if (const auto guidance = section.optional_section("guidance")) scenario.guidance = read_guidance(*guidance);
  if (const auto werkbedrijf = section.optional_section("werkbedrijf")) {
    scenario.werkbedrijf = read_werkbedrijf(*werkbedrijf);
    check_levers(*werkbedrijf, scenario);
  }
  if (const auto target = section.optional_section("target")) {
    scenario.target = read_target(*target, scenario.from, scenario.years * engine::months_per_year);
    if (!scenario.channels.empty() && !scenario.stop_at_quotum) {
      target->warn("", "found a target where matching does not stop",
                   "the target is shown, and paces nothing while `matching.stop_at_quotum` is false");
    }
  }
  if (const auto risks = section.optional_section("risks")) {
    scenario.risks = read_risks(*risks, scenario.from, scenario.years * engine::months_per_year);
  }
  if (const auto assumptions = section.optional_section("assumptions")) scenario.assumptions.overlay(*assumptions);
  if (const auto appraisal = section.optional_section("appraisal")) scenario.appraisal = read_appraisal(*appraisal);
  if (const auto budget = section.optional_section("budget")) scenario.budget = read_budget(*budget);
  const auto avoided = scenario.appraisal.switches.find("levy");
  if (scenario.risks.quotum_levy && avoided != scenario.appraisal.switches.end() && avoided->second) {
    section.refuse("appraisal", "found the levy as a risk and as a benefit when avoided",
                   "one of them: the risk already costs those who fall short");
  }
  check_places(section, openings, scenario);
  if (funds) check_funds(*funds, scenario);
}

// The municipality or region that the request names, else the scenario's own.
Naming named_place(const ScenarioRequest& request, const Section& section, const std::filesystem::path& file) {
  if (request.municipality) {
    section.has("municipality");
    return {*request.municipality, {}, Position::in("--municipality"), ""};
  }
  const std::string written = section.text("municipality");
  const Position position = section.position("municipality");
  const bool in_file = position.line > 0;
  return {written, in_file ? file : std::filesystem::path(), position, "municipality"};
}

bool read_place(const Naming& naming, Scenario& scenario, Problems& problems) {
  if (naming.written.empty()) return false;
  const auto file = find_file(Shelf::places, naming, problems);
  if (!file) return false;
  const Naming found{file->string(), {}, naming.position, naming.path};
  if (is_region(*file)) {
    scenario.region = read_region(found, scenario.assumptions, problems);
    if (scenario.region) {
      scenario.municipality = scenario.region->whole();
      if (const auto& demand = scenario.region->demand) scenario.low_level_vacancies = demand->front();
    }
    return scenario.region.has_value();
  }
  const auto municipality = read_municipality(found, scenario.assumptions, problems);
  if (municipality) scenario.municipality = *municipality;
  return municipality.has_value();
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

bool Scenario::reaches(Stage stage) const {
  return std::any_of(channels.begin(), channels.end(),
                     [&](const ChannelPlan& channel) { return has_stage(route_of(channel), stage); });
}

const ChannelPlan* Scenario::channel(ChannelKind kind) const {
  const auto found = std::find_if(channels.begin(), channels.end(),
                                  [&](const ChannelPlan& channel) { return channel.kind == kind; });
  return found == channels.end() ? nullptr : &*found;
}

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
  const bool has_place = read_place(named_place(request, section, *file), scenario, problems);
  section.finish();
  if (!has_place || problems.has_errors()) return std::nullopt;
  if (scenario.werkbedrijf) scenario.werkbedrijf->region_people = scenario.municipality.register_people;
  if (request.without_assumed_effects) scenario.assumptions.without_assumed_effects();
  scenario.warnings = problems.warning_lines();
  return scenario;
}

}  // namespace banenplan::models
