#include "models/simulation/banenafspraak.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <numeric>

#include "engine/expectation.hpp"
#include "engine/people.hpp"
#include "engine/replication.hpp"
#include "engine/uncertainty.hpp"
#include "models/facts/loonkostensubsidie.hpp"
#include "models/reading/problems.hpp"

using namespace banenplan;
using models::CompiledScenario;

namespace {

// Two mixes in which most elements meet: planning ahead, carving, beschut werk, aftercare; two routes and five funds.
const std::string planning = PROJECT_FOLDER "/scenarios/examples/vooruit-plannen.yaml";
const std::string two_routes = PROJECT_FOLDER "/scenarios/examples/vacatures-en-trainees.yaml";

models::Scenario shipped(const std::string& name, const std::vector<std::string>& overrides = {}) {
  models::Problems problems;
  const auto scenario = models::read_scenario({name, overrides, std::nullopt, false}, problems);
  INFO((problems.has_errors() ? problems.error_lines().front() : ""));
  REQUIRE(scenario.has_value());
  return *scenario;
}

CompiledScenario compiled(const std::string& name, const std::vector<std::string>& overrides = {}) {
  static const models::Tariffs tariffs;
  return models::compile(shipped(name, overrides), tariffs);
}

// UWV's national figures of 2021 and 2022, per quarter; starters of 2017.
struct Shares {
  double working, found, lost, again;
};
void check_against_uwv(const Shares& shares) {
  INFO("working " << shares.working << ", found " << shares.found << ", lost " << shares.lost << ", again "
                  << shares.again);
  CHECK(shares.working >= 0.49);
  CHECK(shares.working <= 0.53);
  CHECK(shares.found >= 0.052);
  CHECK(shares.found <= 0.060);
  CHECK(shares.lost >= 0.047);
  CHECK(shares.lost <= 0.056);
  CHECK(shares.again >= 0.62);
  CHECK(shares.again <= 0.70);
}

// The register alone: nobody enters, and everybody starts in one state.
engine::Program register_from(const CompiledScenario& null, const std::string& state, int people, int months) {
  engine::Program program = null.program;
  program.steps = program.plan_steps = months;
  program.population.at_start = people;
  program.population.entrants = 0;
  program.values.push_back(1.0);
  const auto share = static_cast<engine::ValueIndex>(program.values.size()) - 1;
  program.population.start = {{null.pathway.find(state), 0, share}};
  program.flows.clear();
  for (engine::State& each : program.states) each.flows.clear();
  program.measures.clear();
  return program;
}

double in_work(const CompiledScenario& null, const engine::Expectation& course, int month) {
  return course.occupancy(month, null.pathway.find("regular_job"));
}

double registered(const CompiledScenario& null, const engine::Expectation& course, int month) {
  return course.occupancy.row(month).sum() - course.occupancy(month, null.pathway.find("left"));
}

// What has become in a quarter of those of `cells` that were in work, or were not; the quarter begins `month` months
// after the start of the program.
engine::Expectation after_a_quarter(engine::Program program, const CompiledScenario& null,
                                    const engine::Expectation& rest, int month, bool working) {
  program.start = program.start + month;
  program.steps = program.plan_steps = 3;
  program.population.start.clear();
  for (const auto& cell : rest.at_end) {
    const bool is_working = cell.state == null.pathway.find("regular_job");
    if (cell.state == null.pathway.find("left") || is_working != working) continue;
    program.values.push_back(cell.people);
    program.population.start.push_back(
        {cell.state, cell.elapsed, static_cast<engine::ValueIndex>(program.values.size()) - 1});
  }
  return engine::expected_course(program, program.values);
}

// Over the four quarters of the year that begins after 80 years.
Shares expected_shares(const CompiledScenario& null, const std::string& from) {
  Shares shares{};
  for (int month = 960; month < 972; month += 3) {
    const engine::Program program = register_from(null, from, 1000, month);
    const auto rest = engine::expected_course(program, program.values);
    const auto waiting = after_a_quarter(program, null, rest, month, false);
    const auto working = after_a_quarter(program, null, rest, month, true);
    shares.working += in_work(null, rest, month) / registered(null, rest, month) / 4;
    shares.found += in_work(null, waiting, 3) / registered(null, waiting, 3) / 4;
    shares.lost += (1.0 - in_work(null, working, 3) / registered(null, working, 3)) / 4;
  }
  const engine::Program fresh = register_from(null, "regular_job", 1000, 12);
  const auto year = engine::expected_course(fresh, fresh.values);
  shares.again = in_work(null, year, 12) / registered(null, year, 12);
  return shares;
}

// The same shares, counted over the lives of individuals.
class Lives {
 public:
  Lives(const CompiledScenario& null, const engine::Program& program) : job_(null.pathway.find("regular_job")) {
    const auto left = null.pathway.find("left");
    engine::Replication replication(program);
    std::vector<engine::Visit> visits;
    replication.trace(&visits);
    replication.run(20, 0, program.values);
    people_ = program.population.at_start;
    months_ = program.steps;
    where_.assign(static_cast<std::size_t>(people_) * static_cast<std::size_t>(months_ + 1), none_);
    for (const engine::Visit& visit : visits) {
      for (int month = visit.from; month < std::min(visit.to, months_ + 1); ++month) {
        at(visit.person, month) = visit.state == left ? gone_ : visit.state == job_ ? working_ : waiting_;
      }
      if (visit.state == job_ && visit.from > 0) starts_.push_back({visit.person, visit.from});
    }
  }

