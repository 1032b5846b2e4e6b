// The funds of a scenario in the engine's program: what comes in, what of it each department may draw, and the
// components of cost that they pay.
#pragma once

#include "models/policy/scenario.hpp"
#include "models/simulation/flows.hpp"
#include "models/simulation/program_builder.hpp"

namespace banenplan::models {

// Adds the funds and the components, and an account for each fund beside those that are there.
void add_funds(const Scenario& scenario, ProgramBuilder& builder, Accounts& accounts);

}  // namespace banenplan::models
