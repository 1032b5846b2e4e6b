#include "models/policy/target_plan.hpp"

#include "tests/models/shipped.hpp"
#include "tests/models/switched.hpp"

using namespace banenplan;
using namespace banenplan::models;

namespace {

Scenario with_target(const std::string& target) {
  const Folder folder;
  return shipped_scenario(
      folder.write("mine.yaml", "scenario: mine\nextends: boven-formatie\ntarget: " + target + "\n"));
}

}  // namespace

TEST_CASE("the part of the target that is asked for") {
  const Tariffs tariffs;
  const engine::Month start = engine::Month::of(2027, 1);
  struct Row {
    const char* target;
    int months;  // after the start
    double share;
  };
  // A straight line over 60 months; government's path: 6,500 jobs in 2016, 12,500 in 2018, 25,000 in 2023 (monitor
  // banenafspraak).
  const Row rows[] = {{"{jobs: 50}", 0, 1.0},
                      {"{by: 2031-12}", 0, 1.0 / 60},
                      {"{by: 2031-12}", 29, 0.5},
                      {"{by: 2031-12}", 59, 1.0},
                      {"{by: 2031-12}", 90, 1.0},
                      {"{path: banenafspraak}", 0, 6'500.0 / 25'000},
                      {"{path: banenafspraak}", 11, 6'500.0 / 25'000},
                      {"{path: banenafspraak}", 24, 12'500.0 / 25'000},
                      {"{path: banenafspraak}", 84, 1.0},
                      {"{path: banenafspraak}", 119, 1.0}};
  for (const Row& row : rows) {
    CAPTURE(row.target, row.months);
    CHECK(with_target(row.target).target.share(start, start + row.months, tariffs) == Approx(row.share));
  }
}

TEST_CASE("a target that cannot be is refused in one line") {
  struct Row {
    const char* target;
    const char* line;
  };
  const Row rows[] = {
      {"{by: 2050-01}", R"(target.by: found "2050-01", outside the period; a month of the scenario's period)"},
      {"{path: straight}",
       "target.path: found a straight path without an end; `by`, the month in which the jobs are there"},
      {"{path: banenafspraak, by: 2030-01}",
       "target.by: found a month beside a path that has its own; one of the two"},
      {"{job: 50}", R"(target.job: found a key that is not known here; did you mean "jobs"?)"}};
  for (const Row& row : rows) {
    const Folder folder;
    const auto lines = refusals(
        {folder.write("mine.yaml", std::string("scenario: mine\nextends: trainees\ntarget: ") + row.target + "\n"),
         {},
         std::nullopt,
         false});
    REQUIRE(lines.size() == 1);
    CHECK(lines.front().find(row.line) != std::string::npos);
  }
}

TEST_CASE("a path paces the placements, and more jobs ask for more") {
  const double at_once = total(with_target("{jobs: 30}"), "jobs");
  CHECK(total(with_target("{by: 2034-12}"), "jobs") < 0.85 * at_once);
  CHECK(total(with_target("{path: banenafspraak}"), "jobs") < 0.95 * at_once);
  CHECK(total(with_target("{jobs: 15}"), "jobs") < 0.75 * at_once);
}

TEST_CASE("what is asked for stands beside the results, year by year") {
  SimulationOptions options;
  options.replications = 1;
  const Comparison comparison = simulate({with_target("{jobs: 60, by: 2032-12}")}, options);
  CHECK(comparison.scenarios.front().target_jobs == std::vector<double>{10, 20, 30, 40, 50, 60, 60, 60, 60, 60});
}
