#include "models/facts/loonkostensubsidie.hpp"

#include <catch2/catch.hpp>

using namespace banenplan::models;
using banenplan::engine::Month;

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
  for (const Group group : {Group::wajong, Group::wsw}) {
    SubsidyRequest request = measured(Month::of(2026, 1), 0.5);
    request.group = group;
    CHECK(law().monthly_cents(request) == 0);
    CHECK(law().explain(request).steps.empty());
  }
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
