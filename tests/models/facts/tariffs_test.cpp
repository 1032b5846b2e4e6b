#include "models/facts/tariffs.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>
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

std::vector<std::string> refusals(const std::string& text) {
  Problems problems;
  std::vector<Node> files;
  if (auto node = read_text(text, "a.yaml", problems)) files.push_back(std::move(*node));
  const Tariffs read{files, problems};
  return problems.error_lines();
}

std::string tariff_with(const std::string& value, const std::string& unit = "unit: eur") {
  return "tariffs:\n  t:\n    title: {nl: a, en: b}\n    " + unit +
         "\n    range: [0, 10]\n    after_last: unchanged\n    values:\n      2015-01-01: " + value + "\n";
}

struct MinimumWage {
  const char* from;
  double month;
  double hour;  // 0 before there was a statutory hour
  double adult_age;
  double werkgeverslasten_percent;
  double youth_percent[8];  // at 22, 21, ... 15
};

// Published amounts per half year; the sources stand with each value in the parameter files.
const MinimumWage minimum_wages[] = {
    {"2015-01", 1501.80, 0, 23, 23.0, {85, 72.5, 61.5, 52.5, 45.5, 39.5, 34.5, 30}},
    {"2015-07", 1507.80, 0, 23, 23.0, {85, 72.5, 61.5, 52.5, 45.5, 39.5, 34.5, 30}},
    {"2016-01", 1524.60, 0, 23, 23.0, {85, 72.5, 61.5, 52.5, 45.5, 39.5, 34.5, 30}},
    {"2016-07", 1537.20, 0, 23, 23.0, {85, 72.5, 61.5, 52.5, 45.5, 39.5, 34.5, 30}},
    {"2017-01", 1551.60, 0, 23, 23.0, {85, 72.5, 61.5, 52.5, 45.5, 39.5, 34.5, 30}},
    {"2017-07", 1565.40, 0, 22, 23.0, {100, 85, 70, 55, 47.5, 39.5, 34.5, 30}},
    {"2018-01", 1578.00, 0, 22, 23.5, {100, 85, 70, 55, 47.5, 39.5, 34.5, 30}},
    {"2018-07", 1594.20, 0, 22, 23.5, {100, 85, 70, 55, 47.5, 39.5, 34.5, 30}},
    {"2019-01", 1615.80, 0, 22, 23.5, {100, 85, 70, 55, 47.5, 39.5, 34.5, 30}},
    {"2019-07", 1635.60, 0, 21, 23.5, {100, 100, 80, 60, 50, 39.5, 34.5, 30}},
    {"2020-01", 1653.60, 0, 21, 23.5, {100, 100, 80, 60, 50, 39.5, 34.5, 30}},
    {"2020-07", 1680.00, 0, 21, 23.5, {100, 100, 80, 60, 50, 39.5, 34.5, 30}},
    {"2021-01", 1684.80, 0, 21, 23.5, {100, 100, 80, 60, 50, 39.5, 34.5, 30}},
    {"2021-07", 1701.00, 0, 21, 23.5, {100, 100, 80, 60, 50, 39.5, 34.5, 30}},
    {"2022-01", 1725.00, 0, 21, 23.5, {100, 100, 80, 60, 50, 39.5, 34.5, 30}},
    {"2022-07", 1756.20, 0, 21, 23.5, {100, 100, 80, 60, 50, 39.5, 34.5, 30}},
    {"2023-01", 1934.40, 0, 21, 23.5, {100, 100, 80, 60, 50, 39.5, 34.5, 30}},
    {"2023-07", 1995.00, 0, 21, 23.5, {100, 100, 80, 60, 50, 39.5, 34.5, 30}},
    {"2024-01", 2069.40, 13.27, 21, 23.5, {100, 100, 80, 60, 50, 39.5, 34.5, 30}},
    {"2024-07", 2133.60, 13.68, 21, 23.5, {100, 100, 80, 60, 50, 39.5, 34.5, 30}},
    {"2025-01", 2191.80, 14.06, 21, 23.5, {100, 100, 80, 60, 50, 39.5, 34.5, 30}},
    {"2025-07", 2245.80, 14.40, 21, 23.5, {100, 100, 80, 60, 50, 39.5, 34.5, 30}},
    {"2026-01", 2294.40, 14.71, 21, 23.5, {100, 100, 80, 60, 50, 39.5, 34.5, 30}},
    {"2026-07", 2337.00, 14.99, 21, 25.0, {100, 100, 80, 60, 50, 39.5, 34.5, 30}},
};

