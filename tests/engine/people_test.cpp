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
