// Who is where at the end of each year, and who went where in it, by groups of states: what a reader sees of the
// pathway.
#pragma once

#include "models/simulation/comparison.hpp"
#include "models/simulation/pathway.hpp"
#include "models/simulation/program_builder.hpp"

namespace banenplan::models {

// Adds a measure for each group, and for each way from a group to another, to the builder's program, after all that
// is there; the texts are in the same order. Whoever is placed comes from the group of those who wait.
MovementText add_movements(const Pathway& pathway, ProgramBuilder& builder);

}  // namespace banenplan::models
