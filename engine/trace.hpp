// What a replication keeps of single lives for who asks: each stay, and each contract that the money did not allow.
// With it any life can be told as a story, and every euro in it found again.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/funds.hpp"
#include "engine/pathway.hpp"

namespace banenplan::engine {

// A stay of one person in one state. `to` is the step in which it ended, or steps + 1.
struct Visit {
  enum class Ending : std::uint8_t { event, placement, horizon };

  std::int32_t person = 0;
  StateIndex state = 0;
  std::int32_t from = 0;
  std::int32_t to = 0;
  Ending ending = Ending::horizon;
  std::int32_t event = none;  // that ended it (see EventNumbers)
  std::int32_t birth_month = 0;
  std::int32_t elapsed = 0;           // steps in the state that were complete on entering
  std::int32_t grown = 0;             // steps of growth before the stay
  std::vector<std::uint8_t> levels;   // by attribute, as they were paid by
  std::vector<std::int32_t> choices;  // by component, the fund's place in it; none: no fund bears it
};

// A contract that was not signed because the money was not there.
struct Refusal {
  std::int32_t person = none;   // none: a standing cost, nobody's contract
  StateIndex state = none;      // that the person was to enter
  std::int32_t channel = none;  // of the place; none: the contract was to follow on another state
  std::int32_t step = 0;
  Shortage shortage;
};

}  // namespace banenplan::engine
