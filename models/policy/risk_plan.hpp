// What may happen from outside while a policy runs, as dated events. Each is off unless a scenario switches it on: a
// what-if, with no claim about how likely it is.
//
//   risks:
//     quotum_levy: {from: 2029-01}                        # suspended in law, never collected so far
//     buig_cut: {from: 2029-01, amount: 200000}           # euro a year less from the Rijk
//     buig_follows_benefits: true                         # as for all municipalities together: last year's benefits
//     minimum_wage_rise: {from: 2028-07, share: 8%}       # with all that follows it; pay scales stay
//     employer_closes: {from: 2029-06, share: 5%}         # of all who work with other employers
//     newcomers: {from: 2028-01, share: 25%}              # more people coming into the register than else
//     displacement: {from: 2028-01, share: 20%}           # of the work, more than else, takes the place of regular
//     work
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
  bool buig_follows_benefits = false;
  std::optional<Change> minimum_wage_rise;
  std::optional<Change> employer_closes;
  std::optional<Change> newcomers;
  std::optional<Change> displacement;
};

// The period runs from `start` for `months`; an event outside it is refused.
RiskPlan read_risks(const Section& section, engine::Month start, int months);

}  // namespace banenplan::models
