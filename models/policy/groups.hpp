// The groups of the doelgroepregister that a policy may tell apart, in the order of the trait's levels.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

namespace banenplan::models {

// Participatiewet with a benefit of the municipality; Wajong, of UWV; Wsw; the subsidised jobs of WIW and ID; and
// people whom the municipality helps under the Participatiewet though they have no benefit.
inline constexpr std::string_view group_names[] = {"participatiewet", "wajong", "wsw", "wiw_id",
                                                   "niet_uitkeringsgerechtigd"};
inline constexpr std::size_t group_count = std::size(group_names);

// The place of a group among them; group_count when there is none of this name.
constexpr std::size_t group_place(std::string_view name) {
  return static_cast<std::size_t>(std::find(std::begin(group_names), std::end(group_names), name) -
                                  std::begin(group_names));
}

}  // namespace banenplan::models
