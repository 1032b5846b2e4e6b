#include "app/story.hpp"

#include <ostream>

#include "models/policy/scenario.hpp"
#include "models/reading/problems.hpp"
#include "models/simulation/story.hpp"
#include "plots/story.hpp"
#include "plots/text.hpp"

namespace banenplan::app {

ExitCode story(const StoryRequest& request, std::ostream& out, std::ostream& error) {
  models::Problems problems;
  models::ScenarioRequest asked;
  asked.name_or_file = request.scenario;
  asked.overrides = request.overrides;
  if (!request.municipality.empty()) asked.municipality = request.municipality;
  asked.without_assumed_effects = request.without_assumed_effects;
  const auto scenario = models::read_scenario(asked, problems);
  for (const std::string& line : problems.error_lines()) error << line << '\n';
  if (!scenario) return ExitCode::request_is_wrong;
  const plots::Words words(request.language);
  if (scenario->region) {
    error << words("story.one_municipality") << '\n';
    return ExitCode::request_is_wrong;
  }
  if (request.why_refused == (request.person > 0)) {
    error << words("story.person_or_refused") << '\n';
    return ExitCode::request_is_wrong;
  }
  const models::Replay replay(*scenario, models::Tariffs(), request.seed, request.replication - 1);
  if (request.person > replay.people()) {
    error << words("story.no_person",
                   {{"person", std::to_string(request.person)}, {"people", std::to_string(replay.people())}})
          << '\n';
    return ExitCode::request_is_wrong;
  }
  const std::string replication = std::to_string(request.replication);
  const std::string seed = std::to_string(request.seed);
  const std::string& of = words.of(scenario->title);
  const std::string& where = words.of(scenario->municipality.title);
  const std::string title =
      request.why_refused
          ? words("story.title_refused",
                  {{"replication", replication}, {"seed", seed}, {"scenario", of}, {"municipality", where}})
          : words("story.title", {{"person", std::to_string(request.person)},
                                  {"replication", replication},
                                  {"seed", seed},
                                  {"scenario", of},
                                  {"municipality", where}});
  out << plots::terminal_lines(title) << '\n'
      << (request.why_refused ? plots::refusals_text(replay.refusals(), replay.lapsed(), words)
                              : plots::story_text(replay.story(request.person - 1), words));
  return ExitCode::done;
}

}  // namespace banenplan::app
