#include "models/reading/assignment.hpp"

#include <catch2/catch.hpp>

using namespace banenplan::models;

namespace {

Node tree_of(const std::string& text) {
  Problems problems;
  auto node = read_text(text, "a.yaml", problems);
  REQUIRE(node.has_value());
  return std::move(*node);
}

}  // namespace

TEST_CASE("a value is set by its path") {
  Node node = tree_of("funds: {pot: {share: 1%}}\nroute: [proef, {hours: 24}]\n");
  Problems problems;
  CHECK(set_value(node, "funds.pot.share=0.6%", problems));
  CHECK(set_value(node, "route[1].hours=32", problems));
  CHECK(set_value(node, "new.map.list=[1, 2]", problems));
  CHECK(set_value(node, "title={nl: Groot, en: Large}", problems));
  CHECK(node.find("funds")->find("pot")->find("share")->text == "0.6%");
  CHECK(*node.find("funds")->find("pot")->find("share")->position.file == "--set");
  CHECK(node.find("route")->items[1].find("hours")->text == "32");
  CHECK(node.find("new")->find("map")->find("list")->items.size() == 2);
  CHECK(node.find("title")->find("nl")->text == "Groot");
  CHECK(!problems.has_errors());
}

TEST_CASE("a value that cannot be set is refused") {
  struct Row {
    std::string assignment;
    std::string line;
  };
  const std::vector<Row> rows{
      {"funds", "--set: found \"funds\"; a value is set as key.path=value"},
      {"=1", "--set: found \"=1\"; a value is set as key.path=value"},
      {"a..b=1", "--set: found \"a..b=1\"; a value is set as key.path=value"},
      {"a[x]=1", "--set: found \"a[x]=1\"; a value is set as key.path=value"},
      {"a=*x", ""},
      {"a=&x 1", "--set: a: found an anchor (&name); write the value out"},
      {"a=1\n---\n2", "--set: a: found more after the end of the document; a file is one document"},
      {"text.more=1",
       "--set: text.more: found a path through a text or past the end of a list; keys are followed through maps and "
       "[index] through lists"},
      {"list[2]=1",
       "--set: list[2]: found a path through a text or past the end of a list; keys are followed through maps and "
       "[index] through lists"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.assignment);
    Node node = tree_of("text: a\nlist: [1, 2]\n");
    Problems problems;
    CHECK(!set_value(node, row.assignment, problems));
    const auto lines = problems.error_lines();
    REQUIRE(lines.size() == 1);
    if (!row.line.empty()) CHECK(lines[0] == row.line);
  }
}

TEST_CASE("a section for a value is there where all of its path but the last key is") {
  const Node node = tree_of("funds: {pot: {share: 1%}}\n");
  for (const char* const assignment :
       {"funds.pot.share=2%", "funds.pot.of=hire_budget", "years=3", "funds=", "a..b=1"}) {
    CAPTURE(assignment);
    CHECK(has_section_for(node, assignment));
  }
  for (const char* const assignment : {"funds.other.share=2%", "risks.levy.from=2028-01"}) {
    CAPTURE(assignment);
    CHECK_FALSE(has_section_for(node, assignment));
  }
}
