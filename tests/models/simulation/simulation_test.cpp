#include "models/simulation/simulation.hpp"

#include <cmath>

#include "models/simulation/precision.hpp"
#include "tests/models/shipped.hpp"

using namespace banenplan;
using namespace banenplan::models;

namespace {

constexpr std::int32_t replications = 20;

Comparison simulated(const std::vector<Scenario>& scenarios, std::int32_t threads = 2, std::uint64_t seed = 1,
                     std::int32_t count = replications) {
  SimulationOptions options;
  options.seed = seed;
  options.replications = count;
  options.threads = threads;
  return simulate(scenarios, options);
}

Scenario small(const std::string& name, std::vector<std::string> overrides = {}) {
  overrides.push_back("municipality=klein");
  overrides.push_back("period.years=4");
  return shipped_scenario(name, overrides);
}

std::size_t place_of(const ScenarioResult& result, const std::string& key) {
  for (std::size_t m = 0; m < result.measures.size(); ++m) {
    if (result.measures[m].key == key) return m;
  }
  FAIL("no measure " << key);
  return 0;
}

// How often a measure of people differs between two scenarios, over replications and the first `years`.
int differences(const Comparison& a, std::size_t first, const Comparison& b, std::size_t second, std::size_t years) {
  const ScenarioResult& one = a.scenarios[first];
  const ScenarioResult& other = b.scenarios[second];
  const auto years_a = static_cast<std::size_t>(a.years);
  const auto years_b = static_cast<std::size_t>(b.years);
  int count = 0, compared = 0;
  for (std::size_t m = 0; m < one.measures.size(); ++m) {
    if (one.measures[m].subject != MeasureText::Subject::people) continue;
    REQUIRE(one.measures[m].key == other.measures[m].key);
    for (std::size_t r = 0; r < one.run.outcomes.size(); ++r) {
      for (std::size_t year = 0; year < years; ++year) {
        ++compared;
        count += one.at(r, m, year, years_a) == other.at(r, m, year, years_b) ? 0 : 1;
      }
    }
  }
  REQUIRE(compared > 0);
  return count;
}

}  // namespace

TEST_CASE("the same seed gives the same bits on any number of threads") {
  const std::vector<Scenario> scenarios = {small("nulalternatief"), small("boven-formatie"), small("trainees")};
  const Comparison one = simulated(scenarios, 1);
  for (const std::int32_t threads : {2, 7}) {
    const Comparison other = simulated(scenarios, threads);
    for (std::size_t k = 0; k < scenarios.size(); ++k) {
      CHECK(one.scenarios[k].run.outcomes == other.scenarios[k].run.outcomes);
      CHECK(one.scenarios[k].twin.largest == other.scenarios[k].twin.largest);
    }
  }
  const Comparison lucky = simulated(scenarios, 1, 2);
  CHECK(one.scenarios[1].run.outcomes != lucky.scenarios[1].run.outcomes);
}

TEST_CASE("a comparison knows its municipality, period and null alternative") {
  const Comparison comparison = simulated({small("trainees"), small("nulalternatief")});
  CHECK(comparison.null_alternative == 1);
  CHECK(comparison.municipality.name == "klein");
  CHECK(comparison.municipality.quotum_jobs == 15);
  CHECK(comparison.municipality.register_people == 882);
  CHECK(comparison.first_year == 2027);
  CHECK(comparison.years == 4);
  CHECK(comparison.replications == replications);
  CHECK(comparison.version == BANENPLAN_VERSION);
  CHECK(comparison.scenarios[0].name == "trainees");
  CHECK(comparison.scenarios[0].file.file == "scenarios/trainees.yaml");
  CHECK(comparison.scenarios[0].run.outcomes.size() == static_cast<std::size_t>(replications));
  CHECK(comparison.scenarios[1].twin.done);
  CHECK(comparison.scenarios[1].twin.compared > 0);
  CHECK_FALSE(comparison.scenarios[0].twin.done);  // places are scarce: nothing to compare with
  CHECK(simulated({small("trainees")}).null_alternative == -1);
}

TEST_CASE("another scenario beside them leaves all others as they were") {
  const Comparison two = simulated({small("nulalternatief"), small("trainees")});
  const Comparison three = simulated({small("nulalternatief"), small("boven-formatie"), small("trainees")});
  CHECK(two.scenarios[0].run.outcomes == three.scenarios[0].run.outcomes);
  CHECK(two.scenarios[1].run.outcomes == three.scenarios[2].run.outcomes);
  CHECK(two.scenarios[1].run.outcomes != three.scenarios[1].run.outcomes);
}

TEST_CASE("progress is told scenario by scenario, replication by replication") {
  std::vector<std::string> begun;
  std::vector<std::vector<std::int32_t>> done;
  SimulationOptions options;
  options.replications = replications;
  options.threads = 2;
  options.begins = [&](const Scenario& scenario, int number, int parts, std::int32_t count) {
    CHECK(count == replications);
    begun.push_back(scenario.name + " " + std::to_string(number) + "/" + std::to_string(parts));
    done.emplace_back();
  };
  options.advances = [&](std::int32_t count) { done.back().push_back(count); };
  simulate({small("nulalternatief"), small("trainees")}, options);
  CHECK(begun == std::vector<std::string>{"nulalternatief 1/2", "trainees 2/2"});
  REQUIRE(done.size() == 2);
  for (const auto& counts : done) {
    REQUIRE(counts.size() == replications);
    for (std::int32_t k = 0; k < replications; ++k) CHECK(counts[static_cast<std::size_t>(k)] == k + 1);
  }
}