  // Over the quarters of the last `years` years.
  Shares shares(int years) {
    double working = 0, waiting = 0, found = 0, lost = 0, started = 0, again = 0;
    for (int month = months_ - 12 * years; month < months_; month += 3) {
      for (int person = 0; person < people_; ++person) {
        const int now = at(person, month);
        const int then = at(person, month + 3);
        if (now == gone_ || then == gone_) continue;
        (now == working_ ? working : waiting) += 1;
        found += now == waiting_ && then == working_;
        lost += now == working_ && then == waiting_;
      }
    }
    for (const auto& [person, month] : starts_) {
      const bool from_outside = at(person, month - 1) == waiting_;
      if (!from_outside || month < months_ - 12 * years || month + 12 > months_) continue;
      if (at(person, month + 12) == gone_) continue;
      started += 1;
      again += at(person, month + 12) == working_;
    }
    return {working / (working + waiting), found / waiting, lost / working, again / started};
  }

 private:
  static constexpr std::int8_t none_ = 0, waiting_ = 1, working_ = 2, gone_ = 3;
  std::int8_t& at(int person, int month) {
    return where_[static_cast<std::size_t>(person) * static_cast<std::size_t>(months_ + 1) +
                  static_cast<std::size_t>(month)];
  }
  engine::StateIndex job_;
  int people_ = 0;
  int months_ = 0;
  std::vector<std::int8_t> where_;
  std::vector<std::pair<int, int>> starts_;
};

}  // namespace

TEST_CASE("the register without policy settles at UWV's shares, wherever it starts: by expectation") {
  const CompiledScenario null = compiled("nulalternatief");
  for (const std::string from : {"mover", "stayer", "regular_job"}) {
    INFO("started with everybody in " << from);
    check_against_uwv(expected_shares(null, from));
  }
}

TEST_CASE("the register without policy settles at UWV's shares, wherever it starts: by individuals") {
  const CompiledScenario null = compiled("nulalternatief");
  for (const std::string from : {"mover", "stayer", "regular_job"}) {
    INFO("started with everybody in " << from);
    check_against_uwv(Lives(null, register_from(null, from, 60000, 600)).shares(5));
  }
}

TEST_CASE("no fund is overdrawn in any month of any replication, and the ledger agrees with it") {
  for (const std::string& name :
       std::vector<std::string>{"budgettair-neutraal", "boven-formatie", "trainees", planning, two_routes}) {
    const CompiledScenario scenario = compiled(name);
    const engine::Program& program = scenario.program;
    const engine::ParameterDraws draws(5, 40, static_cast<std::int32_t>(shipped(name).assumptions.all().size()));
    engine::Replication replication(program);
    bool scarce = false;
    for (std::int32_t number = 0; number < 40; ++number) {
      auto values = program.values;
      draws.draw(program.uncertain, number, values);
      replication.run(5, number, values);
      for (std::size_t k = 0; k < program.funds.size(); ++k) {
        INFO(name << ", " << scenario.measures.back().key << ", replication " << number << ", fund " << k);
        std::vector<engine::Cents> balances;
        replication.funds().balances(static_cast<std::int32_t>(k), balances);
        engine::Cents in_ledger = 0;
        for (std::int32_t month = 0; month < program.steps; ++month) {
          in_ledger += replication.ledger().receipts(program.funds[k].account, month);
          const engine::Cents balance = balances[static_cast<std::size_t>(month)];
          REQUIRE(balance >= 0);
          const bool given_back = !program.funds[k].carry_over && (month + 1) % 12 == 0;
          REQUIRE(in_ledger == (given_back ? 0 : balance));
        }
      }
      for (std::int32_t month = 0; month < program.steps; ++month) {
        scarce = scarce || replication.tally().count({engine::Series::Kind::refused_money, 0}, month) > 0;
      }
    }
    if (name == "boven-formatie") CHECK(scarce);  // else the funds were never put to the test
  }
}

