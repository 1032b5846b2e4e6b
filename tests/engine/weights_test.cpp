#include "engine/weights.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <rapidcheck/catch.h>

#include "tests/engine/small_models.hpp"
#include "tests/generators.hpp"

using namespace banenplan::engine;
using banenplan::test::any_from;
using test::Builder;
using test::Dice;

namespace {

constexpr int steps = 40;

// Flows with every mix of what an amount can depend on, in one of two states.
Builder model(Dice& dice) {
  Builder builder(steps, 1, 2);  // starts in April
  Program& program = builder.program;
  program.accounts = 2;
  program.population.attributes = {{Attribute::Kind::shares, builder.value(1.0), 3, none},
                                   {Attribute::Kind::uniform, builder.value(16.0), 0, none}};
  program.population.age_attribute = 1;
  program.population.ages_matter_until = 22;
  program.tables = {1.0, 0.0, 0.4};
  for (int age = 0; age < 256; ++age) program.tables.push_back(std::min(1.0, 0.05 * age));
  program.prices.resize(2);
  for (auto& series : program.prices) {
    for (int step = 0; step < steps; ++step)
      series.push_back(step == 0 || dice.uniform() < 0.3 ? dice.uniform(10.0, 2000.0) : series.back());
  }
  program.population.attributes.push_back({Attribute::Kind::uniform, builder.value(40.0), 0, none});
  program.population.growth = {2, builder.value(dice.uniform(0.0, 9.0)), builder.value(5.0), 60};
  const auto by_level = static_cast<std::int32_t>(program.tables.size());
  for (int level = 0; level <= 60; ++level) program.tables.push_back(0.02 * level);
  for (int mix = 0; mix < 128; ++mix) {
    Flow flow;
    flow.payer.account = 0;
    flow.receiver.account = 1;
    flow.series = dice.whole(0, 1);
    if (mix & 1) flow.factors.push_back({0, 0});
    if (mix & 2) flow.factors.push_back({1, 3});
    if (mix & 4) flow.by_time_in_state = builder.steps({0, 3, 7}, {1.0, 0.0, 2.5});
    if (mix & 8) flow.set_in_january = true;
    if (mix & 16) flow.when = Flow::When::on_entry;
    if (mix & 32) flow.factors.push_back({2, by_level, (mix & 64) != 0});
    for (int k = 0; k < mix % 3; ++k) flow.scales.push_back(builder.value(dice.uniform(0.5, 1.5)));
    builder.state(mix % 2).flows.push_back(mix);
    program.flows.push_back(flow);
  }
  return builder;
}

// A stay of a person with these traits.
struct Someone {
  StateIndex state = 0;
  std::array<std::uint8_t, 3> levels{};
  std::int32_t birth_month = 0;
  std::int32_t from = 0;
  std::int32_t to = 0;
  std::int32_t elapsed = 0;
  std::int32_t grown = 0;
  int place = 0;  // in another order

  Stay stay() const { return {levels.data(), birth_month, from, elapsed, grown, state == 1}; }
};

std::ostream& operator<<(std::ostream& out, const Someone& one) {
  return out << "state " << one.state << ", levels " << int{one.levels[0]} << " " << int{one.levels[1]} << " "
             << int{one.levels[2]} << ", born in " << one.birth_month << ", steps " << one.from << " to " << one.to
             << ", elapsed " << one.elapsed << ", grown " << one.grown << ", place " << one.place;
}

rc::Gen<Someone> anyone() {
  return rc::gen::map(
      rc::gen::tuple(any_from(0, 1), any_from(0, 2), any_from(16, 30), any_from(40, 60), any_from(0, 11),
                     any_from(0, steps), any_from(0, steps), any_from(0, 9), any_from(0, 30), any_from(0, 999)),
      [](const auto& drawn) {
        const auto& [state, trait, age, level, birth_month, one, other, elapsed, grown, place] = drawn;
        const std::int32_t from = std::min({one, other, steps - 1});
        return Someone{
            state,
            {static_cast<std::uint8_t>(trait), static_cast<std::uint8_t>(age), static_cast<std::uint8_t>(level)},
            birth_month,
            from,
            std::max(one, other),
            from == 0 ? elapsed : 0,
            grown,
            place};
      });
}

}  // namespace