TEST_CASE("with neutral effects and nothing offered people live as in the null alternative, to the bit") {
  const std::vector<std::string> none = {
      "openings={functiecreatie: {per_department_per_year: 0, hours: 24, "
      "stays_open: 6}}",
      "assumptions={effect_buddy: 1, effect_jobcoach: 1, effect_project_team: 1}"};
  std::vector<std::string> some = none;
  some[0].replace(some[0].find("year: 0"), 7, "year: 1");
  const Comparison comparison =
      simulated({small("nulalternatief"), small("boven-formatie", none), small("boven-formatie", some)});
  CHECK(differences(comparison, 0, comparison, 1, 4) == 0);
  CHECK(differences(comparison, 0, comparison, 2, 4) > 0);
}

// Holds where nothing is scarce. With funds it need not: a contract is signed only if the fund bears it to the end of
// the plan, and the plan reaches further when the period does. The last year's end is left out: who enters the
// register in the month after is there at the end of any other year, but not at the end of the period.
TEST_CASE("a longer period leaves the first years of the null alternative as they were, to the bit") {
  const auto years = [](int count, const char* name) {
    return simulated({shipped_scenario(name, {"municipality=middelgroot", "period.years=" + std::to_string(count)})});
  };
  const Comparison five = years(5, "nulalternatief");
  const Comparison ten = years(10, "nulalternatief");
  CHECK(differences(five, 0, ten, 0, 4) == 0);
  const Comparison lucky = simulated({shipped_scenario("nulalternatief", {"period.years=10"})}, 2, 2);
  CHECK(differences(five, 0, lucky, 0, 4) > 0);
}

TEST_CASE("twice the people come to twice the totals where nothing is scarce") {
  constexpr std::int32_t many = 4 * replications;  // enough to see the tenth that is planted
  const Folder folder;
  const auto with_people = [&](int people) {
    const auto file = folder.write(std::to_string(people) + ".yaml",
                                   "municipality: m\ntitle: {nl: M, en: M}\ninhabitants: 100000\nquotum_jobs: 30\n"
                                   "register_people: " +
                                       std::to_string(people) + "\n");
    return simulated({shipped_scenario("nulalternatief", {"municipality=" + file, "period.years=10"})}, 2, 1, many);
  };
  const Comparison once = with_people(1000);  // with 660 who enter in ten years
  const Comparison twice = with_people(2000);
  struct Row {
    const char* key;
  };
  for (const Row& row : {Row{"all_at_work"}, Row{"lks"}, Row{"benefits"}, Row{"uwv_cost"}}) {
    const std::size_t m = place_of(once.scenarios[0], row.key);
    for (const std::size_t year : {0U, 4U, 9U}) {
      // The same assumptions are drawn in both, so the difference within a replication is chance alone.
      const auto errors = [&](double factor) {
        double sum = 0.0, squares = 0.0;
        for (std::size_t r = 0; r < many; ++r) {
          const double difference =
              twice.scenarios[0].at(r, m, year, 10) - factor * once.scenarios[0].at(r, m, year, 10);
          sum += difference;
          squares += difference * difference;
        }
        const double mean = sum / many;
        const double variance = (squares - sum * mean) / (many - 1);
        return std::abs(mean) / std::sqrt(variance / many);
      };
      CAPTURE(row.key, year);
      CHECK(errors(2.0) < 5.0);
      CHECK(errors(2.5) > 5.0);  // planted, far outside what these replications leave to chance
    }
  }
}

TEST_CASE("a run to a precision is the first part of a longer one, on any number of threads") {
  const std::vector<Scenario> both = {small("nulalternatief"), small("trainees")};
  SimulationOptions options;
  options.precision = 0.2;
  options.threads = 1;
  const Comparison found = simulate(both, options);
  for (const Headline& headline : headlines(found, options.precision)) {
    CAPTURE(headline.scenario, headline.key, headline.half_width, headline.allowed);
    CHECK(headline.reached());
  }
  options.threads = 3;
  const Comparison again = simulate(both, options);
  SimulationOptions by_number;
  by_number.replications = found.replications;
  const Comparison counted = simulate(both, by_number);
  for (std::size_t k = 0; k < both.size(); ++k) {
    CHECK(found.scenarios[k].run.outcomes == again.scenarios[k].run.outcomes);
    CHECK(found.scenarios[k].run.outcomes == counted.scenarios[k].run.outcomes);
  }
}

TEST_CASE("every run goes through what runs it, and what it throws comes out") {
  const std::vector<Scenario> scenarios{small("nulalternatief"), small("trainees")};
  SimulationOptions options;
  options.replications = replications;
  int runs = 0;
  options.run = [&](const engine::Program& program, const engine::RunOptions& of_run) {
    ++runs;
    return engine::run(program, of_run);
  };
  const Comparison comparison = simulate(scenarios, options);
  CHECK(runs == 5);  // chance and ignorance of each, and the twin of the one in which nothing is scarce
  CHECK(comparison.scenarios[1].run.outcomes == simulated(scenarios).scenarios[1].run.outcomes);
  options.run = [](const engine::Program&, const engine::RunOptions&) -> engine::Run {
    throw std::runtime_error("stopped");
  };
  CHECK_THROWS_WITH(simulate(scenarios, options), "stopped");
}
