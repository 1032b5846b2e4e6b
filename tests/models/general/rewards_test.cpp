#include "models/general/rewards.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/expectation.hpp"
#include "models/general/model_file.hpp"

using namespace banenplan;
using namespace banenplan::models;

namespace {

struct Counted {
  std::vector<double> rewards;  // expected, per person
  std::vector<std::string> lines;
};

// Three yearly steps in which half of those in A go to B each time: A holds 1, 1/2, 1/4, 1/8.
Counted counted(const std::string& text) {
  Problems problems;
  const auto tree = read_text(
      "model: m\ntime: {unit: year, steps: 3, age_at_start: 40}\nstates: [A, B, C]\nstart: {A: 1}\n"
      "transitions: {A: {B: 0.5}}\n" +
          text,
      "a.yaml", problems);
  REQUIRE(tree);
  const auto model = compile_model(*tree, problems);
  Counted result;
  if (model) {
    const Strategy& strategy = model->strategies.front();
    const auto course = engine::expected_course(strategy.program, strategy.program.values);
    result.rewards =
        rewards_per_person(strategy, engine::outcome_of(strategy.program, strategy.program.values, course));
  }
  result.lines = problems.error_lines();
  return result;
}

}  // namespace

TEST_CASE("people, moves and entries count as the rule says") {
  const std::string life = "rewards: {x: {unit: year, per_state: {A: 1}}}";
  const std::string move = "rewards: {x: {unit: euro, per_transition: {A->B: 8}}}";
  const double d = 1 / 1.1;
  const std::vector<std::pair<std::string, double>> rows{
      {"counting: start\n" + life, 1.75},
      {"counting: end\n" + life, 0.875},
      {"counting: mean\n" + life, 1.3125},
      {"counting: {at: mean}\n" + life, 1.3125},
      {"counting: {weights: [1, 2, 4, 8]}\n" + life, 4},
      {"counting: {weights: {first: 10, between: [1, 2], last: 8}}\n" + life, 12},
      {"counting: start\nrewards: {x: {unit: year, per_state: {A: 1}, steps: 2-3}}", 0.75},
      {"counting: end\nrewards: {x: {unit: year, per_state: {A: 1}, steps: 1-2}}", 0.75},
      {"counting: mean\nrewards: {x: {unit: year, per_state: {A: {by_step: {1: 4, 2-3: 0}}}}}", 3},
      {"counting: start\nrewards: {x: {unit: year, per_state: {A: {by_age: {40: 1, 41+: 8}}}}}", 7},
      {"counting: start\n" + move, 7},
      {"counting: start\nrewards: {x: {unit: euro, per_transition: {any->any: 8}}}", 7},
      {"counting: start\nrewards: {x: {unit: euro, on_entry: {B: 8}}}", 7},
      {"counting: start\nrewards: {x: {unit: euro, on_entry: {B: 8}, steps: 2}}", 2},
      {"counting: start\nrewards: {x: {unit: euro, per_state: {A: 4}, on_entry: {B: 8}}}", 14},
      {"counting: {weights: [1, 2, 4, 8], events: as_states}\n" + move, 4 * 2 + 2 * 4 + 1 * 8},
      // Discounting: by the moment, by a point of the step, after free steps, by another rule.
      {"counting: start\ndiscount: {rule: power, money: 0%, effect: 10%}\n" + life, 1 + d / 2 + d * d / 4},
      {"counting: end\ndiscount: {rule: power, money: 0%, effect: 10%}\n" + life, d / 2 + d * d / 4 + d * d * d / 8},
      {"counting: end\ndiscount: {rule: power, money: 0%, effect: 10%, at: start}\n" + life, 0.5 + d / 4 + d * d / 8},
      {"counting: start\ndiscount: {rule: power, money: 0%, effect: 10%, at: end}\n" + life,
       d + d * d / 2 + d * d * d / 4},
      {"counting: start\ndiscount: {rule: power, money: 0%, effect: 10%, at: middle}\n" + life,
       std::sqrt(d) * (1 + d / 2 + d * d / 4)},
      {"counting: end\ndiscount: {rule: power, money: 0%, effect: 10%, undiscounted_steps: 2}\n" + life,
       0.75 + d / 8},
      {"counting: start\ndiscount: {rule: exponential, money: 0%, effect: 10%}\n" + life,
       1 + std::exp(-0.1) / 2 + std::exp(-0.2) / 4},
      {"counting: start\ndiscount: {rule: power, money: 10%, effect: 0%}\n" + move, 4 * d + 2 * d * d + d * d * d},
      {"counting: start\ndiscount: {rule: power, money: 10%, effect: 0%}\n" + life, 1.75},
      {"counting: start\ndiscount: {rule: power, money: 10%, effect: 0%}\n"
       "rewards: {x: {unit: year, discounted_as: money, per_state: {A: 1}}}",
       1 + d / 2 + d * d / 4},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    const Counted result = counted(text);
    CAPTURE(result.lines);
    REQUIRE(result.rewards.size() == 1);
    CHECK(result.rewards[0] == Approx(expected).epsilon(1e-13));
  }
}

TEST_CASE("discounting nothing is the plain sum") {
  const std::string rewards = "rewards: {x: {unit: euro, per_state: {A: 3, B: 5}}}";
  CHECK(counted("counting: mean\ndiscount: {rule: exponential, money: 0%, effect: 0%}\n" + rewards).rewards ==
        counted("counting: mean\n" + rewards).rewards);
}

TEST_CASE("rewards that cannot be are refused in one line") {
  const char* const texts[] = {
      "rewards: {x: {unit: year, per_state: {A: 1}}}",  // no counting rule
      "counting: sometimes\nrewards: {x: {unit: year, per_state: {A: 1}}}",
      "counting: {weights: [1, 2]}\nrewards: {x: {unit: year, per_state: {A: 1}}}",
      "counting: start\nrewards: {x: {unit: year}}",
      "counting: start\nrewards: {x: {per_state: {A: 1}}}",
      "counting: start\nrewards: {x: {unit: year, per_state: {X: 1}}}",
      "counting: start\nrewards: {x: {unit: year, per_transition: {B->A: 1}}}",
      "counting: start\nrewards: {x: {unit: year, on_entry: {A: 1}}}",
      "counting: start\nrewards: {x: {unit: year, per_state: {A: {by_time_in_state: [1, 2]}}}}",
      "counting: start\nrewards: {x: {unit: year, per_state: {A: 1}, colour: red}}",
      "counting: start\ndiscount: {rule: power, money: -1%, effect: 0}\nrewards: {x: {unit: year, per_state: {A: "
      "1}}}",
      "counting: {weights: [1, 2, 4, 8]}\ndiscount: {rule: power, money: 0, effect: 0, at: end}\n"
      "rewards: {x: {unit: year, per_state: {A: 1}}}",
  };
  for (const char* text : texts) {
    CAPTURE(text);
    const Counted result = counted(text);
    CAPTURE(result.lines);
    CHECK(result.rewards.empty());
    CHECK_FALSE(result.lines.empty());
  }
}
