#include "engine/outcome.hpp"

#include <catch2/catch.hpp>

#include "tests/engine/small_models.hpp"

using namespace banenplan::engine;
using Kind = Series::Kind;
using Over = Measure::Over;

namespace {

Measure measure(Over over, std::vector<Measure::Term> terms, std::int32_t curve = none) {
  Measure result;
  result.over = over;
  result.terms = std::move(terms);
  result.curve = curve;
  return result;
}

}  // namespace

TEST_CASE("measures add, average, take the end of a year or weigh each step") {
  test::Builder builder(15, 1, 2);  // a year and three months
  const ValueIndex half = builder.value(0.5);
  builder.program.curves.push_back(std::vector<double>(16, 0.0));
  builder.program.curves[1][3] = 2.0;
  builder.program.curves[1][15] = 1.0;
  const Measure::Term people{{Kind::occupancy, 0}, 1.0, none};
  const Measure::Term scaled{{Kind::occupancy, 0}, 10.0, half};
  const Measure::Term events{{Kind::exits, 0}, 1.0, none};
  builder.program.measures = {measure(Over::year_sum, {people}),         measure(Over::year_mean, {people}),
                              measure(Over::year_end, {people}),         measure(Over::year_end, {events}),
                              measure(Over::year_sum, {people, scaled}), measure(Over::weighted, {people}, 1),
                              measure(Over::year_end, {people, events}), measure(Over::year_growth, {people})};
  const OutcomeLayout layout(builder.program);
  CHECK(layout.first == std::vector<std::int32_t>{0, 2, 4, 6, 8, 10, 11, 13});
  CHECK(layout.count == std::vector<std::int32_t>{2, 2, 2, 2, 2, 1, 2, 2});
  CHECK(layout.size == 15);
  // A series whose value in step t is t.
  const auto outcome = outcome_of(builder.program, builder.program.values,
                                  [](const Series&, std::int32_t step) { return static_cast<double>(step); });
  CHECK(outcome == std::vector<double>{66, 39, 5.5, 13, 12, 15, 11, 14, 396, 234, 21, 22, 28, 12, 15});
}

TEST_CASE("a quarter is a fourth part of a year's steps, and four of them are the year") {
  test::Builder builder(15, 1, 2);  // a year and three months
  const Measure::Term people{{Kind::occupancy, 0}, 1.0, none};
  builder.program.measures = {measure(Over::quarter_sum, {people}), measure(Over::year_sum, {people})};
  const OutcomeLayout layout(builder.program);
  CHECK(layout.first == std::vector<std::int32_t>{0, 8});
  CHECK(layout.size == 10);
  const auto outcome = outcome_of(builder.program, builder.program.values,
                                  [](const Series&, std::int32_t step) { return static_cast<double>(step); });
  CHECK(outcome == std::vector<double>{3, 12, 21, 30, 39, 0, 0, 0, 66, 39});
}

TEST_CASE("money comes out in euro, by flow, account, fund and row of the ledger") {
  test::Builder builder(12, 2, 1);
  builder.start(0, 1.0);
  Program& program = builder.program;
  program.accounts = 3;
  program.prices = {std::vector<double>(12, 1.25), std::vector<double>(12, 10.0)};
  Flow flow;
  flow.payer.account = 0;
  flow.receiver.account = 1;
  flow.series = 0;
  program.flows = {flow};
  program.states[0].flows = {0};
  Fund fund;
  fund.account = 2;
  fund.from_account = 0;
  fund.series = 1;
  program.funds = {fund};
  builder.measure(Kind::flow, 0);
  builder.measure(Kind::account, 0);
  builder.measure(Kind::account, 1);
  builder.measure(Kind::account, 2);
  Measure balance = measure(Over::year_end, {{{Kind::fund_balance, 0}, 1.0, none}});
  program.measures.push_back(balance);
  builder.measure(Kind::ledger_row, 0);  // the flow
  builder.measure(Kind::ledger_row, 1);  // what the fund receives
  builder.measure(Kind::ledger_row, 2);  // what it gives back
  Replication replication(program);
  replication.run(1, 0, program.values);
  CHECK(outcome_of(program, program.values, replication) == std::vector<double>{30, -150, 30, 120, 120, 30, 120, 0});
}
