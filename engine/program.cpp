#include "engine/program.hpp"

namespace banenplan::engine {

EventNumbers::EventNumbers(const Program& program) {
  std::int32_t next = 0;
  for (const State& state : program.states) {
    first_.push_back(next);
    exits_.push_back(static_cast<std::int32_t>(state.exits.size()));
    next += static_cast<std::int32_t>(state.exits.size() + state.at_expiry.size());
  }
  first_.push_back(next);
}

}  // namespace banenplan::engine