struct Bijstand {
  const char* from;
  double single;
  double couple;        // 0 where no published amount was found
  double single_18_20;  // likewise
};

const Bijstand benefits[] = {
    {"2015-01", 960.83, 1372.62, 0},       {"2015-07", 962.63, 0, 237.61},
    {"2016-01", 972.70, 1389.57, 240.10},  {"2016-07", 977.15, 1395.93, 241.20},
    {"2017-01", 982.79, 1403.98, 0},       {"2017-07", 986.52, 1409.31, 0},
    {"2018-01", 992.12, 1417.32, 0},       {"2018-07", 996.56, 1423.66, 246.01},
    {"2019-01", 1025.55, 1465.07, 0},      {"2019-07", 1030.42, 1472.03, 0},
    {"2020-01", 1052.32, 1503.31, 0},      {"2020-07", 1059.03, 1512.90, 0},
    {"2021-01", 1075.44, 1536.34, 0},      {"2021-07", 1078.70, 1541.00, 0},
    {"2022-01", 1091.71, 1559.58, 0},      {"2022-07", 1101.82, 1574.03, 0},
    {"2023-01", 1195.66, 1708.08, 0},      {"2023-07", 1216.62, 1738.02, 300.36},
    {"2024-01", 1283.83, 1834.04, 0},      {"2024-07", 1308.45, 1869.21, 323.03},
    {"2025-01", 1345.45, 1922.07, 0},      {"2025-07", 1369.06, 1955.80, 0},
    {"2026-01", 1401.50, 2002.13, 345.99}, {"2026-07", 1419.46, 2027.79, 350.42},
};

}  // namespace

TEST_CASE("every published minimum wage is in the tariffs") {
  for (const MinimumWage& row : minimum_wages) {
    CAPTURE(row.from);
    const Month month = *month_from(row.from);
    CHECK(tariffs().value("wml_month", month) == row.month);
    CHECK(tariffs().value("wml_month", month + 5) == row.month);
    if (row.hour > 0) CHECK(tariffs().value("wml_hour", month) == row.hour);
    CHECK(tariffs().value("wml_adult_age", month) == row.adult_age);
    CHECK(tariffs().value("lks_werkgeverslasten", month) ==
          Approx(row.werkgeverslasten_percent / 100).epsilon(1e-15));
    for (int age = 22; age >= 15; --age)
      CHECK(tariffs().value("wml_youth_" + std::to_string(age), month) ==
            Approx(row.youth_percent[22 - age] / 100).epsilon(1e-15));
    CHECK(tariffs().provenance("wml_month", month).effective_from == month);
  }
}

TEST_CASE("every published benefit is in the tariffs, and a couple has the single norm / 0.7") {
  for (const Bijstand& row : benefits) {
    CAPTURE(row.from);
    const Month month = *month_from(row.from);
    CHECK(tariffs().value("bijstand_single", month) == row.single);
    if (row.couple > 0) CHECK(tariffs().value("bijstand_couple", month) == row.couple);
    CHECK(tariffs().value("bijstand_couple", month) == Approx(row.single / 0.7).margin(0.06));
    if (row.single_18_20 > 0) CHECK(tariffs().value("bijstand_single_18_20", month) == row.single_18_20);
  }
}

