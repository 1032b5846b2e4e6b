#include "models/simulation/story.hpp"

#include <cmath>
#include <map>

#include "engine/outcome.hpp"
#include "engine/run.hpp"
#include "models/simulation/simulation.hpp"
#include "tests/models/shipped.hpp"

using namespace banenplan;
using namespace banenplan::models;

namespace {

struct Example {
  const char* scenario;
  std::vector<std::string> overrides;
};

// All ways in which money is borne: without funds, with a pot, with a pool, shared out over departments.
const std::vector<Example>& examples() {
  static const std::vector<Example> all{
      {"nulalternatief", {"municipality=klein"}},
      {"budgettair-neutraal", {"municipality=klein"}},
      {"boven-formatie", {"municipality=klein", "register.loonwaarde_grows=true", "register.tail=true"}},
      {"trainees", {"municipality=klein"}},
      {"scenarios/examples/gedeelde-pot.yaml", {}},
      {"scenarios/examples/eerst-meedoen.yaml", {}}};
  return all;
}

constexpr std::int32_t number = 16;
constexpr std::uint64_t seed = 5;

}  // namespace

TEST_CASE("all stories of a replication add up to its ledger, and to its tally") {
  const Tariffs tariffs;
  for (const Example& example : examples()) {
    INFO(example.scenario);
    const Scenario scenario = shipped_scenario(example.scenario, example.overrides);
    const Replay replay(scenario, tariffs, seed, number);
    const engine::Program& program = replay.compiled().program;
    const auto steps = static_cast<std::size_t>(program.steps);
    std::map<std::pair<std::string, std::pair<std::size_t, std::size_t>>, std::vector<double>> told;
    std::map<std::string, std::vector<std::int64_t>> months;
    for (std::int32_t person = 0; person < replay.people(); ++person) {
      const Story story = replay.story(person);
      for (const StoryFlow& flow : story.flows) {
        auto& sum = told[{flow.title.english, {flow.payer_account, flow.receiver_account}}];
        sum.resize(steps);
        for (std::size_t step = 0; step < steps; ++step) sum[step] += flow.euro[step];
      }
      for (std::size_t k = 0; k < story.stays.size(); ++k) {
        const StoryStay& stay = story.stays[k];
        if (k > 0) REQUIRE(stay.from == story.stays[k - 1].to);
        const bool last = k + 1 == story.stays.size();
        REQUIRE((stay.ending == StoryStay::Ending::period) == last);
        REQUIRE(stay.next.english == (last ? "" : story.stays[k + 1].state.english));
        REQUIRE(stay.place.has_value() == (stay.ending == StoryStay::Ending::placement));
        auto& there = months[stay.state.english];
        there.resize(steps);
        for (engine::Month month = stay.from; month < stay.to; month = month + 1)
          ++there[static_cast<std::size_t>(month - program.start)];
      }
    }
    // The ledger, its rows of one title and one pair of accounts together.
    const engine::Ledger& ledger = replay.replication().ledger();
    std::map<std::pair<std::string, std::pair<std::size_t, std::size_t>>, std::vector<double>> booked;
    for (std::size_t row = 0; row < ledger.rows().size(); ++row) {
      const engine::LedgerRow& between = ledger.rows()[row];
      if (between.flow == engine::none) continue;
      const auto when = program.flows[static_cast<std::size_t>(between.flow)].when;
      if (when != engine::Flow::When::each_step && when != engine::Flow::When::on_entry) continue;
      auto& sum = booked[{replay.compiled().accounts.flows[static_cast<std::size_t>(between.flow)].title.english,
                          {static_cast<std::size_t>(between.payer), static_cast<std::size_t>(between.receiver)}}];
      sum.resize(steps);
      for (std::size_t step = 0; step < steps; ++step)
        sum[step] +=
            static_cast<double>(ledger.amount(static_cast<std::int32_t>(row), static_cast<std::int32_t>(step))) / 100;
    }
    double all = 0.0;
    for (const auto& [flow, amounts] : booked) {
      INFO(flow.first);
      const auto found = told.find(flow);
      for (std::size_t step = 0; step < steps; ++step) {
        const double sum = found == told.end() ? 0.0 : found->second[step];
        // The ledger rounds each of its flows to the cent; at most three have one title and one pair of accounts.
        if (std::abs(sum - amounts[step]) > 0.0151)
          FAIL_CHECK("step " << step << ": " << sum << " " << amounts[step]);
        all += std::abs(sum);
      }
    }
    CHECK(told.size() <= booked.size());
    CHECK(all > 1e6);
    std::map<std::string, std::vector<std::int64_t>> counted;
    for (std::size_t s = 0; s < program.states.size(); ++s) {
      auto& there = counted[replay.compiled().pathway.states[s].title.english];
      there.resize(steps);
      for (std::size_t step = 0; step < steps; ++step)
        there[step] += replay.replication().tally().occupancy(static_cast<engine::StateIndex>(s),
                                                              static_cast<std::int32_t>(step));
    }
    for (const auto& [state, there] : counted) {
      INFO(state);
      if (!months.contains(state)) months[state].resize(steps);
      CHECK(months[state] == there);
    }
  }
}

TEST_CASE("a replay is the replication that a comparison runs") {
  const Tariffs tariffs;
  for (const Example& example : examples()) {
    const Scenario scenario = shipped_scenario(example.scenario, example.overrides);
    SimulationOptions options;
    options.seed = seed;
    options.replications = number + 1;
    const Comparison comparison = simulate({scenario}, options, tariffs);
    const Replay replay(scenario, tariffs, seed, number);
    const auto& program = replay.compiled().program;
    CHECK(engine::outcome_of(program, engine::values_of(program, seed, number), replay.replication()) ==
          comparison.scenarios[0].run.outcomes[static_cast<std::size_t>(number)]);
  }
}

TEST_CASE("each refusal that is counted is told, with a pot that lacked the money") {
  const Tariffs tariffs;
  std::size_t with_department = 0;
  for (const auto& [name, overrides, scarce] :
       {std::tuple{"boven-formatie",
                   std::vector<std::string>{"municipality=klein", "funds.centrale_pot.filled_by.share=0.2%"}, true},
        std::tuple{"scenarios/examples/gedeelde-pot.yaml", std::vector<std::string>{}, true},
        std::tuple{"nulalternatief", std::vector<std::string>{"municipality=klein"}, false}}) {
    INFO(name);
    const Scenario scenario = shipped_scenario(name, overrides);
    const Replay replay(scenario, tariffs, seed, number);
    std::int64_t counted = 0;
    for (std::int32_t step = 0; step < replay.compiled().program.steps; ++step)
      counted += replay.replication().tally().count({engine::Series::Kind::refused_money, 0}, step);
    const auto refusals = replay.refusals();
    CHECK(static_cast<std::int64_t>(refusals.size()) == counted);
    CHECK((counted > 0) == scarce);
    for (const RefusalText& refusal : refusals) {
      CHECK(refusal.needed > refusal.there);
      CHECK(refusal.short_in >= refusal.month);
      CHECK_FALSE(refusal.fund.dutch.empty());
      if (refusal.place && refusal.place->department) ++with_department;
    }
  }
  CHECK(with_department > 0);
}
