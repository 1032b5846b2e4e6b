#include "models/reading/extension.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "models/reading/home.hpp"
#include "models/reading/library.hpp"

namespace banenplan::models {
namespace {

constexpr std::size_t most_extensions = 8;
constexpr std::string_view own_words[] = {"scenario", "title", "summary", "source"};

void take_away(Node& tree, std::string_view key) {
  const auto found = std::find(tree.keys.begin(), tree.keys.end(), key);
  if (found == tree.keys.end()) return;
  const auto at = found - tree.keys.begin();
  tree.keys.erase(found);
  tree.key_positions.erase(tree.key_positions.begin() + at);
  tree.items.erase(tree.items.begin() + at);
}

using Files = std::vector<std::filesystem::path>;

// `files` gets the file and all below it, each as it was pointed to.
std::optional<Node> read(const std::filesystem::path& file, Files& files, Problems& problems) {
  auto tree = read_file(file, problems);
  if (!tree) return std::nullopt;
  files.push_back(file);
  const Node* const extends = tree->find("extends");
  if (extends == nullptr) return tree;
  const auto refuse = [&](std::string found, std::string allowed) {
    problems.error(extends->position, "extends", "found " + std::move(found), std::move(allowed));
    return std::nullopt;
  };
  if (extends->kind != Node::Kind::text) return refuse(described(*extends), "the name or file of one scenario");
  const auto base_file = find_file(Shelf::scenarios, {extends->text, file, extends->position, "extends"}, problems);
  if (!base_file) return std::nullopt;
  const auto is_base = [&](const std::filesystem::path& one) { return std::filesystem::equivalent(one, *base_file); };
  if (std::any_of(files.begin(), files.end(), is_base)) {
    return refuse(quote(extends->text) + ", which extends this scenario in turn", "scenarios do not go in a circle");
  }
  if (files.size() > most_extensions) return refuse("a chain of more than 8 scenarios", "at most 8 are allowed");
  auto base = read(*base_file, files, problems);
  if (!base) return std::nullopt;
  for (const std::string_view key : own_words) take_away(*base, key);
  return merged(std::move(*base), *tree);
}

}  // namespace

std::optional<ExtendedTree> extended_tree(const std::filesystem::path& file, Problems& problems) {
  Files files;
  auto tree = read(file, files, problems);
  if (!tree) return std::nullopt;
  return ExtendedTree{std::move(*tree), files.front(), {files.begin() + 1, files.end()}};
}

}  // namespace banenplan::models
