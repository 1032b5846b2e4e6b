#include "engine/appraisal.hpp"

#include <catch2/catch.hpp>

using namespace banenplan::engine;
using Standing = FrontierPlace::Standing;
using Kind = Increment::Kind;

TEST_CASE("the frontier is the published one") {
  // Alarid-Escudero et al. 2023, Med Decis Making 43(1), 3-20, table of costs and effects and table of the ICERs;
  // full-precision costs and effects from the authors' code.
  const std::vector<double> costs{151579.86595739, 284804.513370573, 259100.410617004, 378875.198394492};
  const std::vector<double> effects{20.7113314643222, 21.4986628084375, 22.1844651408455, 23.1368441350026};
  const auto places = icer_frontier(costs, effects);
  REQUIRE(places.size() == 4);
  CHECK(places[0].standing == Standing::efficient);
  CHECK(places[0].against == none);
  CHECK(places[1].standing == Standing::dominated);
  CHECK(places[2].against == 0);
  CHECK(places[2].ratio == Approx(72987.6360667).epsilon(1e-11));
  CHECK(places[3].against == 2);
  CHECK(places[3].ratio == Approx(125763.785754).epsilon(1e-11));
}

TEST_CASE("who is off the frontier is told why") {
  // By hand: 1 -> 2 costs 10 a unit, 2 -> 3 only 5 a unit: a mix of 1 and 3 beats 2. 4 repeats 3, 5 is worse than 3.
  const auto places = icer_frontier({0, 10, 15, 15, 16}, {0, 1, 2, 2, 2});
  CHECK(places[0].standing == Standing::efficient);
  CHECK(places[1].standing == Standing::extendedly_dominated);
  CHECK(places[2].standing == Standing::efficient);
  CHECK(places[2].against == 0);
  CHECK(places[2].ratio == 7.5);
  CHECK(places[3].standing == Standing::same_as_earlier);
  CHECK(places[4].standing == Standing::dominated);
  CHECK(icer_frontier({}, {}).empty());
  CHECK(icer_frontier({1}, {1})[0].standing == Standing::efficient);
  // On one line nobody is dominated.
  CHECK(icer_frontier({0, 1, 2}, {0, 1, 2})[1].standing == Standing::efficient);
}

TEST_CASE("an increment has a ratio only where one means something") {
  struct Row {
    double cost, effect;
    Kind kind;
    double ratio;
  };
  const Row rows[] = {
      {120, 12, Kind::costs_more_brings_more, 10},
      {80, 9, Kind::saves_and_brings_less, 20},
      {100, 10, Kind::equal, 0},
      {100, 10 + 1e-13, Kind::equal, 0},
      {90, 10, Kind::dominates, 0},
      {100, 11, Kind::dominates, 0},
      {90, 11, Kind::dominates, 0},
      {110, 10, Kind::is_dominated, 0},
      {100, 9, Kind::is_dominated, 0},
      {110, 9, Kind::is_dominated, 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.cost, row.effect);
    const Increment result = increment(row.cost, row.effect, 100, 10);
    CHECK(result.kind == row.kind);
    CHECK(result.ratio == Approx(row.ratio));
    CHECK(result.has_ratio() == (row.ratio != 0));
  }
}
