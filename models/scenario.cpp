#include "models/scenario.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "models/document.hpp"
#include "models/home.hpp"

namespace banenplan::models {
namespace {

constexpr std::size_t most_extensions = 8;

std::string whole_text(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

// The tree of the file on top of all that it extends.
std::optional<Node> extended_tree(const std::filesystem::path& file, Problems& problems, std::size_t depth) {
  auto tree = read_file(file, problems);
  if (!tree) return std::nullopt;
  const Node* const extends = tree->find("extends");
  if (extends == nullptr) return tree;
  if (extends->kind != Node::Kind::text) {
    problems.error(extends->position, "extends", described(*extends), "the name or file of one scenario");
    return std::nullopt;
  }
  if (depth == most_extensions) {
    problems.error(extends->position, "extends", "a chain of more than 8 scenarios",
                   "scenarios that do not extend themselves");
    return std::nullopt;
  }
  const auto base_file = find_scenario_file(extends->text, file);
  std::error_code ignored;
  if (!std::filesystem::exists(base_file, ignored)) {
    problems.error(extends->position, "extends", quote(extends->text), "the name of a shipped scenario, or a file");
    return std::nullopt;
  }
  auto base = extended_tree(base_file, problems, depth + 1);
  if (!base) return std::nullopt;
  return merged(std::move(*base), *tree);
}

ChannelPlan read_channel(const std::string& name, ChannelKind kind, const Section& section) {
  ChannelPlan channel;
  channel.name = name;
  channel.kind = kind;
  channel.hours = section.interval("hours", {1, 40});
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

std::vector<std::string_view> accounts_that_fill() {
  return {"gemeente_afdelingen", "gemeente_participatie", "gemeente_overhead", "rijk", "uwv"};
}

FundPlan read_fund(const std::string& name, const Section& section) {
  FundPlan fund;
  fund.name = name;
  fund.title = section.title("title", Title{name, name});
  const auto filled_by = section.section("filled_by");
  if (filled_by.has("establishment")) {
    fund.base = FundPlan::Base::establishment;
    if (!filled_by.boolean("establishment")) filled_by.refuse("establishment", "false", "true, or another source");
  } else if (filled_by.has("amount")) {
    fund.amount = filled_by.euros("amount", {0, 1e9});
  } else if (filled_by.has("share")) {
    fund.amount = filled_by.share("share", {0.0, 1.0});
    fund.base = filled_by.choice<FundPlan::Base>(
        "of", {{"personnel_budget", FundPlan::Base::personnel_budget}, {"hire_budget", FundPlan::Base::hire_budget}});
  } else if (section.has("filled_by")) {
    section.refuse("filled_by", "a fund that nobody fills", "a share of a budget, an amount, or establishment");
  }
  const auto accounts = accounts_that_fill();
  fund.from = accounts[filled_by.choice_index("from", accounts, 0)];
  fund.every_year = filled_by.choice<bool>("every", {{"year", true}, {"month", false}}, true);
  for (const std::size_t k : section.choice_indices("pays", component_names(), {1, 100})) {
    fund.pays.emplace_back(component_names()[k]);
  }
  fund.carry_over = section.boolean("carry_over", false);
  return fund;
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
    matching->refuse("groups", "groups beside a priority",
                     "either groups (asked alike) or a priority (asked in order)");
  }
  const char* const key = scenario.in_order ? "priority" : "groups";
  for (const std::size_t k : matching->choice_indices(key, groups, {1, groups.size()})) {
    const std::string group(groups[k]);
    if (std::find(scenario.groups.begin(), scenario.groups.end(), group) != scenario.groups.end()) {
      matching->refuse(key, quote(group) + " twice", "each group once");
    }
    scenario.groups.push_back(group);
  }
  scenario.stop_at_quotum = matching->boolean("stop_at_quotum", true);
}

// Elements that need each other.
void check_whole(const Section& section, const Scenario& scenario) {
  if (!scenario.channels.empty() && scenario.route.empty()) {
    section.refuse("openings", "openings without a route",
                   "a `route` of stages, such as [proefplaatsing, jaarcontract, vast]");
  }
  if (!scenario.channels.empty() && !section.has("matching")) {
    section.refuse("openings", "openings without matching", "`matching` with a strength and groups");
  }
  const bool pool = std::any_of(scenario.channels.begin(), scenario.channels.end(),
                                [](const ChannelPlan& channel) { return channel.kind == ChannelKind::trainee_pool; });
  const bool trains = std::find(scenario.route.begin(), scenario.route.end(), Stage::trainee) != scenario.route.end();
  if (trains && !pool)
    section.refuse("route", "a trainee route without places", "openings.trainee_pool with its places");
  if (pool && !trains && !scenario.route.empty()) {
    section.refuse("openings", "a trainee pool whose route has no trainee", "a route that begins with trainee");
  }
  if (std::count(scenario.route.begin(), scenario.route.end(), Stage::jaarcontract) > 2) {
    section.refuse("route", "more than two one-year contracts", "at most two, as the chain rule of the Cao has it");
  }
  for (std::size_t k = 1; k < scenario.route.size(); ++k) {
    if (scenario.route[k] < scenario.route[k - 1]) {
      section.refuse("route", "stages that go back", "proefplaatsing, jaarcontract, trainee and vast in this order");
      break;
    }
  }
  if (scenario.channels.empty() && !scenario.funds.empty()) {
    section.warn("funds", "funds in a scenario without openings", "nothing will be paid from them");
  }
}

void read_body(const Section& section, Scenario& scenario) {
  scenario.name = section.name("scenario");
  scenario.title = section.title("title");
  scenario.summary = section.title("summary", Title{});
  scenario.source = section.text("source", "");
  section.text("extends", "");
  const auto period = section.section("period");
  scenario.from = period.month("from", std::nullopt);
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
  if (const auto funds = section.optional_section("funds")) {
    for (const auto& [name, fund] : funds->entries()) scenario.funds.push_back(read_fund(name, fund));
  }
  if (const auto guidance = section.optional_section("guidance")) scenario.guidance = read_guidance(*guidance);
  if (const auto assumptions = section.optional_section("assumptions")) scenario.assumptions.overlay(*assumptions);
  if (const auto appraisal = section.optional_section("appraisal")) scenario.appraisal = read_appraisal(*appraisal);
  if (const auto budget = section.optional_section("budget")) scenario.budget = read_budget(*budget);
  check_whole(section, scenario);
}

}  // namespace

const std::vector<std::string_view>& component_names() {
  static const std::vector<std::string_view> names = {"wage",     "trainee_wage", "guidance",    "buddy",
                                                      "training", "workplace",    "project_team"};
  return names;
}

std::optional<Scenario> read_scenario(const ScenarioRequest& request, Problems& problems) {
  const auto file = find_scenario_file(request.name_or_file, {});
  auto tree = extended_tree(file, problems, 0);
  if (!tree) return std::nullopt;
  for (const std::string& assignment : request.overrides) set_value(*tree, assignment, problems);
  Scenario scenario;
  scenario.file = file.lexically_normal().string();
  scenario.text = whole_text(file);
  scenario.overrides = request.overrides;
  const Section section(*tree, problems);
  read_body(section, scenario);
  const std::string municipality = section.text("municipality");
  section.finish();
  if (problems.has_errors()) return std::nullopt;
  const auto found =
      read_municipality(request.municipality.value_or(municipality), file, scenario.assumptions, problems);
  if (!found) return std::nullopt;
  scenario.municipality = *found;
  if (request.without_assumed_effects) scenario.assumptions.without_assumed_effects();
  scenario.warnings = problems.warning_lines();
  return scenario;
}

}  // namespace banenplan::models
