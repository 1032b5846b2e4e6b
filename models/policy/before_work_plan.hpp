// What people who are far from work may do first, as a scenario writes it. Benefits go on, nobody is placed with the
// municipality meanwhile, and at the end some are closer to work: how many is an assumption, none as long as nothing
// is measured.
//
//   before_work:
//     dagbesteding: {starts_per_year: 5%, months: 12}     # of those far from work, a year; arbeidsmatig, under the
//     Wmo wijkparticipatie: {asked_per_year: 20%, months: 6}  # asked to take part in the neighbourhood; a third
//     responds
#pragma once

#include <optional>

#include "models/reading/section.hpp"

namespace banenplan::models {

struct BeforeWorkPlan {
  struct Activity {
    double share_per_year = 0.0;  // of those far from work, who begin or are asked
    double months = 12.0;
  };
  std::optional<Activity> dagbesteding;
  std::optional<Activity> wijkparticipatie;

  bool any() const { return dagbesteding || wijkparticipatie; }
};

BeforeWorkPlan read_before_work(const Section& section);

}  // namespace banenplan::models
