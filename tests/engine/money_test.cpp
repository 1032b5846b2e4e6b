#include "engine/money.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "tests/engine/small_models.hpp"
#include "tests/generators.hpp"

using namespace banenplan::engine;
using banenplan::test::any_from;
using test::Builder;

namespace {

constexpr int steps = 30;

// Cents in each step of a stay from `entered` up to `to`.
std::vector<Cents> by_step(const Program& program, const Flow& flow, const Stay& stay, std::int32_t from,
                           std::int32_t to) {
  Amounts amounts(program);
  amounts.set(program.values);
  std::vector<Cents> result(steps, 0);
  std::int32_t last = from;
  amounts.each(flow, stay, from, to, [&](std::int32_t begin, std::int32_t end, Cents cents) {
    REQUIRE(begin >= last);
    REQUIRE(end > begin);
    REQUIRE(end <= to);
    last = end;
    for (std::int32_t step = begin; step < end; ++step) result[static_cast<std::size_t>(step)] += cents;
  });
  return result;
}

struct Example {
  Builder builder{steps, 1, 1};  // starts in April: January is step 9 and 21
  Flow flow;
  std::uint8_t levels[2] = {20, 50};

  Example() {
    Program& program = builder.program;
    program.prices.resize(1);
    for (int step = 0; step < steps; ++step) program.prices[0].push_back(100 + step / 6);
    program.population.age_attribute = 0;
    program.population.ages_matter_until = 23;
    program.tables.assign(256, 0.5);
    for (std::size_t age = 0; age < 22; ++age) program.tables[age] = 0.1 * static_cast<double>(age - 16);
    flow.series = 0;
  }
  Stay stay(std::int32_t entered, std::int32_t elapsed = 0) const { return {levels, 3, entered, elapsed}; }
  std::vector<Cents> amounts(std::int32_t from, std::int32_t to, const Stay& stay) const {
    return by_step(builder.program, flow, stay, from, to);
  }
};

}  // namespace

TEST_CASE("an amount is price x scale x factors in each step, rounded once") {
  Example example;
  example.flow.scales = {example.builder.value(0.12345)};
  const auto found = example.amounts(2, 20, example.stay(2));
  for (int step = 0; step < steps; ++step) {
    const Cents right = step < 2 || step >= 20 ? 0 : to_cents((100 + step / 6) * 0.12345);
    CHECK(found[static_cast<std::size_t>(step)] == right);
  }
}

TEST_CASE("factors by time in the state count what was complete on entering") {
  Example example;
  example.flow.by_time_in_state = example.builder.steps({0, 6, 12}, {1.0, 0.5, 0.0});
  const auto found = example.amounts(4, 30, example.stay(4, 2));
  for (int step = 4; step < steps; ++step) {
    const int complete = step - 4 + 2;
    const double factor = complete < 6 ? 1.0 : complete < 12 ? 0.5 : 0.0;
    CHECK(found[static_cast<std::size_t>(step)] == to_cents(factor * (100 + step / 6)));
  }
}

TEST_CASE("a level grows with the steps of growth, and its measure follows when it is taken") {
  Example example;
  Program& program = example.builder.program;
  program.tables.clear();
  for (int level = 0; level < 256; ++level) program.tables.push_back(level);
  for (double& price : program.prices[0]) price = 1.0;
  const ValueIndex per_year = example.builder.value(4.0);
  const ValueIndex measured_every = example.builder.value(8.0);
  // Four levels a year are one in three steps, from the second on as levels are rounded; 5 steps were grown before, 3
  // of the state were complete on entering, and no level is above the highest.
  const Stay stay{example.levels, 3, 4, 3, 5, true};
  for (const int highest : {53, 100}) {
    program.population.growth = {1, per_year, measured_every, highest};
    const auto level = [&](int grown) { return std::min(highest, 50 + (2 * grown + 3) / 6); };
    for (const bool as_measured : {false, true}) {
      CAPTURE(highest, as_measured);
      example.flow.factors = {{1, 0, as_measured}};
      const auto found = example.amounts(4, steps, stay);
      for (int step = 4; step < steps; ++step) {
        CAPTURE(step);
        const int in_state = step - 4 + 3;
        const int here = as_measured ? std::max(0, in_state / 8 * 8 - 3) : step - 4;
        CHECK(found[static_cast<std::size_t>(step)] == 100 * level(5 + here));
      }
    }
  }
  // In a state that lets nothing grow the level stays where it is.
  example.flow.factors = {{1, 0}};
  for (const Cents cents : example.amounts(0, steps, {example.levels, 3, 0, 0, 5, false})) CHECK(cents == 5200);
}

