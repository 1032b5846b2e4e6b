#include "models/facts/loonkostensubsidie.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "tests/generators.hpp"

using namespace banenplan::models;
using banenplan::engine::Month;
using banenplan::test::any_from;

namespace {

const Tariffs& tariffs() {
  static const Tariffs read;
  return read;
}

const Loonkostensubsidie& law() {
  static const Loonkostensubsidie subsidy{tariffs()};
  return subsidy;
}

SubsidyRequest measured(Month month, double loonwaarde, double hours = 36.0) {
  SubsidyRequest request;
  request.month = month;
  request.loonwaarde = loonwaarde;
  request.hours = hours;
  return request;
}

const Step& step(const Explanation& explanation, const std::string& key) {
  for (const Step& one : explanation.steps)
    if (one.key == key) return one;
  FAIL("no step " << key);
  return explanation.steps.front();
}

// For use in a property: a request within the law, of a measured loonwaarde in whole thousandths.
SubsidyRequest any_measured() {
  SubsidyRequest request;
  request.month = Month::of(2015, 1) + *any_from(0, 239);
  request.loonwaarde = *any_from(0, 1'000) / 1'000.0;
  request.hours = *any_from(1, 96) / 2.0;
  request.full_time_week = *any_from(64, 80) / 2.0;
  request.age = *any_from(15, 75);
  if (*rc::gen::arbitrary<bool>())
    request.running_since = std::max(Month::of(2015, 1), request.month - *any_from(0, 59));
  return request;
}

SubsidyRequest with(SubsidyRequest request, double SubsidyRequest::*part, double value) {
  request.*part = value;
  return request;
}

double in_cents(double euros) {
  return static_cast<double>(std::llround(euros * 100.0)) / 100.0;
}

}  // namespace

TEST_CASE("the published worked example of July 2016: full-time, 25 years, forfait") {
  SubsidyRequest request;
  request.month = Month::of(2016, 7);
  request.forfait = true;
  request.age = 25;
  const Explanation found = law().explain(request);
  CHECK(in_cents(step(found, "base").value) == 1660.18);
  CHECK(in_cents(step(found, "by_hours").value) == 830.09);
  CHECK(in_cents(step(found, "charges").value) == 190.92);
  CHECK(found.cents == 102101);
  CHECK(!step(found, "forfait").note.dutch.empty());
}

TEST_CASE("the terms of an amount can be given by hand") {
  struct Row {
    SubsidyTerms terms;
    std::int64_t cents;
    const char* source;
  };
  const Row rows[] = {
      {{2155.00, 1 - 0.50, 0.70, 0.0, 1.0}, 107750, "law-as-code test case, loonwaarde 50 %"},
      {{2155.00, 1 - 0.10, 0.70, 0.0, 1.0}, 150850, "law-as-code test case, loonwaarde 10 %, capped"},
      {{2155.00, 0.0, 0.70, 0.25, 1.0}, 0, "loonwaarde 100 %"},
      {{1000.01, 0.5, 0.70, 0.0, 1.0}, 50001, "half a cent is rounded away from zero"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.source);
    CHECK(subsidy_amounts(row.terms).cents == row.cents);
  }
}

TEST_CASE("amounts by month, derived by hand from the published minimum wages") {
  struct Row {
    int year;
    int month;
    double loonwaarde;
    double hours;
    double week;
    int age;
    double euros;
    const char* reason;
  };
  const Row rows[] = {
      {2019, 1, 0.50, 36, 36, 30, 1077.58, "1615.80 x 1.08 x 50 % x 1.235"},
      {2015, 1, 0.20, 40, 40, 30, 1396.49, "1501.80 x 1.08 x 70 % (cap) x 1.23"},
      {2026, 1, 0.60, 36, 36, 30, 1224.11, "2294.40 x 1.08 x 40 % x 1.235"},
      {2026, 7, 0.60, 36, 36, 30, 1261.98, "2337.00 x 1.08 x 40 % x 1.25"},
      {2023, 1, 0.60, 19, 38, 30, 516.02, "1934.40 x 1.08 x 40 % x 1.235 x 19/38"},
      {2023, 1, 0.60, 45, 38, 30, 1032.04, "hours count to the full-time week only"},
      {2026, 1, 0.60, 18, 40, 30, 612.05, "from 2024 by 36 hours: x 18/36"},
      {2026, 1, 0.60, 40, 40, 30, 1360.12, "from 2024 up too: x 40/36"},
      {2026, 1, 0.60, 45, 40, 30, 1360.12, "hours count to the full-time week only"},
      {2026, 1, 0.60, 40, 36, 30, 1224.11, "hours count to the full-time week only"},
      {2026, 1, 0.60, 36, 36, 20, 979.29, "80 % at 20"},
      {2015, 1, 0.60, 36, 36, 22, 678.30, "85 % at 22 while adults are 23"},
      {2017, 7, 0.60, 36, 36, 22, 831.79, "100 % at 22 from July 2017: 1565.40 x 1.08 x 40 % x 1.23"},
      {2026, 1, 1.00, 36, 36, 30, 0.00, "a full loonwaarde needs no subsidy"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.reason, row.year);
    SubsidyRequest request = measured(Month::of(row.year, row.month), row.loonwaarde, row.hours);
    request.full_time_week = row.week;
    request.age = row.age;
    CHECK(law().refusal(request) == nullptr);
    CHECK(law().monthly_cents(request) == std::llround(row.euros * 100));
    CHECK(law().explain(request).cents == law().monthly_cents(request));
  }
  CHECK(in_cents(step(law().explain(measured(Month::of(2019, 1), 0.5)), "by_hours").value) == 872.53);
}

TEST_CASE("a running subsidy follows the minimum wage on 1 January, not in July") {
  SubsidyRequest request = measured(Month::of(2025, 6), 0.6);
  request.running_since = Month::of(2025, 3);
  const std::int64_t before = law().monthly_cents(request);
  request.month = Month::of(2025, 7);
  CHECK(law().monthly_cents(request) == before);
  CHECK(law().monthly_cents(measured(Month::of(2025, 7), 0.6)) > before);
  CHECK(step(law().explain(request), "running").grade == Grade::assumption);
  request.month = Month::of(2026, 1);
  CHECK(law().monthly_cents(request) == law().monthly_cents(measured(Month::of(2026, 1), 0.6)));
  request.running_since = Month::of(2025, 8);
  request.month = Month::of(2025, 12);
  CHECK(law().monthly_cents(request) == law().monthly_cents(measured(Month::of(2025, 8), 0.6)));
}

TEST_CASE("a person outside the Participatiewet gets no loonkostensubsidie") {
  for (const Group group : {Group::wajong, Group::wsw, Group::wiw_id}) {
    SubsidyRequest request = measured(Month::of(2026, 1), 0.5);
    request.group = group;
    CHECK(law().monthly_cents(request) == 0);
    CHECK(law().explain(request).steps.empty());
  }
}

TEST_CASE("a person without a benefit gets the loonkostensubsidie of the Participatiewet") {
  SubsidyRequest request = measured(Month::of(2026, 1), 0.5);
  const auto with_benefit = law().monthly_cents(request);
  request.group = Group::niet_uitkeringsgerechtigd;
  CHECK(law().monthly_cents(request) == with_benefit);
  CHECK_FALSE(law().explain(request).steps.empty());
}

TEST_CASE("after the last known date amounts grow and say that they are extrapolated") {
  const SubsidyRequest later = measured(Month::of(2030, 1), 0.5);
  CHECK(law().monthly_cents(later) > law().monthly_cents(measured(Month::of(2026, 7), 0.5)));
  const Explanation found = law().explain(later);
  CHECK(step(found, "wml").extrapolated);
  CHECK(step(found, "total").extrapolated);
  CHECK(step(found, "total").grade >= Grade::assumption);
  CHECK(!step(found, "cap").extrapolated);
}

TEST_CASE("every step has a source, but what the request gave") {
  SubsidyRequest request = measured(Month::of(2026, 1), 0.6);
  request.age = 19;
  request.running_since = Month::of(2025, 3);
  for (const Step& one : law().explain(request).steps) {
    CAPTURE(one.key);
    CHECK(one.source.empty() == (one.key == "loonwaarde"));
  }
}

TEST_CASE("requests that have no answer are refused by name") {
  const auto refused = [](auto change) {
    SubsidyRequest request = measured(Month::of(2026, 1), 0.6);
    change(request);
    const char* name = law().refusal(request);
    return std::string{name == nullptr ? "" : name};
  };
  CHECK(refused([](SubsidyRequest&) {}).empty());
  CHECK(refused([](SubsidyRequest& r) { r.month = Month::of(2014, 12); }) == "month");
  CHECK(refused([](SubsidyRequest& r) { r.month = Month::of(2151, 1); }) == "month");
  CHECK(refused([](SubsidyRequest& r) { r.running_since = Month::of(2026, 2); }) == "running_since_later");
  CHECK(refused([](SubsidyRequest& r) { r.running_since = Month::of(2014, 2); }) == "running_since");
  CHECK(refused([](SubsidyRequest& r) { r.hours = 0; }) == "hours");
  CHECK(refused([](SubsidyRequest& r) { r.hours = std::nan(""); }) == "hours");
  CHECK(refused([](SubsidyRequest& r) { r.full_time_week = 50; }) == "full_time_week");
  CHECK(refused([](SubsidyRequest& r) { r.age = 14; }) == "age");
  CHECK(refused([](SubsidyRequest& r) { r.loonwaarde = 1.01; }) == "loonwaarde");
  CHECK(refused([](SubsidyRequest& r) { r.loonwaarde = std::nan(""); }) == "loonwaarde");
  CHECK(refused([](SubsidyRequest& r) {
          r.forfait = true;
          r.month = Month::of(2016, 6);
        }) == "forfait_not_yet");
  CHECK(refused([](SubsidyRequest& r) {
          r.forfait = true;
          r.running_since = Month::of(2025, 7);
        }) == "forfait_ended");
  CHECK(refused([](SubsidyRequest& r) {
          r.forfait = true;
          r.running_since = Month::of(2025, 8);
        }).empty());
}

TEST_CASE("whoever works whenever, a subsidy is within the law and does not hang on what the law does not name") {
  // Participatiewet art. 10d: at most 70 % of the minimum wage with holiday pay, nothing at a full loonwaarde, pro
  // rata to the paid hours up to a full-time week; to 36 hours from 2024, before to the week of the sector.
  int capped = 0, between = 0, part_time = 0, running = 0;
  rc::prop("within the law", [&] {
    const SubsidyRequest request = any_measured();
    const Minimumloon minimumloon{tariffs()};
    RC_ASSERT(law().refusal(request) == nullptr);
    const std::int64_t cents = law().monthly_cents(request);
    const Explanation explained = law().explain(request);
    const double wage = minimumloon.with_holiday(request.age, law().wage_month(request));
    RC_ASSERT(cents >= 0);
    RC_ASSERT(explained.cents == cents);
    RC_ASSERT(step(explained, "full_time").value <= 0.7 * wage * (1.0 + 1e-15));

    // The loonwaarde: never more for a higher one; no more than at 30 %, and nothing at 100 %.
    const double other = *any_from(0, 1'000) / 1'000.0;
    const std::int64_t at_other = law().monthly_cents(with(request, &SubsidyRequest::loonwaarde, other));
    RC_ASSERT((other < request.loonwaarde ? at_other >= cents : at_other <= cents));
    const std::int64_t at_cap = law().monthly_cents(with(request, &SubsidyRequest::loonwaarde, 0.3));
    RC_ASSERT((request.loonwaarde < 0.3 ? cents == at_cap : cents <= at_cap));
    RC_ASSERT(law().monthly_cents(with(request, &SubsidyRequest::loonwaarde, 1.0)) == 0);
    ++(request.loonwaarde < 0.3 ? capped : between);

    // The hours: in proportion up to the full-time week, and no more beyond it.
    const double week = request.full_time_week;
    if (2.0 * request.hours <= week) {
      const auto doubled = law().monthly_cents(with(request, &SubsidyRequest::hours, 2.0 * request.hours));
      RC_ASSERT(std::abs(doubled - 2 * cents) <= 1);
      ++part_time;
    }
    const SubsidyRequest full = with(request, &SubsidyRequest::hours, week);
    RC_ASSERT(cents <= law().monthly_cents(full));
    if (request.hours >= week) RC_ASSERT(cents == law().monthly_cents(full));

    // The week of the sector: from 2024 only in that hours above it do not count, before only in proportion.
    const double other_week = *any_from(64, 80) / 2.0;
    const SubsidyRequest elsewhere = with(request, &SubsidyRequest::full_time_week, other_week);
    if (request.month < Month::of(2024, 1)) {
      const auto as_full = law().monthly_cents(with(elsewhere, &SubsidyRequest::hours, other_week));
      RC_ASSERT(as_full == law().monthly_cents(full));
    } else if (request.hours <= std::min(week, other_week)) {
      RC_ASSERT(law().monthly_cents(elsewhere) == cents);
    }

    // The age: not from 23 on, and before it never less for who is older.
    SubsidyRequest older = request;
    older.age = *any_from(request.age, 75);
    const std::int64_t at_age = law().monthly_cents(older);
    RC_ASSERT((request.age >= 23 ? at_age == cents : at_age >= cents));

    // The month: a running subsidy is the same in each month of a calendar year.
    if (request.running_since) {
      SubsidyRequest later = request;
      later.month = request.month + *any_from(0, 12 - request.month.month_of_year());
      RC_ASSERT(law().monthly_cents(later) == cents);
      running += later.month > request.month ? 1 : 0;
    }

    // The forfait is a loonwaarde of half, whatever it really is.
    SubsidyRequest forfait = request;
    forfait.forfait = true;
    if (law().refusal(forfait) == nullptr) {
      RC_ASSERT(law().monthly_cents(forfait) == law().monthly_cents(with(request, &SubsidyRequest::loonwaarde, 0.5)));
      RC_ASSERT(law().monthly_cents(forfait) ==
                law().monthly_cents(with(forfait, &SubsidyRequest::loonwaarde, other)));
    }
  });
  CHECK(capped > 200);
  CHECK(between > 200);
  CHECK(part_time > 200);
  CHECK(running > 200);
}
