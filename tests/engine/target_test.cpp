#include "engine/target.hpp"

#include <catch2/catch.hpp>

#include "tests/engine/small_models.hpp"

using namespace banenplan::engine;
using test::Builder;

namespace {

// Two units with a channel each, and a channel of nobody.
Builder with_units() {
  Builder builder(3, 1, 1);
  auto& openings = builder.program.openings;
  openings.channels.resize(3);
  openings.channels[1].unit = 1;
  openings.channels[2].unit = 2;
  openings.units = 2;
  return builder;
}

std::vector<Opening> places_of(const std::vector<std::int32_t>& channels) {
  std::vector<Opening> places;
  for (const std::int32_t channel : channels) places.push_back({places.size(), channel, 10, false});
  return places;
}

std::vector<std::uint64_t> numbers(const std::vector<Opening>& places) {
  std::vector<std::uint64_t> result;
  for (const Opening& place : places) result.push_back(place.number);
  return result;
}

}  // namespace

TEST_CASE("a target is reached by as many hours as it asks for, and by those of everybody") {
  Builder builder = with_units();
  builder.program.openings.target_hours = builder.value(100.0);
  Target target(builder.program);
  target.set(builder.program.values);
  target.clear();
  target.add(1, 60);
  target.add(0, 39);
  CHECK_FALSE(target.reached(0));
  target.add(2, 1);
  CHECK(target.reached(0));
  target.add(1, -1);
  CHECK_FALSE(target.reached(2));
  target.clear();
  target.add(0, 99);
  CHECK_FALSE(target.reached(0));
}

TEST_CASE("a target grows along its curve, and without one nothing is ever reached") {
  Builder builder = with_units();
  Target none_asked(builder.program);
  none_asked.set(builder.program.values);
  none_asked.add(0, 1'000'000'000);
  CHECK_FALSE(none_asked.reached(0));
  builder.program.openings.target_hours = builder.value(100.0);
  builder.program.openings.target_curve = 0;
  builder.program.curves = {{0.25, 0.5, 1.0}};
  Target target(builder.program);
  target.set(builder.program.values);
  target.add(0, 50);
  CHECK(target.reached(0));
  CHECK(target.reached(1));
  CHECK_FALSE(target.reached(2));
}

TEST_CASE(
    "the places of the unit that lacks most hours come first, then nobody's, then those ahead of their target") {
  Builder builder = with_units();
  auto& openings = builder.program.openings;
  openings.unit_targets = {builder.value(40.0), builder.value(30.0)};
  Target target(builder.program);
  target.set(builder.program.values);
  struct Row {
    std::int32_t hours_1, hours_2;
    std::vector<std::uint64_t> order;  // of places of nobody, of unit 2, of unit 1 and of unit 1
  };
  for (const Row& row : {Row{0, 0, {2, 0, 1, 3}},       // 40 and 30 hours lack
                         Row{20, 0, {1, 0, 2, 3}},      // 20 and 30
                         Row{10, 0, {1, 0, 2, 3}},      // 30 and 30: the first of the two
                         Row{40, 31, {0, 1, 2, 3}},     // none of either, and one too many
                         Row{41, 29, {1, 0, 2, 3}}}) {  // one too many, and one lacks
    CAPTURE(row.hours_1, row.hours_2);
    target.clear();
    target.add(1, row.hours_1);
    target.add(2, row.hours_2);
    std::vector<Opening> places = places_of({0, 2, 1, 1});
    target.bring_forward(places, 0);
    CHECK(numbers(places) == row.order);
    // What stands before the place stays there.
    places = places_of({1, 0, 2});
    target.bring_forward(places, 2);
    CHECK(numbers(places) == std::vector<std::uint64_t>{0, 1, 2});
  }
  openings.unit_targets.clear();
  Target without(builder.program);
  without.set(builder.program.values);
  std::vector<Opening> places = places_of({0, 2, 1});
  without.bring_forward(places, 0);
  CHECK(numbers(places) == std::vector<std::uint64_t>{0, 1, 2});
}
