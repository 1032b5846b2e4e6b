#include "plots/figures.hpp"

#include "tests/plots/sample_results.hpp"

using namespace banenplan;
using namespace banenplan::plots;
using Catch::Matchers::Contains;

namespace {

int count(const std::string& text, const std::string& part) {
  int found = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("each section has its figures, with a table each") {
  const Words words{Language::dutch};
  const Json& results = simulated_results();
  struct Row {
    std::string html;
    int figures;
  };
  for (const Row& row : {Row{job_figures(results, words), 2}, Row{money_figures(results, words), 4},
                         Row{people_figures(results, words), 2}, Row{uncertainty_figures(results, words), 4}}) {
    CHECK(count(row.html, "<figure ") == row.figures);
    CHECK(count(row.html, "<table ") >= row.figures);
    CHECK(count(row.html, "<table ") == count(row.html, "<caption>"));
  }
}

TEST_CASE("what the results do not hold has no figure") {
  const Words words{Language::dutch};
  const Json results = results_of(sample_comparison(5));
  CHECK(people_figures(results, words).empty());
  CHECK(uncertainty_figures(results, words).empty());
  CHECK(region_figures(results, words).empty());
  CHECK(count(money_figures(results, words), "data-chart=\"holders\"") == 0);
  CHECK(job_figures(results_of({}), words).empty());
}

TEST_CASE("a region has a row a municipality") {
  const Words words{Language::dutch};
  Json results = simulated_results();
  Json scenarios = Json::array();
  for (const Json& scenario : results["scenarios"])
    scenarios.push_back({{"name", scenario["name"]}, {"measures", scenario["measures"]}});
  for (const char* name : {"Noord", "Zuid"})
    results["municipalities"].push_back(
        {{"name", name}, {"title", {{"nl", name}, {"en", name}}}, {"scenarios", scenarios}});
  const std::string html = region_figures(results, words);
  CHECK_THAT(html, Contains("data-chart=\"region\"") && Contains(">Noord</th>") && Contains(">Zuid</th>"));
}
