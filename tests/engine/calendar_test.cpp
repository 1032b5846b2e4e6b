#include "engine/calendar.hpp"

#include <rapidcheck/catch.h>

#include "tests/generators.hpp"

using namespace banenplan::engine;
using banenplan::test::any_from;

TEST_CASE("months are added and taken away as one leaf of a calendar after the other is turned") {
  int years_crossed = 0;
  rc::prop("as leaves", [&] {
    const int first_year = *any_from(100, 2999);
    const int first_month = *any_from(1, 12);
    const int months = *any_from(-200, 200);
    int year = first_year;
    int month = first_month;
    for (int n = 0; n < months; ++n) {
      year += month == 12 ? 1 : 0;
      month = month == 12 ? 1 : month + 1;
    }
    for (int n = 0; n > months; --n) {
      year -= month == 1 ? 1 : 0;
      month = month == 1 ? 12 : month - 1;
    }
    years_crossed += year != first_year ? 1 : 0;
    const Month first = Month::of(first_year, first_month);
    const Month last = first + months;
    RC_ASSERT(first.year() == first_year);
    RC_ASSERT(first.month_of_year() == first_month);
    RC_ASSERT(last.year() == year);
    RC_ASSERT(last.month_of_year() == month);
    RC_ASSERT(last == Month::of(year, month));
    RC_ASSERT(last - months == first);
    RC_ASSERT(last - first == months);
    RC_ASSERT((first < last) == (months > 0));
  });
  CHECK(years_crossed > 500);
}