TEST_CASE("figures of law and of services in the months from which they hold") {
  struct Row {
    const char* name;
    const char* month;
    double value;
    char grade;
  };
  const Row rows[] = {
      {"wml_holiday_share", "2015-01", 0.08, 'O'},
      {"lks_cap", "2015-01", 0.70, 'O'},
      {"lks_forfait", "2016-07", 0.50, 'S'},
      {"lks_forfait", "2017-01", 0.50, 'O'},
      {"lks_forfait_months", "2017-01", 6, 'O'},
      {"lks_werkgeverslasten", "2017-12", 0.23, 'O'},
      {"lks_werkgeverslasten", "2018-01", 0.235, 'O'},
      {"lks_werkgeverslasten", "2026-06", 0.235, 'M'},
      {"lks_werkgeverslasten", "2026-07", 0.25, 'S'},
      {"lks_reference_week", "2024-01", 36, 'O'},
      {"garantiebaan_least_loonwaarde", "2026-01", 0.30, 'S'},
      {"wajong_with_capacity", "2018-01", 0.70, 'S'},
      {"wajong_without_capacity", "2018-01", 0.75, 'S'},
      {"banenafspraak_job_hours", "2026-01", 25.5, 'O'},
      {"banenafspraak_jobs_at_start", "2015-01", 75179, 'O'},
      {"banenafspraak_target", "2016-01", 20500, 'O'},
      {"banenafspraak_target", "2017-01", 33000, 'O'},
      {"banenafspraak_target", "2018-01", 43500, 'O'},
      {"banenafspraak_target", "2019-01", 55000, 'O'},
      {"banenafspraak_target", "2020-01", 67500, 'D'},
      {"banenafspraak_target", "2021-01", 80000, 'O'},
      {"banenafspraak_target", "2022-01", 92500, 'O'},
      {"banenafspraak_target", "2023-01", 105000, 'O'},
      {"banenafspraak_target", "2024-01", 115000, 'O'},
      {"banenafspraak_target", "2030-01", 125000, 'O'},
      {"banenafspraak_target_municipalities", "2026-01", 5250, 'O'},
      {"banenafspraak_least_employees", "2026-01", 25, 'O'},
      {"quotum_share_government", "2018-01", 0.0193, 'O'},
      {"quotum_levy_year", "2026-01", 5000, 'O'},
      {"proefplaatsing_months", "2026-01", 2, 'O'},
      {"proefplaatsing_months_most", "2026-01", 6, 'O'},
      {"buig_price", "2018-01", 14200, 'S'},
      {"buig_price", "2019-12", 14400, 'S'},
      {"buig_price", "2024-01", 18000, 'M'},
      {"cao_gemeenten_scale_1_lowest", "2020-01", 1601, 'S'},
      {"cao_gemeenten_scale_1_highest", "2020-01", 2039, 'S'},
      {"cao_gemeenten_scale_4_lowest", "2020-12", 1728, 'S'},
      {"cao_gemeenten_scale_6_highest", "2020-01", 2846, 'S'},
      {"cao_gemeenten_scale_8_highest", "2020-01", 3520, 'S'},
      {"cao_gemeenten_scale_a_highest", "2026-01", 1.20, 'S'},
      {"cao_gemeenten_least_hour", "2022-01", 14.00, 'S'},
      {"on_costs_share", "2026-01", 0.30, 'S'},
      {"jobcoach_internal_intensive", "2014-01", 6800, 'O'},
      {"jobcoach_internal_middle", "2014-12", 4500, 'O'},
      {"jobcoach_internal_light", "2014-01", 2700, 'O'},
      {"jobcoach_internal_very_light", "2014-01", 1400, 'O'},
      {"jobcoach_external_year_2", "2026-01", 0.075, 'S'},
      {"jobcoach_person_year_1", "2026-01", 5500, 'A'},
      {"jobcoach_person_year_3", "2026-01", 2000, 'A'},
      {"beschut_werk_guidance", "2020-01", 8500, 'M'},
      {"discount_rate", "2015-12", 0.055, 'M'},
      {"discount_rate", "2016-01", 0.03, 'M'},
      {"discount_rate", "2021-01", 0.0225, 'O'},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name, row.month);
    const Provenance found = tariffs().provenance(row.name, *month_from(row.month));
    CHECK(found.value == Approx(row.value).epsilon(1e-15));
    CHECK(letter(found.grade) == row.grade);
    CHECK(!found.extrapolated);
  }
  // For both halves of the target the sum is the whole.
  for (int year = 2016; year <= 2026; ++year) {
    const Month month = Month::of(year, 6);
    CHECK(tariffs().value("banenafspraak_target_market", month) +
              tariffs().value("banenafspraak_target_government", month) ==
          tariffs().value("banenafspraak_target", month));
  }
}

