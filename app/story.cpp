#include "app/story.hpp"

#include <ostream>

#include "models/policy/scenario.hpp"
#include "models/reading/problems.hpp"
#include "models/simulation/story.hpp"
#include "plots/story.hpp"
#include "plots/story_json.hpp"
#include "plots/text.hpp"

namespace banenplan::app {
namespace {

using plots::Json;

std::string json(const StoryRequest& request, const models::Scenario& scenario, const models::Replay& replay) {
  Json json{{"command", "story"},        {"version", BANENPLAN_VERSION},
            {"scenario", scenario.name}, {"municipality", scenario.municipality.name},
            {"seed", request.seed},      {"replication", request.replication}};
  if (request.why_refused) {
    json.update(plots::refusals_json(replay.refusals(), replay.lapsed()));
  } else {
    json["person"] = request.person;
    json.update(plots::story_json(replay.story(request.person - 1)));
  }
  return plots::json_text(json);
}

std::string text(const StoryRequest& request, const models::Scenario& scenario, const models::Replay& replay,
                 const plots::Words& words) {
  const auto titled = [&](const char* key) {
    return plots::terminal_lines(words(key, {{"person", std::to_string(request.person)},
                                             {"replication", std::to_string(request.replication)},
                                             {"seed", std::to_string(request.seed)},
                                             {"scenario", words.of(scenario.title)},
                                             {"municipality", words.of(scenario.municipality.title)}})) +
           "\n";
  };
  if (request.why_refused)
    return titled("story.title_refused") + plots::refusals_text(replay.refusals(), replay.lapsed(), words);
  return titled("story.title") + plots::story_text(replay.story(request.person - 1), words);
}

}  // namespace

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
  out << (request.json ? json(request, *scenario, replay) : text(request, *scenario, replay, words));
  return ExitCode::done;
}

}  // namespace banenplan::app
