#include "engine/people.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/elementary.hpp"
#include "tests/engine/small_models.hpp"

using namespace banenplan::engine;
using test::Builder;

namespace {

constexpr int people = 100'000;

Attribute attribute(Attribute::Kind kind, ValueIndex first, std::int32_t levels, std::int32_t parent = none) {
  Attribute result;
  result.kind = kind;
  result.first = first;
  result.levels = levels;
  result.parent = parent;
  return result;
}

// Within 5 standard errors of a share.
bool fits(int count, int of, double share) {
  return std::abs(count - of * share) < 5 * std::sqrt(of * share * (1 - share)) + 1e-9;
}

}  // namespace

TEST_CASE("traits have the shares that the model gives them") {
  Builder builder(12, people, 1);
  const ValueIndex shares = builder.value(0.2);
  builder.value(0.5);
  builder.value(0.3);
  const ValueIndex by_parent = builder.value(0.9);  // rows by the level of the first attribute
  for (const double number : {0.1, 0.4, 0.6, 0.0, 1.0}) builder.value(number);
  const ValueIndex uniform = builder.value(3.0);
  builder.value(7.0);
  const ValueIndex normal = builder.value(0.6);
  for (const double number : {0.2, 0.3, 1.0}) builder.value(number);
  builder.program.population.attributes = {
      attribute(Attribute::Kind::shares, shares, 3), attribute(Attribute::Kind::shares, by_parent, 2, 0),
      attribute(Attribute::Kind::uniform, uniform, 8), attribute(Attribute::Kind::truncated_normal, normal, 101),
      attribute(Attribute::Kind::set_by_placement, none, 0)};
  Traits traits(builder.program);
  traits.set(builder.program.values);
  const Luck luck(1, 0);
  int first[3] = {}, second[3] = {}, third[8] = {}, below_half = 0;
  std::uint8_t lowest = 255, highest = 0;
  for (std::uint64_t person = 0; person < people; ++person) {
    std::uint8_t levels[5];
    traits.draw(luck, person, levels);
    ++first[levels[0]];
    second[levels[0]] += levels[1];
    ++third[levels[2]];
    below_half += levels[3] < 50;
    lowest = std::min(lowest, levels[3]);
    highest = std::max(highest, levels[3]);
    REQUIRE(levels[4] == 0);
  }
  CHECK(fits(first[0], people, 0.2));
  CHECK(fits(first[1], people, 0.5));
  CHECK_FALSE(fits(first[1], people, 0.55));
  CHECK(fits(second[0], first[0], 0.1));
  CHECK(fits(second[1], first[1], 0.6));
  CHECK(second[2] == first[2]);
  for (int level = 3; level <= 7; ++level) CHECK(fits(third[level], people, 0.2));
  CHECK(lowest == 30);
  CHECK(highest == 100);
  const auto below = [](double x) { return normal_probability((x - 0.6) / 0.2); };
  CHECK(fits(below_half, people, (below(0.495) - below(0.3)) / (below(1.0) - below(0.3))));
}

TEST_CASE("people begin where and when the model says, and shares need not add up") {
  Builder builder(24, people, 3);
  builder.start(0, 0.2, 5);
  builder.start(2, 0.6, 1);
  builder.program.population.entrants = people;
  builder.program.population.entry = {{1, 0, builder.value(1.0)}};
  Beginnings beginnings;
  beginnings.set(builder.program, builder.program.values);
  const Luck luck(1, 0);
  int in_first = 0;
  int birthdays[12] = {};
  for (int person = 0; person < people; ++person) {
    const Beginning beginning = beginnings.draw(builder.program, luck, person);
    in_first += beginning.state == 0;
    REQUIRE(beginning.elapsed == (beginning.state == 0 ? 5 : 1));
    REQUIRE(beginning.step == 0);
    ++birthdays[beginning.birth_month];
  }
  CHECK(fits(in_first, people, 0.25));
  for (const int count : birthdays) CHECK(fits(count, people, 1.0 / 12));
  int previous = 0;
  int by_step[24] = {};
  for (int person = people; person < 2 * people; ++person) {
    const Beginning beginning = beginnings.draw(builder.program, luck, person);
    REQUIRE(beginning.state == 1);
    REQUIRE(beginning.step >= previous);  // they come in the order of their numbers
    previous = beginning.step;
    ++by_step[beginning.step];
  }
  for (const int count : by_step) CHECK(std::abs(count - people / 24) <= 2);
}

