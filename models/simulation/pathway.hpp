// The course through the register and into work (models/pathways/banenafspraak.yaml), compiled for a scenario: which
// stages its route has, and which effects of guidance are on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/policy/scenario.hpp"
#include "models/simulation/people.hpp"
#include "models/simulation/program_builder.hpp"

namespace banenplan::models {

// States that mean the same to who reads the results.
struct GroupText {
  std::string name;
  Title title;
};

struct StateText {
  std::string name;
  Title title;
  bool works = false;      // has a job
  bool municipal = false;  // with the municipality
  std::size_t group = 0;   // place in the groups of the pathway
};

struct Pathway {
  std::vector<GroupText> groups;
  std::vector<StateText> states;              // in the order of the program's
  std::vector<engine::StateIndex> entrances;  // by channel: the first stage of its route

  // A state on the scenario's route, or on none. A channel with a route of its own has its stages once more, under
  // the same names and after all others.
  engine::StateIndex find(std::string_view name) const;  // none when there is none
  std::vector<engine::StateIndex> all(std::string_view name) const;
};

// Adds the states to the builder's program. Throws std::runtime_error with the first problem when the file is
// refused.
Pathway add_pathway(const Scenario& scenario, ProgramBuilder& builder);

// The level of a channel in the trait `channel`: its place in the scenario plus 1.
inline std::int32_t channel_level(std::size_t place) {
  return static_cast<std::int32_t>(place) + 1;
}

}  // namespace banenplan::models
