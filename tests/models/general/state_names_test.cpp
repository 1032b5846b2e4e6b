#include "models/general/state_names.hpp"

#include <catch2/catch.hpp>

using namespace banenplan::models;
using banenplan::engine::none;

TEST_CASE("moves between states by name") {
  Problems problems;
  const auto tree = read_text("states: [well, ill, dead]\non: x", "a.yaml", problems);
  REQUIRE(tree);
  const Section section{*tree, problems};
  const StateNames states = read_states(section);
  CHECK(states.size() == 3);
  CHECK(states[2] == "dead");
  CHECK(states.find(section, "on", "ill") == 1);
  const auto move = states.move(section, "on", "any->dead");
  REQUIRE(move);
  CHECK(move->from == none);
  CHECK(move->covers(0, 2));
  CHECK_FALSE(move->covers(0, 1));
  CHECK(states.move(section, "on", "well->any")->covers(0, 1));
  CHECK_FALSE(problems.has_errors());
  CHECK_FALSE(states.move(section, "on", "well->ded"));
  CHECK_FALSE(states.move(section, "on", "well"));
  CHECK(problems.error_lines() ==
        std::vector<std::string>{
            R"(a.yaml:2:5: on: found "ded"; a name from states is expected; did you mean "dead"?)",
            R"(a.yaml:2:5: on: found "well"; a move is written A->B, any->B, A->any or any->any)"});
}

TEST_CASE("names of states are different and not words of the format") {
  for (const char* text :
       {"states: [a, a]", "states: [a, any]", "states: [a, rest]", "states: ['a->b', c]", "states: [a]"}) {
    CAPTURE(text);
    Problems problems;
    const auto tree = read_text(text, "a.yaml", problems);
    REQUIRE(tree);
    read_states(Section{*tree, problems});
    CHECK(problems.errors().size() == 1);
  }
}