TEST_CASE("weights times prices are the amounts of all people, rounded together") {
  Dice dice(61);
  for (int round = 0; round < 20; ++round) {
    const Builder builder = model(dice);
    const Program& program = builder.program;
    Weights weights(program);
    weights.set(program.values);
    Ledger together(program), apart(program);
    Amounts amounts(program);
    amounts.set(program.values);
    constexpr int people = 30;
    for (int n = 0; n < people; ++n) {
      const std::uint8_t levels[3] = {static_cast<std::uint8_t>(dice.whole(0, 2)),
                                      static_cast<std::uint8_t>(dice.whole(16, 30)),
                                      static_cast<std::uint8_t>(dice.whole(40, 60))};
      const StateIndex state = dice.whole(0, 1);
      const std::int32_t from = dice.whole(0, steps - 1);
      const std::int32_t to = dice.whole(from, steps);
      const std::int32_t elapsed = from == 0 ? dice.whole(0, 9) : 0;
      const std::int32_t birth_month = dice.whole(0, 11);
      const Stay stay{levels, birth_month, from, elapsed, dice.whole(0, 30), state == 1};
      weights.add(state, stay, to);
      for (const std::int32_t flow : program.states[static_cast<std::size_t>(state)].flows) {
        REQUIRE(weights.holds(flow));
        amounts.each(program.flows[static_cast<std::size_t>(flow)], stay, from, to,
                     [&](std::int32_t begin, std::int32_t end, Cents cents) { apart.post(flow, begin, end, cents); });
      }
    }
    weights.post(together);
    together.close();
    apart.close();
    for (std::int32_t flow = 0; flow < static_cast<std::int32_t>(program.flows.size()); ++flow) {
      for (std::int32_t step = 0; step < steps; ++step) {
        CAPTURE(round, flow, step);
        CHECK(std::abs(together.amount(flow, step) - apart.amount(flow, step)) <= people / 2 + 1);
      }
    }
  }
}

TEST_CASE("whoever is added in whatever order, weights are the same, and those of two halves come to the whole") {
  Dice dice(63);
  const Builder builder = model(dice);
  const Program& program = builder.program;
  Weights whole(program), other(program), first(program), second(program);
  std::size_t people = 0;
  rc::prop("order and halves", [&] {
    const auto those = *rc::gen::scale(0.2, rc::gen::container<std::vector<Someone>>(anyone()));
    const auto first_flow = *any_from<std::size_t>(0, 31);
    auto reordered = those;
    std::stable_sort(reordered.begin(), reordered.end(),
                     [](const Someone& one, const Someone& two) { return one.place < two.place; });
    people += those.size();
    for (Weights* weights : {&whole, &other, &first, &second}) weights->set(program.values);
    const auto add = [](Weights& weights, const Someone& one) { weights.add(one.state, one.stay(), one.to); };
    for (const Someone& one : reordered) add(other, one);
    for (std::size_t k = 0; k < those.size(); ++k) {
      add(whole, those[k]);
      add(k % 2 == 0 ? first : second, those[k]);
    }
    for (Weights* weights : {&whole, &other, &first, &second}) weights->close();
    for (std::size_t k = first_flow; k < program.flows.size(); k += 32) {
      const auto flow = static_cast<std::int32_t>(k);
      for (std::int32_t step = 0; step < steps; ++step) {
        const double euro = whole.euro(flow, step);
        RC_ASSERT(other.euro(flow, step) == euro);
        RC_ASSERT(std::abs(first.euro(flow, step) + second.euro(flow, step) - euro) <= 1e-12 * std::abs(euro));
      }
    }
  });
  CHECK(people > 1000);
}

TEST_CASE("flows that funds bear, that stand, or that repeat are not held") {
  Dice dice(62);
  const Builder builder = test::contracts(dice);
  const Weights weights(builder.program);
  for (std::int32_t flow = 0; flow < static_cast<std::int32_t>(builder.program.flows.size()); ++flow) {
    CHECK_FALSE(weights.holds(flow));
  }
}

TEST_CASE("what one person is paid is exact to the cent") {
  Builder builder(steps, 1, 1);
  builder.program.accounts = 2;
  builder.program.prices = {std::vector<double>(steps, 1234.565)};
  builder.program.flows.resize(1);
  builder.program.flows[0].payer.account = 0;
  builder.program.flows[0].receiver.account = 1;
  builder.program.flows[0].series = 0;
  builder.state(0).flows = {0};
  Weights weights(builder.program);
  weights.set(builder.program.values);
  weights.add(0, Stay{}, 3);
  Ledger ledger(builder.program);
  weights.post(ledger);
  ledger.close();
  for (std::int32_t step = 0; step < 5; ++step) CHECK(ledger.amount(0, step) == (step < 3 ? 123457 : 0));
}
