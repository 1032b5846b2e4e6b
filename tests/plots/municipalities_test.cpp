#include "plots/municipalities.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "plots/results.hpp"
#include "plots/tables.hpp"
#include "tests/plots/sample_results.hpp"

using namespace banenplan;
using namespace banenplan::plots;

namespace {

Summary of_region(const models::Comparison& comparison, int municipalities) {
  Summary summary = summary_of(comparison);
  for (int k = 1; k <= municipalities; ++k) {
    MunicipalitySummary one = municipality_summary(comparison);
    one.text.title = {"Dorp " + std::to_string(k), "Village " + std::to_string(k)};
    one.text.register_people = 1000.0 + k;
    summary.municipalities.push_back(std::move(one));
  }
  return summary;
}

Json results_with(const models::Comparison& comparison, int municipalities) {
  Reading reading = read_results(results_json(comparison, of_region(comparison, municipalities)));
  REQUIRE(reading.done());
  return std::move(reading.results);
}

}  // namespace

TEST_CASE("a region's municipalities stand beside each other, the largest where there are many") {
  const auto comparison = sample_comparison();
  const Words words{Language::english};
  CHECK_FALSE(municipalities_overview(results_of(comparison), words));
  const auto three = municipalities_overview(results_with(comparison, 3), words);
  REQUIRE(three);
  CHECK(three->rows.size() == 3);
  CHECK(three->columns.size() == 2 + comparison.scenarios.size());
  CHECK(three->rows[2][0].text == "Village 3");
  const auto many = municipalities_overview(results_with(comparison, 50), words);
  REQUIRE(many);
  CHECK(many->rows.size() == 40);
  CHECK(many->rows.front()[0].text == "Village 11");
  CHECK(many->caption.find("40 largest of the 50") != std::string::npos);
}

TEST_CASE("each municipality's measures stand in results.json and gemeenten.csv") {
  const auto comparison = sample_comparison();
  const Summary summary = of_region(comparison, 2);
  const auto json = nlohmann::json::parse(results_json(comparison, summary));
  REQUIRE(json["municipalities"].size() == 2);
  const auto& measure = json["municipalities"][1]["scenarios"][1]["measures"][1];
  CHECK(measure["key"] == "jobs");
  CHECK(measure["years"].size() == 10);
  CHECK(!results_with(comparison, 41)["municipalities"][0]["scenarios"][1]["measures"][1].contains("years"));
  CHECK(measure["total"]["value"]["median"] == summary.scenarios[1].find("jobs")->total->median);
  CHECK_FALSE(nlohmann::json::parse(results_json(comparison, summary_of(comparison))).contains("municipalities"));
  const auto tables = tables_of(comparison, summary, Words{Language::dutch});
  REQUIRE(tables.back().file == "gemeenten.csv");
  for (const auto& row : tables.back().table.rows) CHECK(row.size() == tables.back().table.columns.size());
  CHECK(tables.back().table.rows.front()[1].text == "Dorp 1");
}

TEST_CASE("what a region agreed on stands beside what comes of it") {
  Json results = results_of(sample_comparison());
  const Words words{Language::dutch};
  CHECK_FALSE(agreement_overview(results, words));
  results["agreement"] = {{"market", {10.0, 20.0}}, {"government", Json::array()}};
  const auto table = agreement_overview(results, words);
  REQUIRE(table);
  REQUIRE(table->rows.size() == 1);
  CHECK(table->rows[0][1].text == "20");
}

TEST_CASE("what a region expected stands by office and group, and adds up") {
  auto comparison = sample_comparison();
  comparison.agreement.expected =
      models::ExpectedPlacements{2015, {{"stad", {{"wajong", 50}, {"wsw", 273}}}, {"dorp", {{"wajong", 60}}}}};
  const auto results = nlohmann::ordered_json::parse(results_json(comparison, summary_of(comparison)));
  const auto table = expected_overview(results, Words{Language::english});
  REQUIRE(table);
  REQUIRE(table->rows.size() == 3);
  CHECK(table->rows[1][2].value == 0.0);
  CHECK(table->rows[2][1].value == 110.0);
  CHECK(table->rows[2][2].value == 273.0);
  CHECK(table->rows[2][3].value == 383.0);
  CHECK_FALSE(expected_overview(
      nlohmann::ordered_json::parse(results_json(sample_comparison(), summary_of(sample_comparison()))),
      Words{Language::english}));
}
