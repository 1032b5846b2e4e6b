// A general state-transition model, as users write it, compiled to a program for each strategy. The names that the
// engine does not know are kept beside the programs.
//
//   model: two_drugs
//   title: {nl: Twee middelen, en: Two drugs}
//   source: who published it, where
//   time: {unit: year, steps: 20}                         # models/general/timeline.hpp
//   people: 1000
//   states: [well, ill, dead]                             # models/general/state_names.hpp
//   start: {well: 1}
//   transitions: {well: {ill: 0.1}, ill: {dead: 0.2}}     # models/general/transitions.hpp
//   ratios: {drug: {hazard_ratio: 1, on: [well->ill]}}
//   counting: end                                         # models/general/rewards.hpp
//   discount: {rule: power, money: 4%, effect: 1.5%}
//   rewards:
//     cost: {unit: euro, per_state: {ill: 1000}}
//     life: {unit: year, per_state: {well: 1, ill: 1}}
//   appraisal: {cost: [cost], effect: [life]}             # what increments and ratios are about; optional
//   strategies:
//     usual: {}
//     drug: {ratios: {drug: {hazard_ratio: 0.8}}, rewards: {cost: {per_state: {ill: 1500}}}}
//
// A strategy lays values over the base: over `start`, `transitions`, `ratios`, `rewards`, `counting` and `discount`,
// and only over what stands there, so that a misspelt key is refused. The first strategy is what others are compared
// with; a model without strategies has one, called `base`.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "engine/program.hpp"
#include "models/general/rewards.hpp"
#include "models/reading/document.hpp"

namespace banenplan::models {

struct Strategy {
  std::string name;
  Title title;
  engine::Program program;
  std::vector<Reward> rewards;  // the same in each strategy but for their measures
};

struct ModelFile {
  std::string name;
  Title title;
  std::string source;
  std::vector<std::string> states;
  std::vector<Strategy> strategies;
  // Places among the rewards whose sums are appraised; empty when the model does not say.
  std::vector<std::size_t> cost;
  std::vector<std::size_t> effect;
};

// Nothing when something is refused; then `problems` has errors.
std::optional<ModelFile> compile_model(const Node& tree, Problems& problems);
std::optional<ModelFile> read_model(const std::filesystem::path& file, Problems& problems);

// Each reward per person, from an outcome of the strategy's program.
std::vector<double> rewards_per_person(const Strategy& strategy, const std::vector<double>& outcome);

}  // namespace banenplan::models
