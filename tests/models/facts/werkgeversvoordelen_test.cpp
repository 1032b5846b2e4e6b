#include "models/facts/werkgeversvoordelen.hpp"

#include <catch2/catch.hpp>

using namespace banenplan::models;
using banenplan::engine::Month;

namespace {

const Werkgeversvoordelen& law() {
  static const Tariffs tariffs;
  static const Werkgeversvoordelen advantages{tariffs};
  return advantages;
}

}  // namespace

TEST_CASE("premiekorting and loonkostenvoordeel by month of work") {
  struct Row {
    int year;
    double hours;
    int months_employed;
    std::int64_t cents;
    const char* reason;
  };
  const Row rows[] = {
      {2016, 1872, 0, 16667, "worked example of July 2016: 2,000 a year"},
      {2017, 1000, 36, 0, "three years are over"},
      {2018, 1000, 0, 8417, "1.01 x 1000 / 12"},
      {2020, 2080, 12, 16667, "at most 2,000 a year"},
      {2025, 2080, 36, 0, "three years are over"},
      {2026, 2080, 36, 16667, "from 2026 for the whole employment"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.reason);
    CHECK(law().loonkostenvoordeel_cents(Month::of(row.year, 7), row.hours, row.months_employed) == row.cents);
  }
}

TEST_CASE("net wage cost of the published worked example of July 2016") {
  // Wage cost 1660.18, loonkostensubsidie 830.09, compensation of charges 190.92.
  CHECK(166018 - 83009 - 19092 - law().loonkostenvoordeel_cents(Month::of(2016, 7), 1872, 0) == 47250);
}

TEST_CASE("lage-inkomensvoordeel by year") {
  struct Row {
    int year;
    double euros_a_year;
  };
  // Wet tegemoetkomingen loondomein, by year.
  const Row rows[] = {{2016, 0},    {2017, 2000}, {2019, 2000}, {2020, 1000}, {2021, 960},
                      {2022, 1520}, {2023, 960},  {2024, 960},  {2025, 0},    {2027, 0}};
  for (const Row& row : rows) {
    CAPTURE(row.year);
    CHECK(law().lage_inkomensvoordeel_cents(Month::of(row.year, 1), 1248) ==
          std::llround(row.euros_a_year * 100 / 12));
    CHECK(law().lage_inkomensvoordeel_cents(Month::of(row.year, 1), 1247) == 0);
  }
}

TEST_CASE("the no-riskpolis pays 70 %, on request 100 % in the first year, for two years") {
  const Month month = Month::of(2026, 1);
  CHECK(law().no_riskpolis_share(month, 1, false) == 0.7);
  CHECK(law().no_riskpolis_share(month, 52, true) == 1.0);
  CHECK(law().no_riskpolis_share(month, 53, true) == 0.7);
  CHECK(law().no_riskpolis_share(month, 104, false) == 0.7);
  CHECK(law().no_riskpolis_share(month, 105, true) == 0.0);
  CHECK(law().no_riskpolis_share(month, 0, true) == 0.0);
}
