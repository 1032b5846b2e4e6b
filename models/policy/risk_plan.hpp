// What may happen from outside while a policy runs, as dated events. Each is off unless a scenario switches it on: a
// what-if, with no claim about how likely it is.
//
//   risks:
//     quotum_levy: {from: 2029-01}                        # suspended in law, never collected so far
//     buig_cut: {from: 2029-01, amount: 200000}           # euro a year less from the Rijk
//     minimum_wage_rise: {from: 2028-07, share: 8%}       # with all that follows it; pay scales stay
//     employer_closes: {from: 2029-06, share: 5%}         # of all who work with other employers
#pragma once

#include <optional>

#include "engine/calendar.hpp"
#include "models/reading/section.hpp"

namespace banenplan::models {

struct RiskPlan {
  struct Cut {
    engine::Month from;
    double amount = 0.0;  // euro a year
  };
  struct Change {
    engine::Month from;
    double share = 0.0;
  };
  std::optional<engine::Month> quotum_levy;
  std::optional<Cut> buig_cut;
  std::optional<Change> minimum_wage_rise;
  std::optional<Change> employer_closes;
};

// The period runs from `start` for `months`; an event outside it is refused.
RiskPlan read_risks(const Section& section, engine::Month start, int months);

}  // namespace banenplan::models
