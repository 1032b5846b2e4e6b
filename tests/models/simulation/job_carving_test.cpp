#include "models/simulation/job_carving.hpp"

#include "tests/models/switched.hpp"

using namespace banenplan;
using namespace banenplan::models;
using engine::Month;

TEST_CASE("8 hours of a high scale pay about 12 in a low one") {
  // From 36 to 28 hours. The table of 2020-01-01 in facts on the Cao Gemeenten; the minimum wage was 1653.60 then.
  struct Row {
    const char* from_scale;
    const char* from_step;
    const char* to_scale;
    const char* to_step;
    double hours;
  };
  const Row rows[] = {
      {"8", "highest", "2", "highest", 8 * 3520 / 2243.0},  // 12.55
      {"7", "highest", "1", "highest", 8 * 3114 / 2039.0},  // 12.22
      {"8", "lowest", "1", "lowest", 8 * 2435 / 1653.60},   // 11.78: scale 1 began below the minimum wage
      {"8", "highest", "1", "highest", 8 * 3520 / 2039.0},  // 13.81
      {"8", "highest", "a", "lowest", 8 * 3520 / 1653.60},  // 17.03
      {"6", "lowest", "1", "highest", 8 * 1896 / 2039.0},   // 7.44: not each higher scale frees more hours
  };
  const Tariffs tariffs;
  for (const Row& row : rows) {
    CAPTURE(row.from_scale, row.from_step, row.to_scale, row.to_step);
    const CarvingPlan plan{row.from_scale, row.from_step, row.to_scale, row.to_step, 8.0};
    CHECK(carved_hours(tariffs, plan, Month::of(2020, 1)) == Approx(row.hours).epsilon(1e-12));
  }
  // Both scales are indexed alike, so the example holds in later years as long as the minimum wage stays below.
  const CarvingPlan example{"8", "highest", "2", "highest", 8.0};
  CHECK(carved_hours(tariffs, example, Month::of(2027, 1)) == Approx(8 * 3520 / 2243.0).epsilon(1e-9));
}

TEST_CASE("the hours that are freed are those of the contract, and their budget comes to the department") {
  const auto carved = [](const std::string& terms, const char* key) {
    return total(
        shipped_scenario("boven-formatie",
                         {"openings={job_carving: {per_department_per_year: 1, stays_open: 6, " + terms + "}}",
                          "matching.stop_at_quotum=false", "funds={}"}),
        key);
  };
  const std::string scales = "from_scale: 8, to_scale: 2, to_step: highest, hours_given_up: ";
  CHECK(carved(scales + "8", "jobs") == Approx(carved("hours: 12", "jobs")).epsilon(1e-12));
  CHECK(carved(scales + "4", "jobs") < carved(scales + "8", "jobs"));
  // A high scale frees more money than the vacancy of a low one that is assumed for hours that are given.
  CHECK(carved(scales + "8", "net_cost") < carved("hours: 12", "net_cost"));
}
