// The flows of money (models/pathways/flows.yaml, and posts.yaml for those that only the appraisal counts), compiled
// for a scenario: accounts, funds, and who pays what to whom.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/policy/scenario.hpp"
#include "models/simulation/pathway.hpp"
#include "models/simulation/program_builder.hpp"

namespace banenplan::models {

struct AccountText {
  std::string name;  // a fund's is fund.NAME
  Title title;
  std::string actor;
  std::string party;      // of the appraisal
  bool resource = false;  // nobody's: what leaves it is made or spared, what enters it is used up
};

struct FlowText {
  std::string name;
  Title title;
  std::string kind;      // what it is summed under: lks, benefits, guidance, ...
  std::string taakveld;  // Iv3, of the municipality's own flows; empty for others
};

struct Accounts {
  std::vector<AccountText> accounts;  // in the order of the program's
  std::vector<FlowText> flows;

  std::int32_t find(std::string_view name) const;  // engine::none when there is none
};

// Adds accounts, funds, components and flows to the builder's program, and the flows to its states. Throws
// std::runtime_error with the first problem when the file is refused.
Accounts add_flows(const Scenario& scenario, const Pathway& pathway, ProgramBuilder& builder);

}  // namespace banenplan::models
