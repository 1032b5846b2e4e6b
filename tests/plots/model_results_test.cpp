#include "plots/model_results.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace banenplan;
using namespace banenplan::plots;

namespace {

// Strategies with these costs and effects, as if they had been computed.
std::pair<models::ModelFile, ModelResults> made(const std::vector<std::pair<double, double>>& strategies) {
  std::pair<models::ModelFile, ModelResults> result;
  auto& [model, results] = result;
  model.name = "made";
  model.title = {"Gemaakt", "Made"};
  model.cost = {0};
  model.effect = {1};
  results.replications = 10;
  results.people = 100;
  for (const auto& [cost, effect] : strategies) {
    models::Strategy strategy;
    strategy.name = "s" + std::to_string(model.strategies.size());
    strategy.title = {strategy.name, strategy.name};
    strategy.rewards = {{"cost", {"kosten", "cost"}, "euro", {}}, {"life", {"leven", "life"}, "year", {}}};
    model.strategies.push_back(strategy);
    results.strategies.push_back({{cost, cost + 1, 0.5}, {effect, effect, 0.25}});
  }
  return result;
}

}  // namespace

TEST_CASE("results read as a table in either language") {
  const auto [model, results] = made({{1000, 2}, {1234567.891, 2.5}});
  CHECK(model_text(model, results, Language::dutch) ==
        "Gemaakt, per persoon\n"
        "strategie  uitkomst  eenheid   verwachting    gemiddelde  standaardfout\n"
        "---------  --------  -------  ------------  ------------  -------------\n"
        "s0         kosten    euro         1.000,00      1.001,00           0,50\n"
        "s0         leven     year          2,00000       2,00000        0,25000\n"
        "s1         kosten    euro     1.234.567,89  1.234.568,89           0,50\n"
        "s1         leven     year          2,50000       2,50000        0,25000\n"
        "\n"
        "Vergeleken met s0, per persoon\n"
        "                            meer    kosten per\n"
        "strategie   meer kosten   effect        effect  oordeel                    naast alle andere\n"
        "---------  ------------  -------  ------------  -------------------------  "
        "--------------------------------\n"
        "s1         1.233.567,89  0,50000  2.467.135,78  kost meer, levert meer op  doelmatig, 2.467.135,78 "
        "tegen s0\n");
  const std::string english = model_text(model, results, Language::english);
  CHECK(english.find("1,234,567.89") != std::string::npos);
  CHECK(english.find("costs more, brings more") != std::string::npos);
}

TEST_CASE("a ratio that means nothing is said in words, never as a number") {
  struct Row {
    double cost, effect;
    const char* words;
    const char* key;
  };
  const Row rows[] = {
      {1200, 2, "slechter", "is_dominated"}, {800, 2, "beter", "dominates"},
      {1000, 2, "geen verschil", "equal"},   {1000, 2 + 1e-14, "geen verschil", "equal"},
      {900, 3, "beter", "dominates"},        {1100, 1, "slechter", "is_dominated"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.cost, row.effect);
    const auto [model, results] = made({{1000, 2}, {row.cost, row.effect}});
    const std::string text = model_text(model, results, Language::dutch);
    CHECK(text.find("niet te bepalen") != std::string::npos);
    CHECK(text.find(row.words) != std::string::npos);
    for (const char* bad : {"inf", "nan"}) CHECK(text.find(bad) == std::string::npos);
    const auto appraisal = nlohmann::json::parse(model_json(model, results))["strategies"][1]["appraisal"];
    CHECK(appraisal["ratio"].is_null());
    CHECK(appraisal["verdict"] == row.key);
  }
}

TEST_CASE("JSON has every number in full") {
  const auto [model, results] = made({{0.1 + 0.2, 2}, {5, 4}});
  const auto json = nlohmann::json::parse(model_json(model, results));
  CHECK(json["model"] == "made");
  CHECK(json["replications"] == 10);
  CHECK(json["strategies"][0]["rewards"]["cost"]["expected"] == 0.1 + 0.2);
  CHECK(json["strategies"][0]["rewards"]["life"]["standard_error"] == 0.25);
  CHECK(json["strategies"][1]["appraisal"]["ratio"] == Approx(2.35));
  CHECK(json["strategies"][1]["appraisal"]["against"] == "s0");
  CHECK(json["strategies"][0]["appraisal"]["against"].is_null());
}

TEST_CASE("without cost and effect there is no appraisal") {
  auto [model, results] = made({{1, 2}, {3, 4}});
  model.effect.clear();
  CHECK(appraised(model, results).costs.empty());
  CHECK(model_text(model, results, Language::dutch).find("Vergeleken") == std::string::npos);
  CHECK_FALSE(nlohmann::json::parse(model_json(model, results))["strategies"][0].contains("appraisal"));
}
