#include "plots/course.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/plots/sample_comparison.hpp"

using namespace banenplan;
using namespace banenplan::plots;

namespace {

const Words dutch{Language::dutch};

std::optional<Course> course(const models::Comparison& comparison, std::string_view key,
                             Against against = Against::nothing) {
  const ChartText text{"x", "Banen", "", "", [](double value) { return dutch.number(value, 1); }};
  return course_of(comparison, summary_of(comparison), key, against, text,
                   {"Banen x 10", [](double value) { return dutch.number(value * 10); }}, dutch);
}

}  // namespace

TEST_CASE("the course of a measure holds each scenario's years, as a chart and as a table") {
  const auto comparison = sample_comparison();
  const auto found = course(comparison, "jobs");
  REQUIRE(found);
  CHECK(found->chart.years.front() == 2027);
  CHECK(found->chart.years.back() == 2036);
  REQUIRE(found->chart.series.size() == 4);
  const Band last = *summary_of(comparison).scenarios[2].find("jobs")->years[9];
  CHECK(found->chart.series[2].median[9] == last.median);
  CHECK(found->chart.series[2].low[9] == last.low);
  CHECK(found->chart.series[2].high[9] == last.high);
  CHECK(found->table.rows.size() == 10);
  CHECK(found->table.columns.size() == 5);
  CHECK(found->table.caption == "Banen x 10");
  CHECK(found->table.rows[9][0].text == "2036");
  CHECK(found->table.rows[9][3].text.starts_with(dutch.number(last.median * 10) + " ("));
}

TEST_CASE("against the null alternative, that one is not drawn, and colours stay") {
  const auto comparison = sample_comparison();
  const auto levels = course(comparison, "net_cost");
  const auto differences = course(comparison, "net_cost", Against::null_alternative);
  REQUIRE(differences);
  REQUIRE(differences->chart.series.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(differences->chart.series[i].label == levels->chart.series[i + 1].label);
    CHECK(differences->chart.series[i].colour == levels->chart.series[i + 1].colour);
  }
  CHECK(levels->chart.series[0].colour == 0);
}

TEST_CASE("black is the null alternative's, wherever it stands; others get a colour of their own") {
  auto comparison = sample_comparison(2);
  comparison.null_alternative = 2;
  const std::size_t colours[] = {1, 2, 0, 3};
  for (std::size_t i = 0; i < 4; ++i) CHECK(colour_in(comparison, i) == colours[i]);
  CHECK(colour_in(comparison, 7) == 1);  // there are six
}

TEST_CASE("scenarios without the measure are left out, and nothing is nothing") {
  CHECK(course(sample_comparison(), "fund.centrale_pot")->chart.series.size() == 2);
  CHECK(!course(sample_comparison(), "unknown"));
  CHECK(!course({}, "jobs"));
  auto comparison = sample_comparison(5);
  comparison.null_alternative = -1;
  CHECK(!course(comparison, "net_cost", Against::null_alternative));
  CHECK(course(comparison, "net_cost")->chart.series[0].colour == 1);
}

TEST_CASE("one replication draws lines without bands; a missing year is a gap") {
  auto comparison = sample_comparison(1);
  comparison.scenarios[1].run.outcomes[0][10] = INFINITY;  // jobs in the first year
  const auto found = course(comparison, "jobs");
  REQUIRE(found);
  CHECK(found->chart.series[0].low.empty());
  CHECK(std::isnan(found->chart.series[1].median[0]));
  CHECK(found->table.rows[0][2].text == "–");
}
