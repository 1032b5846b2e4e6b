// Job carving: a colleague in a high scale works fewer hours, as 28 instead of 36, and the budget that this frees
// pays hours in a low scale. How many follows from the pay tables (models/parameters/tariffs/cao_gemeenten.yaml), of
// which the last known one is of 2020 and later ones are indexed; no scale pays less than the minimum wage. Source:
// drie-scenarios-banenafspraak-gemeenten, the example of a civil servant of 50 or older.
#pragma once

#include "models/facts/tariffs.hpp"
#include "models/policy/channel_plan.hpp"

namespace banenplan::models {

// Gross euros a month for a full week, without holiday pay, in a scale ("a" or "1" to "8") at a step ("lowest" or
// "highest").
double scale_wage(const Tariffs& tariffs, const std::string& scale, const std::string& step, engine::Month month);

// Hours a week that the freed budget pays, not rounded.
double carved_hours(const Tariffs& tariffs, const CarvingPlan& plan, engine::Month month);

}  // namespace banenplan::models
