// What a user's YAML file holds, as a tree of our own that has been checked before anything looks at it.
//
// A file is UTF-8, one document, a map at the top, without anchors, aliases, tags, duplicate keys or control
// characters, within the limits below. Values stay text until a `Section` (models/reading/section.hpp) asks for a
// number, so that nothing is guessed about `010`, `no` or `0,03`. Every node keeps its own place in its own file,
// also after one file has been merged over another or a value was set from the command line.
//
//   Problems problems;
//   auto base = read_file("scenarios/nulalternatief.yaml", problems);
//   auto mine = read_file("scenarios/boven-formatie.yaml", problems);
//   if (base && mine) {
//     Node tree = merged(std::move(*base), *mine);
//     set_value(tree, "funds.centrale_pot.share=0.6%", problems);  // models/reading/assignment.hpp
//     Section section{tree, problems};
//     ...
//   }
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/reading/problems.hpp"

namespace banenplan::models {

namespace limits {
inline constexpr std::size_t file_bytes = 5'000'000;
inline constexpr std::size_t depth = 32;       // maps and lists inside each other
inline constexpr std::size_t nodes = 100'000;  // values and keys
inline constexpr std::size_t keys_per_map = 10'000;
inline constexpr std::size_t text_bytes = 10'000;  // in one value
inline constexpr std::size_t key_bytes = 200;
}  // namespace limits

struct Node {
  enum class Kind { nothing, text, list, map };

  Kind kind = Kind::nothing;
  Position position;
  std::string text;                     // of a text: as written, without its quotes
  bool in_quotes = false;               // a text in quotes is never a number, a share or a truth value
  std::vector<std::string> keys;        // of a map, in the order of the file; items[i] belongs to keys[i]
  std::vector<Position> key_positions;  // of a map
  std::vector<Node> items;              // of a list or a map

  static Node of(Kind kind, Position position);

  // The value of a key of a map; null when there is none.
  const Node* find(std::string_view key) const;
  Node* find(std::string_view key);
};

// The tree of a file. Nothing when the file cannot be read or is no YAML map within the limits; then, and when
// something in it is refused, `problems` has errors.
std::optional<Node> read_file(const std::filesystem::path& file, Problems& problems);

// The same for text in memory; `name` stands for the file in messages.
std::optional<Node> read_text(std::string_view text, const std::string& name, Problems& problems);

// The same for one value of any kind, and not only a map.
std::optional<Node> read_value(std::string_view text, const std::string& name, Problems& problems);

// `over` on top of `base`: maps merge key by key, everything else replaces. A key of `over` without a value (`key:
// ~`) takes the key of `base` away.
Node merged(Node base, const Node& over);

// The text of a file of any kind, within the limits, in UTF-8 and without control characters but for line ends and
// tabs. Nothing when it is refused; then `problems` says why.
std::optional<std::string> read_plain_text(const std::filesystem::path& file, Problems& problems);

// "a map", "a list", "nothing", or the text in quotes: what a message calls a node.
std::string described(const Node& node);

}  // namespace banenplan::models
