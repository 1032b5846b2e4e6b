// The traits of a person in the register, as the engine's attributes, and the factors of law and cost that follow
// from their levels.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "models/policy/groups.hpp"
#include "models/simulation/program_builder.hpp"

namespace banenplan::models {

// Their places among the attributes.
enum class Trait : std::int32_t {
  group,           // participatiewet, wajong, wsw
  loonwaarde,      // whole percent of the minimum wage
  hours,           // paid a week, when working elsewhere
  age,             // years at the start
  household,       // benefit for a single person, for a couple, or none
  distance,        // to work, Sol's six classes
  channel,         // by which a placement came about; 0: none
  contract_hours,  // paid a week in that placement
  subsidy          // whether a job elsewhere is with loonkostensubsidie, or without
};

constexpr std::int32_t place(Trait trait) {
  return static_cast<std::int32_t>(trait);
}

inline constexpr int distance_classes = 6;

// Adds the attributes, with the assumptions on which they rest.
void add_traits(ProgramBuilder& builder);

// The factor of this name (see the cases in people.cpp, each of them a rule of law or a measure of size):
//   week_share, contract_week_share   paid hours / 36
//   loonwaarde, loonwaarde_gap        its share of the minimum wage, and what is left of it
//   subsidy_share                     what loonkostensubsidie covers of the wage: 1 - loonwaarde, at most the cap
//   youth_wage                        share of the adult minimum wage by age
//   subsidised                        1 for who works elsewhere with loonkostensubsidie
//   household_norm                    benefit by household, as a share of the single norm
//   lkv_month, contract_lkv_month     loonkostenvoordeel, euro a month
//   coach_hours                       share of the job coach's full tariff by contract hours
// Throws std::out_of_range for another name.
engine::Factor factor_of(std::string_view name, ProgramBuilder& builder);

}  // namespace banenplan::models
