#include "plots/wishes.hpp"

#include <algorithm>

#include "tests/plots/sample_results.hpp"

using namespace banenplan;
using namespace banenplan::plots;

namespace {

// The null alternative and policies of one year, with jobs in each replication.
models::Comparison with_jobs(const std::vector<std::vector<double>>& jobs) {
  models::Comparison comparison;
  comparison.first_year = 2027;
  comparison.years = 1;
  comparison.replications = static_cast<std::int32_t>(jobs.front().size());
  comparison.null_alternative = 0;
  for (std::size_t k = 0; k < jobs.size(); ++k) {
    models::ScenarioResult scenario;
    scenario.name = "s" + std::to_string(k);
    scenario.measures = {{"jobs", {}, models::MeasureText::Unit::jobs, models::MeasureText::Subject::people, false}};
    for (const double value : jobs[k]) scenario.run.outcomes.push_back({value});
    comparison.scenarios.push_back(scenario);
  }
  return comparison;
}

Wish jobs_wish(const std::vector<std::vector<double>>& jobs) {
  const models::Comparison comparison = with_jobs(jobs);
  const auto wishes = wishes_of(comparison, summary_of(comparison));
  REQUIRE(wishes.size() == 1);
  CHECK(wishes.front().key == "jobs");
  return wishes.front();
}

}  // namespace

TEST_CASE("who leads in every replication is best, even where the levels overlap") {
  const Wish wish = jobs_wish({{0, 0, 0}, {10, 20, 30}, {11, 21, 31}});
  CHECK(wish.best == 2);
  CHECK(wish.close.empty());
  REQUIRE(wish.chances.size() == 2);
  CHECK(wish.chances[0].chance == 0.0);
  CHECK(wish.chances[1].chance == 1.0);
}

TEST_CASE("a lead that luck can turn leaves the other close") {
  const Wish wish = jobs_wish({{0, 0, 0}, {11, 12, 13}, {14, 14, 9}});
  CHECK(wish.best == 2);
  CHECK(wish.close == std::vector<std::size_t>{1});
  CHECK(wish.chances[0].chance == Approx(1.0 / 3));
}

TEST_CASE("equal scenarios share the chance and are close") {
  const Wish wish = jobs_wish({{0, 0}, {5, 6}, {5, 6}});
  CHECK(wish.best == 1);
  CHECK(wish.close == std::vector<std::size_t>{2});
  CHECK(wish.chances[0].chance == 0.5);
  CHECK(wish.chances[1].chance == 0.5);
}

TEST_CASE("one replication makes nobody best") {
  CHECK(jobs_wish({{0}, {5}, {9}}).close == std::vector<std::size_t>{1});
}

TEST_CASE("the null alternative competes for society only, or alone") {
  const auto comparison = small_simulation({"nulalternatief", "trainees"}, 12);
  for (const Wish& wish : wishes_of(comparison, summary_of(comparison))) {
    const auto holds_null = [](const Wish::Chance& one) { return one.scenario == 0; };
    CHECK(std::any_of(wish.chances.begin(), wish.chances.end(), holds_null) == (wish.key == "society"));
  }
  CHECK(jobs_wish({{4, 5}}).best == 0);
  CHECK(wishes_of({}, summary_of({})).empty());
}
