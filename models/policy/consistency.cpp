#include "models/policy/consistency.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace banenplan::models {
namespace {

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
    if (!scenario.funds.empty() && scenario.does_nothing()) {
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
  if (component == "before_work") return scenario.before_work.any();
  return guidance.project_team_fte > 0.0;
}

void check_components(const Section& funds, const Scenario& scenario) {
  if (scenario.does_nothing()) return;
  for (const FundPlan& fund : scenario.funds) {
    const bool used = std::any_of(fund.pays.begin(), fund.pays.end(),
                                  [&](const std::string& component) { return can_occur(component, scenario); });
    if (!used && !fund.pays.empty()) {
      funds.warn(fund.name, "found a fund for costs that cannot occur",
                 "route and guidance of this scenario hold nothing that it pays");
    }
  }
}

// One order for all money, and groups that may be placed at all.
void check_order(const Section& funds, const Scenario& scenario) {
  const FundPlan* const first = scenario.ordering_fund();
  if (first == nullptr) return;
  for (const FundPlan& fund : scenario.funds) {
    if (!fund.allocation) continue;
    if (fund.allocation != first->allocation || fund.priority_groups != first->priority_groups) {
      funds.refuse(fund.name, "found another order of allocation than that of " + first->name,
                   "places and people are asked in one order: the same in each fund, or stated in one of them");
    }
  }
  for (const std::string& group : first->priority_groups) {
    if (std::find(scenario.groups.begin(), scenario.groups.end(), group) == scenario.groups.end()) {
      funds.refuse(first->name, "found " + quote(group) + " first, which nobody may place",
                   "groups among those of `matching`");
    }
  }
  if (!first->priority_groups.empty() && scenario.in_order) {
    funds.refuse(first->name, "found priority_groups beside a priority of `matching`",
                 "one of the two says who is asked first");
  }
}

void check_dates(const Section& funds, const Scenario& scenario) {
  const engine::Month end = scenario.from + scenario.years * engine::months_per_year;
  for (const FundPlan& fund : scenario.funds) {
    if (!fund.common_from || (scenario.from < *fund.common_from && *fund.common_from < end)) continue;
    funds.refuse(fund.name, "found a date outside the period from which the fund is common",
                 "a month after the start and before the end; common from the start is `sharing: free`");
  }
}

// Guidance and terms that nobody will meet.
void warn_of_no_use(const Section& section, const Scenario& scenario) {
  const GuidancePlan& guidance = scenario.guidance;
  const bool trains = scenario.reaches(Stage::trainee);
  const bool contract = trains || scenario.reaches(Stage::jaarcontract);
  const auto warn = [&](bool applies, const char* key, const char* found, const char* advice) {
    if (applies) section.warn(key, found, advice);
  };
  if (scenario.channels.empty()) {
    warn(section.has("guidance"), "guidance", "found guidance in a scenario without openings",
         "nobody is placed whom it could guide");
    warn(section.has("matching"), "matching", "found matching in a scenario without openings",
         "there are no places to match");
  } else {
    warn(guidance.training && !trains, "guidance", "found training without trainees",
         "only a stage trainee has training; nothing will be paid for it");
    warn(guidance.aftercare && !scenario.reaches(Stage::vast), "guidance", "found aftercare without permanent jobs",
         "it comes with a stage vast; nobody will get it");
    warn(guidance.diagnosis && !contract, "guidance", "found a diagnosis before no contract",
         "it comes with a stage jaarcontract or trainee; nobody will get it");
  }
  warn(section.has("trainee_months") && !trains, "trainee_months",
       "found months of a trainee stage that no route has", "a route with trainee, as [trainee, vast]");
  warn(section.has("learning_weeks") && !scenario.reaches(Stage::leerwerkplek), "learning_weeks",
       "found weeks of a learning place that no route has", "a route with leerwerkplek");
  warn(trains && scenario.trainee_months >= scenario.years * engine::months_per_year, "period",
       "found a period that ends before the first trainees are ready", "more years, or fewer trainee_months");
}

// A fund can be shared out only over departments that are known and have places.
void check_sharing(const Section& funds, const Scenario& scenario) {
  const bool have_places =
      std::any_of(scenario.channels.begin(), scenario.channels.end(),
                  [](const ChannelPlan& channel) { return arises_in_departments(channel.kind); });
  for (const FundPlan& fund : scenario.funds) {
    if (fund.sharing == Sharing::free) continue;
    if (scenario.municipality.listed.empty()) {
      funds.refuse(fund.name, "found a fund that is shared out over departments, of which none is listed",
                   "departments one by one in the municipality's file, as `departments: {groen: {staff_fte: 90}}`, "
                   "or `sharing: free`");
    } else if (!have_places) {
      funds.refuse(fund.name, "found a fund that is shared out over departments, of which none has places",
                   "a channel of departments, as functiecreatie or natural_turnover, or `sharing: free`");
    } else if (std::find(fund.pays.begin(), fund.pays.end(), "before_work") != fund.pays.end()) {
      funds.refuse(fund.name, "found before_work paid from a fund that is shared out over departments",
                   "a fund of its own: what people do before work is no department's");
    }
  }
}

void check_gap(const Section& funds, const Scenario& scenario) {
  if (scenario.allocation() != Allocation::largest_gap) return;
  const std::string& name = scenario.ordering_fund()->name;
  if (scenario.municipality.quotum_jobs == 0.0) {
    funds.refuse(name, "found largest_gap in a municipality without a quotum",
                 "quotum_jobs in its file: the gap is what a department lacks of its part of the quotum");
  } else if (scenario.municipality.listed.empty() && scenario.channels.size() < 2) {
    funds.refuse(name, "found largest_gap where there is one channel, and no department is listed",
                 "departments one by one in the municipality's file, or several channels: else nobody is before "
                 "another");
  }
}

double assumed(const Scenario& scenario, const char* name) {
  return scenario.assumptions.value(name);
}

// Places that a channel which follows from staff opens over the period, as expected.
double places_from_staff(const Scenario& scenario, ChannelKind kind) {
  const Municipality& municipality = scenario.municipality;
  std::vector<Department> parts = municipality.listed;
  if (parts.empty()) parts.emplace_back().staff_fte = municipality.staff_fte;
  const double growth = std::max(0.0, assumed(scenario, "staff_inflow") - assumed(scenario, "staff_outflow"));
  double places = 0.0;
  for (const Department& part : parts) {
    double vacancies = part.staff_fte * assumed(scenario, "staff_retirement");
    if (kind == ChannelKind::open_vacancy) vacancies = part.vacancies_per_year.value_or(part.staff_fte * growth);
    if (kind == ChannelKind::natural_turnover) {
      vacancies = part.staff_fte * part.turnover.value_or(assumed(scenario, "staff_outflow"));
    }
    places += vacancies * part.suitable.value_or(assumed(scenario, "suitable_vacancies"));
  }
  const bool planned = kind == ChannelKind::retirement;
  return places * assumed(scenario, planned ? "planned_offered" : "offered_vacancies") * scenario.years;
}

void check_channel_size(const Section& openings, const Scenario& scenario, const ChannelPlan& channel) {
  const Municipality& municipality = scenario.municipality;
  const bool from_staff = channel.kind == ChannelKind::open_vacancy ||
                          channel.kind == ChannelKind::natural_turnover || channel.kind == ChannelKind::retirement;
  if (from_staff && places_from_staff(scenario, channel.kind) < 1.0) {
    openings.refuse(channel.name,
                    fmt::format("found a channel that opens {:.1f} places in {} years with {:.0f} FTE",
                                places_from_staff(scenario, channel.kind), scenario.years, municipality.staff_fte),
                    "a municipality of this size does not have it: another channel, as detachering or leerwerkplek");
  }
  const bool grouped = channel.kind == ChannelKind::detachering && channel.group_size > 1;
  if (grouped && scenario.stop_at_quotum && channel.group_size > municipality.quotum_jobs) {
    openings.refuse(channel.name,
                    fmt::format("found a group of {} where the quotum is {:.4g} jobs", channel.group_size,
                                municipality.quotum_jobs),
                    "people one by one (`group_size: 1`), or `stop_at_quotum: false` under matching");
  }
  const bool fills_pool = channel.kind == ChannelKind::trainee_pool && scenario.stop_at_quotum;
  if (fills_pool && channel.places > municipality.quotum_jobs) {
    openings.warn(channel.name,
                  fmt::format("found a pool of {:.4g} places where the quotum is {:.4g} jobs", channel.places,
                              municipality.quotum_jobs),
                  "places stay empty once the quotum is reached");
  }
}

void check_groups(const Section& section, const Scenario& scenario) {
  if (scenario.groups.empty()) return;
  double share = 0.0;
  for (const std::string& group : scenario.groups) share += assumed(scenario, ("share_" + group).c_str());
  if (share > 0.0) return;
  section.refuse("matching", "found only groups of which nobody is in the register",
                 "a group with a share in the register, as participatiewet");
}

}  // namespace

void check_elements(const WrittenScenario& written, const Scenario& scenario) {
  check_places(written.section, written.openings, scenario);
  warn_of_no_use(written.section, scenario);
  if (!written.funds) return;
  check_components(*written.funds, scenario);
  check_order(*written.funds, scenario);
  check_dates(*written.funds, scenario);
}

void check_size(const WrittenScenario& written, const Scenario& scenario) {
  check_groups(written.section, scenario);
  if (written.funds) {
    check_sharing(*written.funds, scenario);
    check_gap(*written.funds, scenario);
  }
  const auto counts = [](const ChannelPlan& channel) { return channel.kind != ChannelKind::beschut_werk; };
  const bool stops =
      scenario.stop_at_quotum && std::any_of(scenario.channels.begin(), scenario.channels.end(), counts);
  if (stops && scenario.municipality.quotum_jobs == 0.0) {
    written.section.refuse("openings", "found places that stop at the quotum, in a municipality without one",
                           "`stop_at_quotum: false` under matching, or quotum_jobs in the municipality's file");
    return;
  }
  for (const ChannelPlan& channel : scenario.channels) check_channel_size(*written.openings, scenario, channel);
}

}  // namespace banenplan::models
