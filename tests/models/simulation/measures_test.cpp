#include "models/simulation/measures.hpp"

#include <set>

#include "engine/outcome.hpp"
#include "engine/replication.hpp"
#include "models/simulation/banenafspraak.hpp"
#include "tests/models/shipped.hpp"

using namespace banenplan;
using namespace banenplan::models;

namespace {

// A scenario after one replication under its base values.
struct Lived {
  explicit Lived(const std::string& name, const std::vector<std::string>& overrides = {})
      : scenario(compile(shipped_scenario(name, overrides), tariffs)), replication(scenario.program) {
    replication.run(1, 0, scenario.program.values);
    outcome = engine::outcome_of(scenario.program, scenario.program.values, replication);
  }
  Tariffs tariffs;
  CompiledScenario scenario;
  engine::Replication replication;
  std::vector<double> outcome;

  double at(const std::string& key, std::int32_t year) const {
    const engine::OutcomeLayout layout(scenario.program);
    for (std::size_t m = 0; m < scenario.measures.size(); ++m) {
      if (scenario.measures[m].key == key) return outcome[static_cast<std::size_t>(layout.first[m] + year)];
    }
    FAIL("no measure " << key);
    return 0.0;
  }
  // Net receipts of all accounts of an actor in a year, in euro.
  double receipts(const std::string& actor, std::int32_t year) const {
    engine::Cents sum = 0;
    for (std::size_t a = 0; a < scenario.accounts.accounts.size(); ++a) {
      if (scenario.accounts.accounts[a].actor != actor) continue;
      for (std::int32_t step = 12 * year; step < 12 * (year + 1); ++step) {
        sum += replication.ledger().receipts(static_cast<std::int32_t>(a), step);
      }
    }
    return static_cast<double>(sum) / 100.0;
  }
  std::int64_t people(const std::string& state, std::int32_t step) const {
    return replication.tally().occupancy(scenario.pathway.find(state), step);
  }
  std::int64_t hours(const std::string& state, std::int32_t step) const {
    return replication.tally().hours(scenario.pathway.find(state), step);
  }
};

const char* const municipal[] = {"first_year_contract", "second_year_contract", "trainee", "permanent_job"};

}  // namespace

TEST_CASE("a measure has one key, the same in every scenario but for the funds") {
  std::vector<std::string> first;
  for (const char* name : {"nulalternatief", "budgettair-neutraal", "boven-formatie", "trainees"}) {
    const Scenario plan = shipped_scenario(name);
    const Tariffs tariffs;
    const auto scenario = compile(plan, tariffs);
    // What follows in the program is for the appraisal, which names it itself.
    REQUIRE(scenario.measures.size() < scenario.program.measures.size());
    std::set<std::string> keys;
    std::vector<std::string> common, funds;
    for (std::size_t m = 0; m < scenario.measures.size(); ++m) {
      const MeasureText& text = scenario.measures[m];
      CAPTURE(name, text.key);
      CHECK(keys.insert(text.key).second);
      CHECK(!text.title.dutch.empty());
      CHECK(!text.title.english.empty());
      CHECK(text.adds_up == (scenario.program.measures[m].over == engine::Measure::Over::year_sum));
      (text.subject == MeasureText::Subject::fund ? funds : common).push_back(text.key);
    }
    std::vector<std::string> expected;
    for (const FundPlan& fund : plan.funds) expected.push_back("fund." + fund.name);
    CHECK(funds == expected);
    if (first.empty()) first = common;
    CHECK(common == first);
  }
}

TEST_CASE("jobs, FTE and people are counted from the hours and states at the end of the year") {
  for (const char* name : {"boven-formatie", "trainees"}) {
    const Lived lived(name);
    bool somebody = false;
    for (std::int32_t year = 0; year < 10; ++year) {
      std::int64_t hours = 0, people = 0;
      for (const char* state : municipal) {
        hours += lived.hours(state, 12 * (year + 1));
        people += lived.people(state, 12 * (year + 1));
      }
      CAPTURE(name, year);
      somebody = somebody || people > 0;
      CHECK(lived.at("people_at_work", year) == static_cast<double>(people));
      CHECK(lived.at("jobs", year) == Approx(static_cast<double>(hours) / 25.5));  // Wfsv: a job is 25.5 hours
      CHECK(lived.at("fte", year) == Approx(static_cast<double>(hours) / 36.0));
      CHECK(lived.at("quotum_share", year) == Approx(lived.at("jobs", year) / 30.0));
      CHECK(lived.at("all_at_work", year) ==
            static_cast<double>(people + lived.people("regular_job", 12 * (year + 1))));
    }
    CHECK(somebody);
  }
}

TEST_CASE("without a quotum there is no share of it") {
  const Folder folder;
  const auto file =
      folder.write("m.yaml", "municipality: m\ntitle: {nl: M, en: M}\ninhabitants: 100000\nquotum_jobs: 0\n");
  const Lived lived("trainees", {"municipality=" + file, "matching.stop_at_quotum=false"});
  CHECK(lived.at("jobs", 5) > 0.0);
  CHECK(lived.at("quotum_share", 5) == 0.0);
}

TEST_CASE("net cost is what all accounts of an actor pay less what they receive") {
  const Lived lived("budgettair-neutraal");
  for (std::int32_t year = 0; year < 10; ++year) {
    CAPTURE(year);
    CHECK(lived.at("net_cost", year) == Approx(-lived.receipts("gemeente", year)).margin(0.005));
    CHECK(lived.at("uwv_cost", year) == Approx(-lived.receipts("uwv", year)).margin(0.005));
    CHECK(lived.at("rijk_cost", year) == Approx(-lived.receipts("rijk", year)).margin(0.005));
    CHECK(lived.at("net_cost", year) != 0.0);
    double all = 0.0;
    std::set<std::string> actors;
    for (const AccountText& account : lived.scenario.accounts.accounts) actors.insert(account.actor);
    for (const std::string& actor : actors) all += lived.receipts(actor, year);
    CHECK(std::abs(all) < 0.005);
  }
}

TEST_CASE("what goes to placed people is a part of the wage subsidy") {
  const Lived nothing("nulalternatief");
  const Lived above("boven-formatie");
  for (std::int32_t year = 0; year < 10; ++year) {
    CHECK(nothing.at("lks", year) > 0.0);
    CHECK(nothing.at("lks_municipal", year) == 0.0);
    CHECK(above.at("lks", year) >= above.at("lks_municipal", year));
  }
  CHECK(above.at("lks_municipal", 5) > 0.0);
}

// What other jobseekers would have done is not taken off: that is a post of its own in the appraisal.
TEST_CASE("the value of work done is what its users give for it, less what colleagues would have done") {
  const Lived lived("budgettair-neutraal");
  for (std::int32_t year = 0; year < 10; ++year) {
    CAPTURE(year);
    const double users = -lived.receipts("production", year);
    const double jobseekers = -lived.receipts("others", year);
    CHECK(lived.at("production", year) == Approx(users + jobseekers).margin(0.005));
    CHECK(lived.at("production", year) > 0.0);
  }
}
