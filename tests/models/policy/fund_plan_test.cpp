#include "models/policy/fund_plan.hpp"

#include <catch2/catch.hpp>

using namespace banenplan::models;

namespace {

std::vector<FundPlan> read(const std::string& text) {
  Problems problems;
  const auto tree = read_text(text, "a.yaml", problems);
  REQUIRE(tree);
  const Section section(*tree, problems);
  const auto plans = read_funds(section.section("funds"));
  section.finish();
  CAPTURE(problems.error_lines());
  CHECK_FALSE(problems.has_errors());
  return plans;
}

}  // namespace

TEST_CASE("a fund is filled in one of three ways") {
  using Base = FundPlan::Base;
  struct Row {
    const char* filled_by;
    Base base;
    double amount;
    const char* from;
    bool every_year;
  };
  const Row rows[] = {
      {"{establishment: true}", Base::establishment, 0.0, "gemeente_afdelingen", true},
      {"{amount: 50000}", Base::amount, 50000, "gemeente_afdelingen", true},
      {"{amount: 90000, from: gemeente_participatie, every: month}", Base::amount, 90000, "gemeente_participatie",
       false},
      {"{share: 0.6%, of: personnel_budget, every: year}", Base::personnel_budget, 0.006, "gemeente_afdelingen",
       true},
      {"{share: 1%, of: hire_budget}", Base::hire_budget, 0.01, "gemeente_afdelingen", true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.filled_by);
    const auto plans = read(std::string("funds:\n  pot:\n    pays: [wage, buddy]\n    filled_by: ") + row.filled_by);
    REQUIRE(plans.size() == 1);
    const FundPlan& plan = plans.front();
    CHECK(plan.name == "pot");
    CHECK(plan.title.dutch == "pot");
    CHECK(plan.base == row.base);
    CHECK(plan.amount == Approx(row.amount).epsilon(1e-12));
    CHECK(plan.from == row.from);
    CHECK(plan.every_year == row.every_year);
    CHECK(plan.pays == std::vector<std::string>{"wage", "buddy"});
    CHECK_FALSE(plan.carry_over);
  }
}

TEST_CASE("funds keep the order in which they are written") {
  const auto plans = read(
      "funds:\n"
      "  z: {filled_by: {amount: 1}, pays: [wage], carry_over: true}\n"
      "  a: {filled_by: {amount: 2}, pays: [wage]}\n"
      "  m: {filled_by: {amount: 3}, pays: [guidance]}\n");
  REQUIRE(plans.size() == 3);
  CHECK(plans[0].name == "z");
  CHECK(plans[0].carry_over);
  CHECK(plans[1].name == "a");
  CHECK(plans[2].name == "m");
}
