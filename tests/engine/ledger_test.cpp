#include "engine/ledger.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/engine/small_models.hpp"

using namespace banenplan::engine;
using test::Builder;
using test::Dice;

TEST_CASE("euro become cents, halves away from zero") {
  struct Row {
    double euro;
    Cents cents;
  };
  for (const Row& row :
       {Row{0.0, 0}, {0.125, 13}, {-0.125, -13}, {1.234, 123}, {-1.236, -124}, {1e9, 100'000'000'000}}) {
    CAPTURE(row.euro);
    CHECK(to_cents(row.euro) == row.cents);
  }
}

TEST_CASE("whatever is posted, all accounts together are 0 in every step") {
  constexpr int steps = 30;
  Dice dice(51);
  Builder builder(steps, 1, 1);
  Program& program = builder.program;
  program.accounts = 6;
  for (int k = 0; k < 2; ++k) {
    Fund fund;
    fund.account = k;
    fund.from_account = 5;
    program.funds.push_back(fund);
  }
  program.components = {{{0, 1}}, {{1}}};
  for (int f = 0; f < 5; ++f) {
    Flow flow;
    flow.payer.account = f;
    flow.receiver.account = 5 - f;
    program.flows.push_back(flow);
  }
  program.flows[2].payer = {none, 0};
  program.flows[3].receiver = {none, 1};
  Ledger ledger(program);
  CHECK(ledger.rows().size() == 5 + 1 + 4);  // one row more for the second fund, two for each fund
  CHECK(ledger.rows()[static_cast<std::size_t>(ledger.row(2, 1))].payer == 1);
  CHECK(ledger.rows()[static_cast<std::size_t>(ledger.inflow_row(1))].receiver == 1);
  CHECK(ledger.rows()[static_cast<std::size_t>(ledger.return_row(1))].payer == 1);
  std::vector<std::vector<Cents>> posted(ledger.rows().size(), std::vector<Cents>(steps, 0));
  for (int n = 0; n < 500; ++n) {
    const std::int32_t row = dice.whole(0, static_cast<std::int32_t>(ledger.rows().size()) - 1);
    const std::int32_t from = dice.whole(0, steps - 1);
    const std::int32_t to = dice.whole(from, steps);
    const Cents amount = dice.whole(-10'000, 1'000'000);
    ledger.post(row, from, to, amount);
    for (std::int32_t step = from; step < to; ++step) {
      posted[static_cast<std::size_t>(row)][static_cast<std::size_t>(step)] += amount;
    }
  }
  ledger.close();
  for (std::int32_t step = 0; step < steps; ++step) {
    Cents all = 0;
    std::vector<Cents> net(6, 0);
    for (std::size_t r = 0; r < posted.size(); ++r) {
      const Cents amount = posted[r][static_cast<std::size_t>(step)];
      CHECK(ledger.amount(static_cast<std::int32_t>(r), step) == amount);
      net[static_cast<std::size_t>(ledger.rows()[r].payer)] -= amount;
      net[static_cast<std::size_t>(ledger.rows()[r].receiver)] += amount;
    }
    for (std::int32_t account = 0; account < 6; ++account) {
      CHECK(ledger.receipts(account, step) == net[static_cast<std::size_t>(account)]);
      all += ledger.receipts(account, step);
    }
    CHECK(all == 0);
  }
  ledger.clear();
  ledger.close();
  CHECK(ledger.receipts(0, 0) == 0);
}

TEST_CASE("a flow that is repeated comes a lag later, and before that as at the start") {
  constexpr int steps = 20;
  Builder builder(steps, 1, 1);
  Program& program = builder.program;
  program.accounts = 2;
  program.flows.resize(2);
  for (Flow& flow : program.flows) {
    flow.payer.account = 0;
    flow.receiver.account = 1;
  }
  for (const std::int32_t lag : {1, 12, 25}) {
    Ledger ledger(program);
    ledger.post(0, 0, 9, 500);
    ledger.post(0, 2, 5, 70);
    ledger.repeat(1, 0, lag);
    ledger.close();
    for (std::int32_t step = 0; step < steps; ++step) {
      CAPTURE(lag, step);
      CHECK(ledger.amount(1, step) == ledger.amount(0, std::max(0, step - lag)));
    }
  }
}
