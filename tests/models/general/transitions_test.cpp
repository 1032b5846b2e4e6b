#include "models/general/transitions.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/hazard.hpp"

using namespace banenplan;
using namespace banenplan::models;

namespace {

struct Compiled {
  engine::Program program;
  std::vector<std::string> lines;

  // Probabilities by which a step ends the stay in the first state, as the engine has them.
  std::vector<double> leaving(int elapsed, int step) const {
    std::vector<double> hazards;
    engine::Hazards(program, program.values).of(program.states[0], elapsed, step, hazards);
    double total = 0.0;
    for (const double hazard : hazards) total += hazard;
    std::vector<double> result;
    for (const double hazard : hazards) result.push_back(total > 0.0 ? -std::expm1(-total) * hazard / total : 0.0);
    return result;
  }
};

Compiled compiled(const std::string& text) {
  Problems problems;
  const auto tree =
      read_text("time: {unit: month, steps: 24, start: 2027-03, age_at_start: 25}\nstates: [A, B, C]\n" + text,
                "a.yaml", problems);
  Compiled result;
  if (tree) {
    const Section section{*tree, problems};
    const Timeline timeline = read_timeline(section);
    result.program.steps = timeline.steps;
    result.program.steps_per_year = timeline.steps_per_year;
    result.program.start = *timeline.start;
    compile_transitions(section, read_states(section), timeline, result.program);
    section.finish();
  }
  result.lines = problems.error_lines();
  return result;
}

double p(double rate) {
  return -std::expm1(-rate);
}

}  // namespace

