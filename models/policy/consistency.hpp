// Elements of a scenario against each other, and against the size of the municipality: what contradicts is refused
// with the sentence that its writer needs, what merely has no use is warned about.
#pragma once

#include <optional>

#include "models/policy/scenario.hpp"
#include "models/reading/section.hpp"

namespace banenplan::models {

// Where the elements stand that a problem may point at.
struct WrittenScenario {
  Section section;
  std::optional<Section> openings;
  std::optional<Section> funds;
};

// What holds whatever the municipality.
void check_elements(const WrittenScenario& written, const Scenario& scenario);

// What hangs on the municipality: who is in its register, which departments it lists, which places it is large enough
// for.
void check_size(const WrittenScenario& written, const Scenario& scenario);

}  // namespace banenplan::models
