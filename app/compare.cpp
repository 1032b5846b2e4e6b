#include "app/compare.hpp"

#include <algorithm>
#include <ostream>
#include <set>
#include <sstream>

#include "app/check.hpp"
#include "app/checkpoint.hpp"
#include "app/claim.hpp"
#include "app/fingerprint.hpp"
#include "app/interrupt.hpp"
#include "app/output.hpp"
#include "app/progress.hpp"
#include "app/theme.hpp"
#include "models/policy/scenario.hpp"
#include "models/reading/problems.hpp"
#include "models/reading/scalar.hpp"
#include "models/simulation/banenafspraak.hpp"
#include "models/simulation/precision.hpp"
#include "models/simulation/simulation.hpp"
#include "plots/overview.hpp"
#include "plots/robustness.hpp"
#include "plots/summary.hpp"
#include "plots/text.hpp"

namespace banenplan::app {
namespace {

constexpr double lowest_precision = 0.001;
constexpr double highest_precision = 0.5;

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

// A file of a municipality or region that stands among the scenarios says where they are tried, as --municipality
// does.
bool take_place(CompareRequest& request, Complaints complaints) {
  std::vector<std::string> scenarios;
  for (const std::string& name : request.scenarios) {
    const FileKind kind = kind_of_file(name);
    if (kind != FileKind::municipality && kind != FileKind::region) {
      scenarios.push_back(name);
    } else if (request.municipality.empty()) {
      request.municipality = name;
    } else {
      complaints.tell({name + ": found a second place beside " + models::quote(request.municipality) +
                       "; scenarios side by side are on one municipality or region"});
      return false;
    }
  }
  request.scenarios = std::move(scenarios);
  return true;
}

std::optional<std::vector<models::Scenario>> read_all(const CompareRequest& request, Complaints complaints) {
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
  for (const models::Scenario& scenario : scenarios) {
    if (scenario.from == scenarios.front().from && scenario.years == scenarios.front().years) continue;
    complaints.tell({scenario.file.file + ": period: another period than that of " + scenarios.front().name +
                     "; scenarios side by side have one period"});
    return std::nullopt;
  }
  // Likewise one appraisal; a scenario that says nothing of it takes that of the others.
  const models::Scenario* appraised = nullptr;
  for (const models::Scenario& scenario : scenarios) {
    if (scenario.appraisal == models::AppraisalPlan{}) continue;
    if (appraised == nullptr) appraised = &scenario;
    if (scenario.appraisal == appraised->appraisal) continue;
    complaints.tell({scenario.file.file + ": appraisal: another appraisal than that of " + appraised->name +
                     "; scenarios side by side have one appraisal"});
    return std::nullopt;
  }
  return scenarios;
}

// How many replications it took, and how many plain sampling would have needed for each difference in net cost.
void tell_precision(const models::Comparison& comparison, double share, const plots::Words& words,
                    std::ostream& error) {
  for (const models::Headline& headline : models::headlines(comparison, share)) {
    if (headline.key != "net_cost" && headline.reached()) continue;
    error << words(headline.reached() ? "compare.precise" : "compare.imprecise",
                   {{"scenario", headline.scenario},
                    {"figure", headline.key},
                    {"replications", std::to_string(comparison.replications)},
                    {"needed", std::to_string(headline.replications)},
                    {"plain", std::to_string(headline.plain)}})
          << '\n';
  }
}

// What is left of the ranking when no effect is assumed: beside each comparison with such effects a short one
// without, and the other way round. Every process of several takes part.
std::string ranking_beside(const CompareRequest& request, const models::Comparison& comparison,
                           models::SimulationOptions options, const plots::Words& words) {
  CompareRequest other = request;
  other.without_assumed_effects = !request.without_assumed_effects;
  std::ostringstream known_already;
  const auto scenarios = read_all(other, Complaints(known_already));
  if (!scenarios) return "";
  options.precision = 0.0;
  options.replications = std::min(comparison.replications, std::max(20, comparison.replications / 5));
  options.begins = {};
  options.advances = {};
  const models::Comparison beside = models::simulate(*scenarios, options);
  const bool assumed = !request.without_assumed_effects;
  const auto sentences = plots::robustness(assumed ? comparison : beside, assumed ? beside : comparison, words);
  std::string text;
  for (const std::string& sentence : sentences) text += plots::terminal_lines(sentence);
  if (sentences.empty()) return text;
  return text +
         plots::terminal_lines(words("robustness.beside", {{"replications", words.number(options.replications)}}));
}

RunIdentity identity_of(const std::vector<models::Scenario>& scenarios, std::uint64_t seed,
                        const models::Tariffs& tariffs) {
  RunIdentity identity{BANENPLAN_VERSION, seed, {}};
  for (const models::Scenario& scenario : scenarios)
    identity.scenarios.push_back({scenario.name, fingerprint(models::compile(scenario, tariffs).program)});
  return identity;
}

std::string why_not(ResumeProblem problem, const std::string& folder, const plots::Words& words) {
  const char* key = "resume.nothing_kept";
  if (problem == ResumeProblem::another_version) key = "resume.another_version";
  if (problem == ResumeProblem::another_seed) key = "resume.another_seed";
  if (problem == ResumeProblem::another_scenario) key = "resume.another_scenario";
  return words(key, {{"folder", models::printable(folder, 200)}});
}

// Takes up the interrupted run that was asked for, or begins anew. Whether the run may begin.
bool prepare(Checkpoint& checkpoint, const CompareRequest& request, const plots::Words& words, std::ostream& error) {
  if (!request.resume) {
    if (checkpoint.begin() && !request.quiet) error << words("resume.dropped", {{"folder", request.out}}) << '\n';
    return true;
  }
  const ResumeProblem problem = checkpoint.resume();
  if (problem == ResumeProblem::none) return true;
  error << "--resume: " << why_not(problem, request.out, words) << '\n';
  return false;
}

}  // namespace

ExitCode compare(const CompareRequest& asked, std::ostream& out, std::ostream& error) {
  CompareRequest request = asked;
  if (!take_place(request, Complaints(error))) return ExitCode::request_is_wrong;
  const auto scenarios = read_all(request, Complaints(error));
  if (!scenarios) return ExitCode::request_is_wrong;
  const plots::Words words(request.language);
  const auto theme = read_theme(request.theme, words, error);
  if (!theme) return ExitCode::request_is_wrong;
  if (const auto status = check_target(request.out); !status.done()) {
    error << "banenplan: " << status.sentence(request.language) << '\n';
    return ExitCode::could_not_finish;
  }
  models::SimulationOptions options;
  if (!request.precision.empty()) {
    const auto share = models::share_from(request.precision);
    if (!share || *share < lowest_precision || *share > highest_precision) {
      error << "--precision: " << models::printable(request.precision, 40) << ": 0.1% to 50%\n";
      return ExitCode::request_is_wrong;
    }
    if (scenarios->front().region) {
      error << "--precision: found a region; how often a region is simulated is said with --replications\n";
      return ExitCode::request_is_wrong;
    }
    options.precision = *share;
  }
  options.seed = request.seed;
  options.replications = request.replications;
  options.threads = request.threads;
  const bool writes = request.ranks == nullptr || request.ranks->writes();
  const bool alone = request.ranks == nullptr || request.ranks->count() == 1;
  if (!alone) {
    if (request.resume) {
      if (writes) error << "--resume: " << words("resume.several_processes") << '\n';
      return ExitCode::request_is_wrong;
    }
    options.rank = request.ranks->rank();
    options.ranks = request.ranks->count();
    options.gather = [&](engine::Run& run) { request.ranks->gather(run); };
  }
  const models::Tariffs tariffs;
  // Of several processes the one that writes claims the folder when it does.
  std::optional<Claim> claim;
  std::optional<Checkpoint> checkpoint;
  std::optional<Interrupt> interrupt;
  if (alone) {
    interrupt.emplace();
    claim.emplace(request.out);
    if (!claim->status().done()) {
      error << "banenplan: " << claim->status().sentence(request.language) << '\n';
      return ExitCode::could_not_finish;
    }
    checkpoint.emplace(claim->room(), identity_of(*scenarios, request.seed, tariffs));
    if (!prepare(*checkpoint, request, words, error)) return ExitCode::request_is_wrong;
    options.run = [&](const engine::Program& program, const engine::RunOptions& run) {
      return checkpoint->run(program, run, [&] { return interrupt->asked(); });
    };
  }
  std::vector<plots::MunicipalitySummary> municipalities;
  std::string beside;
  models::Comparison comparison;
  try {
    comparison = [&] {
      Progress progress(error, writes && !request.quiet && standard_error_is_terminal(), words);
      options.begins = [&](const models::Scenario& scenario, int number, int parts, std::int32_t replications) {
        const models::Title& title = scenario.title;
        progress.start(request.language == plots::Language::dutch ? title.dutch : title.english, number, parts,
                       replications);
      };
      options.advances = [&](std::int32_t done) { progress.advance(done); };
      options.municipality_done = [&](const models::Comparison& one) {
        municipalities.push_back(plots::municipality_summary(one));
      };
      return models::simulate(*scenarios, options, tariffs);
    }();
    options.begins = {};
    options.advances = {};
    options.municipality_done = {};
    if (!request.json && !request.quiet) beside = ranking_beside(request, comparison, options, words);
  } catch (const Interrupted&) {
    error << (checkpoint->keeps() ? words("resume.interrupted", {{"command", request.go_on_by}})
                                  : words("resume.nothing_could_be_kept"))
          << '\n';
    return ExitCode::interrupted;
  }
  if (!writes) return ExitCode::done;
  if (options.precision > 0.0 && !request.quiet) tell_precision(comparison, options.precision, words, error);
  plots::Summary summary = plots::summary_of(comparison);
  summary.municipalities = std::move(municipalities);
  const Written written = written_results(comparison, summary);
  const auto status =
      write_results(comparison, summary, written, request.out, words, *theme, claim ? &*claim : nullptr);
  if (!status.done()) {
    error << "banenplan: " << status.sentence(request.language);
    // What took long to find is not lost with a full disk.
    if (checkpoint && checkpoint->has_blocks()) {
      error << ' ' << words("resume.go_on", {{"command", request.go_on_by}});
    } else if (checkpoint) {
      checkpoint->clear();
    }
    error << '\n';
    return ExitCode::could_not_finish;
  }
  if (checkpoint) checkpoint->clear();
  if (request.json) {
    out << written.text;
  } else if (!request.quiet) {
    out << plots::overview_text(written.results, words) << '\n'
        << beside << (beside.empty() ? "" : "\n") << words("compare.written", {{"folder", request.out}}) << '\n';
  }
  return ExitCode::done;
}

}  // namespace banenplan::app
