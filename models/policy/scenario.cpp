#include "models/policy/scenario.hpp"

#include <algorithm>

#include "models/policy/consistency.hpp"
#include "models/reading/assignment.hpp"
#include "models/reading/extension.hpp"
#include "models/reading/home.hpp"
#include "models/reading/library.hpp"

namespace banenplan::models {
namespace {

// The job coach's cost per person is known from here on, everything else from earlier.
constexpr engine::Month first_month = engine::Month::of(2026, 1);
constexpr engine::Month last_month = engine::Month::of(2100, 12);

constexpr std::string_view all_groups = "all";

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
  std::vector<std::string_view> groups(std::begin(group_names), std::end(group_names));
  scenario.in_order = matching->has("priority");
  if (scenario.in_order && matching->has("groups")) {
    matching->refuse("priority", "found a priority beside groups",
                     "either groups (asked alike) or a priority (asked in order); groups of an extended scenario are "
                     "taken away as `groups: ~`");
  }
  const char* const key = scenario.in_order ? "priority" : "groups";
  if (!scenario.in_order) groups.push_back(all_groups);
  const auto chosen = matching->choice_indices(key, groups, {1, 2 * groups.size()});
  for (const std::size_t k : chosen) {
    const std::string group(groups[k]);
    if (group == all_groups) {
      scenario.groups.assign(std::begin(group_names), std::end(group_names));
      if (chosen.size() > 1) matching->refuse(key, "found all beside other groups", "all, or a list of groups");
    } else if (std::find(scenario.groups.begin(), scenario.groups.end(), group) != scenario.groups.end()) {
      matching->refuse(key, "found " + quote(group) + " twice", "each group once");
    } else {
      scenario.groups.push_back(group);
    }
  }
  scenario.stop_at_quotum = matching->boolean("stop_at_quotum", true);
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

const FundPlan* Scenario::ordering_fund() const {
  const auto found =
      std::find_if(funds.begin(), funds.end(), [](const FundPlan& fund) { return fund.allocation.has_value(); });
  return found == funds.end() ? nullptr : &*found;
}

Allocation Scenario::allocation() const {
  const FundPlan* const fund = ordering_fund();
  return fund == nullptr ? Allocation::first_come : *fund->allocation;
}

bool Scenario::reaches(Stage stage) const {
  return std::any_of(channels.begin(), channels.end(),
                     [&](const ChannelPlan& channel) { return has_stage(route_of(channel), stage); });
}

const ChannelPlan* Scenario::channel(ChannelKind kind) const {
  const auto found = std::find_if(channels.begin(), channels.end(),
                                  [&](const ChannelPlan& channel) { return channel.kind == kind; });
  return found == channels.end() ? nullptr : &*found;
}

WrittenScenario read_elements(const Section& section, Scenario& scenario) {
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
  const auto before_work = section.optional_section("before_work");
  if (before_work) scenario.before_work = read_before_work(*before_work);
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
  if (const auto of_register = section.optional_section("register")) {
    scenario.of_register = read_register(*of_register);
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
  const auto displaced = scenario.appraisal.switches.find("displacement");
  if (scenario.risks.displacement && displaced != scenario.appraisal.switches.end() && !displaced->second) {
    section.refuse("appraisal", "found displacement as a risk, and its post switched off",
                   "one of them: without the post nobody sees what the risk does to others");
  }
  return {section, openings, funds};
}

std::optional<Scenario> read_scenario(const ScenarioRequest& request, Problems& problems,
                                      std::vector<std::string>* keys) {
  const auto file = find_file(Shelf::scenarios, {request.name_or_file, {}, {}, ""}, problems);
  if (!file) return std::nullopt;
  auto extended = extended_tree(*file, problems);
  if (!extended) return std::nullopt;
  Node& tree = extended->tree;
  auto overrides = request.overrides;
  if (request.overrides_where_they_fit) {
    std::erase_if(overrides, [&](const std::string& assignment) { return !has_section_for(tree, assignment); });
  }
  if (!set_values(tree, overrides, problems)) return std::nullopt;
  Scenario scenario;
  scenario.file = text_of_file(extended->file);
  for (const auto& one : extended->bases) scenario.extended.push_back(text_of_file(one));
  scenario.overrides = overrides;
  const Section section(tree, problems);
  const WrittenScenario written = read_elements(section, scenario);
  const bool has_place = read_place(named_place(request, section, *file), scenario, problems);
  check_elements(written, scenario);
  if (has_place) check_size(written, scenario);
  section.finish();
  if (keys != nullptr) *keys = section.asked();
  if (!has_place || problems.has_errors()) return std::nullopt;
  if (scenario.werkbedrijf) scenario.werkbedrijf->region_people = scenario.municipality.register_people;
  if (request.without_assumed_effects) scenario.assumptions.without_assumed_effects();
  scenario.warnings = problems.warning_lines();
  return scenario;
}

}  // namespace banenplan::models