TEST_CASE("ages change on the birthday, other levels hold") {
  Example example;
  example.flow.factors = {{0, 0}, {1, 0}};
  example.builder.program.tables[50] = 2.0;
  const auto found = example.amounts(0, 30, example.stay(0));
  for (int step = 0; step < steps; ++step) {
    const int age = 20 + (step + 3) / 12;  // the birthday is 9 steps after the start
    const double by_age = age < 22 ? 0.1 * (age - 16) : 0.5;
    CHECK(found[static_cast<std::size_t>(step)] == to_cents(2.0 * (100 + step / 6) * by_age));
  }
}

TEST_CASE("a price set in January holds until the next; on entry is once") {
  Example example;
  example.flow.set_in_january = true;
  example.flow.by_time_in_state = example.builder.steps({0, 2, 7}, {1.0, 1.0, 1.0});  // more stretches, same amounts
  const auto january = example.amounts(5, 30, example.stay(5));
  for (int step = 5; step < steps; ++step) {
    const int set = step < 9 ? 5 : step < 21 ? 9 : 21;
    CHECK(january[static_cast<std::size_t>(step)] == to_cents(100 + set / 6));
  }
  example.flow.set_in_january = false;
  example.flow.when = Flow::When::on_entry;
  const auto entry = example.amounts(5, 30, example.stay(5));
  for (int step = 0; step < steps; ++step) {
    CHECK(entry[static_cast<std::size_t>(step)] == (step == 5 ? to_cents(100) : 0));
  }
  // Who was already there at the start did not enter.
  CHECK(example.amounts(0, 30, example.stay(0, 2)) == std::vector<Cents>(steps, 0));
}

TEST_CASE("stretches follow each other, none is empty, and wherever they are cut each step has the same amount") {
  int calls_with_money = 0, stretches = 0;
  rc::prop("as step by step", [&] {
    Builder builder(steps, 1, 1);
    Program& program = builder.program;
    const auto one_in = [](int count) { return *any_from(0, count - 1) == 0; };
    const auto factors = [](std::size_t count) {
      // Few different ones, so that neighbours are often equal.
      return *rc::gen::container<std::vector<double>>(count, rc::gen::element(1.0, 1.3, 0.5, 0.0, 1.0, 1.3));
    };
    program.prices = {
        *rc::gen::container<std::vector<double>>(std::size_t{steps}, rc::gen::element(100.0, 101.0, 100.0, 0.0))};
    program.population.attributes.resize(2);
    program.population.age_attribute = 0;
    program.population.ages_matter_until = *any_from(16, 29);
    const auto at_age = factors(14);
    program.tables.assign(256, at_age.back());
    for (std::size_t age = 16; static_cast<std::int32_t>(age) < program.population.ages_matter_until; ++age)
      program.tables[age] = at_age[age - 16];
    for (const double factor : factors(64)) program.tables.push_back(factor);
    program.population.growth = {1, builder.value(*any_from(0, 24)), builder.value(*any_from(1, 13)),
                                 *any_from(20, 63)};
    Flow flow;
    flow.series = 0;
    flow.scales = {builder.value(17.77)};
    if (!one_in(3)) flow.factors.push_back({0, 0});
    if (!one_in(3)) flow.factors.push_back({1, 256, one_in(2)});
    if (!one_in(3)) flow.by_time_in_state = builder.steps({0, 2, 5, 11}, factors(4));
    flow.set_in_january = one_in(2);
    flow.when = one_in(4) ? Flow::When::on_entry : Flow::When::each_step;
    const std::uint8_t levels[2] = {*any_from<std::uint8_t>(16, 31), *any_from<std::uint8_t>(0, 19)};
    const std::int32_t from = *any_from(0, steps - 1);
    const std::int32_t to = *any_from(from, steps);
    const std::int32_t cut = *any_from(from, to);
    const Stay stay{levels, *any_from(0, 11), from, from == 0 ? *any_from(0, 8) : 0, *any_from(0, 29), one_in(2)};

    Amounts amounts(program);
    amounts.set(program.values);
    std::vector<Cents> whole(steps, 0), in_two(steps, 0), one_by_one(steps, 0);
    const auto add = [&](std::vector<Cents>& sums, std::int32_t begin, std::int32_t until) {
      std::int32_t last = begin;
      amounts.each(flow, stay, begin, until, [&](std::int32_t first, std::int32_t end, Cents cents) {
        RC_ASSERT(first >= last);
        RC_ASSERT(end > first);
        RC_ASSERT(end <= until);
        RC_ASSERT(cents != 0);
        last = end;
        ++stretches;
        for (std::int32_t step = first; step < end; ++step) sums[static_cast<std::size_t>(step)] += cents;
      });
    };
    add(whole, from, to);
    calls_with_money += std::any_of(whole.begin(), whole.end(), [](Cents cents) { return cents != 0; }) ? 1 : 0;
    add(in_two, from, cut);
    add(in_two, cut, to);
    for (std::int32_t step = from; step < to; ++step) add(one_by_one, step, step + 1);
    RC_ASSERT(in_two == whole);
    RC_ASSERT(one_by_one == whole);
  });
  CHECK(calls_with_money > 500);
  CHECK(stretches > 5000);
}
