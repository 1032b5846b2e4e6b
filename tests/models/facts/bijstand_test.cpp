#include "models/facts/bijstand.hpp"

#include <catch2/catch.hpp>

using namespace banenplan::models;
using banenplan::engine::Month;

TEST_CASE("a benefit lapses as far as a wage comes in") {
  const Tariffs tariffs;
  const Bijstand law{tariffs};
  const Month month = Month::of(2026, 7);
  CHECK(law.monthly_cents(Household::single, month) == 141946);  // Participatiewet, text of 2026-07-01
  CHECK(law.monthly_cents(Household::couple, month) == 202779);
  CHECK(law.saved_cents(Household::single, month, 50000) == 50000);
  CHECK(law.saved_cents(Household::single, month, 180000) == 141946);
  CHECK(law.saved_cents(Household::single, month, -1) == 0);
  CHECK(law.municipal_cost_cents(Month::of(2018, 1)) == 118333);  // 14,200 a year
}
