#include "engine/program.hpp"

namespace banenplan::engine {

EventNumbers::EventNumbers(const Program& program) {
  std::int32_t next = 0;
  for (const State& state : program.states) {
    first_.push_back(next);
    exits_.push_back(static_cast<std::int32_t>(state.exits.size()));
    for (const Exit& exit : state.exits) destinations_.push_back(exit.to);
    for (const Branch& branch : state.at_expiry) destinations_.push_back(branch.to);
    next += static_cast<std::int32_t>(state.exits.size() + state.at_expiry.size());
  }
  first_.push_back(next);
}

}  // namespace banenplan::engine
