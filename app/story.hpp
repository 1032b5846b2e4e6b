// The command `banenplan story SCENARIO`: one replication told again, a person's life in it or what it refused.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "app/door.hpp"
#include "plots/words.hpp"

namespace banenplan::app {

struct StoryRequest {
  std::string scenario;                // name or file
  std::string municipality;            // instead of the scenario's own; empty: that one
  std::vector<std::string> overrides;  // key.path=value
  std::uint64_t seed = 1;
  int replication = 1;  // from 1
  int person = 0;       // from 1
  bool why_refused = false;
  bool without_assumed_effects = false;
  bool json = false;
  plots::Language language = plots::Language::dutch;
};

// What is wrong with the request is a line each on `error`, and nothing on `out`. In JSON: {command, version,
// scenario, municipality, seed, replication} and `person` with what plots/story_json.hpp says of a life, or what it
// says of refusals.
ExitCode story(const StoryRequest& request, std::ostream& out, std::ostream& error);

}  // namespace banenplan::app
