#include "plots/results.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <nlohmann/json.hpp>
#include <rapidcheck/catch.h>

#include "tests/generators.hpp"
#include "tests/plots/sample_comparison.hpp"
#include "tests/plots/small_simulation.hpp"

using namespace banenplan;
using namespace banenplan::plots;
using Json = nlohmann::ordered_json;

namespace {

std::string written(const models::Comparison& comparison) {
  return results_json(comparison, summary_of(comparison));
}

std::vector<std::string> keys_of(const Json& json) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : json.items()) keys.push_back(key);
  return keys;
}

}  // namespace

TEST_CASE("results.json says what was computed, and what was found") {
  const models::Comparison comparison = sample_comparison();
  const Json json = Json::parse(written(comparison));
  CHECK(keys_of(json) == std::vector<std::string>{"format", "version", "seed", "replications", "banded", "period",
                                                  "prices", "municipality", "null_alternative", "groups", "scenarios",
                                                  "wishes", "appraisal", "assumptions", "tariffs"});
  CHECK(json["period"] == Json{{"from", 2027}, {"to", 2036}, {"years", 10}});
  CHECK(json["null_alternative"] == "nulalternatief");
  REQUIRE(json["scenarios"].size() == 4);
  const Json& scenario = json["scenarios"][2];
  CHECK(keys_of(scenario) == std::vector<std::string>{"name", "title", "summary", "file", "text", "sha256", "extends",
                                                      "overrides", "warnings", "target_jobs", "assumptions", "twin",
                                                      "measures", "quotum_chance", "people", "moves"});
  CHECK(scenario["text"] == "scenario: boven-formatie\n");
  CHECK(scenario["overrides"] == Json{"funds.centrale_pot.share=0.6%"});
  CHECK(scenario["twin"] == Json{{"done", true}, {"largest", 2.1}, {"compared", 240}});
  const Json& jobs = scenario["measures"][1];
  CHECK(jobs["key"] == "jobs");
  CHECK(jobs["unit"] == "jobs");
  CHECK(jobs["years"].size() == 10);
  CHECK(jobs["years"][9]["year"] == 2036);
  CHECK(jobs["years"][9]["value"] == jobs["total"]["value"]);
  CHECK(jobs["total"]["difference"]["low"] > 0);
  CHECK(scenario["measures"].back()["subject"] == "fund");
  CHECK(scenario["measures"].back()["total"]["difference"].is_null());
  CHECK(json["scenarios"][0]["measures"][0]["total"]["difference"].is_null());
  CHECK(json["assumptions"][0] == Json{{"name", "sick_share"},
                                       {"title", {{"nl", "Ziekteverzuim"}, {"en", "Sick leave"}}},
                                       {"unit", "share"},
                                       {"value", 0.065},
                                       {"range", {0.058, 0.08}},
                                       {"shape", "triangular"},
                                       {"grade", "O"},
                                       {"effect", false},
                                       {"checked", "2026-11-22"},
                                       {"source", "CBS 80072ned"}});
  CHECK(json["assumptions"][3]["range"].is_null());
}

TEST_CASE("a number reads back to the same bits, and the same comparison gives the same bytes") {
  const models::Comparison comparison = sample_comparison();
  const Summary summary = summary_of(comparison);
  const std::string text = results_json(comparison, summary);
  CHECK(text == written(sample_comparison()));
  const Json json = Json::parse(text);
  for (std::size_t i = 0; i < 4; ++i) {
    const auto& measures = summary.scenarios[i].measures;
    for (std::size_t k = 0; k < measures.size(); ++k)
      CHECK(json["scenarios"][i]["measures"][k]["total"]["value"]["mean"].get<double>() == measures[k].total->mean);
  }
}

TEST_CASE("any number in results.json reads back to the same bits, and any text as it was") {
  rc::prop("written and read", [] {
    const auto any_text = banenplan::test::any_text_of(
        {"a", "\"", "\\", "\n", "\t", "\x01", "<", "/", "u00", "\xC3\xA9", "\xF0\x9F\x98\x80", std::string(1, '\0')});
    const auto any_number = banenplan::test::any_number_in({1.0, 1e-300, 1e-9, 1e9, 1e200});
    models::Comparison comparison;
    models::Assumption assumption;
    assumption.title = {*any_text, *any_text};
    assumption.source = *any_text;
    assumption.spread = {*any_number, *any_number, *any_number, models::Spread::Shape::normal};
    comparison.assumptions = {assumption};
    const Json found = Json::parse(written(comparison))["assumptions"][0];
    RC_ASSERT(found["title"]["nl"] == assumption.title.dutch);
    RC_ASSERT(found["title"]["en"] == assumption.title.english);
    RC_ASSERT(found["source"] == assumption.source);
    RC_ASSERT(found["value"].get<double>() == assumption.spread.value);
    RC_ASSERT(found["range"][0].get<double>() == assumption.spread.low);
    RC_ASSERT(found["range"][1].get<double>() == assumption.spread.high);
  });
}

