#include "models/reading/assignment.hpp"

#include <algorithm>

#include "models/reading/scalar.hpp"

namespace banenplan::models {
namespace {

void put_everywhere(Node& node, const Position& position) {
  node.position = position;
  for (Position& key : node.key_positions) key = position;
  for (Node& item : node.items) put_everywhere(item, position);
}

// One step of the path of --set: a key, and after it any number of [index].
struct Step {
  std::string key;
  std::vector<int> indices;
};

std::optional<std::vector<Step>> steps_of(std::string_view path) {
  std::vector<Step> steps;
  while (true) {
    const std::size_t end = path.find_first_of(".[");
    Step step{std::string{path.substr(0, end)}, {}};
    if (step.key.empty() || step.key.size() > limits::key_bytes) return std::nullopt;
    path.remove_prefix(std::min(end, path.size()));
    while (!path.empty() && path[0] == '[') {
      const std::size_t bracket = path.find(']');
      if (bracket == std::string_view::npos) return std::nullopt;
      const auto index = whole_from(path.substr(1, bracket - 1));
      if (!index || *index < 0) return std::nullopt;
      step.indices.push_back(*index);
      path.remove_prefix(bracket + 1);
    }
    steps.push_back(std::move(step));
    if (steps.size() > limits::depth) return std::nullopt;
    if (path.empty()) return steps;
    if (path[0] != '.') return std::nullopt;
    path.remove_prefix(1);
  }
}

// The node at the path, made where a key is absent; null when the way leads through a text or past a list's end.
Node* node_at(Node& root, const std::vector<Step>& steps, const Position& position) {
  Node* node = &root;
  for (const Step& step : steps) {
    if (node->kind == Node::Kind::nothing) *node = Node::of(Node::Kind::map, position);
    if (node->kind != Node::Kind::map) return nullptr;
    Node* next = node->find(step.key);
    if (next == nullptr) {
      if (!step.indices.empty()) return nullptr;
      node->keys.push_back(step.key);
      node->key_positions.push_back(position);
      next = &node->items.emplace_back();
      next->position = position;
    }
    for (const int index : step.indices) {
      if (next->kind != Node::Kind::list || static_cast<std::size_t>(index) >= next->items.size()) return nullptr;
      next = &next->items[static_cast<std::size_t>(index)];
    }
    node = next;
  }
  return node;
}

}  // namespace

bool set_value(Node& root, std::string_view assignment, Problems& problems) {
  const Position position = Position::in("--set");
  const std::size_t equals = assignment.find('=');
  const std::string path{assignment.substr(0, equals)};
  const auto steps = steps_of(path);
  if (equals == std::string_view::npos || !steps) {
    problems.error(position, "", "found " + quote(assignment), "a value is set as key.path=value");
    return false;
  }
  Problems own;
  auto value = read_value(assignment.substr(equals + 1), *position.file, own);
  for (Problem problem : own.errors()) {
    problem.position = position;
    problem.path = path;
    problems.error(std::move(problem));
  }
  if (!value || own.has_errors()) return false;
  put_everywhere(*value, position);
  Node* target = node_at(root, *steps, position);
  if (target == nullptr) {
    problems.error(position, path, "found a path through a text or past the end of a list",
                   "keys are followed through maps and [index] through lists");
    return false;
  }
  *target = std::move(*value);
  return true;
}

bool has_section_for(const Node& root, std::string_view assignment) {
  const auto steps = steps_of(std::string{assignment.substr(0, assignment.find('='))});
  if (!steps) return true;
  const Node* node = &root;
  for (std::size_t k = 0; k + 1 < steps->size() && node != nullptr; ++k) node = node->find((*steps)[k].key);
  return node != nullptr;
}

}  // namespace banenplan::models
