// The way from a placement into a lasting job, as a scenario writes it: stages in their order.
//
//   route: [proefplaatsing, jaarcontract, jaarcontract, vast]
#pragma once

#include <vector>

#include "models/reading/section.hpp"

namespace banenplan::models {

// In the order in which a route goes through them.
// `elders` is a job with another employer.
enum class Stage { leerwerkplek, proefplaatsing, jaarcontract, trainee, vast, beschut, elders };

using Route = std::vector<Stage>;

// The route under the key `route`; empty when the key is absent. One that makes no sense is refused.
Route read_route(const Section& section);

bool has_stage(const Route& route, Stage stage);

}  // namespace banenplan::models
