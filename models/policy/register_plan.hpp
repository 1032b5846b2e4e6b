// What a scenario may take along about the people of the register beside who they are now. Each is off unless it is
// switched on:
//
//   register:
//     loonwaarde_grows: true     # in work; loonkostensubsidie follows when it is measured anew
//     tail: true                 # who works and leaves the target group counts to the end of that year plus two
//     school_leavers: true       # part of the inflow comes from VSO, PRO and MBO, young and mostly without a benefit
#pragma once

#include "models/reading/section.hpp"

namespace banenplan::models {

struct RegisterPlan {
  bool loonwaarde_grows = false;
  bool tail = false;
  bool school_leavers = false;
};

RegisterPlan read_register(const Section& section);

}  // namespace banenplan::models
