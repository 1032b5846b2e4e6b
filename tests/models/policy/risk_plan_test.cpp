#include "models/policy/risk_plan.hpp"

#include "models/simulation/banenafspraak.hpp"
#include "tests/models/switched.hpp"

using namespace banenplan::models;

namespace {

double with(const char* scenario, const std::vector<std::string>& overrides, const char* key) {
  return total(shipped_scenario(scenario, overrides), key);
}

}  // namespace

TEST_CASE("the levy is paid for each job that is missing, and only when a scenario switches it on") {
  const std::string levy = "risks={quotum_levy: {from: 2029-01}}";
  // Nobody is placed: 30 jobs are missing in the eight years from 2029 on, at 5000 euros each.
  const double nothing = with("nulalternatief", {levy}, "net_cost") - with("nulalternatief", {}, "net_cost");
  CHECK(nothing == Approx(30 * 8 * 5000.0).epsilon(1e-6));
  const double placing = with("boven-formatie", {levy}, "net_cost") - with("boven-formatie", {}, "net_cost");
  CHECK(placing > 0.0);
  CHECK(placing < 0.5 * nothing);
  CHECK(with("boven-formatie", {levy}, "jobs") == with("boven-formatie", {}, "jobs"));
}

TEST_CASE("an event from outside moves the result its own way") {
  struct Row {
    const char* risk;
    const char* key;
    double direction;
  };
  const Row rows[] = {
      {"risks={buig_cut: {from: 2030-01, amount: 200000}}", "net_cost", 1.0},
      {"risks={minimum_wage_rise: {from: 2028-07, share: 8%}}", "lks", 1.0},
      {"risks={minimum_wage_rise: {from: 2028-07, share: 8%}}", "benefits", 1.0},
      {"risks={employer_closes: {from: 2029-06, share: 10%}}", "all_at_work", -1.0},
      {"risks={employer_closes: {from: 2029-06, share: 10%}}", "benefits", 1.0},
      {"risks={newcomers: {from: 2029-01, share: 50%}}", "benefits", 1.0},
      {"risks={newcomers: {from: 2029-01, share: 50%}}", "all_at_work", 1.0},
      {"risks={displacement: {from: 2029-01, share: 20%}}", "benefits", 1.0},
      {"risks={displacement: {from: 2029-01, share: 20%}}", "net_cost", 1.0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.risk, row.key);
    const double moved = with("budgettair-neutraal", {row.risk}, row.key) - with("budgettair-neutraal", {}, row.key);
    CHECK(moved * row.direction > 0.0);
  }
  const double cut = with("nulalternatief", {rows[0].risk}, "net_cost") - with("nulalternatief", {}, "net_cost");
  CHECK(cut == Approx(7 * 200000.0).epsilon(1e-6));
}

TEST_CASE("where the contribution follows benefits, what a policy saves on them is gone a year later") {
  const std::string follows = "risks.buig_follows_benefits=true";
  const auto saved = [&](const char* key, const std::vector<std::string>& overrides) {
    return with("nulalternatief", overrides, key) - with("boven-formatie", overrides, key);
  };
  const double kept = saved("net_cost", {}) - saved("net_cost", {follows});
  CHECK(kept > 0.7 * saved("benefits", {}));
  CHECK(kept < saved("benefits", {}));  // of the last year nothing is taken back within the period
  CHECK(saved("rijk_cost", {follows}) - saved("rijk_cost", {}) == Approx(kept).epsilon(1e-6));
  CHECK(with("boven-formatie", {follows}, "jobs") == with("boven-formatie", {}, "jobs"));
}

TEST_CASE("an event outside the period is refused in a line") {
  struct Row {
    const char* risks;
    const char* sentence;
  };
  const Row rows[] = {
      {"risks={quotum_levy: {from: 2026-12}}",
       "risks.quotum_levy.from: found \"2026-12\", outside the period; an event happens in the period of the "
       "scenario"},
      {"risks={buig_cut: {from: 2037-01, amount: 5}}",
       "risks.buig_cut.from: found \"2037-01\", outside the period; an event happens in the period of the scenario"},
      {"risks={employer_closes: {from: 2029-01, share: 95%}}",
       "risks.employer_closes.share: found \"95%\"; a share is from 0 to 0.9, as 12% or 0.12"},
  };
  for (const Row& row : rows) {
    const auto lines = refusals({"nulalternatief", {row.risks}, std::nullopt, false});
    REQUIRE(lines.size() == 1);
    CHECK_THAT(lines.front(), Catch::Contains(row.sentence));
  }
}

TEST_CASE("newcomers come from the month on, and not before") {
  const auto at_work_by = [](const char* years, const char* risks) {
    return with("nulalternatief", {std::string("period.years=") + years, risks}, "all_at_work");
  };
  const char* const risk = "risks={newcomers: {from: 2030-01, share: 100%}}";
  // Others come in the years before, but no more of them.
  const double before = at_work_by("10", "risks={}");
  CHECK(at_work_by("10", risk) > 1.05 * before);
  const auto population = [](const char* risks) {
    const Tariffs tariffs;
    return compile(shipped_scenario("nulalternatief", {risks}), tariffs).program.population;
  };
  const auto usual = population("risks={}"), more = population(risk);
  // Three years as usual, seven twice: 17 for each 10.
  CHECK(more.entrants == Approx(1.7 * usual.entrants).margin(1.0));
  REQUIRE(more.arrivals.size() == 120);
  CHECK(more.arrivals[35] == Approx(3.0 / 17));
  CHECK(usual.arrivals.empty());
}

TEST_CASE("displacement costs others their work, and its post may not be switched off") {
  const auto others = [](const char* risks) {
    SimulationOptions options;
    options.replications = 20;
    const Comparison comparison = simulate({shipped_scenario("boven-formatie", {risks})}, options);
    const ScenarioResult& result = comparison.scenarios.front();
    double sum = 0.0;
    for (std::size_t row = 0; row < result.ledger.rows.size(); ++row) {
      const auto& names = result.ledger;
      if (names.rows[row].flow == banenplan::engine::none) continue;  // money that a fund receives or gives back
      if (names.flows[static_cast<std::size_t>(names.rows[row].flow)].kind != "displacement") continue;
      const auto years = static_cast<std::size_t>(comparison.years);
      const std::size_t measure = result.measures.size() + row;
      for (std::size_t year = 0; year < years; ++year) sum += result.at(0, measure, year, years);
    }
    return sum;
  };
  const double usual = others("risks={}");
  CHECK(usual > 0.0);
  CHECK(others("risks={displacement: {from: 2029-01, share: 20%}}") > 1.5 * usual);
  const auto lines =
      refusals({"boven-formatie",
                {"risks={displacement: {from: 2029-01, share: 20%}}", "appraisal={posts: {displacement: false}}"},
                std::nullopt,
                false});
  REQUIRE(lines.size() == 1);
  CHECK_THAT(lines.front(), Catch::Contains("found displacement as a risk, and its post switched off"));
}

TEST_CASE("the levy is not counted twice: as a risk, and as a benefit when avoided") {
  Problems problems;
  ScenarioRequest request;
  request.name_or_file = "trainees";
  request.overrides = {"risks={quotum_levy: {from: 2029-01}}", "appraisal={posts: {levy: true}}"};
  CHECK_FALSE(read_scenario(request, problems).has_value());
  REQUIRE(problems.error_lines().size() == 1);
  CHECK(problems.error_lines().front().find("found the levy as a risk and as a benefit") != std::string::npos);
  request.overrides.pop_back();
  Problems none;
  CHECK(read_scenario(request, none).has_value());
}
