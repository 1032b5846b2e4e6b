#include "plots/appraisal_json.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "plots/results.hpp"
#include "tests/plots/small_simulation.hpp"

using namespace banenplan;
using namespace banenplan::plots;

namespace {

// Whether a null stands somewhere where a number was not finite: nlohmann writes inf and nan as null.
void check_numbers(const nlohmann::ordered_json& json, const std::string& path) {
  static const std::vector<std::string> may_be_null = {"low",    "high",   "ratio",        "payback_year",
                                                       "median", "chance", "ignorance",    "received",
                                                       "paid",   "value",  "chance_share", "undefined"};
  if (json.is_object() || json.is_array()) {
    for (const auto& [key, value] : json.items()) {
      const bool allowed = std::find(may_be_null.begin(), may_be_null.end(), key) != may_be_null.end();
      INFO(path << "/" << key);
      CHECK((!value.is_null() || allowed));
      check_numbers(value, path + "/" + key);
    }
  }
}

}  // namespace

TEST_CASE("the appraisal in JSON holds numbers or words, never what is not a number") {
  const models::Comparison comparison =
      small_simulation({"nulalternatief", "boven-formatie"}, 12, {"budget.lks=200000"});
  const auto valued = valuation_of(comparison);
  const auto json = appraisal_json(comparison, valued.get(), true);
  check_numbers(json, "");
  CHECK(json["scenarios"][0]["society"]["ratio"]["undefined"] == "no_denominator");
  CHECK(json["scenarios"][1]["society"]["ratio"]["value"].is_number());
  CHECK(json["decisions"]["municipality"]["increments"][0]["kind"] == "equal");
  CHECK(json["decisions"]["municipality"]["increments"][0]["ratio"].is_null());
  CHECK(json["decisions"]["society"]["choices"].size() == 21);
  CHECK(json["scenarios"][1]["budgets"][0]["years"].size() == 10);
  CHECK(json["price_level"] == 2027);
  for (const auto& choice : json["decisions"]["municipality"]["choices"]) CHECK(choice["best"] == choice["frontier"]);
}

TEST_CASE("one replication of one year gives an appraisal in numbers too") {
  const models::Comparison comparison = small_simulation({"nulalternatief", "trainees"}, 1, {"period.years=1"});
  const Summary summary = summary_of(comparison);
  check_numbers(appraisal_json(comparison, summary.valuation.get(), false), "");
  CHECK(nlohmann::json::parse(results_json(comparison, summary))["replications"] == 1);
}

TEST_CASE("without a valuation there is null") {
  CHECK(appraisal_json({}, nullptr, true).is_null());
}
