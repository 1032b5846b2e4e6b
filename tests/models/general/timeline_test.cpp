#include "models/general/timeline.hpp"

#include <catch2/catch.hpp>

using namespace banenplan::models;

namespace {

// The value of `x` in a model of 30 months from November 2027, of people of 25 years at the start.
std::pair<Varying, std::vector<std::string>> varying(const std::string& text) {
  Problems problems;
  const auto tree =
      read_text("time: {unit: month, steps: 30, start: 2027-11, age_at_start: 25}\n" + text, "a.yaml", problems);
  REQUIRE(tree);
  const Section section{*tree, problems};
  const Timeline timeline = read_timeline(section);
  const Varying value = read_varying(section, "x", timeline, not_negative);
  section.finish();
  return {value, problems.error_lines()};
}

}  // namespace

TEST_CASE("a value is a product of what stands there") {
  struct Row {
    const char* text;
    int elapsed, step;
    double expected;
  };
  const Row rows[] = {
      {"x: 12%", 5, 5, 0.12},
      {"x: {value: 0.5}", 5, 5, 0.5},
      {"x: {by_time_in_state: [1, 2, 3]}", 1, 9, 2.0},
      {"x: {by_time_in_state: [1, 2, 3]}", 29, 0, 3.0},
      {"x: {by_step: {1-2: 7, 3+: 8}}", 0, 1, 7.0},
      {"x: {by_step: {1-2: 7, 3+: 8}}", 0, 2, 8.0},
      {"x: {by_age: {25: 1, 26-40: 2}}", 0, 11, 1.0},
      {"x: {by_age: {25: 1, 26-40: 2}}", 0, 12, 2.0},
      {"x: {by_month_of_year: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]}", 0, 0, 11.0},
      {"x: {by_month_of_year: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]}", 0, 14, 1.0},
      {"x: {value: 10, by_time_in_state: [1, 3], by_step: {1: 5, 2+: 2}}", 4, 4, 60.0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto [value, lines] = varying(row.text);
    CAPTURE(lines);
    CHECK(lines.empty());
    CHECK(value.at(row.elapsed, row.step) == row.expected);
  }
  CHECK(varying("x: {by_time_in_state: [1, 2, 3]}").first.rows() == 3);
  CHECK(varying("x: {by_step: {1-30: 1}}").first.varies_by_step());
  CHECK_FALSE(varying("x: 1").first.varies_by_step());
}

TEST_CASE("ranges that leave something out or overlap are refused in one line") {
  struct Row {
    const char* text;
    const char* line;
  };
  const Row rows[] = {
      {"x: {by_step: {1-2: 7}}",
       "a.yaml:2:14: x.by_step: found nothing for 3; ranges cover all that the model reaches"},
      {"x: {by_step: {1-20: 7, 20+: 1}}", "a.yaml:2:29: x.by_step.20+: found 20 twice; ranges do not overlap"},
      {"x: {by_age: {2-: 7, 0+: 1}}", "a.yaml:2:18: x.by_age.2-: found \"2-\"; a range is written 3, 1-2 or 3+"},
      {"x: {by_step: {1+: -1}}", "a.yaml:2:19: x.by_step.1+: found \"-1\"; a number is at least 0"},
      {"x: {by_moon: [1]}",
       "a.yaml:2:4: x: found a map; a value is a number, or a map of value, by_time_in_state, by_step, by_age or "
       "by_month_of_year"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto lines = varying(row.text).second;
    REQUIRE_FALSE(lines.empty());
    CHECK(lines.front() == row.line);
  }
}

TEST_CASE("spans") {
  CHECK(span_from("3")->last == 3);
  CHECK(span_from("1-2")->first == 1);
  CHECK(span_from("4+")->last > 1000);
  for (const char* text : {"", "-", "1-", "2-1", "a", "+", "-1+", "1-2-3"}) {
    CAPTURE(text);
    CHECK_FALSE(span_from(text));
  }
}
