#include "engine/funds.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "engine/replication.hpp"
#include "tests/engine/small_models.hpp"
#include "tests/generators.hpp"

using namespace banenplan::engine;
using banenplan::test::any_from;
using test::Builder;
using test::contracts;
using test::Dice;

namespace {

constexpr std::int32_t horizon = 24;
constexpr std::int32_t plan = 30;
using ByStep = std::vector<Cents>;

// After so many steps a contract is asked for, or one that was signed before ends.
struct Turn {
  std::int32_t wait = 0;
  bool signs = true;
  std::size_t which = 0;  // state, or place among those that run
};

std::ostream& operator<<(std::ostream& out, const Turn& turn) {
  return out << "after " << turn.wait << (turn.signs ? " sign state " : " end contract ") << turn.which;
}

rc::Gen<Turn> any_turn() {
  return rc::gen::map(rc::gen::tuple(any_from(0, 2), any_from(0, 2), any_from<std::size_t>(0, 59)),
                      [](const auto& drawn) {
                        const auto& [wait, kind, which] = drawn;
                        return kind < 2 ? Turn{wait, true, which % 3} : Turn{wait, false, which};
                      });
}

// What a contract costs and what it brings in, in each step.
struct Stretch {
  std::int32_t from = 0;
  std::int32_t to = 0;
  std::size_t fund = 0;
  std::size_t state = 0;
  ByStep promised;
};

// Funds as a bookkeeper with a sheet of squared paper would keep them: each contract by itself, step by step.
struct Sheet {
  struct Fund {
    bool carry_over = true;
    ByStep inflow;
  };
  std::vector<Fund> funds;
  ByStep costs, incomes;           // of a step
  std::vector<Stretch> contracts;  // all that were signed

  static bool january(std::int32_t step) { return (3 + step) % 12 == 0; }  // step 0 is in April
  Cents net_cost(std::size_t state, std::size_t step) const { return costs[step] - (state > 0 ? incomes[step] : 0); }

  // A step is promised by what the cost, less the income, had not come to before.
  ByStep promise(const Fund& fund, std::size_t state, std::int32_t from, std::int32_t to) const {
    ByStep promised(plan, 0);
    Cents come_to = 0, highest = 0;
    for (std::int32_t step = from; step < to; ++step) {
      if (!fund.carry_over && january(step)) come_to = highest = 0;
      come_to += net_cost(state, static_cast<std::size_t>(step));
      if (come_to <= highest) continue;
      promised[static_cast<std::size_t>(step)] = come_to - highest;
      highest = come_to;
    }
    return promised;
  }

  // What is in a fund at the end of each step.
  ByStep left(std::size_t number) const {
    ByStep left;
    Cents sum = 0;
    for (std::int32_t step = 0; step < plan; ++step) {
      const auto here = static_cast<std::size_t>(step);
      if (!funds[number].carry_over && january(step)) sum = 0;
      sum += funds[number].inflow[here];
      for (const Stretch& contract : contracts) {
        if (contract.fund == number) sum -= contract.promised[here];
      }
      left.push_back(sum);
    }
    return left;
  }

  // The first fund that bears the contract bears it; none if none does.
  std::int32_t sign(std::size_t state, std::int32_t from, std::int32_t to) {
    for (std::size_t number = 0; number < funds.size(); ++number) {
      contracts.push_back({from, to, number, state, promise(funds[number], state, from, to)});
      const ByStep after = left(number);
      if (std::all_of(after.begin(), after.end(), [](Cents cents) { return cents >= 0; }))
        return static_cast<std::int32_t>(number);
      contracts.pop_back();
    }
    return none;
  }

