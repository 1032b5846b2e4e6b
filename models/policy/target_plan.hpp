// How many jobs a municipality wants to provide, and by when. Matching pauses while the jobs are there that the path
// asks for, where `matching.stop_at_quotum` is on.
//
//   target: {jobs: 50, by: 2031-12}            # a straight line from nothing at the start; jobs absent: the quotum
//   target: {path: banenafspraak}              # as government's 25,000 jobs grew, year by year from the start
#pragma once

#include <optional>

#include "engine/calendar.hpp"
#include "models/facts/tariffs.hpp"
#include "models/reading/section.hpp"

namespace banenplan::models {

struct TargetPlan {
  enum class Path { at_once, straight, banenafspraak };
  std::optional<double> jobs;  // of 25.5 paid hours; absent: the quotum
  Path path = Path::at_once;
  engine::Month by;  // of a straight path: its last month

  // The part of the jobs that is asked for in a month, from 0 to 1. The period runs from `start`.
  double share(engine::Month start, engine::Month month, const Tariffs& tariffs) const;
};

// The period runs from `start` for `months`; a month outside it is refused.
TargetPlan read_target(const Section& section, engine::Month start, int months);

}  // namespace banenplan::models
