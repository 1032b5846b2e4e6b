#include "models/policy/before_work_plan.hpp"

#include "tests/models/switched.hpp"

using namespace banenplan::models;

namespace {

// Many take part, in a municipality that places nobody.
double with(const std::string& before_work, const char* key, const char* more = "period.years=6") {
  return total(shipped_scenario("nulalternatief", {"before_work={" + before_work + "}", more}), key);
}

}  // namespace

TEST_CASE("what is offered before work costs money, and moves nobody until a user says so") {
  struct Row {
    const char* offered;
    const char* moves_on;
  };
  const Row rows[] = {
      {"dagbesteding: {starts_per_year: 20%}", "assumptions.day_activities_moves_on=40%"},
      {"wijkparticipatie: {asked_per_year: 50%}", "assumptions.neighbourhood_moves_on=40%"},
  };
  const double nobody = total(shipped_scenario("nulalternatief", {"period.years=6"}), "all_at_work");
  for (const Row& row : rows) {
    CAPTURE(row.offered);
    CHECK(with(row.offered, "before_work") > 0.0);
    CHECK(with(row.offered, "guidance") > total(shipped_scenario("nulalternatief", {"period.years=6"}), "guidance"));
    CHECK(with(row.offered, "all_at_work", row.moves_on) > with(row.offered, "all_at_work"));
    // The same chance of work as without it: other luck in other states, so nearly and not exactly as many.
    CHECK(with(row.offered, "all_at_work") == Approx(nobody).epsilon(0.01));
  }
}

TEST_CASE("money for what comes before work is a ceiling, as for all else") {
  const std::vector<std::string> offered = {"before_work={dagbesteding: {starts_per_year: 20%}}", "period.years=6",
                                            "funds={wmo: {filled_by: {amount: 200000, from: gemeente_wmo}, "
                                            "pays: [before_work], carry_over: true}}"};
  const Scenario scarce = shipped_scenario("nulalternatief", offered);
  CHECK(scarce.warnings.empty());
  CHECK(total(scarce, "before_work") < with("dagbesteding: {starts_per_year: 20%}", "before_work"));
  CHECK(total(scarce, "refused_money") > 0.0);
}

TEST_CASE("what is offered before work is refused or warned about in a line") {
  CHECK(refusals({"nulalternatief", {"before_work={dagbesteding: {starts_per_year: 95%}}"}, std::nullopt, false}) ==
        std::vector<std::string>{"--set: before_work.dagbesteding.starts_per_year: found \"95%\"; a share is from 0 "
                                 "to 0.9, as 12% or 0.12"});
  CHECK(
      shipped_scenario("nulalternatief", {"before_work={wijkparticipatie: {asked_per_year: 0%}}"}).warnings ==
      std::vector<std::string>{"--set: before_work.wijkparticipatie.asked_per_year: found 0; nobody will take part"});
}