TEST_CASE("entries of a state become the probabilities that they stand for") {
  struct Row {
    const char* text;
    int elapsed, step;
    std::vector<double> expected;  // in the order of the file, those under `first` in front
  };
  const double weibull = std::pow(4 / 12.5, 1.1) - std::pow(3 / 12.5, 1.1);
  const std::vector<Row> rows{
      {"transitions: {A: {B: 0.2, C: 30%}}", 0, 0, {0.2, 0.3}},
      {"transitions: {A: {B: 0.2, C: rest}}", 0, 0, {0.2, 0.8}},
      {"transitions: {A: {A: 0.5, B: 0.2, C: rest}}", 0, 0, {0.2, 0.3}},
      {"transitions: {A: {A: rest, B: 0.2}}", 0, 0, {0.2}},
      {"transitions: {A: {A: 0.8, B: 0.2}}", 0, 0, {0.2}},
      {"transitions: {A: {counts: {A: 50, B: 30, C: 20}}}", 0, 0, {0.3, 0.2}},
      // Competing rates share the probability of leaving; separate ones each have their own.
      {"transitions: {A: {B: {rate: 0.1}, C: {rate: 0.3}}}", 0, 0, {p(0.4) * 0.25, p(0.4) * 0.75}},
      {"rates: separate\ntransitions: {A: {B: {rate: 0.1}, C: {rate: 0.3}}}", 0, 0, {p(0.1), p(0.3)}},
      // Conditional on what comes first.
      {"transitions: {A: {first: [C], B: 0.5, C: 0.2}}", 0, 0, {0.2, 0.4}},
      {"rates: separate\ntransitions: {A: {first: [C], B: {rate: 0.5}, C: {rate: 0.2}}}",
       0,
       0,
       {p(0.2), p(0.5) * (1 - p(0.2))}},
      {"transitions: {A: {first: [C], B: {rate: 0.5}, C: {rate: 0.2}}}", 0, 0, {p(0.2), p(0.5) * (1 - p(0.2))}},
      // By time in the state, model time, age, month; also both times when they are no product.
      {"transitions: {A: {B: {by_time_in_state: [0.1, 0.2]}}}", 7, 0, {0.2}},
      {"transitions: {A: {B: {weibull: {shape: 1.1, scale: 12.5}}}}", 3, 0, {p(weibull)}},
      {"transitions: {A: {B: {by_age: {25: 0.1, 26+: 0.3}}}}", 0, 12, {0.3}},
      {"transitions: {A: {B: {probability: {value: 0.5, by_month_of_year: [1, 1, 0.4, 1, 1, 1, 1, 1, 1, 1, 1, 1]}}}}",
       0,
       12,
       {0.2}},
      {"transitions: {A: {first: [C], B: {by_time_in_state: [0.1, 0.2]}, C: {by_step: {1: 0.5, 2+: 0.25}}}}",
       3,
       9,
       {0.25, 0.15}},
      // Ratios, each in its own way, and only in its steps.
      {"transitions: {A: {B: 0.2, C: 0.1}}\nratios: {x: {relative_risk: 0.5, on: [A->any], steps: 1-2}}",
       0,
       1,
       {0.1, 0.05}},
      {"transitions: {A: {B: 0.2, C: 0.1}}\nratios: {x: {relative_risk: 0.5, on: [A->any], steps: 1-2}}",
       0,
       2,
       {0.2, 0.1}},
      {"transitions: {A: {B: 0.2}}\nratios: {x: {hazard_ratio: 3, on: [any->B]}}", 0, 0, {1 - std::pow(0.8, 3)}},
      {"transitions: {A: {B: {rate: 0.2}}}\nratios: {x: {hazard_ratio: 3, on: [any->B]}}", 0, 0, {p(0.6)}},
      {"transitions: {A: {B: 0.2}}\nratios: {x: {odds_ratio: 4, on: [A->B]}}", 0, 0, {0.5}},
      {"transitions: {A: {B: {rate: 0.2}}}\nratios: {x: {odds_ratio: 4, on: [A->B]}}",
       0,
       0,
       {4 * p(0.2) / (1 + 3 * p(0.2))}},
      {"transitions: {A: {B: 1}}\nratios: {x: {hazard_ratio: 0, on: [A->B]}}", 0, 0, {0.0}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Compiled result = compiled(row.text);
    CAPTURE(result.lines);
    REQUIRE(result.lines.empty());
    const auto found = result.leaving(row.elapsed, row.step);
    REQUIRE(found.size() == row.expected.size());
    for (std::size_t k = 0; k < found.size(); ++k) CHECK(found[k] == Approx(row.expected[k]).epsilon(1e-13));
  }
}

TEST_CASE("a value that repeats every year is kept by month, others by step") {
  const auto seasonal =
      compiled("transitions: {A: {B: {by_month_of_year: [0.3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.1]}}}");
  REQUIRE(seasonal.lines.empty());
  CHECK(seasonal.program.states[0].exits[0].by_month_of_year.size() == 12);
  CHECK(seasonal.leaving(0, 9)[0] == Approx(0.1));   // December
  CHECK(seasonal.leaving(0, 22)[0] == Approx(0.3));  // January of the next year
  const auto once = compiled("transitions: {A: {B: {by_step: {1-5: 0.3, 6+: 0.1}}}}");
  CHECK(once.program.states[0].exits[0].by_time.front().from == std::vector<int>{0, 5});
}

TEST_CASE("transitions that cannot be are refused in one line") {
  struct Row {
    const char* text;
    const char* line;  // after the place
  };
  const char* const sum = "; the probabilities of a state add up to at most 1, and to 1 with its own entry";
  const Row rows[] = {
      {"transitions: {A: {B: 0.6, C: 0.4000001}}", "transitions.A: found probabilities that add up to 1.0000001"},
      {"transitions: {A: {A: 0.1, B: 0.6}}", "transitions.A: found probabilities that add up to 0.7"},
      {"transitions: {A: {A: 0.6, B: 0.6, C: rest}}", "transitions.A: found probabilities that add up to 1.2"},
      {"transitions: {A: {B: 1.2}}", "transitions.A.B: found \"1.2\"; a share is from 0 to 1"},
      {"transitions: {A: {B: {rate: -0.1}}}", "transitions.A.B.rate: found \"-0.1\"; a share is at least 0"},
      {"transitions: {A: {B: {value: 0.6, by_step: {1-3: 1, 4+: 2}}}}",
       "transitions.A: found a probability of 1.2 in step 4"},
      {"transitions: {A: {B: {by_time_in_state: [0.5, 0.8]}, C: 0.3}}",
       "transitions.A: found probabilities that add up to 1.1 after 1 steps in the state"},
      {"transitions: {A: {B: {rate: 0.1}, C: 0.3}}",
       "transitions.A: found probabilities and competing rates together"},
      {"transitions: {A: {X: 0.1}}", "transitions.A.X: found \"X\"; a name from states is expected"},
      {"transitions: {X: {A: 0.1}}", "transitions.X: found \"X\"; a name from states is expected"},
      {"transitions: {A: {B: {rate: 0.1, probability: 0.1}}}", "transitions.A.B: found 2 chances"},
      {"transitions: {A: {B: {hazard: 0.1}}}", "transitions.A.B: found 0 chances"},
      {"transitions: {A: {A: {rate: 1}}}", "transitions.A.A: found a rate of staying"},
      {"transitions: {A: {B: rest, C: rest}}", "transitions.A.C: found a second rest"},
      {"transitions: {A: {first: [C], B: 0.1}}", "transitions.A.first: found \"C\""},
      {"transitions: {A: {counts: {A: 1}, B: 0.1}}", "transitions.A.counts: found other entries beside it"},
      {"transitions: {A: {counts: {A: 0}}}", "transitions.A.counts: found nothing to count"},
      {"transitions: {A: {B: 0.1}}\nratios: {x: {on: [A->B]}}", "ratios.x: found 0 ratios"},
      {"transitions: {A: {B: 0.1}}\nratios: {x: {hazard_ratio: 1, on: [A->B], steps: 24-25}}",
       "ratios.x.steps: found other steps than the model has"},
      {"transitions: {A: {B: 0.6}}\nratios: {x: {relative_risk: 2, on: [A->B]}}",
       "transitions.A: found a probability of 1.2"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto lines = compiled(row.text).lines;
    REQUIRE_FALSE(lines.empty());
    CAPTURE(lines.front());
    const std::string& line = lines.front();
    const auto place = line.find(": ") + 2;
    CHECK(line.substr(place).rfind(row.line, 0) == 0);
  }
  CHECK(compiled("transitions: {A: {B: 1.0000000001, C: 0}}").lines.size() == 1);
  CHECK(compiled("transitions: {A: {B: 0.5000000001, C: 0.5}}").lines.empty());
  CHECK(compiled("transitions: {A: {B: 0.6, C: 0.6}}").lines.front().find(sum) != std::string::npos);
}
