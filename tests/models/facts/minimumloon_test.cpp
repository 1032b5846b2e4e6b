#include "models/facts/minimumloon.hpp"

#include <catch2/catch.hpp>

using namespace banenplan::models;
using banenplan::engine::Month;

namespace {

const Minimumloon& law() {
  static const Tariffs tariffs;
  static const Minimumloon minimumloon{tariffs};
  return minimumloon;
}

}  // namespace

TEST_CASE("the minimum wage with holiday pay by month and age") {
  struct Row {
    int year, month, age;
    double euro;
    const char* source;
  };
  const Row rows[] = {
      {2016, 7, 25, 1537.20 * 1.08, "the published worked example: 1660.18"},
      {2016, 7, 22, 1537.20 * 0.85 * 1.08, "adult from 23 until July 2017"},
      {2017, 7, 22, 1565.40 * 1.08, "adult from 22"},
      {2017, 7, 21, 1565.40 * 0.85 * 1.08, "85 % at 21 until July 2019"},
      {2019, 7, 21, 1635.60 * 1.08, "adult from 21"},
      {2026, 1, 20, 2294.40 * 0.80 * 1.08, "80 % at 20"},
      {2026, 7, 18, 2337.00 * 0.50 * 1.08, "50 % at 18"},
      {2026, 7, 15, 2337.00 * 0.30 * 1.08, "30 % at 15, the youngest"},
      {2026, 7, 64, 2337.00 * 1.08, "no other age counts"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.year, row.month, row.age, row.source);
    CHECK(law().with_holiday(row.age, Month::of(row.year, row.month)) == Approx(row.euro).epsilon(1e-12));
  }
}

TEST_CASE("the minimum wage is known from 2015 on") {
  CHECK_FALSE(law().known(Month::of(2014, 12)));
  CHECK(law().known(Month::of(2015, 1)));
  CHECK(law().known(Month::of(2060, 1)));
  CHECK_THROWS_AS(law().adult_month(Month::of(2014, 12)), std::out_of_range);
}

TEST_CASE("the tariff of an age is that of its name") {
  for (int age = Minimumloon::youngest; age <= 22; ++age) {
    CHECK(law().youth_tariff(age).name() == "wml_youth_" + std::to_string(age));
  }
}
