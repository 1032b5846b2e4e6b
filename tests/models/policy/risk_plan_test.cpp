#include "models/policy/risk_plan.hpp"

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
  };
  for (const Row& row : rows) {
    CAPTURE(row.risk, row.key);
    const double moved = with("budgettair-neutraal", {row.risk}, row.key) - with("budgettair-neutraal", {}, row.key);
    CHECK(moved * row.direction > 0.0);
  }
  const double cut = with("nulalternatief", {rows[0].risk}, "net_cost") - with("nulalternatief", {}, "net_cost");
  CHECK(cut == Approx(7 * 200000.0).epsilon(1e-6));
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
