// The states of a general model by name, and moves between them as text: `A->B`, `any->B`, `A->any`, `any->any`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/pathway.hpp"
#include "models/reading/section.hpp"

namespace banenplan::models {

struct Move {
  engine::StateIndex from = engine::none;  // none: any
  engine::StateIndex to = engine::none;

  bool covers(engine::StateIndex a, engine::StateIndex b) const {
    return (from == engine::none || from == a) && (to == engine::none || to == b);
  }
};

class StateNames {
 public:
  explicit StateNames(std::vector<std::string> names) : names_(std::move(names)) {}

  std::size_t size() const { return names_.size(); }
  const std::vector<std::string>& all() const { return names_; }
  const std::string& operator[](engine::StateIndex state) const { return names_[static_cast<std::size_t>(state)]; }

  // The state of this name; nothing, and a problem at `key`, when there is none.
  std::optional<engine::StateIndex> find(const Section& section, std::string_view key, std::string_view name) const;
  std::optional<Move> move(const Section& section, std::string_view key, std::string_view text) const;

 private:
  std::vector<std::string> names_;
};

// `states: [H, S1, S2, D]`: two or more different names, none of them a word of the format.
StateNames read_states(const Section& model);

}  // namespace banenplan::models
