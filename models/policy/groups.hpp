// The groups of the doelgroepregister that a policy may tell apart, in the order of their shares.
#pragma once

#include <string_view>

namespace banenplan::models {

inline constexpr std::string_view group_names[] = {"participatiewet", "wajong", "wsw"};

}  // namespace banenplan::models
