// The results of a general model, as tables for a terminal and as one JSON object.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/appraisal.hpp"
#include "models/general/model_file.hpp"
#include "plots/words.hpp"

namespace banenplan::plots {

// One reward of one strategy, per person.
struct RewardResult {
  double expected = 0.0;        // exact, by the expected course
  double mean = 0.0;            // of the individuals
  double standard_error = 0.0;  // of that mean, from the spread between replications; 0 with one replication
};

struct ModelResults {
  std::int32_t replications = 0;
  std::int32_t people = 0;
  std::uint64_t seed = 0;
  std::vector<std::vector<RewardResult>> strategies;  // in the order of the model, with its rewards in their order
};

// Costs and effects of each strategy by expectation, the increments against the first, and the frontier. Empty when
// the model does not say what cost and effect are.
struct ModelAppraisal {
  std::vector<double> costs;
  std::vector<double> effects;
  std::vector<engine::Increment> increments;
  std::vector<engine::FrontierPlace> places;
};
ModelAppraisal appraised(const models::ModelFile& model, const ModelResults& results);

std::string model_text(const models::ModelFile& model, const ModelResults& results, Language language);

// {"model", "replications", "people", "seed", "strategies": [{"name", "rewards": {NAME: {"unit", "expected", "mean",
// "standard_error"}}, "appraisal": {"cost", "effect", "incremental_cost", "incremental_effect", "ratio" or null,
// "verdict", "frontier", "frontier_ratio" or null, "against" or null}}]}. The appraisal is left out when the model
// does not say what cost and effect are.
std::string model_json(const models::ModelFile& model, const ModelResults& results);

}  // namespace banenplan::plots
