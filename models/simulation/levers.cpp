#include "models/simulation/levers.hpp"

#include "engine/elementary.hpp"

namespace banenplan::models {
namespace {

constexpr double thousand = 1000.0;

}  // namespace

double response(double units, double most) {
  return most > 0.0 ? -most * engine::exponential_minus_one(-units / most) : 0.0;
}

Moved moved_in(const Werkbedrijf& werkbedrijf, const Assumptions& assumptions, int year) {
  const auto assumed = [&](const char* name) { return assumptions.value(name); };
  const auto units = [&](Lever lever, const char* price) { return werkbedrijf.spent(lever, year) / assumed(price); };
  const double thousands = werkbedrijf.region_people / thousand;
  const double working = werkbedrijf.region_people * assumed("working_share");
  Moved moved;
  moved.employers = response(units(Lever::employers_campaign, "employer_by_campaign") +
                                 units(Lever::employers_meetings, "employer_by_meeting") +
                                 units(Lever::employers_network, "employer_by_network"),
                             assumed("most_employers") * thousands);
  moved.places = response(units(Lever::places, "place_opened"), assumed("most_places") * thousands);
  moved.learning_places =
      response(units(Lever::learning_places, "learning_place"), assumed("most_learning_places") * thousands);
  if (working > 0.0) {
    moved.coached = response(units(Lever::coaching_months, "coaching_month") / engine::months_per_year / working,
                             assumed("most_coached"));
    moved.buddies = response(units(Lever::buddies, "buddy_supported") / working, assumed("most_buddies"));
  }
  return moved;
}

}  // namespace banenplan::models
