#include "plots/provenance.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "plots/digest.hpp"
#include "plots/results.hpp"
#include "tests/plots/sample_comparison.hpp"

using namespace banenplan;
using namespace banenplan::plots;

namespace {

models::Comparison sample() {
  models::Comparison comparison = sample_comparison();
  comparison.version = "9.8";
  comparison.scenarios[0].file.text = "scenario: a\n=1+1\n";
  comparison.scenarios[0].extended = {{"scenarios/b.yaml", "scenario: b\n"}};
  comparison.municipality.files = {{"dorp.yaml", "municipality: dorp\n"}, {"people.csv", "age\n40\n"}};
  comparison.scenarios[0].overrides = {"period.years=4"};
  comparison.tariffs = {{"wml",
                         {"Minimumloon", "Minimum wage"},
                         "eur_per_month",
                         {{engine::Month::of(2026, 7), 2337.0, models::Grade::official, "Stcrt", {2026, 11, 22}, {}}},
                         "wages"}};
  return comparison;
}

bool holds(const Table& table, const std::vector<std::string>& texts) {
  return std::any_of(table.rows.begin(), table.rows.end(), [&](const std::vector<Cell>& row) {
    for (std::size_t k = 0; k < texts.size(); ++k) {
      if (row[k].text != texts[k]) return false;
    }
    return true;
  });
}

}  // namespace

TEST_CASE("the tables alone say what was run, with the whole text and its digest") {
  const models::Comparison comparison = sample();
  const Table table = provenance_table(comparison, Words(Language::english));
  const std::string name = comparison.scenarios[0].name;
  const std::vector<std::string> rows[] = {{"version", "", "9.8"},
                                           {"seed", "", std::to_string(comparison.seed)},
                                           {"replications", "", std::to_string(comparison.replications)},
                                           {"sha256", name, sha256_hexadecimal(comparison.scenarios[0].file.text)},
                                           {"set", name, "period.years=4"},
                                           {"text", name, "scenario: a"},
                                           {"text", name, "=1+1"},
                                           {"file", name, "scenarios/b.yaml"},
                                           {"sha256", name, sha256_hexadecimal("scenario: b\n")},
                                           {"text", name, "scenario: b"},
                                           {"file", "", "people.csv"},
                                           {"sha256", "", sha256_hexadecimal("age\n40\n")}};
  for (const auto& row : rows) {
    INFO(row[0]);
    CHECK(holds(table, row));
  }
  CHECK(csv_text(table).find("text," + name + ",'=1+1\r\n") != std::string::npos);
}

TEST_CASE("figures of law carry their date, grade, source and when they were checked") {
  const models::Comparison comparison = sample();
  const Table table = tariffs_table(comparison, Words(Language::dutch));
  REQUIRE(table.rows.size() == 1);
  CHECK(csv_text(table).find("wml,Minimumloon,eur_per_month,2026-07,2337,wages,O,2026-11-22,Stcrt\r\n") !=
        std::string::npos);
  const auto json = nlohmann::json::parse(results_json(comparison, summary_of(comparison)));
  CHECK(json["tariffs"][0]["values"][0] ==
        nlohmann::json{
            {"from", "2026-07"}, {"value", 2337.0}, {"grade", "O"}, {"checked", "2026-11-22"}, {"source", "Stcrt"}});
  CHECK(json["scenarios"][0]["sha256"] == sha256_hexadecimal("scenario: a\n=1+1\n"));
  CHECK(json["scenarios"][0]["text"] == "scenario: a\n=1+1\n");
}

TEST_CASE("what a scenario extends and where it is tried stand whole in the results, but for tables of people") {
  const models::Comparison comparison = sample();
  const auto json = nlohmann::json::parse(results_json(comparison, summary_of(comparison)));
  const auto file = [](const char* name, const char* text) {
    return nlohmann::json{{"file", name}, {"sha256", sha256_hexadecimal(text)}, {"text", text}};
  };
  auto people = file("people.csv", "age\n40\n");
  people["text"] = nullptr;
  CHECK(json["scenarios"][0]["extends"] == nlohmann::json{file("scenarios/b.yaml", "scenario: b\n")});
  CHECK(json["municipality"]["files"] == nlohmann::json{file("dorp.yaml", "municipality: dorp\n"), people});
}
