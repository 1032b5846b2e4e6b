#include "engine/program.hpp"

#include <catch2/catch.hpp>

#include "tests/engine/small_models.hpp"

using namespace banenplan::engine;

TEST_CASE("events are numbered state by state, exits before branches") {
  test::Builder builder(12, 1, 3);
  builder.exit(0, 1, 0.1);
  builder.exit(0, 2, 0.1);
  builder.state(1).at_expiry = {{0, 0}, {2, 0}};
  builder.exit(2, 0, 0.1);
  builder.state(2).at_expiry = {{1, 0}};
  const EventNumbers events(builder.program);
  CHECK(events.of_exit(0, 1) == 1);
  CHECK(events.of_branch(1, 0) == 2);
  CHECK(events.of_branch(1, 1) == 3);
  CHECK(events.of_exit(2, 0) == 4);
  CHECK(events.of_branch(2, 0) == 5);
  CHECK(events.count() == 6);
}

TEST_CASE("years are counted up to the last one begun, and whole numbers rounded") {
  Program program;
  for (const auto& [steps, per_year, years] : {std::tuple{24, 12, 2}, {25, 12, 3}, {1, 12, 1}, {20, 1, 20}}) {
    program.steps = steps;
    program.steps_per_year = per_year;
    CHECK(program.years() == years);
  }
  CHECK(whole(2.0) == 2);
  CHECK(whole(2.4999) == 2);
  CHECK(whole(2.5) == 3);
}