TEST_CASE("all accounts together are zero to the cent in every month of every replication") {
  for (const std::string& name : std::vector<std::string>{"nulalternatief", "budgettair-neutraal", "boven-formatie",
                                                          "trainees", planning, two_routes}) {
    const CompiledScenario scenario = compiled(name);
    engine::Replication replication(scenario.program);
    for (std::int32_t number = 0; number < 10; ++number) {
      replication.run(6, number, scenario.program.values);
      engine::Cents turnover = 0;
      for (std::int32_t month = 0; month < scenario.program.steps; ++month) {
        engine::Cents sum = 0;
        for (std::int32_t account = 0; account < scenario.program.accounts; ++account) {
          sum += replication.ledger().receipts(account, month);
          turnover += std::abs(replication.ledger().receipts(account, month));
        }
        REQUIRE(sum == 0);
      }
      CHECK(turnover > 0);
    }
  }
}

TEST_CASE("the wage subsidy in the ledger is the law's, person by person and month by month") {
  const CompiledScenario null = compiled("nulalternatief");
  const engine::Program& program = null.program;
  engine::Replication replication(program);
  std::vector<engine::Visit> visits;
  replication.trace(&visits);
  replication.run(7, 3, program.values);
  const engine::Luck luck(7, 3);
  engine::Traits traits(program);
  traits.set(program.values);
  engine::Beginnings beginnings;
  beginnings.set(program, program.values);
  static const models::Tariffs tariffs;
  const models::Loonkostensubsidie law(tariffs);
  std::vector<engine::Cents> expected(static_cast<std::size_t>(program.steps));
  std::vector<std::uint8_t> levels(program.population.attributes.size());
  const auto level = [&](models::Trait trait) {
    return static_cast<int>(levels[static_cast<std::size_t>(place(trait))]);
  };
  for (const engine::Visit& visit : visits) {
    if (visit.state != null.pathway.find("regular_job")) continue;
    traits.draw(luck, static_cast<std::uint64_t>(visit.person), levels.data());
    const auto birth_month = beginnings.draw(program, luck, visit.person).birth_month;
    if (level(models::Trait::subsidy) != 0) continue;
    models::SubsidyRequest request;
    request.group = static_cast<models::Group>(level(models::Trait::group));
    request.loonwaarde = level(models::Trait::loonwaarde) / 100.0;
    request.hours = level(models::Trait::hours);
    request.running_since = program.start + visit.from;
    for (int month = visit.from; month < std::min(visit.to, program.steps); ++month) {
      request.month = program.start + month;
      request.age = level(models::Trait::age) + (month + birth_month) / 12;
      expected[static_cast<std::size_t>(month)] += law.monthly_cents(request);
    }
  }
  std::vector<engine::Cents> found(expected.size());
  for (std::size_t f = 0; f < null.accounts.flows.size(); ++f) {
    if (null.accounts.flows[f].name != "regular_lks") continue;
    const auto row = replication.ledger().row(static_cast<std::int32_t>(f), 0);
    for (std::size_t month = 0; month < found.size(); ++month) {
      found[month] += replication.ledger().amount(row, static_cast<std::int32_t>(month));
    }
  }
  CHECK(std::accumulate(found.begin(), found.end(), engine::Cents{0}) > 0);
  CHECK(found == expected);
}

TEST_CASE("what each policy allows shows in its course") {
  struct Expectation {
    const char* scenario;
    const char* state;
    bool reached;
  };
  const Expectation table[] = {
      {"nulalternatief", "trial", false},
      {"nulalternatief", "permanent_job", false},
      {"budgettair-neutraal", "trial", true},
      {"budgettair-neutraal", "trainee", false},
      {"boven-formatie", "second_year_contract", true},
      {"boven-formatie", "trainee", false},
      {"trainees", "trainee", true},
      {"trainees", "trial", false},
      {"trainees", "permanent_job", true},
  };
  for (const auto& [name, state, reached] : table) {
    INFO(name << ", " << state);
    const CompiledScenario scenario = compiled(name);
    engine::Replication replication(scenario.program);
    replication.run(8, 0, scenario.program.values);
    std::int64_t person_months = 0;
    for (std::int32_t month = 0; month < scenario.program.steps; ++month) {
      person_months += replication.tally().occupancy(scenario.pathway.find(state), month);
    }
    CHECK((person_months > 0) == reached);
  }
}
