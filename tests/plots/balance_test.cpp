#include "plots/balance.hpp"

#include <catch2/catch.hpp>

#include "plots/report.hpp"
#include "plots/valuation.hpp"
#include "tests/plots/sample_comparison.hpp"
#include "tests/plots/small_simulation.hpp"
#include "tests/plots/svg.hpp"

using namespace banenplan;
using namespace banenplan::plots;
using Catch::Matchers::Contains;

TEST_CASE("the section says who gains, what to choose and whether the budget holds, in both languages") {
  models::Comparison comparison =
      small_simulation({"nulalternatief", "budgettair-neutraal", "boven-formatie"}, 15, {"budget.lks=1"});
  comparison.scenarios[1].title = {"<script>", "<script>"};
  const Summary summary = summary_of(comparison);
  for (const Language language : {Language::dutch, Language::english}) {
    const Words words{language};
    const std::string html = balance_html(comparison, summary, words);
    CHECK_THAT(html, Contains(words("balance.heading")) && Contains("100") && !Contains("<script>"));
    CHECK_THAT(html, !Contains("nan") && !Contains(" inf ") && !Contains("{"));
    for (const models::Party& party : summary.valuation->appraisal.posts.parties) {
      CHECK_THAT(html, Contains(words.of(party.title)));
    }
    CHECK_THAT(report_html(comparison, summary, words), Contains(words("balance.curve_heading")));
    CHECK_FALSE(elements_of("<div>" + html + "</div>").empty());
  }
}

TEST_CASE("a policy that costs nothing has no ratio, in words") {
  const models::Comparison comparison = small_simulation({"nulalternatief", "nulalternatief"}, 3);
  const Words words{Language::dutch};
  CHECK_THAT(balance_html(comparison, summary_of(comparison), words), Contains(words("balance.no_ratio")));
}

TEST_CASE("without a null alternative to compare with the section is left out") {
  const models::Comparison comparison = sample_comparison(5);
  CHECK(balance_html(comparison, summary_of(comparison), Words{Language::dutch}).empty());
}
