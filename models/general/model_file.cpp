#include "models/general/model_file.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

#include "models/general/transitions.hpp"

namespace banenplan::models {
namespace {

constexpr int most_people = 10'000'000;
constexpr std::array<std::string_view, 6> can_be_laid_over{"start",   "transitions", "ratios",
                                                           "rewards", "counting",    "discount"};

std::string joined(const std::string& path, const std::string& key) {
  return path.empty() ? key : path + "." + key;
}

// Keys of maps that hold values lie so deep; a value replaces what stood there as a whole.
std::size_t depth_of_values(const std::string& top) {
  return top == "rewards" ? 4 : top == "counting" ? 1 : top == "start" || top == "discount" ? 2 : 3;
}

class Overlay {
 public:
  explicit Overlay(Problems& problems) : problems_(problems) {}

  void lay(Node& base, const Node& over, const std::string& path) {
    for (std::size_t i = 0; i < over.keys.size(); ++i) {
      const std::string& key = over.keys[i];
      if (key == "title") continue;
      if (std::find(can_be_laid_over.begin(), can_be_laid_over.end(), key) == can_be_laid_over.end()) {
        std::vector<std::string> known(can_be_laid_over.begin(), can_be_laid_over.end());
        known.emplace_back("title");
        problems_.error(over.key_positions[i], joined(path, key), "found a key that a strategy cannot change",
                        "start, transitions, ratios, rewards, counting or discount", nearest(key, known));
        continue;
      }
      lay_key(base, over, i, path, depth_of_values(key) - 1);
    }
  }

 private:
  void lay_key(Node& base, const Node& over, std::size_t i, const std::string& path, std::size_t depth) {
    const std::string& key = over.keys[i];
    const Node& value = over.items[i];
    Node* const target = base.find(key);
    if (target == nullptr) {
      problems_.error(over.key_positions[i], joined(path, key), "found a key that the base does not have",
                      "a strategy changes what stands there", nearest(key, base.keys));
    } else if (value.kind == Node::Kind::nothing) {
      problems_.error(over.key_positions[i], joined(path, key), "found nothing", "a strategy takes nothing away");
    } else if (depth > 0 && target->kind == Node::Kind::map && value.kind == Node::Kind::map) {
      for (std::size_t k = 0; k < value.keys.size(); ++k) lay_key(*target, value, k, joined(path, key), depth - 1);
    } else {
      *target = value;
    }
  }

  Problems& problems_;
};

void read_start(const Section& model, const StateNames& states, engine::Program& program) {
  const Section start = model.section("start");
  double sum = 0.0;
  for (const auto& [name, share] : start.numbers_by_name(any_share)) {
    const auto state = states.find(start, name, name);
    sum += share;
    if (!state || share == 0.0) continue;
    program.values.push_back(share);
    program.population.start.push_back({*state, 0, static_cast<engine::ValueIndex>(program.values.size()) - 1});
  }
  if (start.keys().empty() || std::abs(sum - 1.0) > row_tolerance) {
    model.refuse("start", fmt::format("found shares that add up to {:.12g}", sum),
                 "the shares at the start add up to 1");
  }
}

std::vector<std::size_t> rewards_named(const Section& appraisal, std::string_view key,
                                       const std::vector<Reward>& rewards) {
  std::vector<std::size_t> places;
  std::vector<std::string> names;
  for (const Reward& reward : rewards) names.push_back(reward.name);
  for (const std::string& name : appraisal.texts(key, {1, names.size()})) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
      appraisal.refuse(key, "found " + quote(name), "a name from rewards is expected", nearest(name, names));
    } else {
      places.push_back(static_cast<std::size_t>(found - names.begin()));
    }
  }
  return places;
}

// One strategy: a tree without overlays.
Strategy compile(const Section& section, ModelFile& model) {
  Strategy strategy;
  model.name = section.name("model");
  model.title = section.title("title", Title{model.name, model.name});
  model.source = section.text("source", "");
  const Timeline timeline = read_timeline(section);
  const StateNames states = read_states(section);
  model.states = states.all();
  engine::Program& program = strategy.program;
  program.steps = program.plan_steps = timeline.steps;
  program.steps_per_year = timeline.steps_per_year;
  if (timeline.start) program.start = *timeline.start;
  program.population.at_start = section.whole("people", 1, most_people, 1000);
  read_start(section, states, program);
  compile_transitions(section, states, timeline, program);
  strategy.rewards = compile_rewards(section, states, timeline, program);
  if (const auto appraisal = section.optional_section("appraisal")) {
    model.cost = rewards_named(*appraisal, "cost", strategy.rewards);
    model.effect = rewards_named(*appraisal, "effect", strategy.rewards);
  }
  section.node("strategies");
  return strategy;
}

Strategy compile_tree(const Node& tree, ModelFile& model, Problems& problems) {
  const Section section{tree, problems};
  Strategy strategy = compile(section, model);
  section.finish();
  return strategy;
}

}  // namespace

std::optional<ModelFile> compile_model(const Node& tree, Problems& problems) {
  ModelFile model;
  Strategy base = compile_tree(tree, model, problems);
  if (problems.has_errors()) return std::nullopt;
  base.name = "base";
  base.title = model.title;
  const Node* const strategies = tree.find("strategies");
  if (strategies == nullptr) {
    model.strategies.push_back(std::move(base));
    return model;
  }
  const Section names{tree, problems};
  for (const auto& [name, section] : names.section("strategies").entries()) {
    const Title title = section.title("title", Title{name, name});
    Node tree_of_strategy = tree;
    if (const Node* const over = strategies->find(name)) {
      if (over->kind == Node::Kind::map) Overlay(problems).lay(tree_of_strategy, *over, "strategies." + name);
    }
    if (problems.has_errors()) continue;
    Strategy strategy = compile_tree(tree_of_strategy, model, problems);
    strategy.name = name;
    strategy.title = title;
    model.strategies.push_back(std::move(strategy));
  }
  if (model.strategies.empty() && !problems.has_errors()) names.refuse("strategies", "found none", "at least one");
  if (problems.has_errors()) return std::nullopt;
  return model;
}

std::optional<ModelFile> read_model(const std::filesystem::path& file, Problems& problems) {
  const auto tree = read_file(file, problems);
  return tree ? compile_model(*tree, problems) : std::nullopt;
}

std::vector<double> rewards_per_person(const Strategy& strategy, const std::vector<double>& outcome) {
  std::vector<double> result;
  for (const Reward& reward : strategy.rewards) {
    double sum = 0.0;
    for (const std::size_t measure : reward.measures) sum += outcome[measure];
    result.push_back(sum / strategy.program.population.at_start);
  }
  return result;
}

}  // namespace banenplan::models
