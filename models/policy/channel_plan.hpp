// Where places come from, as a scenario writes it under `openings`: a channel each, with its own terms, and its own
// way into a job where that differs from the scenario's `route`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/policy/route_plan.hpp"
#include "models/reading/section.hpp"

namespace banenplan::models {

enum class ChannelKind {
  open_vacancy,
  natural_turnover,
  functiecreatie,
  job_carving,
  trainee_pool,
  retirement,
  detachering,
  leerwerkplek,
  beschut_werk,
  regular_employers
};

// A sector of regular employers and its share of their places.
struct Sector {
  std::string name;
  double share = 1.0;
};

// A colleague in a scale of the Cao Gemeenten works fewer hours; what that frees pays hours in a lower one.
struct CarvingPlan {
  std::string from_scale, from_step;  // 1 to 8; lowest or highest
  std::string to_scale, to_step;      // also a: the scale for those who cannot earn the minimum wage
  double hours_given_up = 8.0;        // a week
};

struct ChannelPlan {
  ChannelKind kind = ChannelKind::open_vacancy;
  std::string name;
  double per_department_per_year = 0.0;  // functiecreatie and job carving
  double per_year = 0.0;                 // secondments (groups of them where they come in groups), learning places
  double places = 0.0;                   // of a trainee pool, of beschut werk
  int intake_every = 12;                 // months
  double per_1000_people = 0.0;          // of regular employers, a year, by the people in the register
  std::vector<Sector> sectors;           // of regular employers; one without a name where none are told apart
  int group_size = 1;                    // of a secondment
  double coordinator_fte = 0.0;          // for each group
  double overlap_months = 0.0;           // paid beside the colleague who retires
  Interval hours;                        // paid, a week; of job carving from scales: computed when compiled
  double stays_open = 1.0;               // months
  std::optional<CarvingPlan> carving;
  Route route;  // empty: the scenario's
};

// The channels in a fixed order, whatever the order in the file.
std::vector<ChannelPlan> read_channels(const Section& openings);

}  // namespace banenplan::models
