// A scenario: a policy as its users write it, read and checked. A file of a page that extends another and states only
// what differs.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "engine/calendar.hpp"
#include "models/facts/assumptions.hpp"
#include "models/policy/before_work_plan.hpp"
#include "models/policy/channel_plan.hpp"
#include "models/policy/fund_plan.hpp"
#include "models/policy/groups.hpp"
#include "models/policy/municipality.hpp"
#include "models/policy/posts.hpp"
#include "models/policy/region.hpp"
#include "models/policy/register_plan.hpp"
#include "models/policy/risk_plan.hpp"
#include "models/policy/route_plan.hpp"
#include "models/policy/target_plan.hpp"
#include "models/policy/werkbedrijf.hpp"
#include "models/reading/section.hpp"

namespace banenplan::models {

enum class Strength { weak, limited, strong };

struct GuidancePlan {
  std::string year_1, year_2, later;  // intensity of the job coach; empty: none
  bool bought_coach = false;          // else the municipality's own
  bool buddy = false;
  bool training = false;
  bool aftercare = false;  // in a permanent job
  bool diagnosis = false;  // before the first contract
  double project_team_fte = 0.0;

  bool jobcoach() const { return !year_1.empty() || !year_2.empty() || !later.empty(); }
};

struct Scenario {
  std::string name;
  Title title;
  Title summary;
  std::string source;
  Municipality municipality;  // of a region: all of it, as if one
  std::optional<Region> region;
  std::optional<double> low_level_vacancies;  // share, where the region states it
  engine::Month from;
  int years = 10;
  std::vector<ChannelPlan> channels;
  Strength strength = Strength::weak;
  // Who may be placed: groups that are asked one after the other, or all at once.
  std::vector<std::string> groups;
  bool in_order = false;
  bool stop_at_quotum = true;
  TargetPlan target;
  Route route;  // of each channel that has none of its own
  double trainee_months = 24.0;
  double learning_weeks = 13.0;
  BeforeWorkPlan before_work;
  std::vector<FundPlan> funds;
  GuidancePlan guidance;
  AppraisalPlan appraisal;
  Budget budget;
  std::optional<Werkbedrijf> werkbedrijf;
  RegisterPlan of_register;
  RiskPlan risks;
  Assumptions assumptions;

  FileText file;
  std::vector<FileText> extended;  // what it extends, what that extends
  std::vector<std::string> overrides;
  std::vector<std::string> warnings;

  const Route& route_of(const ChannelPlan& channel) const { return channel.route.empty() ? route : channel.route; }
  // Jobs of 25.5 paid hours that it is to provide in the end.
  double target_jobs() const { return target.jobs.value_or(municipality.quotum_jobs); }
  // The order that one of the funds states; first_come when none does.
  const FundPlan* ordering_fund() const;
  Allocation allocation() const;
  // Whether people go on as they do today: nobody is placed, and nothing is offered before work.
  bool does_nothing() const { return channels.empty() && !before_work.any(); }
  // Whether a channel leads through this stage.
  bool reaches(Stage stage) const;
  // The channel of this kind; nullptr when there is none.
  const ChannelPlan* channel(ChannelKind kind) const;
};

struct ScenarioRequest {
  std::string name_or_file;
  std::vector<std::string> overrides;       // key.path=value
  std::optional<std::string> municipality;  // or region, instead of the scenario's own
  bool without_assumed_effects = false;
  bool overrides_where_they_fit = false;  // leave out those whose section the scenario does not have
};

struct WrittenScenario;  // models/policy/consistency.hpp

// Reads all of a scenario but where it is tried, from a tree with what it extends already in it. Opens no file that
// is not the house's own.
WrittenScenario read_elements(const Section& section, Scenario& scenario);

// Reads a scenario and all that it extends. Nothing when it is refused; then `problems` says why. `keys`, where it is
// given, gets the path of every key that this scenario has or could have had in its sections.
std::optional<Scenario> read_scenario(const ScenarioRequest& request, Problems& problems,
                                      std::vector<std::string>* keys = nullptr);

}  // namespace banenplan::models
