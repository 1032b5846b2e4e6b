// A scenario file on top of all that it extends.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "models/reading/document.hpp"

namespace banenplan::models {

struct ExtendedTree {
  Node tree;
  std::filesystem::path file;
  std::vector<std::filesystem::path> bases;  // what the file extends, what that extends
};

// The tree of the file merged over the one that its key `extends` names, and so on. What a scenario is called (name,
// title, summary, source) is its own: an extended one does not lend it. Nothing when a file is refused; then
// `problems` says why.
std::optional<ExtendedTree> extended_tree(const std::filesystem::path& file, Problems& problems);

}  // namespace banenplan::models
