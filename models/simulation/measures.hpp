// What comes out of a scenario: the measures that boards, finance and policy staff ask for, as sums over the engine's
// series.
#pragma once

#include <vector>

#include "models/policy/scenario.hpp"
#include "models/simulation/comparison.hpp"
#include "models/simulation/flows.hpp"
#include "models/simulation/pathway.hpp"
#include "models/simulation/program_builder.hpp"

namespace banenplan::models {

// Adds the measures to the builder's program; the texts are in the same order.
std::vector<MeasureText> add_measures(const Scenario& scenario, const Pathway& pathway, const Accounts& accounts,
                                      const std::vector<std::string>& sectors, ProgramBuilder& builder);

}  // namespace banenplan::models
