#include "models/simulation/prices.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace banenplan;
using namespace banenplan::models;
using engine::Month;

namespace {

struct Desk {
  explicit Desk(Month start, int months = 60) : builder(assumptions, tariffs, start, months, months) {}
  Assumptions assumptions;
  Tariffs tariffs;
  ProgramBuilder builder;
  double price(std::string_view name, Month month) {
    return price_series(name, builder).at(static_cast<std::size_t>(month - builder.month(0)));
  }
};

// After July 2026 by 3 % a year: wages by law and benefits in two equal steps, the rest each January.
const double half_year = std::sqrt(1.03);

}  // namespace

TEST_CASE("each series at months of the law and beyond") {
  struct Row {
    const char* name;
    int year, month;
    double euro;
    const char* source;
  };
  const double wage_january = 2294.40 * 1.08;
  const double wage_july = 2337.00 * 1.08;
  const Row rows[] = {
      {"one", 2029, 3, 1.0, "by definition"},
      {"wage", 2026, 6, wage_january, "WML 2026-01: 2294.40, 8 % holiday pay"},
      {"wage", 2026, 7, 2523.96, "WML 2026-07: 2337.00 x 1.08"},
      {"wage", 2026, 12, wage_july, "WML 2026-07"},
      {"wage", 2027, 1, wage_july * half_year, "half a year's growth"},
      {"wage", 2028, 7, wage_july * 1.03 * 1.03, "two years' growth"},
      {"on_costs_of_law", 2026, 6, wage_january * 0.235, "LKS: 23.5 % as last confirmed"},
      {"on_costs_of_law", 2026, 7, wage_july * 0.25, "LKS: 25 % seen from 2026-07"},
      {"on_costs_of_municipality", 2026, 7, wage_july * 0.30, "cost tables of municipalities: 30 %"},
      {"wage_and_on_costs", 2026, 7, 3154.95, "2523.96 x 1.25"},
      {"wage_and_municipal_on_costs", 2026, 7, wage_july * 1.30, "as above"},
      {"lks", 2026, 6, wage_january * 1.235, "art. 10d with 23.5 %"},
      {"lks", 2026, 7, 3154.95, "art. 10d with 25 %"},
      {"lks", 2027, 1, 3154.95 * half_year, "follows the minimum wage"},
      {"bijstand", 2026, 6, 1401.50, "Participatiewet 2026-01"},
      {"bijstand", 2026, 7, 1419.46, "Participatiewet 2026-07"},
      {"bijstand", 2027, 7, 1419.46 * 1.03, "a year's growth"},
      {"wajong", 2026, 7, wage_july * 0.70, "Wajong from 2018: 70 %"},
      {"no_risk", 2026, 7, wage_july * 0.70, "Ziektewet art. 29b: 70 %"},
      {"prices", 2026, 12, 1.0, "the price level of the first year"},
      {"prices", 2028, 1, 1.03 * 1.03, "each January"},
      {"prices_per_month", 2027, 5, 1.03 / 12.0, "a twelfth"},
      {"jobcoach_person_year", 2026, 6, 1.0 / 12.0, "a twelfth of a year's tariff"},
      {"jobcoach_person_year", 2027, 1, 1.03 / 12.0, "each January"},
      {"staff_hours", 2026, 6, 1.0 / 12.0 / 36.0, "an hour of 36, a month of 12"},
      {"staff_hours", 2028, 12, 1.03 * 1.03 / 12.0 / 36.0, "each January"},
  };
  Desk desk(Month::of(2026, 6));
  for (const Row& row : rows) {
    CAPTURE(row.name, row.year, row.month, row.source);
    CHECK(desk.price(row.name, Month::of(row.year, row.month)) == Approx(row.euro).epsilon(1e-9));
  }
}

TEST_CASE("wages grow each January after the start, whatever month it starts in") {
  for (const int month : {1, 6, 12}) {
    Desk desk(Month::of(2027, month));
    const auto growth = wage_growth(desk.builder);
    REQUIRE(growth.size() == 60);
    CHECK(growth.front() == 1.0);
    const std::size_t january = static_cast<std::size_t>(Month::of(2028, 1) - Month::of(2027, month));
    CHECK(growth[january - 1] == 1.0);
    CHECK(growth[january] == Approx(1.03));
    CHECK(growth[january + 11] == Approx(1.03));
    CHECK(growth[january + 12] == Approx(1.0609));
  }
}

TEST_CASE("the job coach's tariff of 2014 grows each January") {
  struct Row {
    const char* intensity;
    double euro_2014;  // UWV, subsidy of an internal job coach, a year
  };
  for (const Row& row : {Row{"intensive", 6800}, Row{"middle", 4500}, Row{"light", 2700}, Row{"very_light", 1400}}) {
    Desk desk(Month::of(2026, 12));
    const auto series = jobcoach_series(row.intensity, desk.builder);
    CHECK(series[0] == Approx(row.euro_2014 * std::pow(1.03, 12) / 12.0).epsilon(1e-9));
    CHECK(series[1] == Approx(row.euro_2014 * std::pow(1.03, 13) / 12.0).epsilon(1e-9));
  }
}

TEST_CASE("a series that nobody knows is refused") {
  Desk desk(Month::of(2027, 1));
  CHECK_THROWS_AS(price_series("wages", desk.builder), std::out_of_range);
  CHECK_THROWS_AS(jobcoach_series("strong", desk.builder), std::out_of_range);
}
