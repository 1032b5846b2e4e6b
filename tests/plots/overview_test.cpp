#include "plots/overview.hpp"

#include <catch2/catch.hpp>
#include <limits>

#include "plots/text.hpp"
#include "tests/plots/sample_results.hpp"

using namespace banenplan;
using namespace banenplan::plots;
using Catch::Matchers::Contains;

namespace {

std::string text_of(const models::Comparison& comparison, Language language = Language::dutch) {
  return overview_text(results_of(comparison), Words{language});
}

int widest_line(const std::string& text) {
  int widest = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    widest = std::max(widest, columns(text.substr(at, end - at)));
    at = end + 1;
  }
  return widest;
}

}  // namespace

TEST_CASE("four scenarios fit in a terminal of 100 columns, in both languages") {
  CHECK(widest_line(text_of(sample_comparison())) <= 100);
  CHECK(widest_line(text_of(sample_comparison(), Language::english)) <= 100);
}

TEST_CASE("the overview has a row for each headline, with its band") {
  const auto comparison = sample_comparison();
  const auto summary = summary_of(comparison);
  const auto tables = overview_tables(results_of(comparison), Words{Language::dutch});
  REQUIRE(tables.size() == 2);
  CHECK(tables[0].rows.size() == 8);
  CHECK(tables[1].rows.size() == 5);
  CHECK(tables[0].columns.size() == 5);
  CHECK(tables[0].caption == "Mensen en banen, 2027 tot en met 2036; het quotum is 30 banen");
  CHECK(tables[0].rows[1][3].value == summary.scenarios[2].find("jobs")->total->median);
  // Saved is what the null alternative pays more; the null alternative itself has no difference.
  CHECK(tables[1].rows[3][2].value == -summary.scenarios[1].find("benefits")->total_difference->median);
  CHECK(tables[1].rows[4][2].value == summary.scenarios[1].find("net_cost")->total_difference->median);
  CHECK(tables[1].rows[4][1].text == "–");
}

TEST_CASE("a measure that no scenario has is left out") {
  auto comparison = sample_comparison(5);
  for (auto& scenario : comparison.scenarios) scenario.measures[0].key = "other";
  comparison.null_alternative = -1;
  const auto tables = overview_tables(results_of(comparison), Words{Language::dutch});
  REQUIRE(tables.size() == 2);
  CHECK(tables[0].rows.size() == 7);
  CHECK(tables[1].rows.size() == 3);
  CHECK_THAT(text_of(comparison), !Contains("**"));
}

TEST_CASE("a scenario may lack what others have, or be without values") {
  auto comparison = sample_comparison(5);
  comparison.scenarios[1].measures.resize(2);
  for (auto& outcome : comparison.scenarios[1].run.outcomes)
    outcome.assign(outcome.size(), std::numeric_limits<double>::quiet_NaN());
  const std::string text = text_of(comparison);
  CHECK_THAT(text, !Contains("nan") && !Contains("inf") && Contains("–"));
  CHECK_THAT(text_of({}), !Contains("Plaatsingen"));
}

TEST_CASE("one replication is said to have no band") {
  const std::string text = text_of(sample_comparison(1));
  CHECK_THAT(text, Contains("Geen band: één herhaling") && !Contains("(5-95 %)"));
}
