#include "plots/findings.hpp"

#include <catch2/catch.hpp>

#include "tests/plots/sample_results.hpp"

using namespace banenplan;
using namespace banenplan::plots;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

const Words dutch{Language::dutch};

// Scenarios of one year with jobs and net cost in three replications; the first is the null alternative.
models::Comparison three_by(std::vector<std::vector<std::vector<double>>> outcomes) {
  models::Comparison comparison;
  comparison.first_year = 2027;
  comparison.years = 1;
  comparison.replications = 3;
  comparison.null_alternative = 0;
  comparison.municipality.quotum_jobs = 12;
  const char* names[] = {"Nul", "A", "B"};
  using Unit = models::MeasureText::Unit;
  using Subject = models::MeasureText::Subject;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    models::ScenarioResult scenario;
    scenario.name = names[i];
    scenario.measures = {{"jobs", {}, Unit::jobs, Subject::people, false},
                         {"net_cost", {}, Unit::euro, Subject::money, true}};
    scenario.run.outcomes = outcomes[i];
    comparison.scenarios.push_back(scenario);
  }
  return comparison;
}

std::vector<std::string> found(const models::Comparison& comparison) {
  return findings(results_of(comparison), dutch);
}

}  // namespace

TEST_CASE("a clear lead is named, with its band") {
  const auto comparison =
      three_by({{{1, 0}, {2, 0}, {3, 0}}, {{11, 5e6}, {12, 5e6}, {13, 5e6}}, {{21, 9e6}, {22, 9e6}, {23, 9e6}}});
  const auto sentences = found(comparison);
  REQUIRE(sentences.size() == 3);
  CHECK(sentences[0] == "Eind 2027 heeft B de meeste banen van 25,5 uur: 22 (21–23).");
  CHECK_THAT(sentences[1], Contains("Nul 0 %, A 67 % en B 100 %"));
  CHECK(sentences[2] ==
        "A kost de gemeente het minst: € 5,0 miljoen (€ 5,0 miljoen–€ 5,0 miljoen) meer dan het nulalternatief "
        "(niets doen).");
}

TEST_CASE("a lead that luck can turn is not called one") {
  // B has more jobs and costs less in two replications of three.
  const auto comparison =
      three_by({{{1, 0}, {2, 0}, {3, 0}}, {{11, 5e6}, {12, 5e6}, {13, 5e6}}, {{14, 4e6}, {14, 4e6}, {9, 6e6}}});
  const auto sentences = found(comparison);
  REQUIRE(sentences.size() == 3);
  CHECK_THAT(sentences[0],
             StartsWith("Welk scenario de meeste banen oplevert, is niet te zeggen: tussen B en A is het verschil "
                        "kleiner dan de onzekerheid."));
  CHECK_THAT(sentences[2], StartsWith("Welk scenario de gemeente het minst kost, is niet te zeggen: tussen B en A"));
}

TEST_CASE("a lead may be sure though the levels overlap: luck is shared") {
  const auto comparison =
      three_by({{{0, 0}, {0, 0}, {0, 0}}, {{10, 1}, {20, 1}, {30, 1}}, {{11, 2}, {21, 2}, {31, 2}}});
  CHECK_THAT(found(comparison)[0], StartsWith("Eind 2027 heeft B de meeste banen"));
}

TEST_CASE("against the null alternative: more, less, or not to be told") {
  const auto comparison = three_by({{{10, 5000}, {10, 5000}, {10, 5000}},
                                    {{15, 4000}, {15, 4000}, {15, 4000}},
                                    {{8, 6000}, {11, 4000}, {12, 5000}}});
  const Json results = results_of(comparison);
  CHECK(against_null(results, results["scenarios"][0], dutch).empty());
  CHECK(against_null(results, results["scenarios"][1], dutch) ==
        "Vergeleken met het nulalternatief: 5 (5–5) banen meer en € 1.000 (€ 1.000–€ 1.000) minder kosten voor de "
        "gemeente.");
  CHECK_THAT(against_null(results, results["scenarios"][2], dutch),
             Contains("een verschil in banen dat kleiner is dan de onzekerheid, 1 (-2 tot 2)"));
  CHECK_THAT(found(comparison)[2], StartsWith("A is voor de gemeente het voordeligst: € 1.000"));
  const auto unclear = three_by({{{1, 0}, {1, 0}, {1, 0}}, {{1, -5}, {1, 7}, {1, 5}}});
  CHECK(found(unclear)[2] ==
        "A kost de gemeente het minst. Of dat meer of minder is dan het nulalternatief (niets doen), is niet te "
        "zeggen: € 5 (-€ 4 tot € 7).");
}

TEST_CASE("without what it takes to conclude, nothing is concluded") {
  CHECK(found({}).empty());
  CHECK(found(sample_comparison(1)) ==
        std::vector<std::string>{"Er is maar één herhaling gerekend. Er is dan geen band, en niet te zeggen of een "
                                 "verschil toeval is."});
  auto comparison = sample_comparison(20);
  comparison.null_alternative = -1;
  CHECK_THAT(found(comparison).back(), StartsWith("Het nulalternatief (niets doen) is niet gerekend"));
  comparison = sample_comparison(20);
  for (auto& scenario : comparison.scenarios) scenario.measures.clear();
  CHECK(found(comparison).empty());
}

TEST_CASE("the basis counts what has not been measured") {
  const auto comparison = sample_comparison();
  const auto lines = basis(results_of(comparison), dutch);
  REQUIRE(lines.size() == 2);
  CHECK_THAT(lines[0], StartsWith("Gerekend met 200 herhalingen (begingetal van het toeval, seed: 1)."));
  CHECK_THAT(lines[1], StartsWith("Niet gemeten (graad A): 1 van de 4 aannames."));
  const auto one = sample_comparison(1);
  CHECK_THAT(basis(results_of(one), dutch)[0], StartsWith("Geen band: één herhaling"));
}
