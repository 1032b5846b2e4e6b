#include "models/general/model_file.hpp"

#include <catch2/catch.hpp>

#include "engine/expectation.hpp"

using namespace banenplan;
using namespace banenplan::models;

namespace {

const std::string base = R"(model: two_drugs
title: {nl: Twee middelen, en: Two drugs}
source: made up
time: {unit: year, steps: 20}
people: 500
states: [well, ill, dead]
start: {well: 75%, ill: 0.25}
transitions: {well: {ill: 0.1}, ill: {dead: {rate: 0.2}}}
ratios: {drug: {hazard_ratio: 1, on: [well->ill]}}
counting: end
discount: {rule: power, money: 4%, effect: 1.5%}
rewards:
  cost: {unit: euro, per_state: {ill: 1000}}
  life: {unit: year, title: {nl: Levensjaren, en: Life years}, per_state: {well: 1, ill: 1}}
appraisal: {cost: [cost], effect: [life]}
)";

std::optional<ModelFile> compiled(const std::string& text, std::vector<std::string>& lines) {
  Problems problems;
  const auto tree = read_text(text, "a.yaml", problems);
  auto model = tree ? compile_model(*tree, problems) : std::nullopt;
  lines = problems.error_lines();
  return model;
}

std::vector<double> expected(const Strategy& strategy) {
  const auto course = engine::expected_course(strategy.program, strategy.program.values);
  return rewards_per_person(strategy, engine::outcome_of(strategy.program, strategy.program.values, course));
}

}  // namespace

TEST_CASE("a model without strategies has one, with the names beside it") {
  std::vector<std::string> lines;
  const auto model = compiled(base, lines);
  REQUIRE(model);
  CHECK(model->name == "two_drugs");
  CHECK(model->title.dutch == "Twee middelen");
  CHECK(model->source == "made up");
  CHECK(model->states == std::vector<std::string>{"well", "ill", "dead"});
  REQUIRE(model->strategies.size() == 1);
  const Strategy& strategy = model->strategies[0];
  CHECK(strategy.name == "base");
  CHECK(strategy.program.population.at_start == 500);
  CHECK(strategy.rewards[1].title.dutch == "Levensjaren");
  CHECK(strategy.rewards[1].unit == "year");
  CHECK(model->cost == std::vector<std::size_t>{0});
  CHECK(model->effect == std::vector<std::size_t>{1});
}

TEST_CASE("a strategy lays its values over the base, and leaves the other strategies alone") {
  std::vector<std::string> lines;
  const std::string strategies =
      "strategies:\n  usual: {}\n  drug:\n    title: {nl: middel, en: drug}\n"
      "    ratios: {drug: {hazard_ratio: 0.8}}\n    rewards: {cost: {per_state: {ill: {by_step: {1: 5, 2+: 0}}}}}\n";
  const auto both = compiled(base + strategies, lines);
  CAPTURE(lines);
  REQUIRE(both);
  CHECK(both->strategies[1].title.english == "drug");
  CHECK(expected(both->strategies[0]) == expected(compiled(base, lines)->strategies[0]));
  std::string written_out = base;
  written_out.replace(written_out.find("hazard_ratio: 1,"), 16, "hazard_ratio: 0.8,");
  written_out.replace(written_out.find("{ill: 1000}"), 11, "{ill: {by_step: {1: 5, 2+: 0}}}");
  CHECK(expected(both->strategies[1]) == expected(compiled(written_out, lines)->strategies[0]));
}

TEST_CASE("a strategy of the same values as the base gives nothing more and nothing less") {
  std::vector<std::string> lines;
  const auto model = compiled(base + "strategies: {one: {}, two: {transitions: {well: {ill: 10%}}}}\n", lines);
  REQUIRE(model);
  CHECK(expected(model->strategies[0]) == expected(model->strategies[1]));
}

TEST_CASE("a model file that is wrong is refused in one line each") {
  struct Row {
    std::string text;
    const char* line;
  };
  const Row rows[] = {
      {base + "colour: red\n", "a.yaml:16:1: colour: found a key that is not known here"},
      {base + "strategies: {a: {ratios: {dug: {hazard_ratio: 1}}}}\n",
       "a.yaml:16:27: strategies.a.ratios.dug: found a key that the base does not have; a strategy changes what "
       "stands "
       "there; did you mean \"drug\"?"},
      {base + "strategies: {a: {people: 3}}\n",
       "a.yaml:16:18: strategies.a.people: found a key that a strategy cannot change; start, transitions, ratios, "
       "rewards, counting or discount"},
      {base + "strategies: {a: {rewards: ~}}\n",
       "a.yaml:16:18: strategies.a.rewards: found nothing; a strategy takes nothing away"},
      {base + "strategies: {a: {transitions: {well: {ill: 1.5}}}}\n",
       "a.yaml:16:44: transitions.well.ill: found \"1.5\"; a share is from 0 to 1, as 12% or 0.12"},
      {base + "strategies: {}\n", "a.yaml:16:13: strategies: found none; at least one"},
      {base + "strategies: [a]\n", "a.yaml:16:13: strategies: found a list"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text.substr(base.size()));
    std::vector<std::string> lines;
    CHECK_FALSE(compiled(row.text, lines));
    REQUIRE_FALSE(lines.empty());
    CAPTURE(lines.front());
    CHECK(lines.front().rfind(row.line, 0) == 0);
  }
  std::vector<std::string> lines;
  std::string text = base;
  text.replace(text.find("0.25}"), 5, "0.26}");
  CHECK_FALSE(compiled(text, lines));
  CHECK(lines == std::vector<std::string>{
                     "a.yaml:7:8: start: found shares that add up to 1.01; the shares at the start add up to 1"});
  CHECK_FALSE(compiled("model: x\n", lines));
  CHECK_FALSE(lines.empty());
  Problems problems;
  CHECK_FALSE(read_model("no_such_file.yaml", problems));
  CHECK(problems.errors().size() == 1);
}
