#include "models/general/state_names.hpp"

#include <algorithm>
#include <array>

namespace banenplan::models {
namespace {

constexpr std::string_view arrow = "->";
constexpr std::array<std::string_view, 4> words{"any", "counts", "first", "rest"};

}  // namespace

std::optional<engine::StateIndex> StateNames::find(const Section& section, std::string_view key,
                                                   std::string_view name) const {
  const auto found = std::find(names_.begin(), names_.end(), name);
  if (found != names_.end()) return static_cast<engine::StateIndex>(found - names_.begin());
  section.refuse(key, "found " + quote(name), "a name from states is expected", nearest(name, names_));
  return std::nullopt;
}

std::optional<Move> StateNames::move(const Section& section, std::string_view key, std::string_view text) const {
  const auto at = text.find(arrow);
  if (at == std::string_view::npos) {
    section.refuse(key, "found " + quote(text), "a move is written A->B, any->B, A->any or any->any");
    return std::nullopt;
  }
  const auto end = [&](std::string_view name) -> std::optional<engine::StateIndex> {
    return name == "any" ? engine::none : find(section, key, name);
  };
  const auto from = end(text.substr(0, at));
  const auto to = end(text.substr(at + arrow.size()));
  if (!from || !to) return std::nullopt;
  return Move{*from, *to};
}

StateNames read_states(const Section& model) {
  auto names = model.texts("states", {2, 1000});
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string& name = names[i];
    const bool twice = std::find(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(i), name) !=
                       names.begin() + static_cast<std::ptrdiff_t>(i);
    const bool taken = std::find(words.begin(), words.end(), name) != words.end();
    if (twice || taken || name.find(arrow) != std::string::npos) {
      model.refuse("states", "found " + quote(name) + (twice ? " twice" : ""),
                   "names of states differ, hold no -> and are not any, counts, first or rest");
    }
  }
  return StateNames{std::move(names)};
}

}  // namespace banenplan::models
