#include "models/reading/problems.hpp"

#include <catch2/catch.hpp>

using namespace banenplan::models;

TEST_CASE("a problem is one line of what is known of it") {
  struct Row {
    Problem problem;
    const char* line;
  };
  const Row rows[] = {
      {{Position::in("a.yaml", 3, 5), "funds.pot", "found 1", "allowed is 2", "2"},
       R"(a.yaml:3:5: funds.pot: found 1; allowed is 2; did you mean "2"?)"},
      {{Position::in("a.yaml", 3, 5), "", "found 1", "", ""}, "a.yaml:3:5: found 1"},
      {{Position::in("--set"), "a.b", "found 1", "allowed is 2", ""}, "--set: a.b: found 1; allowed is 2"},
      {{{}, "", "found 1", "allowed is 2", ""}, "found 1; allowed is 2"},
      {{Position::in("a\nb.yaml"), "c\x1b[0m", "found 1", "", ""}, "a\\nb.yaml: c\\u001b[0m: found 1"},
  };
  for (const Row& row : rows) {
    Problems problems;
    problems.error(row.problem);
    problems.warning(row.problem);
    CHECK(problems.error_lines() == std::vector<std::string>{row.line});
    CHECK(problems.warning_lines() == std::vector<std::string>{row.line});
  }
}

TEST_CASE("a warning is no error") {
  Problems problems;
  problems.warning({Position::in("a.yaml"), "x", "found 1", "", ""});
  CHECK_FALSE(problems.has_errors());
  problems.error(Position::in("a.yaml"), "x", "found 1", "");
  CHECK(problems.has_errors());
}

TEST_CASE("an unknown key is pointed to where its name belongs") {
  Problems problems;
  problems.known_name("share", "funds.pot.share");
  problems.known_name("share", "elsewhere.share");  // the first place is told
  problems.error(Position::in("a.yaml", 1, 1), "shaer", "found a key that is not known here", "", "", "shaer");
  problems.error(Position::in("a.yaml", 2, 1), "weather", "found a key that is not known here", "", "", "weather");
  CHECK(problems.error_lines() ==
        std::vector<std::string>{
            R"(a.yaml:1:1: shaer: found a key that is not known here; did you mean "funds.pot.share"?)",
            "a.yaml:2:1: weather: found a key that is not known here"});
}

TEST_CASE("more errors than anybody reads are counted") {
  Problems problems;
  for (std::size_t k = 0; k < Problems::kept + 5; ++k) problems.error(Position::in("a.yaml"), "", "found 1", "");
  const auto lines = problems.error_lines();
  REQUIRE(lines.size() == Problems::kept + 1);
  CHECK(lines.back() == "and 5 more errors");
}

TEST_CASE("bytes are UTF-8 as Unicode has it") {
  struct Row {
    const char* bytes;
    bool good;
    std::size_t bad;
  };
  // Unicode 15, table 3-7.
  const Row rows[] = {{"caf\xc3\xa9", true, 0},       {"\xf0\x9f\x8f\x9b", true, 0},  {"a\xc3", false, 1},
                      {"\xc0\xaf", false, 0},         {"ab\xe0\x80\xaf", false, 2},   {"\xed\xa0\x80", false, 0},
                      {"\xf4\x90\x80\x80", false, 0}, {"\xf5\x80\x80\x80", false, 0}, {"\x80", false, 0}};
  for (const Row& row : rows) {
    std::size_t bad = 0;
    CAPTURE(row.bytes);
    CHECK(is_utf8(row.bytes, bad) == row.good);
    CHECK(bad == row.bad);
  }
}
