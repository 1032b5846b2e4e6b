// The top of the page: the answer in words, three figures for each scenario with their bands, and which scenario is
// best under which wish.
#pragma once

#include <string>

#include "plots/reading.hpp"

namespace banenplan::plots {

std::string answer_html(const Json& results, const Words& words);

}  // namespace banenplan::plots
