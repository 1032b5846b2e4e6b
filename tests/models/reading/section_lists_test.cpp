#include <catch2/catch.hpp>

#include "models/reading/section.hpp"

using namespace banenplan::models;
using banenplan::engine::Month;

namespace {

struct Read {
  explicit Read(const std::string& text) : tree(*read_text(text, "a.yaml", problems)), section(tree, problems) {}
  Problems problems;
  Node tree;
  Section section;
};

}  // namespace

TEST_CASE("a single value stands for a list of one") {
  const Read read("{a: x, b: 12%, c: 2026-01, d: strong, e: 3}");
  CHECK(read.section.texts("a") == std::vector<std::string>{"x"});
  CHECK(read.section.names("a") == std::vector<std::string>{"x"});
  CHECK(read.section.shares("b") == std::vector<double>{0.12});
  CHECK(read.section.months("c") == std::vector<Month>{Month::of(2026, 1)});
  CHECK(read.section.choice_indices("d", {"weak", "strong"}) == std::vector<std::size_t>{1});
  CHECK(read.section.numbers("e") == std::vector<double>{3});
  CHECK_FALSE(read.problems.has_errors());
}

TEST_CASE("a list keeps what is good in it and refuses the rest by its place") {
  const Read read("{a: [x, [], y], b: [1, x, 3], c: [weak, srong]}");
  CHECK(read.section.texts("a") == std::vector<std::string>{"x", "y"});
  CHECK(read.section.numbers("b") == std::vector<double>{1, 3});
  CHECK(read.section.choice_indices("c", {"weak", "strong"}) == std::vector<std::size_t>{0});
  const auto lines = read.problems.error_lines();
  REQUIRE(lines.size() == 3);
  CHECK(lines[1] == R"(a.yaml:1:24: b[1]: found "x"; a number is written as 12.5)");
  CHECK(lines[2] == R"(a.yaml:1:41: c[1]: found "srong"; allowed is weak or strong; did you mean "strong"?)");
}

TEST_CASE("a list has as many items as are allowed") {
  struct Row {
    Count count;
    const char* line;
  };
  const Row rows[] = {
      {{3, 3}, "a.yaml:1:5: a: found a list of 2; a list of 3 is expected"},
      {{0, 1}, "a.yaml:1:5: a: found a list of 2; a list of 0 to 1 is expected"},
      {{3}, "a.yaml:1:5: a: found a list of 2; a list of at least 3 is expected"},
  };
  for (const Row& row : rows) {
    const Read read("{a: [1, 2]}");
    CHECK(read.section.numbers("a", any_number, row.count).empty());
    CHECK(read.problems.error_lines() == std::vector<std::string>{row.line});
  }
  const Read none("{b: 1}");
  CHECK(none.section.numbers("a", any_number, {1, 2}).empty());
  CHECK(none.problems.error_lines() ==
        std::vector<std::string>{"a.yaml:1:1: a: found nothing; this key is required"});
}

TEST_CASE("maps with names of the user give numbers and texts in the order of the file") {
  const Read read("{shares: {z: 12%, a: 3}, sources: {z: here, a: there}}");
  using Number = std::pair<std::string, double>;
  using Text = std::pair<std::string, std::string>;
  CHECK(read.section.section("shares").numbers_by_name() == std::vector<Number>{{"z", 0.12}, {"a", 3}});
  CHECK(read.section.section("sources").texts_by_name() == std::vector<Text>{{"z", "here"}, {"a", "there"}});
  read.section.finish();
  CHECK_FALSE(read.problems.has_errors());
}