  // What was promised of the contract becomes what was paid and received.
  void end(Stretch& contract, std::int32_t to) const {
    contract.to = to;
    std::fill(contract.promised.begin(), contract.promised.end(), 0);
    for (std::int32_t step = contract.from; step < to; ++step) {
      const auto here = static_cast<std::size_t>(step);
      contract.promised[here] = net_cost(contract.state, here);
    }
  }
};

// Two funds for one component, and three states: a short one that only costs, one that also brings in, and one of
// that kind without an end.
Builder two_funds(const Sheet& sheet) {
  Builder builder(horizon, 1, 3);
  Program& program = builder.program;
  program.plan_steps = plan;
  program.accounts = 4;
  const auto series = [&](const ByStep& cents) {
    program.prices.emplace_back();
    for (const Cents amount : cents) program.prices.back().push_back(static_cast<double>(amount) / 100.0);
    return static_cast<std::int32_t>(program.prices.size()) - 1;
  };
  for (std::int32_t k = 0; k < 2; ++k) {
    const Sheet::Fund& kept = sheet.funds[static_cast<std::size_t>(k)];
    Fund fund;
    fund.account = k;
    fund.from_account = 3;
    fund.series = series(kept.inflow);
    fund.carry_over = kept.carry_over;
    program.funds.push_back(fund);
  }
  program.components = {{{0, 1}}};
  Flow cost;
  cost.payer = {none, 0};
  cost.receiver = {2, none};
  cost.series = series(sheet.costs);
  Flow income;
  income.payer = {2, none};
  income.receiver = {none, 0};
  income.series = series(sheet.incomes);
  program.flows = {cost, income};
  builder.state(0).flows = {0};
  builder.state(1).flows = builder.state(2).flows = {0, 1};
  builder.state(0).duration = builder.value(4.0);
  builder.state(1).duration = builder.value(7.0);
  return builder;
}

rc::Gen<ByStep> up_to(Cents highest) {
  return rc::gen::container<ByStep>(plan, any_from<Cents>(0, highest - 1));
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
  builder.fund(60.0, 10.0);
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
      builder.fund(there, 10.0);
      program.flows[0].factors = {{0, 0}};
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
  builder.fund(0.0, 10.0);  // nothing comes in of itself
  program.prices.emplace_back(24, 25.0);
  Flow income;
  income.payer = {1, none};
  income.receiver = {none, 0};
  income.series = 2;
  program.flows.push_back(income);
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
  builder.fund(200.0, 10.0);  // two contracts of 5 x 10 for each of two units
  program.funds[0].unit_shares = {builder.value(0.5), builder.value(0.5)};
  program.funds[0].common_from = 6;
  program.openings.units = 2;
  program.openings.unit_attribute = 0;
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

TEST_CASE("funds sign, refuse and hold what a bookkeeper finds who adds up every contract in every step") {
  int by_first = 0, by_second = 0, refused = 0, ended_early = 0;
  rc::prop("as by hand", [&] {
    Sheet sheet;
    for (int k = 0; k < 2; ++k) sheet.funds.push_back({*rc::gen::arbitrary<bool>(), *up_to(4'000)});
    sheet.costs = *up_to(3'000);
    sheet.incomes = *up_to(3'000);
    const auto turns = *rc::gen::container<std::vector<Turn>>(any_turn());

    const Builder builder = two_funds(sheet);
    const Program& program = builder.program;
    Amounts amounts(program);
    amounts.set(program.values);
    Funds funds(program);
    funds.set(program, program.values);
    funds.clear();
    Ledger ledger(program);
    std::vector<std::size_t> running;  // places in sheet.contracts
    const auto check = [&] {
      for (std::size_t k = 0; k < 2; ++k) {
        ByStep balances;
        funds.balances(static_cast<std::int32_t>(k), balances);
        ByStep right = sheet.left(k);
        RC_ASSERT(std::all_of(right.begin(), right.end(), [](Cents cents) { return cents >= 0; }));
        right.resize(horizon);
        RC_ASSERT(balances == right);
      }
    };
    const auto end = [&](std::size_t place, std::int32_t now) {
      Stretch& contract = sheet.contracts[place];
      const std::int32_t to = std::min(now, contract.to);
      const auto state = static_cast<StateIndex>(contract.state);
      const auto choice = static_cast<std::int32_t>(contract.fund);
      const Stay stay{nullptr, 0, contract.from, 0};
      ended_early += now < contract.to ? 1 : 0;
      funds.release(amounts, stay, state, &choice, now);
      funds.settle(amounts, stay, state, &choice, to, ledger);
      sheet.end(contract, to);
    };
    std::int32_t now = 0;
    for (const Turn& turn : turns) {
      now = std::min(horizon - 1, now + turn.wait);
      if (turn.signs) {
        const auto state = static_cast<StateIndex>(turn.which);
        Choices choices(1, none);
        std::int32_t ends = 0;
        const bool is_signed = funds.sign(amounts, {nullptr, 0, now, 0}, state, choices, ends);
        const std::int32_t durations[] = {4, 7, plan};
        RC_ASSERT(ends == std::min(plan, now + durations[turn.which]));
        const std::int32_t chosen = sheet.sign(turn.which, now, ends);
        RC_ASSERT(is_signed == (chosen != none));
        if (is_signed) RC_ASSERT(choices[0] == chosen);
        if (is_signed) running.push_back(sheet.contracts.size() - 1);
        ++(chosen == 0 ? by_first : chosen == 1 ? by_second : refused);
      } else if (!running.empty()) {
        const auto which = running.begin() + static_cast<std::ptrdiff_t>(turn.which % running.size());
        end(*which, now);
        running.erase(which);
      }
      check();
    }
    for (const std::size_t place : running) end(place, horizon);
    check();

    // What was paid is what stands in the ledger.
    funds.post(ledger);
    ledger.close();
    for (std::int32_t step = 0; step < horizon; ++step) {
      const auto here = static_cast<std::size_t>(step);
      for (std::size_t k = 0; k < 2; ++k) {
        Cents cost = 0, income = 0;
        for (const Stretch& contract : sheet.contracts) {
          if (contract.fund != k || step < contract.from || step >= contract.to) continue;
          cost += sheet.costs[here];
          income += contract.state > 0 ? sheet.incomes[here] : 0;
        }
        const auto fund = static_cast<std::int32_t>(k);
        const bool goes_back = !sheet.funds[k].carry_over && Sheet::january(step + 1);
        RC_ASSERT(ledger.amount(ledger.row(0, fund), step) == cost);
        RC_ASSERT(ledger.amount(ledger.row(1, fund), step) == income);
        RC_ASSERT(ledger.amount(ledger.inflow_row(fund), step) == sheet.funds[k].inflow[here]);
        RC_ASSERT(ledger.amount(ledger.return_row(fund), step) == (goes_back ? sheet.left(k)[here] : 0));
      }
    }
  });
  // Money was scarce, and yet some was spent: else this shows nothing.
  CHECK(by_first > 1000);
  CHECK(by_second > 1000);
  CHECK(refused > 1000);
  CHECK(ended_early > 1000);
}
