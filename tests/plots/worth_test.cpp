#include "plots/worth.hpp"

#include "plots/markup.hpp"
#include "plots/phrases.hpp"
#include "tests/plots/sample_results.hpp"

using namespace banenplan;
using namespace banenplan::plots;
using Catch::Matchers::Contains;

TEST_CASE("costs and benefits: a verdict a policy, and the parties that gain") {
  const Json& results = simulated_results();
  const std::string html = worth_html(results, Words{Language::dutch});
  CHECK_THAT(html,
             Contains("Kosten en baten") && Contains("Gemeente: BUIG") && Contains("Samenleving (alles samen)"));
  const Json& net = results["appraisal"]["scenarios"][2]["society"]["net"];
  CHECK_THAT(html, Contains(">" + unbroken(millions(band_in(net), true, Words{Language::dutch})) + "</td>"));
  CHECK(worth_html(results_of(sample_comparison(3)), Words{Language::dutch}).empty());
}

TEST_CASE("a verdict follows the band") {
  Json results = simulated_results();
  const auto verdict = [&](double low, double high) {
    results["appraisal"]["scenarios"][2]["society"]["net"] = {
        {"median", (low + high) / 2}, {"low", low}, {"high", high}, {"mean", 0.0}};
    return worth_html(results, Words{Language::dutch});
  };
  CHECK_THAT(verdict(1e5, 3e5), Contains("Boven formatie: de samenleving houdt er"));
  CHECK_THAT(verdict(-3e5, -1e5), Contains("Boven formatie: het kost de samenleving"));
  CHECK_THAT(verdict(-3e5, 1e5), Contains("Boven formatie: of de samenleving erop vooruitgaat, is niet te zeggen"));
  results["banded"] = false;
  CHECK_THAT(verdict(1e5, 3e5), !Contains("Boven formatie: de samenleving houdt er"));
}

TEST_CASE("a budget is held against its worst year") {
  Json results = simulated_results();
  results["appraisal"]["scenarios"][2]["budgets"] = Json::parse(
      R"([{"key": "lks", "years": [{"year": 2027, "chance_over": 0.1}, {"year": 2028, "chance_over": 0.7}]}])");
  CHECK_THAT(worth_html(results, Words{Language::dutch}), Contains("is het grootst in 2028: 70\u00A0%"));
}

TEST_CASE("a ratio that is not there is said in words") {
  const Words words{Language::dutch};
  CHECK(ratio_text(Json{{"undefined", "no_denominator"}}, 2, words) == "niet te bepalen");
  CHECK(ratio_text(Json{{"value", 1.5}, {"low", 1.0}, {"high", 2.0}}, 2, words) == "1,50 (1,00–2,00)");
  CHECK(ratio_text(Json{{"value", 1.5}, {"low", nullptr}, {"high", nullptr}}, 1, words) == "1,5");
}
