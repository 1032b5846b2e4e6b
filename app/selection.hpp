// Which scenarios a request means, and where they are tried.
#pragma once

#include <iosfwd>
#include <optional>
#include <vector>

#include "app/compare.hpp"
#include "models/policy/scenario.hpp"

namespace banenplan::app {

// A file of a municipality or region that stands among the scenarios says where they are tried, as --municipality
// does. False when there are two; then a line on `error` says so.
bool take_place(CompareRequest& request, std::ostream& error);

// The scenarios that are named, else the reference scenarios; with the null alternative in front where the request
// asks for it and none of them is one. All on one municipality, over one period, by one appraisal. Nothing when one
// is refused; then `error` has a line for each thing that is wrong.
std::optional<std::vector<models::Scenario>> read_all(const CompareRequest& request, std::ostream& error);

}  // namespace banenplan::app
