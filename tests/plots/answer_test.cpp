#include "plots/answer.hpp"

#include "tests/plots/sample_results.hpp"

using namespace banenplan;
using namespace banenplan::plots;
using Catch::Matchers::Contains;

TEST_CASE("the answer gives three figures a scenario and the best one by wish") {
  const std::string html = answer_html(simulated_results(), Words{Language::dutch});
  CHECK_THAT(html, Contains("Het antwoord") && Contains("Banen die blijven") && Contains("hiermee vergeleken"));
  CHECK_THAT(html, Contains("De meeste banen die blijven") && Contains("Het meeste voor de samenleving"));
}

TEST_CASE("where the band does not tell scenarios apart, no best one is named") {
  Json results = simulated_results();
  for (Json& wish : results["wishes"]) {
    wish["best"] = "trainees";
    wish["close"] = {"boven-formatie"};
  }
  CHECK_THAT(answer_html(results, Words{Language::dutch}),
             Contains("<td data-title=\"Beste scenario\">Niet te zeggen tussen Trainees en Boven formatie"));
  CHECK_THAT(answer_html(results, Words{Language::dutch}), !Contains("<td data-title=\"Beste scenario\">Trainees"));
}

TEST_CASE("one replication gives no wishes") {
  const std::string html = answer_html(results_of(sample_comparison(1)), Words{Language::dutch});
  CHECK_THAT(html, Contains("Er is maar één herhaling gerekend") && !Contains("bij welke wens"));
}
