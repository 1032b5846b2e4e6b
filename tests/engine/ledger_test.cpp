#include "engine/ledger.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "tests/engine/small_models.hpp"
#include "tests/generators.hpp"

using namespace banenplan::engine;
using banenplan::test::any_from;
using test::Builder;

namespace {

constexpr std::int32_t steps = 30;

struct Post {
  std::int32_t row = 0;
  std::int32_t from = 0;
  std::int32_t to = 0;
  Cents cents = 0;
  int place = 0;  // in another order
};

std::ostream& operator<<(std::ostream& out, const Post& post) {
  return out << "row " << post.row << ", steps " << post.from << " to " << post.to << ": " << post.cents;
}

rc::Gen<Post> any_post(std::int32_t rows) {
  const auto step = any_from<std::int32_t>(0, steps);
  return rc::gen::map(
      rc::gen::tuple(any_from(0, rows - 1), step, step, any_from<Cents>(-10'000, 999'999), any_from(0, 999)),
      [](const auto& drawn) {
        const auto& [row, one, other, cents, place] = drawn;
        return Post{row, std::min(one, other), std::max(one, other), cents, place};
      });
}

// Five flows between six accounts, two of which are borne by funds.
Builder accounts_and_funds() {
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
  return builder;
}

}  // namespace

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

TEST_CASE("a flow has a row for each fund that may bear it, and each fund has two of its own") {
  const Builder builder = accounts_and_funds();
  const Ledger ledger(builder.program);
  CHECK(ledger.rows().size() == 5 + 1 + 4);  // one row more for the second fund, two for each fund
  CHECK(ledger.rows()[static_cast<std::size_t>(ledger.row(2, 1))].payer == 1);
  CHECK(ledger.rows()[static_cast<std::size_t>(ledger.inflow_row(1))].receiver == 1);
  CHECK(ledger.rows()[static_cast<std::size_t>(ledger.return_row(1))].payer == 1);
}

TEST_CASE("whatever is posted, in whatever order, amounts are the sums of it and all accounts together are 0") {
  const Builder builder = accounts_and_funds();
  Ledger ledger(builder.program);
  Ledger shuffled(builder.program);
  const auto row_count = static_cast<std::int32_t>(ledger.rows().size());
  std::size_t posts = 0;
  rc::prop("sums, zero and order", [&] {
    auto posted = *rc::gen::container<std::vector<Post>>(any_post(row_count));
    posts += posted.size();
    ledger.clear();
    std::vector<std::vector<Cents>> right(ledger.rows().size(), std::vector<Cents>(steps, 0));
    for (const Post& post : posted) {
      ledger.post(post.row, post.from, post.to, post.cents);
      for (std::int32_t step = post.from; step < post.to; ++step)
        right[static_cast<std::size_t>(post.row)][static_cast<std::size_t>(step)] += post.cents;
    }
    ledger.close();
    shuffled.clear();
    std::stable_sort(posted.begin(), posted.end(),
                     [](const Post& one, const Post& other) { return one.place < other.place; });
    for (const Post& post : posted) shuffled.post(post.row, post.from, post.to, post.cents);
    shuffled.close();
    for (std::int32_t step = 0; step < steps; ++step) {
      std::vector<Cents> net(6, 0);
      for (std::size_t r = 0; r < right.size(); ++r) {
        const Cents amount = right[r][static_cast<std::size_t>(step)];
        RC_ASSERT(ledger.amount(static_cast<std::int32_t>(r), step) == amount);
        RC_ASSERT(shuffled.amount(static_cast<std::int32_t>(r), step) == amount);
        net[static_cast<std::size_t>(ledger.rows()[r].payer)] -= amount;
        net[static_cast<std::size_t>(ledger.rows()[r].receiver)] += amount;
      }
      Cents all = 0;
      for (std::int32_t account = 0; account < 6; ++account) {
        RC_ASSERT(ledger.receipts(account, step) == net[static_cast<std::size_t>(account)]);
        RC_ASSERT(shuffled.receipts(account, step) == net[static_cast<std::size_t>(account)]);
        all += ledger.receipts(account, step);
      }
      RC_ASSERT(all == 0);
    }
  });
  CHECK(posts > 10'000);
}

TEST_CASE("a flow that is repeated comes a lag later, and before that as at the start") {
  Builder builder(steps, 1, 1);
  Program& program = builder.program;
  program.accounts = 2;
  program.flows.resize(2);
  for (Flow& flow : program.flows) {
    flow.payer.account = 0;
    flow.receiver.account = 1;
  }
  for (const std::int32_t lag : {1, 12, 35}) {
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
