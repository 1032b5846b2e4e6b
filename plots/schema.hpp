// What a scenario may say, as a JSON Schema (draft 7): models/policy/scenario_schema.yaml with the assumptions and
// the posts of the appraisal. Editors complete and check by it; the reader decides.
#pragma once

#include "plots/json.hpp"
#include "plots/words.hpp"

namespace banenplan::plots {

// Descriptions are in the language of the words. Throws std::runtime_error with all problems when the file is
// refused.
Json scenario_schema(const Words& words);

}  // namespace banenplan::plots