TEST_CASE("a rule of law is a dated word") {
  CHECK(tariffs().word("lks_hours_basis", Month::of(2023, 12)) == "sector_week");
  CHECK(tariffs().word("lks_hours_basis", Month::of(2024, 1)) == "reference_week");
  CHECK(tariffs().word("lks_running_follows", Month::of(2026, 1)) == "january");
  CHECK(tariffs().word("wml_month_basis", Month::of(2024, 1)) == "reference_month");
  CHECK_THROWS_AS(tariffs().word("lks_cap", Month::of(2024, 1)), std::out_of_range);
}

TEST_CASE("a look-up says where its value comes from") {
  const Provenance known = tariffs().provenance("wml_month", Month::of(2026, 9));
  CHECK(known.value == 2337.00);
  CHECK(known.effective_from == Month::of(2026, 7));
  CHECK(letter(known.grade) == 'O');
  CHECK(!known.source.empty());
  CHECK(!known.extrapolated);
  const Provenance flagged = tariffs().provenance("lks_werkgeverslasten", Month::of(2024, 1));
  CHECK(letter(flagged.grade) == 'M');
  CHECK(!flagged.note.dutch.empty());
}

TEST_CASE(
    "in any month a tariff is that of the last date before it, grown if an index says so, and before that none") {
  int on_or_between = 0, after_last = 0, before_first = 0;
  rc::prop("the last date", [&] {
    const auto any_month = rc::gen::map(any_from(0, 599), [](int months) { return Month::of(1990, 1) + months; });
    std::map<Month, int> dates;
    for (const auto& [months, value] :
         *rc::gen::nonEmpty(rc::gen::container<std::map<int, int>>(any_from(0, 599), any_from(0, 999))))
      dates[Month::of(1990, 1) + months] = value;
    Index index;
    index.growth.value = *any_from(-10, 10) / 100.0;
    index.months = *rc::gen::element(std::vector<int>{1}, std::vector<int>{1, 7}, std::vector<int>{3, 4, 12});
    const bool grows = *rc::gen::arbitrary<bool>();
    std::vector<DatedValue> values;
    for (const auto& [from, value] : dates)
      values.push_back({from, static_cast<double>(value), Grade::official, "", {}, {}});
    const Tariff tariff("t", {}, "eur", {}, values, grows ? &index : nullptr);
    for (const Month month : *rc::gen::container<std::vector<Month>>(any_month)) {
      const DatedValue* right = nullptr;
      for (const DatedValue& value : values) {
        if (value.from <= month) right = &value;
      }
      if (right == nullptr) {
        ++before_first;
        RC_ASSERT(!tariff.known(month));
        RC_ASSERT_THROWS_AS((void)tariff.at(month), std::out_of_range);
        continue;
      }
      int steps = 0;
      Month last_change = right->from;
      for (Month later = right->from + 1; grows && right == &values.back() && later <= month; later = later + 1) {
        if (std::find(index.months.begin(), index.months.end(), later.month_of_year()) == index.months.end())
          continue;
        ++steps;
        last_change = later;
      }
      ++(right == &values.back() ? after_last : on_or_between);
      const double factor = std::pow(1.0 + index.growth.value, steps / static_cast<double>(index.months.size()));
      const Provenance found = tariff.provenance(month);
      RC_ASSERT(tariff.at(month) == Approx(right->value * factor).epsilon(1e-12));
      if (steps == 0) RC_ASSERT(tariff.at(month) == right->value);
      RC_ASSERT(found.value == tariff.at(month));
      RC_ASSERT(found.effective_from == last_change);
      RC_ASSERT(found.extrapolated == (steps > 0));
    }
  });
  CHECK(on_or_between > 1000);
  CHECK(after_last > 1000);
  CHECK(before_first > 1000);
}

