#include "app/selection.hpp"

#include <algorithm>
#include <ostream>
#include <set>

#include "app/check.hpp"
#include "models/reading/problems.hpp"

namespace banenplan::app {
namespace {

const std::string null_alternative = "nulalternatief";
const std::vector<std::string> reference_scenarios = {null_alternative, "budgettair-neutraal", "boven-formatie",
                                                      "trainees"};

// Lines on a stream, each once: scenarios that share a file share what is wrong with it.
class Complaints {
 public:
  explicit Complaints(std::ostream& stream) : stream_(stream) {}
  void tell(const std::vector<std::string>& lines) {
    for (const std::string& line : lines) {
      if (told_.insert(line).second) stream_ << line << '\n';
    }
  }

 private:
  std::ostream& stream_;
  std::set<std::string> told_;
};

// Reads one scenario and tells what is wrong with it. Overrides are not for a null alternative that nobody named.
std::optional<models::Scenario> read(const CompareRequest& request, const std::string& name, bool named, bool several,
                                     const std::string& municipality, Complaints& complaints) {
  models::Problems problems;
  models::ScenarioRequest scenario;
  scenario.name_or_file = name;
  if (named) scenario.overrides = request.overrides;
  scenario.overrides_where_they_fit = several;
  if (!municipality.empty()) scenario.municipality = municipality;
  scenario.without_assumed_effects = request.without_assumed_effects;
  auto found = models::read_scenario(scenario, problems);
  complaints.tell(problems.error_lines());
  if (!request.quiet) complaints.tell(problems.warning_lines());
  return found;
}

// What was set must have found its section in one of the scenarios.
bool all_set(const CompareRequest& request, const std::vector<models::Scenario>& scenarios, Complaints& complaints) {
  bool all = true;
  for (const std::string& assignment : request.overrides) {
    const bool set = std::any_of(scenarios.begin(), scenarios.end(), [&](const models::Scenario& scenario) {
      return std::find(scenario.overrides.begin(), scenario.overrides.end(), assignment) != scenario.overrides.end();
    });
    if (!set)
      complaints.tell({"--set: found " + models::quote(assignment) + "; none of the scenarios has this section"});
    all = all && set;
  }
  return all;
}

bool is_null(const models::Scenario& scenario) {
  return scenario.does_nothing();
}

// Scenarios are compared over one period, and by one appraisal; one that says nothing of it takes that of the others.
bool side_by_side(const std::vector<models::Scenario>& scenarios, Complaints& complaints) {
  for (const models::Scenario& scenario : scenarios) {
    if (scenario.from == scenarios.front().from && scenario.years == scenarios.front().years) continue;
    complaints.tell({scenario.file.file + ": period: another period than that of " + scenarios.front().name +
                     "; scenarios side by side have one period"});
    return false;
  }
  const models::Scenario* appraised = nullptr;
  for (const models::Scenario& scenario : scenarios) {
    if (scenario.appraisal == models::AppraisalPlan{}) continue;
    if (appraised == nullptr) appraised = &scenario;
    if (scenario.appraisal == appraised->appraisal) continue;
    complaints.tell({scenario.file.file + ": appraisal: another appraisal than that of " + appraised->name +
                     "; scenarios side by side have one appraisal"});
    return false;
  }
  return true;
}

}  // namespace

bool take_place(CompareRequest& request, std::ostream& error) {
  std::vector<std::string> scenarios;
  for (const std::string& name : request.scenarios) {
    const FileKind kind = kind_of_file(name);
    if (kind != FileKind::municipality && kind != FileKind::region) {
      scenarios.push_back(name);
    } else if (request.municipality.empty()) {
      request.municipality = name;
    } else {
      error << name << ": found a second place beside " << models::quote(request.municipality)
            << "; scenarios side by side are on one municipality or region\n";
      return false;
    }
  }
  request.scenarios = std::move(scenarios);
  return true;
}

std::optional<std::vector<models::Scenario>> read_all(const CompareRequest& request, std::ostream& error) {
  Complaints complaints(error);
  const bool by_default = request.scenarios.empty();
  const auto& names = by_default ? reference_scenarios : request.scenarios;
  std::vector<models::Scenario> scenarios;
  bool refused = false;
  for (const std::string& name : names) {
    // All on one municipality, because only that compares policies: the one asked for, or the first scenario's.
    const std::string municipality = !request.municipality.empty() ? request.municipality
                                     : scenarios.empty()           ? std::string()
                                                                   : scenarios.front().municipality.file;
    const bool takes_overrides = !by_default || name != null_alternative;
    auto scenario = read(request, name, takes_overrides, names.size() > 1, municipality, complaints);
    refused = refused || !scenario;
    if (scenario) scenarios.push_back(std::move(*scenario));
  }
  if (refused || !all_set(request, scenarios, complaints)) return std::nullopt;
  if (request.beside_null && std::none_of(scenarios.begin(), scenarios.end(), is_null)) {
    auto null = read(request, null_alternative, false, false, scenarios.front().municipality.file, complaints);
    if (!null) return std::nullopt;
    null->from = scenarios.front().from;
    null->years = scenarios.front().years;
    scenarios.insert(scenarios.begin(), std::move(*null));
  }
  if (!side_by_side(scenarios, complaints)) return std::nullopt;
  return scenarios;
}

}  // namespace banenplan::app
