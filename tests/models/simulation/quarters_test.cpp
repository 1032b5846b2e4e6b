#include "models/simulation/quarters.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "models/simulation/simulation.hpp"
#include "tests/models/shipped.hpp"

using namespace banenplan;
using namespace banenplan::models;

namespace {

Comparison simulated(const std::string& municipality) {
  SimulationOptions options;
  options.replications = 4;
  return simulate({shipped_scenario("boven-formatie", {"municipality=" + municipality, "period.years=4",
                                                       "budget={lks: 100000, net_cost: 500000}"})},
                  options);
}

std::int64_t cents(double euro) {
  return std::llround(100.0 * euro);
}

}  // namespace

TEST_CASE("four quarters are the year, to the cent, of each line and each budget; also of a region") {
  for (const char* const municipality : {"klein", "zaanstreek-waterland"}) {
    CAPTURE(municipality);
    const Comparison comparison = simulated(municipality);
    const ScenarioResult& scenario = comparison.scenarios.front();
    const std::size_t years = 4;
    CHECK(scenario.quarters.budgets == std::vector<std::string>{"lks", "net_cost"});
    CHECK(scenario.quarters.lines.size() >= 8);
    std::set<bool> ways;
    for (std::size_t r = 0; r < scenario.run.outcomes.size(); ++r) {
      for (std::size_t year = 0; year < years; ++year) {
        const auto of_year = [&](std::size_t row) {
          std::int64_t sum = 0;
          for (std::size_t quarter = 0; quarter < 4; ++quarter)
            sum += cents(scenario.in_quarter(r, row, 4 * year + quarter, years));
          return sum;
        };
        for (std::size_t k = 0; k < scenario.quarters.lines.size(); ++k) {
          const QuarterText::Line& line = scenario.quarters.lines[k];
          ways.insert(line.received);
          std::int64_t by_ledger = 0;
          for (std::size_t row = 0; row < scenario.ledger.rows.size(); ++row) {
            const engine::LedgerRow& one = scenario.ledger.rows[row];
            if (one.flow == engine::none) continue;
            const FlowText& flow = scenario.ledger.flows[static_cast<std::size_t>(one.flow)];
            const std::int32_t account = line.received ? one.receiver : one.payer;
            const AccountText& text = scenario.ledger.accounts[static_cast<std::size_t>(account)];
            if (text.actor != "gemeente" || text.party != line.holder || flow.taakveld != line.taakveld ||
                flow.kind != line.kind)
              continue;
            by_ledger += cents(scenario.at(r, scenario.measures.size() + row, year, years));
          }
          REQUIRE(of_year(k) == by_ledger);
        }
        for (std::size_t b = 0; b < scenario.quarters.budgets.size(); ++b) {
          for (std::size_t m = 0; m < scenario.measures.size(); ++m) {
            if (scenario.measures[m].key != scenario.quarters.budgets[b]) continue;
            REQUIRE(of_year(scenario.quarters.lines.size() + b) == cents(scenario.at(r, m, year, years)));
          }
        }
      }
    }
    CHECK(ways.size() == 2);
  }
}
