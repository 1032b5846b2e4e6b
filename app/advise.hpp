// The command `banenplan advise`: which scenario, or which mix, goes with a municipality by the confrontatiematrix.
#pragma once

#include <iosfwd>
#include <string>

#include "app/door.hpp"
#include "plots/words.hpp"

namespace banenplan::app {

struct AdviseRequest {
  std::string municipality;  // a name or a file
  bool json = false;
  plots::Language language = plots::Language::dutch;
};

// The advice on `out`; what is wrong with the municipality in a line each on `error`. In JSON: {command, version,
// municipality, best[]: a scenario or the mix of them, scenarios[]: {name, score}, known: points that are stated,
// points[]: {name, title: {nl, en}, fits[]: scenarios, or null where it is not stated}}.
ExitCode advise(const AdviseRequest& request, std::ostream& out, std::ostream& error);

}  // namespace banenplan::app
