#include "engine/funds.hpp"

#include <catch2/catch.hpp>

#include "engine/replication.hpp"
#include "tests/engine/small_models.hpp"

using namespace banenplan::engine;
using test::Builder;
using test::Dice;

namespace {

// People wait (0), are placed in a trial (1) that leads to a contract (2), open or fixed; two components of cost are
// borne by three funds, in which money comes in at random.
Builder contracts(Dice& dice) {
  constexpr int steps = 40;
  constexpr int beyond = 14;
  Builder builder(steps, 60, 3);
  Program& program = builder.program;
  program.plan_steps = steps + beyond;
  builder.start(0, 1.0);
  builder.meet_for_nothing();
  Attribute priority;
  priority.first = builder.value(1.0);
  priority.levels = 1;
  program.population.attributes.push_back(priority);
  program.openings.priority_attribute = 1;
  program.openings.priority = {0};
  Channel& channel = program.openings.channels[0];
  channel.per_step = builder.value(dice.uniform(0.5, 4.0));
  channel.match_probability = builder.value(0.8);
  channel.stays_open = builder.value(3.0);
  channel.hours_low = builder.value(16.0);
  channel.hours_high = builder.value(36.0);
  channel.to = 1;

  builder.state(0).waits = true;
  State& trial = builder.state(1);
  trial.signs = true;
  trial.covers_next = 2;
  trial.refused_to = 0;
  trial.duration = builder.value(3.0);
  trial.at_expiry = {{2, builder.value(0.7)}, {0, builder.value(1.0)}};
  trial.flows = {0, 2};
  builder.exit(1, 0, 0.05);
  State& contract = builder.state(2);
  contract.signs = true;
  contract.refused_to = 0;
  contract.flows = {0, 1, 3};
  if (dice.uniform() < 0.6) {
    contract.duration = builder.value(dice.whole(2, 12));
    contract.at_expiry = {{dice.uniform() < 0.5 ? 2 : 0, builder.value(1.0)}};
  }
  builder.exit(2, 0, 0.04);

  const auto series = [&](double low, double high) {
    program.prices.emplace_back();
    for (int step = 0; step < program.plan_steps; ++step) {
      const bool changes = step == 0 || dice.uniform() < 0.2;
      program.prices.back().push_back(changes ? dice.uniform(low, high) : program.prices.back().back());
    }
    return static_cast<std::int32_t>(program.prices.size()) - 1;
  };
  program.accounts = 6;
  for (int k = 0; k < 3; ++k) {
    Fund fund;
    fund.account = k;
    fund.from_account = 3;
    fund.series = series(0.0, dice.uniform(100, 6000));
    fund.carry_over = dice.uniform() < 0.5;
    program.funds.push_back(fund);
  }
  program.components = {{{0, 1}}, {{2, 1}}};
  for (int f = 0; f < 5; ++f) {
    Flow flow;
    flow.payer = {none, f % 2};
    flow.receiver = {4, none};
    flow.series = series(1.0, f < 2 ? 900.0 : 200.0);
    program.flows.push_back(flow);
  }
  program.flows[1].factors = {{0, 0}};
  program.tables.assign(256, 1.0);
  program.flows[2].when = Flow::When::on_entry;
  program.flows[3].payer = {5, none};  // money into the fund of a component
  program.flows[3].receiver = {none, 1};
  program.flows[4].when = Flow::When::standing;
  return builder;
}

}  // namespace

TEST_CASE("no fund is ever overdrawn, and the ledger says the same as the fund") {
  Dice dice(61);
  std::int64_t refused = 0;
  std::int64_t placed = 0;
  for (int n = 0; n < 150; ++n) {
    CAPTURE(n);
    const Builder builder = contracts(dice);
    const Program& program = builder.program;
    Replication replication(program);
    replication.run(17, n, program.values);
    for (std::int32_t step = 0; step < program.steps; ++step) {
      refused += replication.tally().count({Series::Kind::refused_money, 0}, step);
      placed += replication.tally().count({Series::Kind::entries, 1}, step);
      Cents all = 0;
      for (std::int32_t account = 0; account < program.accounts; ++account) {
        all += replication.ledger().receipts(account, step);
      }
      REQUIRE(all == 0);
    }
    for (std::int32_t fund = 0; fund < 3; ++fund) {
      std::vector<Cents> balances;
      replication.funds().balances(fund, balances);
      Cents in_ledger = 0;
      bool never_below = true;
      bool same = true;
      for (std::int32_t step = 0; step < program.steps; ++step) {
        const Cents back = replication.ledger().amount(replication.ledger().return_row(fund), step);
        in_ledger += replication.ledger().receipts(fund, step);
        never_below = never_below && balances[static_cast<std::size_t>(step)] >= 0 && in_ledger >= 0 && back >= 0;
        same = same && in_ledger == balances[static_cast<std::size_t>(step)] - back;
      }
      CAPTURE(fund, program.funds[static_cast<std::size_t>(fund)].carry_over);
      CHECK(never_below);
      CHECK(same);
    }
  }
  // Money was scarce, and yet some was spent: else this shows nothing.
  CHECK(refused > 1000);
  CHECK(placed > 1000);
}

TEST_CASE("a contract is signed while the whole of it can be borne, and its rest is released") {
  Builder builder(12, 1, 2);
  Program& program = builder.program;
  program.plan_steps = 24;
  program.prices = {std::vector<double>(24, 0.0), std::vector<double>(24, 10.0)};
  program.prices[0][0] = 60.0;
  program.accounts = 2;
  Fund fund;
  fund.account = 0;
  fund.from_account = 1;
  fund.series = 0;
  program.funds = {fund};
  program.components = {{{0}}};
  Flow flow;
  flow.payer = {none, 0};
  flow.receiver = {1, none};
  flow.series = 1;
  program.flows = {flow};
  builder.state(1).flows = {0};
  builder.state(1).duration = builder.value(5.0);
  Amounts amounts(program);
  amounts.set(program.values);
  Funds funds(program);
  funds.set(program, program.values);
  funds.clear();
  Choices choices(1, none);
  std::int32_t ends = 0;
  const auto sign = [&](std::int32_t step) { return funds.sign(amounts, {nullptr, 0, step, 0}, 1, choices, ends); };
  REQUIRE(sign(2));
  CHECK(ends == 7);
  const Choices signed_first = choices;
  CHECK(signed_first[0] == 0);
  CHECK_FALSE(sign(3));  // 10 euro are left, 50 are needed
  CHECK(choices[0] == none);
  funds.release(amounts, {nullptr, 0, 2, 0}, 1, signed_first.data(), 5, 7);
  CHECK_FALSE(sign(4));  // 30 are left
  funds.release(amounts, {nullptr, 0, 2, 0}, 1, signed_first.data(), 3, 5);
  CHECK(sign(3));  // 50 are left
  CHECK_FALSE(sign(4));
}
