// The story of a life in a replication, month by month in words, with the euros; and what the money refused.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/simulation/story.hpp"
#include "plots/words.hpp"

namespace banenplan::plots {

// Each stay with its months, what was paid in them, and why it ended; then the sums by flow and by party. Text of a
// terminal.
std::string story_text(const models::Story& story, const Words& words);

// A table of the contracts that the money did not allow, and one of the places for which nobody was found. `people`
// are numbered from 1, as --person takes them.
std::string refusals_text(const std::vector<models::RefusalText>& refusals,
                          const std::vector<models::LapsedText>& lapsed, const Words& words);

}  // namespace banenplan::plots