TEST_CASE("entrants come when the model says, at the age that was drawn, and as their origin has it") {
  Builder builder(24, 0, 3);
  Program& program = builder.program;
  program.population.entrants = people;
  const ValueIndex third = builder.value(1.0 / 3);
  const ValueIndex half = builder.value(0.5);
  // A third of half of them, and half of the other half.
  program.population.entry = {{1, 0, third, half, 0}, {2, 0, half, half, 1}};
  for (int step = 1; step <= 24; ++step)
    program.population.arrivals.push_back(step <= 12 ? step / 48.0 : step / 16.0 - 0.5);
  program.population.attributes = {attribute(Attribute::Kind::uniform, none, 70, by_origin),
                                   attribute(Attribute::Kind::shares, none, 2, by_origin)};
  program.population.attributes[0].first = builder.value(20);
  for (const double number : {60.0, 16.0, 18.0}) builder.value(number);
  program.population.attributes[1].first = builder.value(0.9);
  for (const double number : {0.1, 0.2, 0.8}) builder.value(number);
  program.population.age_attribute = 0;
  Beginnings beginnings;
  beginnings.set(program, program.values);
  Traits traits(program);
  traits.set(program.values);
  const Luck luck(1, 0);
  int in_first_year = 0, of_origin = 0, first_level = 0, previous = 0;
  for (int person = 0; person < people; ++person) {
    const Beginning beginning = beginnings.draw(program, luck, person);
    REQUIRE(beginning.step >= previous);
    previous = beginning.step;
    in_first_year += beginning.step < 12;
    REQUIRE(beginning.state == (beginning.origin == 1 ? 2 : 1));
    std::uint8_t levels[2];
    traits.draw(luck, static_cast<std::uint64_t>(person), levels, beginning.origin);
    REQUIRE((beginning.origin == 1 ? levels[0] >= 16 && levels[0] <= 18 : levels[0] >= 20 && levels[0] <= 60));
    REQUIRE((beginning.step + beginning.birth_month) / 12 == 0);
    REQUIRE(beginning.step + beginning.birth_month >= 0);
    of_origin += beginning.origin;
    first_level += beginning.origin == 1 && levels[1] == 0;
  }
  CHECK(std::abs(in_first_year - people / 4) <= 2);
  CHECK(fits(of_origin, people, 0.6));
  CHECK(fits(first_level, of_origin, 0.2));
}

TEST_CASE("what is known of people is not drawn") {
  Builder builder(24, 3, 3);
  Program& program = builder.program;
  builder.start(0, 1.0, 2);
  const ValueIndex shares = builder.value(0.0);
  builder.value(1.0);
  program.population.attributes = {attribute(Attribute::Kind::shares, shares, 2),
                                   attribute(Attribute::Kind::set_by_placement, none, 0)};
  program.population.known = {{2, 7, {0, none}}, {none, 0, {none, 9}}};
  struct Row {
    StateIndex state;
    std::int32_t elapsed;
    int first, second;
  };
  const Row rows[] = {{2, 7, 0, 0}, {0, 2, 1, 9}, {0, 2, 1, 0}};
  Beginnings beginnings;
  beginnings.set(program, program.values);
  Traits traits(program);
  traits.set(program.values);
  const Luck luck(1, 0);
  for (int person = 0; person < 3; ++person) {
    CAPTURE(person);
    const Beginning beginning = beginnings.draw(program, luck, person);
    std::uint8_t levels[2];
    traits.draw(luck, static_cast<std::uint64_t>(person), levels);
    CHECK(beginning.state == rows[person].state);
    CHECK(beginning.elapsed == rows[person].elapsed);
    CHECK(levels[0] == rows[person].first);
    CHECK(levels[1] == rows[person].second);
  }
}

TEST_CASE("a queue gives each of its people the same chance, and forgets who leaves") {
  Queue queue;
  queue.reset(5, 2);
  for (int person = 0; person < 4; ++person) queue.add(person, 0);
  queue.add(4, 1);
  CHECK(queue.size(0) == 4);
  queue.remove(1);
  queue.remove(1);
  CHECK(queue.size(0) == 3);
  int found[5] = {};
  for (int k = 0; k < 300; ++k) ++found[queue.at(0, (k + 0.5) / 300)];
  CHECK(found[0] == 100);
  CHECK(found[1] == 0);
  CHECK(found[2] == 100);
  CHECK(found[3] == 100);
  CHECK(queue.at(1, 0.999) == 4);
  for (const int person : {3, 0, 2}) queue.remove(person);
  CHECK(queue.size(0) == 0);
  queue.add(1, 0);
  CHECK(queue.at(0, 0.5) == 1);
}
