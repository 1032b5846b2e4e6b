#include "app/compare.hpp"

#include <algorithm>
#include <ostream>
#include <sstream>

#include "app/checkpoint.hpp"
#include "app/claim.hpp"
#include "app/fingerprint.hpp"
#include "app/interrupt.hpp"
#include "app/output.hpp"
#include "app/progress.hpp"
#include "app/selection.hpp"
#include "app/theme.hpp"
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
  const auto scenarios = read_all(other, known_already);
  if (!scenarios) return "";
  options.precision = 0.0;
  options.replications = std::min(comparison.replications, std::max(20, comparison.replications / 5));
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

// How exact the figures are to be; 0 where the number of replications says so. Nothing when it is refused.
std::optional<double> precision_of(const CompareRequest& request, bool is_region, std::ostream& error) {
  if (request.precision.empty()) return 0.0;
  const auto share = models::share_from(request.precision);
  if (!share || *share < lowest_precision || *share > highest_precision) {
    error << "--precision: " << models::printable(request.precision, 40) << ": 0.1% to 50%\n";
    return std::nullopt;
  }
  if (is_region) {
    error << "--precision: found a region; how often a region is simulated is said with --replications\n";
    return std::nullopt;
  }
  return share;
}

// What a run by one process holds on to: its folder, what can be gone on with, and the word of who interrupts it. Of
// several processes the one that writes claims the folder when it does.
struct Hold {
  Interrupt interrupt;
  std::optional<Claim> claim;
  std::optional<Checkpoint> checkpoint;
};

// ExitCode::done when the run may begin.
ExitCode take_hold(Hold& hold, const CompareRequest& request, const std::vector<models::Scenario>& scenarios,
                   const models::Tariffs& tariffs, const plots::Words& words, std::ostream& error) {
  hold.claim.emplace(request.out);
  if (!hold.claim->status().done()) {
    error << "banenplan: " << hold.claim->status().sentence(request.language) << '\n';
    return ExitCode::could_not_finish;
  }
  hold.checkpoint.emplace(hold.claim->room(), identity_of(scenarios, request.seed, tariffs));
  return prepare(*hold.checkpoint, request, words, error) ? ExitCode::done : ExitCode::request_is_wrong;
}

struct Simulated {
  models::Comparison comparison;
  std::vector<plots::MunicipalitySummary> municipalities;  // of a region
};

Simulated simulate(const std::vector<models::Scenario>& scenarios, models::SimulationOptions options,
                   const models::Tariffs& tariffs, Progress& progress, plots::Language language) {
  Simulated simulated;
  options.begins = [&](const models::Scenario& scenario, int number, int parts, std::int32_t replications) {
    const models::Title& title = scenario.title;
    progress.start(language == plots::Language::dutch ? title.dutch : title.english, number, parts, replications);
  };
  options.advances = [&](std::int32_t done) { progress.advance(done); };
  options.municipality_done = [&](const models::Comparison& one) {
    simulated.municipalities.push_back(plots::municipality_summary(one));
  };
  simulated.comparison = models::simulate(scenarios, options, tariffs);
  return simulated;
}

// Writes the folder, or says why it cannot be; what took long to find is not lost then.
bool keep_results(const Simulated& simulated, const plots::Summary& summary, const Written& written,
                  const CompareRequest& request, const plots::Words& words, const std::string& theme, Hold* hold,
                  std::ostream& error) {
  const auto status = write_results(simulated.comparison, summary, written, request.out, words, theme,
                                    hold != nullptr ? &*hold->claim : nullptr);
  if (status.done()) {
    if (hold != nullptr) hold->checkpoint->clear();
    return true;
  }
  error << "banenplan: " << status.sentence(request.language);
  if (hold != nullptr && hold->checkpoint->has_blocks()) {
    error << ' ' << words("resume.go_on", {{"command", request.go_on_by}});
  } else if (hold != nullptr) {
    hold->checkpoint->clear();
  }
  error << '\n';
  return false;
}

}  // namespace

ExitCode compare(const CompareRequest& asked, std::ostream& out, std::ostream& error) {
  CompareRequest request = asked;
  if (!take_place(request, error)) return ExitCode::request_is_wrong;
  const auto scenarios = read_all(request, error);
  if (!scenarios) return ExitCode::request_is_wrong;
  const plots::Words words(request.language);
  const auto theme = read_theme(request.theme, words, error);
  if (!theme) return ExitCode::request_is_wrong;
  if (const auto status = check_target(request.out); !status.done()) {
    error << "banenplan: " << status.sentence(request.language) << '\n';
    return ExitCode::could_not_finish;
  }
  const auto precision = precision_of(request, scenarios->front().region.has_value(), error);
  if (!precision) return ExitCode::request_is_wrong;
  models::SimulationOptions options;
  options.precision = *precision;
  options.seed = request.seed;
  options.replications = request.replications;
  options.threads = request.threads;
  const models::Tariffs tariffs;
  const bool writes = request.ranks == nullptr || request.ranks->writes();
  std::optional<Hold> hold;
  if (request.ranks == nullptr || request.ranks->count() == 1) {
    hold.emplace();
    const ExitCode code = take_hold(*hold, request, *scenarios, tariffs, words, error);
    if (code != ExitCode::done) return code;
    options.run = [&](const engine::Program& program, const engine::RunOptions& run) {
      return hold->checkpoint->run(program, run, [&] { return hold->interrupt.asked(); });
    };
  } else if (request.resume) {
    if (writes) error << "--resume: " << words("resume.several_processes") << '\n';
    return ExitCode::request_is_wrong;
  } else {
    options.rank = request.ranks->rank();
    options.ranks = request.ranks->count();
    options.gather = [&](engine::Run& run) { request.ranks->gather(run); };
  }
  Simulated simulated;
  std::string beside;
  try {
    {
      Progress progress(error, writes && !request.quiet && standard_error_is_terminal(), words);
      simulated = simulate(*scenarios, options, tariffs, progress, request.language);
    }
    if (!request.json && !request.quiet) beside = ranking_beside(request, simulated.comparison, options, words);
  } catch (const Interrupted&) {
    error << (hold->checkpoint->keeps() ? words("resume.interrupted", {{"command", request.go_on_by}})
                                        : words("resume.nothing_could_be_kept"))
          << '\n';
    return ExitCode::interrupted;
  }
  if (!writes) return ExitCode::done;
  if (options.precision > 0.0 && !request.quiet) {
    tell_precision(simulated.comparison, options.precision, words, error);
  }
  plots::Summary summary = plots::summary_of(simulated.comparison);
  summary.municipalities = simulated.municipalities;
  const Written written = written_results(simulated.comparison, summary);
  if (!keep_results(simulated, summary, written, request, words, *theme, hold ? &*hold : nullptr, error)) {
    return ExitCode::could_not_finish;
  }
  if (request.json) {
    out << written.text;
  } else if (!request.quiet) {
    out << plots::overview_text(written.results, words) << '\n'
        << beside << (beside.empty() ? "" : "\n") << words("compare.written", {{"folder", request.out}}) << '\n';
  }
  return ExitCode::done;
}

}  // namespace banenplan::app
