#include "engine/tally.hpp"

#include <catch2/catch.hpp>

#include "tests/engine/small_models.hpp"

using namespace banenplan::engine;
using Kind = Series::Kind;

TEST_CASE("stays become people by step, and events stand where they happened") {
  test::Builder builder(4, 1, 2);
  builder.exit(0, 1, 0.5);
  builder.program.spells = {{12}};
  builder.program.openings.channels.resize(2);
  Tally tally(builder.program);
  for (int round = 0; round < 2; ++round) {
    tally.clear();
    tally.stay(0, 0, 5);  // to the end of the horizon
    tally.stay(0, 1, 3);
    tally.hours(1, 2, 4, 24);
    tally.event(0, 2);
    tally.event(0, 2);
    tally.placed(1, 3);
    tally.spell_started(0, 1);
    tally.spell_lasts(0, 4);
    tally.refused(0);
    tally.turned_away(1, 2);
    tally.lapsed(1, 3, 7);
    tally.close();
    const std::int64_t people[] = {1, 2, 2, 1, 1};
    const std::int64_t hours[] = {0, 0, 24, 24, 0};
    for (int step = 0; step <= 4; ++step) {
      CHECK(tally.occupancy(0, step) == people[step]);
      CHECK(tally.count({Kind::occupancy, 0}, step) == people[step]);
      CHECK(tally.hours(1, step) == hours[step]);
      CHECK(tally.count({Kind::hours, 1}, step) == hours[step]);
    }
    CHECK(tally.count({Kind::exits, 0}, 2) == 2);
    CHECK(tally.count({Kind::entries, 1}, 3) == 1);
    CHECK(tally.count({Kind::spells_started, 0}, 1) == 1);
    CHECK(tally.count({Kind::spells_lasting, 0}, 4) == 1);
    CHECK(tally.count({Kind::refused_money, 0}, 0) == 1);
    CHECK(tally.count({Kind::turned_away, 1}, 2) == 1);
    CHECK(tally.count({Kind::turned_away, 0}, 2) == 0);
    CHECK(tally.count({Kind::lapsed, 1}, 3) == 7);
    CHECK(tally.count({Kind::lapsed, 0}, 3) == 0);
    CHECK(tally.count({Kind::flow, 0}, 0) == 0);
  }
}
