#include "models/appraisal/appraisal.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <numeric>

#include "models/reading/problems.hpp"
#include "models/simulation/simulation.hpp"

using namespace banenplan::models;
namespace engine = banenplan::engine;

namespace {

Comparison simulated(const std::vector<std::string>& names, const std::vector<std::string>& overrides,
                     int replications = 30) {
  std::vector<Scenario> scenarios;
  for (const std::string& name : names) {
    Problems problems;
    auto scenario = read_scenario({name, overrides, std::string("klein"), false}, problems);
    INFO((problems.has_errors() ? problems.error_lines().front() : ""));
    REQUIRE(scenario.has_value());
    scenarios.push_back(std::move(*scenario));
  }
  SimulationOptions options;
  options.seed = 4;
  options.replications = replications;
  return simulate(scenarios, options);
}

const Comparison& reference() {
  static const Comparison comparison =
      simulated({"nulalternatief", "budgettair-neutraal", "boven-formatie", "trainees"}, {});
  return comparison;
}

double mean(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

// A comparison by hand: one flow of each sort, in cents that rounding cannot hide.
Comparison by_hand(int years, double cost, double production, double transfer) {
  Comparison comparison;
  comparison.replications = 1;
  comparison.years = years;
  comparison.first_year = 2027;
  comparison.null_alternative = 0;
  comparison.discount_rates.assign(static_cast<std::size_t>(years), 0.0225);
  const std::vector<AccountText> accounts = {
      {"gemeente_participatie", {}, "gemeente", "gemeente_participatie", false},
      {"suppliers", {}, "suppliers", "suppliers", true},
      {"production", {}, "production", "production", true},
      {"employers", {}, "employers", "employers", false}};
  const std::vector<FlowText> flows = {
      {"coach", {}, "guidance", "6.5"}, {"work", {}, "production", ""}, {"subsidy", {}, "lks", "6.3"}};
  const std::vector<engine::LedgerRow> rows = {
      {0, engine::none, 0, 1}, {1, engine::none, 2, 3}, {2, engine::none, 0, 3}};
  for (int k = 0; k < 2; ++k) {
    ScenarioResult scenario;
    scenario.name = k == 0 ? "null" : "policy";
    scenario.ledger = {accounts, flows, rows};
    std::vector<double> outcome;
    for (const double amount : {cost, production, transfer}) {
      outcome.insert(outcome.end(), static_cast<std::size_t>(years), k == 0 ? 0.0 : amount);
    }
    scenario.run.outcomes = {outcome};
    comparison.scenarios.push_back(scenario);
  }
  return comparison;
}

}  // namespace

TEST_CASE("all parties together gain what society gains, to the cent, in every replication") {
  const Appraisal appraisal = appraise(reference());
  REQUIRE(appraisal.scenarios.size() == 4);
  for (const ScenarioAppraisal& scenario : appraisal.scenarios) {
    REQUIRE(scenario.society_cents.size() == 30);
    CHECK(scenario.society_cents == scenario.party_cents);
    for (std::size_t r = 0; r < scenario.society.net.size(); ++r) {
      double sum = 0.0;
      for (const auto& party : scenario.parties) sum += party[r];
      REQUIRE(std::abs(sum - scenario.society.net[r]) < 0.005);
      REQUIRE(scenario.society.net[r] == Approx(scenario.society.benefit[r] - scenario.society.cost[r]));
    }
  }
  CHECK(appraisal.scenarios[2].society_cents != appraisal.scenarios[3].society_cents);
}

TEST_CASE("the null alternative against itself, and a policy without effect or cost, come to nothing") {
  const Appraisal appraisal = appraise(reference());
  for (const double value : appraisal.scenarios[0].society.net) CHECK(value == 0.0);
  CHECK_FALSE(appraisal.scenarios[0].society_payback.has_value());
  CHECK_FALSE(appraisal.scenarios[0].society_chance.has_value());
  const Appraisal twice = appraise(simulated({"nulalternatief", "nulalternatief"}, {}, 5));
  for (const double value : twice.scenarios[1].municipality.net) CHECK(value == 0.0);
}

TEST_CASE("discounted amounts are those worked out by hand") {
  const Appraisal appraisal = appraise(by_hand(3, 100.0, 160.0, 40.0));
  const ScenarioAppraisal& policy = appraisal.scenarios[1];
  const double weight = 1.0 + 1.0 / 1.0225 + 1.0 / 1.0225 / 1.0225;
  CHECK(policy.society.cost[0] == Approx(100.0 * weight));
  CHECK(policy.society.benefit[0] == Approx(160.0 * weight));  // the subsidy is a transfer
  CHECK(policy.municipality.net[0] == Approx(-140.0 * weight));
  CHECK(policy.society_payback == 0);
  CHECK_FALSE(policy.municipality_payback.has_value());
  CHECK(policy.society_cents[0] == 18000);
  const auto employers = static_cast<std::size_t>(appraisal.posts.party("employers"));
  CHECK(policy.parties[employers][0] == Approx(200.0 * weight));
}

TEST_CASE("a discount rate of nought is the plain sum, inflation and rates of the years multiply") {
  CHECK(discount_weights({0.0225, 0.0, 0.0}, 0.0) == std::vector<double>{1, 1, 1});
  const auto weights = discount_weights({0.055, 0.03, 0.0225}, 0.02);
  CHECK(weights[0] == 1.0);
  CHECK(weights[1] == Approx(1.0 / 1.03 / 1.02));
  CHECK(weights[2] == Approx(1.0 / 1.03 / 1.0225 / 1.02 / 1.02));
  CHECK(discount_weights({}, 0.02).empty());
}

TEST_CASE("amounts times k scale every result by k; a longer horizon never lowers what is not negative") {
  const auto one = appraise(by_hand(4, 0.0, 150.0, 30.0)).scenarios[1];
  const auto three = appraise(by_hand(4, 0.0, 450.0, 90.0)).scenarios[1];
  const auto longer = appraise(by_hand(7, 0.0, 150.0, 30.0)).scenarios[1];
  CHECK(three.society.net[0] == Approx(3.0 * one.society.net[0]));
  CHECK(three.municipality.net[0] == Approx(3.0 * one.municipality.net[0]));
  CHECK(longer.society.net[0] > one.society.net[0]);
  CHECK(one.society.cost[0] == 0.0);  // no cost at all: a ratio would be undefined
}

TEST_CASE("a post counts only where its switch is on, for parties and society alike") {
  Comparison comparison = reference();
  const Appraisal with = appraise(comparison);
  comparison.appraisal.switches = {{"production", false}, {"wellbeing", true}};
  const Appraisal without = appraise(comparison);
  const auto post = [&](const char* name) { return static_cast<std::size_t>(with.posts.post(name)); };
  const auto years = static_cast<std::size_t>(comparison.years);
  const auto total = [&](const Appraisal& appraisal, const char* name) {
    const auto& means = appraisal.scenarios[2].society_means;
    const auto from = means.begin() + static_cast<std::ptrdiff_t>(post(name) * years);
    return std::accumulate(from, from + comparison.years, 0.0);
  };
  CHECK(total(with, "production") > 0.0);
  CHECK(total(without, "production") == 0.0);
  CHECK(total(with, "wellbeing") == 0.0);
  CHECK(total(without, "wellbeing") > 0.0);
  CHECK(without.scenarios[2].society_cents == without.scenarios[2].party_cents);
  CHECK(total(with, "lks") == Approx(0.0).margin(1e-6));  // a transfer
  CHECK(total(with, "benefits") == Approx(0.0).margin(1e-6));
  CHECK(total(with, "guidance") < 0.0);
}

TEST_CASE("the levy that is avoided is the law's, and a transfer; displacement is a share of production") {
  Comparison comparison = reference();
  comparison.appraisal.switches = {{"levy", true}};
  const Appraisal appraisal = appraise(comparison);
  const ScenarioAppraisal& policy = appraisal.scenarios[2];
  const auto posts = appraisal.posts.posts.size();
  const auto total = [&](const char* party, const char* post) {
    const auto place = static_cast<std::size_t>(appraisal.posts.party(party)) * posts +
                       static_cast<std::size_t>(appraisal.posts.post(post));
    const auto from = policy.means.begin() + static_cast<std::ptrdiff_t>(place) * comparison.years;
    return std::accumulate(from, from + comparison.years, 0.0);
  };
  // EUR 5,000 a year for each job of 25.5 hours: the levy of a month for each month of the mean of jobs.
  const double levy = total("gemeente_afdelingen", "levy");
  double jobs = 0.0;
  const auto& measures = comparison.scenarios[2].measures;
  for (std::size_t m = 0; m < measures.size(); ++m) {
    if (measures[m].key != "jobs") continue;
    for (std::size_t r = 0; r < 30; ++r) {
      // Jobs are counted at the end of each year: their mean over a year lies between two of them.
      for (std::size_t year = 0; year < 10; ++year) {
        const double before = year == 0 ? 0.0 : comparison.scenarios[2].at(r, m, year - 1, 10);
        jobs += 0.5 * (before + comparison.scenarios[2].at(r, m, year, 10)) / 30.0;
      }
    }
  }
  CHECK(levy == Approx(5000.0 * jobs).epsilon(0.05));
  CHECK(total("rijk", "levy") == Approx(-levy));
  CHECK(total("others", "displacement") < 0.0);
  CHECK(policy.society_cents == policy.party_cents);
}

TEST_CASE("adding a scenario leaves the others as they were, to the bit") {
  const auto few = appraise(simulated({"nulalternatief", "trainees"}, {}, 8));
  const auto more = appraise(simulated({"nulalternatief", "boven-formatie", "trainees"}, {}, 8));
  CHECK(few.scenarios[1].society.net == more.scenarios[2].society.net);
  CHECK(few.scenarios[1].parties == more.scenarios[2].parties);
}

TEST_CASE("the variance has a share of luck, and none without a doubt about anything") {
  const Appraisal appraisal = appraise(reference());
  REQUIRE(appraisal.scenarios[2].society_chance.has_value());
  CHECK(*appraisal.scenarios[2].society_chance > 0.0);
  CHECK(*appraisal.scenarios[2].society_chance <= 1.0);
}

TEST_CASE("without a null alternative or a ledger there is no appraisal") {
  Comparison comparison = by_hand(2, 1, 2, 3);
  comparison.null_alternative = -1;
  CHECK_FALSE(appraise(comparison).done());
  comparison = by_hand(2, 1, 2, 3);
  comparison.scenarios[1].ledger = {};
  CHECK_FALSE(appraise(comparison).done());
}

TEST_CASE("a scenario's own discount rate is used, and one year is enough") {
  const Comparison comparison =
      simulated({"nulalternatief", "trainees"}, {"appraisal.discount_rate=4%", "period.years=1"}, 3);
  CHECK(comparison.discount_rates == std::vector<double>{0.04});
  const Appraisal appraisal = appraise(comparison);
  CHECK(appraisal.weights == std::vector<double>{1.0});
  CHECK(std::isfinite(mean(appraisal.scenarios[1].society.net)));
}

TEST_CASE("on the simulation a discount rate of nought is the plain sum of the ledger's euros") {
  const Appraisal appraisal = appraise(
      simulated({"nulalternatief", "boven-formatie"}, {"appraisal.discount_rate=0%", "assumptions.inflation=0%"}, 6));
  const ScenarioAppraisal& policy = appraisal.scenarios[1];
  for (std::size_t r = 0; r < 6; ++r)
    CHECK(policy.society.net[r] == Approx(0.01 * static_cast<double>(policy.society_cents[r])).margin(0.005));
}

TEST_CASE("on the simulation a price times three makes its post three times as large, and nothing else otherwise") {
  const auto by_post = [](const std::string& price) {
    const auto comparison = simulated({"nulalternatief", "boven-formatie"},
                                      {"funds={}", "assumptions.workplace_per_placement=" + price}, 6);
    const Appraisal appraisal = appraise(comparison);
    std::map<std::string, double> sums;
    for (std::size_t post = 0; post < appraisal.posts.posts.size(); ++post) {
      const auto first = appraisal.scenarios[1].society_means.begin() + static_cast<std::ptrdiff_t>(post) * 10;
      sums[appraisal.posts.posts[post].name] = std::accumulate(first, first + 10, 0.0);
    }
    return sums;
  };
  const auto once = by_post("1200"), thrice = by_post("3600");
  CHECK(once.at("workplace") < 0.0);
  for (const auto& [post, sum] : once) {
    CAPTURE(post);
    if (post == "workplace") {
      CHECK(thrice.at(post) == Approx(3.0 * sum).epsilon(1e-5));  // each amount is rounded to a cent
    } else {
      CHECK(thrice.at(post) == sum);
    }
  }
}

TEST_CASE("on the simulation a longer horizon never lowers a total that is not negative") {
  const auto totals = [](const std::string& years) {
    return simulated({"nulalternatief", "boven-formatie"}, {"funds={}", "period.years=" + years}, 5);
  };
  const Comparison five = totals("5"), eight = totals("8");
  const auto sum = [](const Comparison& comparison, std::size_t measure, std::size_t r) {
    double total = 0.0;
    for (std::size_t year = 0; year < static_cast<std::size_t>(comparison.years); ++year)
      total += comparison.scenarios[1].at(r, measure, year, static_cast<std::size_t>(comparison.years));
    return total;
  };
  std::size_t compared = 0;
  for (std::size_t m = 0; m < five.scenarios[1].measures.size(); ++m) {
    const std::string& key = five.scenarios[1].measures[m].key;
    if (key != "lks" && key != "guidance" && key != "municipal_wages" && key != "placements" && key != "production")
      continue;
    CAPTURE(key);
    ++compared;
    for (std::size_t r = 0; r < 5; ++r) {
      CHECK(sum(five, m, r) > 0.0);
      CHECK(sum(eight, m, r) >= sum(five, m, r));
    }
  }
  CHECK(compared == 5);
}

TEST_CASE("where no assumption is in doubt the appraisal is that of luck alone") {
  Comparison comparison = reference();
  for (ScenarioResult& scenario : comparison.scenarios) scenario.run = scenario.chance;
  const Appraisal appraisal = appraise(comparison);
  for (const ScenarioAppraisal& one : appraisal.scenarios) {
    CHECK(one.society.net == one.luck_alone.society.net);
    CHECK(one.lasting == one.luck_alone.brought.lasting);
  }
  CHECK(*appraisal.scenarios[2].society_chance == 1.0);
}

TEST_CASE("payback by replication is that of its own amounts") {
  const Appraisal appraisal = appraise(reference());
  for (const ScenarioAppraisal& one : appraisal.scenarios) {
    REQUIRE(one.society.payback.size() == 30);
    for (std::size_t r = 0; r < 30; ++r) {
      // What has paid back by the end of the period has a present value that is not negative, and the other way
      // round.
      if (one.society.net[r] != 0.0) CHECK((one.society.payback[r] != engine::none) == (one.society.net[r] > 0.0));
    }
  }
  for (const std::int32_t year : appraisal.scenarios[0].society.payback) CHECK(year == engine::none);
}
