// The command `banenplan lks`: the loonkostensubsidie for one person in one month, with every step and its source.
#pragma once

#include <iosfwd>
#include <string>

#include "app/door.hpp"

namespace banenplan::app {

// What was asked, as it was written on the command line; an empty text was not given.
struct LksRequest {
  std::string loonwaarde;                 // 60% or 0.6; may be left out with `forfait`
  std::string hours;                      // paid, a week
  std::string month;                      // 2026-01
  std::string age = "30";                 // years
  std::string running_since;              // 2025-03
  std::string full_time_week = "36";      // hours
  std::string group = "participatiewet";  // participatiewet, wajong, wsw, wiw_id or niet_uitkeringsgerechtigd
  std::string language = "nl";            // nl or en
  bool forfait = false;
  bool json = false;
};

// Writes the answer to `out`. A request that is wrong is one line on `error`, and nothing on `out`. In
// JSON: {command, version, request: what was asked, months as 2027-01, cents_per_month, answer: in words, remark:
// absent where there is none, steps[]: {key, text, value, unit, inputs: {NAME: number}, source, grade: null where it
// was given, effective_from: a month, extrapolated, note}}; inputs, effective_from and note are absent where there
// are none.
ExitCode lks(const LksRequest& asked, std::ostream& out, std::ostream& error);

}  // namespace banenplan::app
