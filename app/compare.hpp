// The commands `banenplan compare` and `banenplan run SCENARIO`: policies side by side on one municipality, or one
// policy, with a table on standard output and a folder of results.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "app/door.hpp"
#include "app/ranks.hpp"
#include "plots/words.hpp"

namespace banenplan::app {

struct CompareRequest {
  // Names or files; none: the null alternative and the three reference scenarios. A file of a municipality or region
  // among them is the place.
  std::vector<std::string> scenarios;
  std::string municipality;            // instead of the one that the first scenario names; empty: that one
  std::vector<std::string> overrides;  // key.path=value; of several scenarios, for those that have its section
  std::string out = "out";
  bool resume = false;   // go on with the interrupted run whose results were to stand in `out`
  std::string go_on_by;  // the command that would go on with this run, for who interrupts it
  plots::Language language = plots::Language::dutch;
  std::uint64_t seed = 1;
  int replications = 500;
  std::string precision;         // as 1%: runs until the headline figures are that exact, instead of `replications`
  int threads = 0;               // 0: all cores
  const Ranks* ranks = nullptr;  // the processes that share the replications; nullptr: this one alone
  std::string theme;             // CSS file with a municipality's design tokens for the page; empty: none
  bool beside_null = true;       // take the null alternative along where none of the scenarios is one
  bool without_assumed_effects = false;
  bool json = false;
  bool quiet = false;
};

// Runs the scenarios and the null alternative, and writes the folder. What is wrong with the request is a line each
// on `error`; then nothing is run or written. In JSON: results.json (plots/results.hpp). Ctrl-C ends it with
// ExitCode::interrupted and a line on how to go on.
ExitCode compare(const CompareRequest& asked, std::ostream& out, std::ostream& error);

}  // namespace banenplan::app
