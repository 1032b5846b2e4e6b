#include "engine/funds.hpp"

#include <catch2/catch.hpp>

#include "engine/replication.hpp"
#include "tests/engine/small_models.hpp"

using namespace banenplan::engine;
using test::Builder;
using test::contracts;
using test::Dice;

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
  const auto release = [&](std::int32_t from) {
    funds.release(amounts, {nullptr, 0, 2, 0}, 1, signed_first.data(), from);
  };
  release(4);
  CHECK_FALSE(sign(4));  // 40 are left
  funds.clear();
  REQUIRE(sign(2));
  release(3);
  CHECK(sign(3));  // 50 are left
  CHECK(choices[0] == 0);
}

TEST_CASE("a contract may cost all that a fund has and not a cent more, growth of what it covers included") {
  for (const bool grows : {false, true}) {
    for (const double there : {60.0, 59.99}) {
      CAPTURE(grows, there);
      Builder builder(12, 1, 3);
      Program& program = builder.program;
      program.prices = {std::vector<double>(12, 0.0), std::vector<double>(12, 10.0)};
      program.prices[0][0] = there;
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
      flow.factors = {{0, 0}};
      program.flows = {flow};
      // One level a month, and a cost of 10 euro for each level.
      Growth& growth = program.population.growth;
      growth.attribute = 0;
      growth.per_year = builder.value(12.0);
      growth.measured_every = builder.value(1.0);
      growth.highest = 255;
      program.population.attributes.push_back({Attribute::Kind::uniform, builder.value(0.0), 0, none});
      for (int level = 0; level < 256; ++level) program.tables.push_back(level);
      // Two months at level 3: who starts with it keeps it, who starts with none grows to it in the state before.
      builder.state(1).duration = builder.value(3.0);
      builder.state(1).covers_next = 2;
      builder.state(1).grows = grows;
      builder.state(2).duration = builder.value(2.0);
      builder.state(2).flows = {0};
      Amounts amounts(program);
      amounts.set(program.values);
      Funds funds(program);
      funds.set(program, program.values);
      funds.clear();
      Choices choices(1, none);
      std::int32_t ends = 0;
      const std::uint8_t level = grows ? 0 : 3;
      CHECK(funds.sign(amounts, {&level, 0, 1, 0}, 1, choices, ends) == (there == 60.0));
      CHECK(ends == 6);
    }
  }
}

TEST_CASE("what a contract brings in counts against its own cost, and for others only once it is there") {
  Builder builder(12, 1, 2);
  Program& program = builder.program;
  program.plan_steps = 24;
  program.prices = {std::vector<double>(24, 0.0), std::vector<double>(24, 10.0), std::vector<double>(24, 25.0)};
  program.accounts = 2;
  Fund fund;
  fund.account = 0;
  fund.from_account = 1;
  fund.series = 0;  // nothing comes in of itself
  program.funds = {fund};
  program.components = {{{0}}};
  Flow cost;
  cost.payer = {none, 0};
  cost.receiver = {1, none};
  cost.series = 1;
  Flow income;
  income.payer = {1, none};
  income.receiver = {none, 0};
  income.series = 2;
  program.flows = {cost, income};
  builder.state(0).flows = {0, 1};
  builder.state(1).flows = {0};
  builder.state(0).duration = builder.state(1).duration = builder.value(2.0);
  Ledger ledger(program);
  Amounts amounts(program);
  amounts.set(program.values);
  Funds funds(program);
  funds.set(program, program.values);
  funds.clear();
  Choices choices(1, none);
  std::int32_t ends = 0;
  const auto sign = [&](StateIndex state, std::int32_t step) {
    return funds.sign(amounts, {nullptr, 0, step, 0}, state, choices, ends);
  };
  REQUIRE(sign(0, 2));      // it pays for itself
  CHECK_FALSE(sign(1, 2));  // what it will bring is promised to nobody
  funds.settle(amounts, {nullptr, 0, 2, 0}, 0, choices.data(), 4, ledger);
  CHECK(choices[0] == none);
  REQUIRE(sign(0, 2));
  funds.settle(amounts, {nullptr, 0, 2, 0}, 0, choices.data(), 4, ledger);
  std::vector<Cents> balances;
  funds.balances(0, balances);
  CHECK(balances[1] == 0);
  CHECK(balances[2] == 1500);
  CHECK(balances[3] == 3000);
  CHECK(sign(1, 4));        // two steps of 10 euro
  CHECK_FALSE(sign(1, 4));  // 10 euro are left for 20
}

TEST_CASE("a unit takes no more than its share of a fund, until the fund is common") {
  Builder builder(12, 1, 2);
  Program& program = builder.program;
  program.plan_steps = 24;
  program.prices = {std::vector<double>(24, 0.0), std::vector<double>(24, 10.0)};
  program.prices[0][0] = 200.0;  // two contracts of 5 x 10 for each of two units
  program.accounts = 2;
  Fund fund;
  fund.account = 0;
  fund.from_account = 1;
  fund.series = 0;
  fund.unit_shares = {builder.value(0.5), builder.value(0.5)};
  fund.common_from = 6;
  program.funds = {fund};
  program.components = {{{0}}};
  program.openings.units = 2;
  program.openings.unit_attribute = 0;
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
  const auto sign = [&](std::uint8_t unit, std::int32_t step) {
    std::int32_t ends = 0;
    return funds.sign(amounts, {&unit, 0, step, 0}, 1, choices, ends);
  };
  CHECK(sign(1, 0));
  CHECK(sign(1, 0));
  CHECK_FALSE(sign(1, 0));  // its half is promised
  CHECK(sign(2, 0));
  const std::uint8_t first = 1;
  funds.release(amounts, {&first, 0, 0, 0}, 1, choices.data(), 1);  // one ends after a step: 40 come back
  CHECK_FALSE(sign(1, 2));                                          // a contract asks 50
  CHECK(sign(1, 6));                                                // of what the other unit left
  CHECK_FALSE(sign(1, 6));
  CHECK_FALSE(sign(2, 6));
}