TEST_CASE("after the last known date the minimum wage grows each January and July by an assumption") {
  Tariffs own;
  own.set_growth("wages_half_yearly", 0.04);
  CHECK(own.value("wml_month", Month::of(2026, 12)) == 2337.00);
  CHECK(own.value("wml_month", Month::of(2027, 1)) == Approx(2337.00 * std::sqrt(1.04)).epsilon(1e-12));
  CHECK(own.value("wml_month", Month::of(2027, 6)) == own.value("wml_month", Month::of(2027, 1)));
  CHECK(own.value("wml_month", Month::of(2027, 7)) == Approx(2337.00 * 1.04).epsilon(1e-12));
  CHECK(own.value("wml_month", Month::of(2025, 7)) == 2245.80);
  const Provenance later = own.provenance("wml_month", Month::of(2027, 3));
  CHECK(later.extrapolated);
  CHECK(later.effective_from == Month::of(2027, 1));
  CHECK(letter(later.grade) == 'A');
  CHECK(!own.provenance("lks_cap", Month::of(2040, 1)).extrapolated);
}

TEST_CASE("what a tariff does not know is refused, not guessed") {
  CHECK_THROWS_AS(tariffs().value("wml_month", Month::of(2014, 12)), std::out_of_range);
  CHECK_THROWS_AS(tariffs().value("wml_month", Month::of(2151, 1)), std::out_of_range);
  CHECK_THROWS_AS(tariffs().value("wml_mnth", Month::of(2020, 1)), std::out_of_range);
  Tariffs own;
  CHECK_THROWS_AS(own.set_growth("prices", 0.02), std::out_of_range);
}

TEST_CASE("a value without source, grade, unit, range or date of check is refused") {
  struct Row {
    std::string text;
    std::string line;
  };
  const std::string full = "{value: 1, source: s, grade: O, checked: 2026-01-01}";
  CHECK(refusals(tariff_with(full)).empty());
  const std::vector<Row> rows{
      {tariff_with("{value: 1, grade: O, checked: 2026-01-01}"),
       "a.yaml:8:19: tariffs.t.values.2015-01-01.source: found nothing; this key is required"},
      {tariff_with("{value: 1, source: s, checked: 2026-01-01}"),
       "a.yaml:8:19: tariffs.t.values.2015-01-01.grade: found nothing; this key is required"},
      {tariff_with("{value: 1, source: s, grade: U, checked: 2026-01-01}"),
       "a.yaml:8:48: tariffs.t.values.2015-01-01.grade: found \"U\"; allowed is O, S, D, A or M"},
      {tariff_with("{value: 1, source: s, grade: O}"),
       "a.yaml:8:19: tariffs.t.values.2015-01-01.checked: found nothing; this key is required"},
      {tariff_with("{value: 11, source: s, grade: O, checked: 2026-01-01}"),
       "a.yaml:8:27: tariffs.t.values.2015-01-01.value: found \"11\"; a number is from 0 to 10"},
      {tariff_with(full, "words: [a]"), "a.yaml:3:5: tariffs.t.unit: found nothing; this key is required"},
      {tariff_with(full + "\n      2015-01-01x: {}"), ""},
      {tariff_with(full + "\n      2014-01-01: " + full),
       "a.yaml:9:19: tariffs.t.values.2014-01-01: found the date \"2014-01-01\"; values are dated by the first day "
       "of a "
       "month, in order"},
      {tariff_with(full + "\n      2016-01-15: " + full),
       "a.yaml:9:19: tariffs.t.values.2016-01-15: found the date \"2016-01-15\"; values are dated by the first day "
       "of a "
       "month, in order"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto lines = refusals(row.text);
    CAPTURE(lines);
    REQUIRE(!lines.empty());
    if (!row.line.empty()) CHECK(lines[0] == row.line);
  }
}

TEST_CASE("what is remembered or assumed says so, and every tariff has a title in both languages") {
  for (const auto& [name, tariff] : tariffs().all()) {
    CAPTURE(name);
    CHECK(!tariff.title().dutch.empty());
    CHECK(!tariff.title().english.empty());
    CHECK(is_name(name));
  }
  for (const auto& [name, index] : tariffs().indices()) CHECK(index.growth.low < index.growth.high);
}
