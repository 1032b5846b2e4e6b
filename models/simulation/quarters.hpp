// Money of the municipality by quarter: what each budget holder pays and receives, by taakveld and kind of flow, and
// what is spent of what has a budget.
#pragma once

#include "models/policy/posts.hpp"
#include "models/simulation/comparison.hpp"
#include "models/simulation/flows.hpp"
#include "models/simulation/program_builder.hpp"

namespace banenplan::models {

// Adds a measure for each line and each budget to the builder's program, after all that is there; the texts are in
// the same order. `rows` are those of the program's ledger, `measures` the first of its measures. Flows without a
// taakveld are nobody's budget.
QuarterText add_quarters(const Budget& budget, const Accounts& accounts, const std::vector<engine::LedgerRow>& rows,
                         const std::vector<MeasureText>& measures, ProgramBuilder& builder);

}  // namespace banenplan::models
