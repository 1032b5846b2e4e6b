// The banenafspraak in one municipality, compiled: a scenario becomes a program of the engine, with the names that
// the engine does not keep.
//
// Everything starts where the register without policy comes to rest, so that what moves afterwards is the policy's.
#pragma once

#include <vector>

#include "engine/ledger.hpp"
#include "engine/program.hpp"
#include "models/policy/scenario.hpp"
#include "models/simulation/comparison.hpp"
#include "models/simulation/flows.hpp"
#include "models/simulation/pathway.hpp"

namespace banenplan::models {

struct CompiledScenario {
  engine::Program program;
  Pathway pathway;
  Accounts accounts;
  std::vector<std::string> sectors;  // by channel of the program; empty: of no sector that is told apart
  std::vector<MeasureText> measures;
  std::vector<engine::LedgerRow> rows;  // whose amounts by year stand after the measures
  MovementText movements;
  QuarterText quarters;
};

CompiledScenario compile(const Scenario& scenario, const Tariffs& tariffs);

}  // namespace banenplan::models
