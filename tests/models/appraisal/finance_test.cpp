#include "models/appraisal/finance.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <fmt/format.h>
#include <numeric>
#include <set>

#include "models/reading/problems.hpp"
#include "models/simulation/simulation.hpp"

using namespace banenplan::models;

namespace {

Comparison simulated(const std::vector<std::string>& overrides) {
  Problems problems;
  auto scenario = read_scenario({"boven-formatie", overrides, std::string("klein"), false}, problems);
  REQUIRE(scenario.has_value());
  SimulationOptions options;
  options.replications = 20;
  return simulate({*scenario}, options);
}

std::size_t place(const ScenarioResult& scenario, const std::string& key) {
  for (std::size_t m = 0; m < scenario.measures.size(); ++m) {
    if (scenario.measures[m].key == key) return m;
  }
  FAIL("no measure " << key);
  return 0;
}

}  // namespace

TEST_CASE("what holders pay less what they receive is the net cost of the municipality, in every year") {
  const Comparison comparison = simulated({});
  const ScenarioResult& scenario = comparison.scenarios.front();
  const auto lines = finance_lines(scenario, comparison.years);
  CHECK(lines.size() >= 4);
  for (std::size_t year = 0; year < 10; ++year) {
    for (std::size_t r = 0; r < 20; ++r) {
      double net = 0.0;
      for (const FinanceLine& line : lines) net += line.paid[year][r] - line.received[year][r];
      // Wage-cost advantage and sickness cover come in without a taakveld.
      double without = 0.0;
      for (std::size_t row = 0; row < scenario.ledger.rows.size(); ++row) {
        const auto& one = scenario.ledger.rows[row];
        if (one.flow == banenplan::engine::none) continue;
        const auto& text = scenario.ledger.flows[static_cast<std::size_t>(one.flow)];
        const auto& receiver = scenario.ledger.accounts[static_cast<std::size_t>(one.receiver)];
        if (text.taakveld.empty() && receiver.actor == "gemeente")
          without += scenario.at(r, scenario.measures.size() + row, year, 10);
      }
      CHECK(net - without == Approx(scenario.at(r, place(scenario, "net_cost"), year, 10)).margin(0.01));
    }
  }
}

TEST_CASE("the contribution for wage subsidy is last year's subsidy") {
  const Comparison comparison = simulated({});
  const Lag lag = subsidy_lag(comparison.scenarios.front(), comparison.years);
  for (std::size_t r = 0; r < 20; ++r) {
    for (std::size_t year = 1; year < 10; ++year) {
      CHECK(lag.received[year][r] == Approx(lag.paid[year - 1][r]).margin(0.01));
    }
    CHECK(lag.received[0][r] > 0.0);
  }
  const Comparison cut =
      simulated({"risks.buig_cut={from: 2028-01, amount: 200000}", "risks.buig_follows_benefits=true"});
  CHECK(subsidy_lag(cut.scenarios.front(), cut.years).received ==
        lag.received);  // other flows of BUIG are no part of it
}

TEST_CASE("quarters sum to their year, and a year's budget is never used up sooner than by its end") {
  const Comparison comparison = simulated({"budget.lks=400000"});
  const ScenarioResult& scenario = comparison.scenarios.front();
  for (const FinanceLine& line : finance_lines(scenario, comparison.years)) {
    CAPTURE(line.holder, line.taakveld, line.post);
    REQUIRE(line.paid_by_quarter.size() == 40);
    for (std::size_t year = 0; year < 10; ++year) {
      for (std::size_t r = 0; r < 20; ++r) {
        double paid = 0.0, received = 0.0;
        for (std::size_t quarter = 4 * year; quarter < 4 * year + 4; ++quarter) {
          paid += line.paid_by_quarter[quarter][r];
          received += line.received_by_quarter[quarter][r];
        }
        REQUIRE(std::abs(paid - line.paid[year][r]) < 0.005);
        REQUIRE(std::abs(received - line.received[year][r]) < 0.005);
      }
    }
  }
  const auto checks = budget_checks(scenario, comparison.years);
  bool within_the_year = false;
  for (const BudgetYear& year : checks.at(0).years) {
    REQUIRE(year.quarters.size() == 4);
    double spent = 0.0;
    for (std::size_t quarter = 0; quarter < 4; ++quarter) {
      spent += year.quarters[quarter].mean;
      if (quarter > 0) CHECK(year.quarters[quarter].chance_over >= year.quarters[quarter - 1].chance_over);
    }
    CHECK(spent == Approx(year.mean));
    CHECK(year.quarters[3].chance_over == Approx(year.chance_over));
    within_the_year = within_the_year || year.quarters[2].chance_over > 0.0;
  }
  CHECK(within_the_year);
}

TEST_CASE("wage subsidy, benefits, guidance and wages each have a line of their own") {
  const Comparison comparison = simulated({});
  std::set<std::string> posts, taakvelden;
  for (const FinanceLine& line : finance_lines(comparison.scenarios.front(), comparison.years)) {
    posts.insert(line.post);
    taakvelden.insert(line.taakveld);
  }
  for (const char* const post : {"lks", "benefits", "guidance", "wages"}) CHECK(posts.contains(post));
  for (const char* const taakveld : {"6.3", "6.4", "6.5", "0.4", "department"}) CHECK(taakvelden.contains(taakveld));
}

TEST_CASE("a budget is held against each year, and its last amount holds on") {
  const auto checks = [](const std::string& budget) {
    const Comparison comparison = simulated({budget});
    return budget_checks(comparison.scenarios.front(), comparison.years);
  };
  const auto wide = checks("budget.lks=[1, 1e9]");
  REQUIRE(wide.size() == 1);
  CHECK(wide[0].key == "lks");
  CHECK(wide[0].years[0].chance_over == Approx(1.0));
  CHECK(wide[0].years[9].budget == 1e9);
  CHECK(wide[0].years[9].chance_over == 0.0);
  const double middle = wide[0].years[9].mean;
  const auto tight = checks("budget.lks=" + fmt::format("{:.6f}", middle));
  CHECK(tight[0].years[9].chance_over > 0.0);
  CHECK(tight[0].years[9].chance_over < 1.0);
  CHECK(budget_checks(simulated({}).scenarios.front(), 10).empty());
}