TEST_CASE("results.json of one replication has no band") {
  const Json json = Json::parse(written(sample_comparison(1)));
  CHECK(json["banded"] == false);
  const Json& value = json["scenarios"][1]["measures"][0]["total"]["value"];
  CHECK(value["low"].is_null());
  CHECK(value["high"].is_null());
  CHECK(value["median"].is_number());
}

TEST_CASE("what is missing is null, and wrong text stays text") {
  models::Comparison comparison = sample_comparison(3, 2);
  comparison.null_alternative = -1;
  comparison.scenarios[0].title.dutch = "\xff\"\\\n<script>";
  comparison.scenarios[0].twin = {};
  for (auto& outcome : comparison.scenarios[0].run.outcomes) outcome[0] = std::numeric_limits<double>::infinity();
  const Json json = Json::parse(written(comparison));
  CHECK(json["null_alternative"].is_null());
  CHECK(json["scenarios"][0]["title"]["nl"] == "\xEF\xBF\xBD\"\\\n<script>");
  CHECK(json["scenarios"][0]["twin"]["largest"].is_null());
  CHECK(json["scenarios"][0]["measures"][0]["years"][0]["value"].is_null());
  CHECK(json["scenarios"][0]["measures"][0]["years"][1]["value"].is_object());
  CHECK(json["scenarios"][1]["measures"][0]["total"]["difference"].is_null());
  CHECK_NOTHROW(Json::parse(written({})));
}

TEST_CASE("a year's chance of the quotum is the share of the replications that reach it") {
  const models::Comparison comparison = sample_comparison(50, 4);
  const Json json = Json::parse(written(comparison));
  const Json& chances = json["scenarios"][2]["quotum_chance"];
  REQUIRE(chances.size() == 4);
  for (std::size_t year = 0; year < 4; ++year) {
    double reached = 0.0;
    for (std::size_t r = 0; r < 50; ++r) reached += comparison.scenarios[2].at(r, 1, year, 4) >= 30.0 ? 1.0 : 0.0;
    CHECK(chances[year]["chance"] == reached / 50.0);
  }
  CHECK(json["municipality"]["quotum"][3] == Json{{"year", 2030}, {"jobs", 30.0}});
}

TEST_CASE("prices rise with inflation from the first year on") {
  models::Comparison comparison = sample_comparison(2, 3);
  comparison.inflation = 0.02;
  const Json json = Json::parse(written(comparison));
  CHECK(json["prices"]["level"] == 2027);
  CHECK(json["prices"]["index"][0]["index"] == 1.0);
  CHECK(json["prices"]["index"][2]["index"].get<double>() == Approx(1.0404));
}

TEST_CASE("people and moves of a real run stand in the results, and their sum is the register") {
  const models::Comparison comparison = small_simulation({"nulalternatief", "boven-formatie"}, 8);
  const Json json = Json::parse(written(comparison));
  REQUIRE(json["groups"].size() == 8);
  for (const Json& scenario : json["scenarios"]) {
    REQUIRE(scenario["people"].size() == 10);
    double all = 0.0;
    for (const Json& group : json["groups"])
      all += scenario["people"][0][group["key"].get<std::string>()].get<double>();
    CHECK(all >= comparison.municipality.register_people);
    CHECK(scenario["moves"].size() > 10);
  }
  // What a group holds less what it held a year before is what came less what went, on average too.
  const Json& policy = json["scenarios"][1];
  double change = 0.0;
  for (const Json& way : policy["moves"]) {
    const double moved = way["years"][5]["mean"].get<double>();
    change += (way["to"] == "permanent" ? moved : 0.0) - (way["from"] == "permanent" ? moved : 0.0);
  }
  CHECK(change ==
        Approx(policy["people"][5]["permanent"].get<double>() - policy["people"][4]["permanent"].get<double>()));
}
