#include "engine/life.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "engine/replication.hpp"
#include "tests/engine/small_models.hpp"

using namespace banenplan::engine;
using test::contracts;
using test::Dice;

TEST_CASE("the lives of all people add up to the ledger, flow by flow and fund by fund") {
  Dice dice(62);
  double paid = 0.0;
  for (int n = 0; n < 40; ++n) {
    const auto builder = contracts(dice);
    const Program& program = builder.program;
    Replication replication(program);
    std::vector<Visit> visits;
    replication.trace(&visits);
    replication.run(17, n, program.values);
    const Ledger& ledger = replication.ledger();
    Life life(program, program.values);
    std::vector<double> sums(ledger.rows().size() * static_cast<std::size_t>(program.steps), 0.0);
    const auto each = [&](auto use) {
      for (std::int32_t row = 0; row < static_cast<std::int32_t>(ledger.rows().size()); ++row) {
        for (std::int32_t step = 0; step < program.steps && life.of_people(row); ++step)
          use(row, step,
              sums[static_cast<std::size_t>(row) * static_cast<std::size_t>(program.steps) +
                   static_cast<std::size_t>(step)]);
      }
    };
    for (std::int32_t person = 0; person < program.population.at_start + program.population.entrants; ++person) {
      std::vector<Visit> own;
      std::copy_if(visits.begin(), visits.end(), std::back_inserter(own),
                   [&](const Visit& visit) { return visit.person == person; });
      life.live(own);
      each([&](std::int32_t row, std::int32_t step, double& sum) { sum += life.euro(row, step); });
    }
    bool same = true;
    each([&](std::int32_t row, std::int32_t step, double& sum) {
      same = same && to_cents(sum) == ledger.amount(row, step);
      paid += std::abs(sum);
    });
    CAPTURE(n);
    CHECK(same);
  }
  CHECK(paid > 1e6);
}

TEST_CASE("a trace keeps as many refusals as the tally counts, each with a fund that lacks what was needed") {
  Dice dice(63);
  std::size_t all = 0;
  for (int n = 0; n < 100; ++n) {
    const auto builder = contracts(dice);
    const Program& program = builder.program;
    Replication replication(program);
    std::vector<Refusal> refusals;
    replication.trace(&refusals);
    replication.run(17, n, program.values);
    std::int64_t counted = 0;
    for (std::int32_t step = 0; step < program.steps; ++step)
      counted += replication.tally().count({Series::Kind::refused_money, 0}, step);
    CHECK(static_cast<std::int64_t>(refusals.size()) == counted);
    for (const Refusal& refusal : refusals) {
      const Shortage& shortage = refusal.shortage;
      const bool whole = shortage.fund != none && shortage.step >= refusal.step && shortage.needed > shortage.there;
      CHECK(whole);
    }
    all += refusals.size();
  }
  CHECK(all > 500);
}

TEST_CASE("what was needed and what was there, worked out by hand") {
  test::Builder builder(12, 1, 2);
  Program& program = builder.program;
  program.plan_steps = 24;
  // 60 comes in at once and no more; the contract costs 15 a step for 12 steps.
  program.prices = {std::vector<double>(24, 0.0), std::vector<double>(24, 15.0)};
  program.prices[0][0] = 60.0;
  program.accounts = 2;
  program.funds = {{0, 1, 0, none, true, {}, none}};
  program.components = {{{0}}};
  Flow flow;
  flow.payer.component = 0;
  flow.receiver.account = 1;
  flow.series = 1;
  program.flows = {flow};
  State& job = builder.state(1);
  job.duration = builder.value(12.0);
  job.at_expiry = {{0, none}};
  job.signs = job.under_contract = true;
  job.refused_to = 0;
  job.flows = {0};
  builder.start(1, 1.0);
  Replication replication(program);
  std::vector<Refusal> refusals;
  replication.trace(&refusals);
  replication.run(1, 0, program.values);
  REQUIRE(refusals.size() == 1);
  CHECK(refusals[0].person == 0);
  CHECK(refusals[0].state == 1);
  CHECK(refusals[0].channel == none);
  CHECK(refusals[0].shortage.fund == 0);
  CHECK(refusals[0].shortage.step == 4);  // 5 x 15 = 75 of the 60
  CHECK(refusals[0].shortage.needed == 7500);
  CHECK(refusals[0].shortage.there == 6000);
}
