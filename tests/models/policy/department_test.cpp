#include "models/policy/department.hpp"

#include <cmath>

#include "tests/models/switched.hpp"

using namespace banenplan::models;

namespace {

const std::string head = "municipality: m\ntitle: {nl: M, en: M}\ninhabitants: 60000\nquotum_jobs: 40\n";

std::string two(const std::string& groen, const std::string& sociaal) {
  return head + "departments:\n  groen: {staff_fte: 132" + groen + "}\n  sociaal: {staff_fte: 300" + sociaal + "}\n";
}

double with(const std::string& municipality, const std::string& scenario, const std::string& key) {
  const Folder folder;
  const auto file = folder.write("m.yaml", municipality);
  return total(shipped_scenario(scenario, {"municipality=" + file, "period.years=6"}), key);
}

}  // namespace

TEST_CASE("a figure that a department states moves the result its own way") {
  struct Row {
    const char* scenario;
    const char* key;
    const char* less;
    const char* more;
  };
  const Row rows[] = {
      {"budgettair-neutraal", "placements", ", suitable: 5%", ", suitable: 40%"},
      {"budgettair-neutraal", "placements", ", turnover: 2%", ", turnover: 16%"},
      {"budgettair-neutraal", "placements", ", vacancies_per_year: 2", ", vacancies_per_year: 40"},
      {"budgettair-neutraal", "fund.inhuurbudget", ", external_hire: 5%", ", external_hire: 40%"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.more);
    CHECK(with(two(row.less, ""), row.scenario, row.key) < with(two(row.more, ""), row.scenario, row.key));
  }
  const auto wages = [](const char* groen) {
    return with(two(groen, ", wage_sum: 26000000"), "boven-formatie", "fund.centrale_pot");
  };
  CHECK(wages(", wage_sum: 4000000") < wages(", wage_sum: 16000000"));  // the central pot is a share of it
}

TEST_CASE("departments that state nothing but their size place as many as the whole does") {
  const std::string whole = head + "staff_fte: 432\ndepartments: 2\n";
  const double together = with(whole, "budgettair-neutraal", "placements");
  const double listed = with(two("", ""), "budgettair-neutraal", "placements");
  REQUIRE(together > 10.0);
  // Other luck, the same chances: Poisson counts over 40 replications, five standard errors apart at most.
  CHECK(std::abs(listed - together) < 5.0 * std::sqrt(2.0 * together / 40.0));
}

TEST_CASE("departments that are listed wrongly are refused in a line") {
  struct Row {
    std::string text;
    const char* line;  // after the file
  };
  const Row rows[] = {
      {head + "staff_fte: 400\ndepartments: {groen: {staff_fte: 90}}\n",
       ":5:12: staff_fte: found staff_fte beside departments that are listed; the FTE of the departments add up to "
       "those of the municipality"},
      {two(", wage_sum: 9000000", ""),
       ":7:12: departments.sociaal: found no wage_sum here, and one in another department; a wage sum for each "
       "department, or for none: then each FTE costs what is assumed"},
      {head + "departments: {}\n",
       ":5:14: departments: found 0 departments; from 1 to 40 can be listed; else their number, as `departments: "
       "12`"},
      {head + "departments: {Groen: {staff_fte: 90}}\n",
       ":5:22: departments.Groen: found \"Groen\"; a name has lower-case letters, digits, _ and -, and starts with a "
       "letter"},
      {head + "departments: {groen: {staff_fte: 90, suitable: 40}}\n",
       ":5:48: departments.groen.suitable: found \"40\"; a share is from 0 to 1, as 12% or 0.12; did you mean "
       "\"40%\"?"},
  };
  for (const Row& row : rows) {
    const Folder folder;
    Problems problems;
    const auto file = folder.write("m.yaml", row.text);
    CHECK_FALSE(read_municipality({file, {}, {}, ""}, Assumptions(), problems));
    CHECK(problems.error_lines() == std::vector<std::string>{file + row.line});
  }
}
