#include "plots/form.hpp"

#include "tests/plots/sample_results.hpp"

using namespace banenplan::plots;

namespace {

// Every place in the results, as a pointer: objects, lists and values; of a list the first item stands for all.
void places_in(const Json& json, const Json::json_pointer& here, std::vector<Json::json_pointer>& places) {
  places.push_back(here);
  if (json.is_object())
    for (const auto& [key, value] : json.items()) places_in(value, here / key, places);
  else if (json.is_array() && !json.empty())
    places_in(json.front(), here / 0, places);
}

}  // namespace

TEST_CASE("results are whole, with and without an appraisal") {
  CHECK(!misformed(simulated_results()));
  CHECK(!misformed(results_of(sample_comparison(3))));
}

TEST_CASE("what is missing or of another kind is named by its place") {
  struct Row {
    const char* place;
    Json value;
    const char* named;
  };
  const Json band{{"median", "x"}, {"low", 1}, {"high", 2}, {"mean", 1}};
  for (const Row& row :
       {Row{"/seed", "1", "seed"}, Row{"/scenarios/1/title", nullptr, "scenarios[1].title"},
        Row{"/scenarios/2/measures/0/years/3/value", band, "scenarios[2].measures[0].years[3].value"},
        Row{"/appraisal/scenarios/1/cloud/0", 3, "appraisal.scenarios[1].cloud[0]"},
        Row{"/appraisal/scenarios", Json::array(), "appraisal.scenarios"},
        Row{"/municipalities", Json::parse(R"([{"name": "x"}])"), "municipalities[0].title"}}) {
    Json results = simulated_results();
    results[Json::json_pointer(row.place)] = row.value;
    INFO(row.place);
    CHECK(misformed(results) == std::optional<std::string>(row.named));
  }
}

TEST_CASE("a page is made of results, or they are refused: no damage in one place stops the program") {
  const Json whole = simulated_results();
  std::vector<Json::json_pointer> places;
  places_in(whole, Json::json_pointer(), places);
  REQUIRE(places.size() > 200);
  int refused = 0;
  for (const Json::json_pointer& place : places) {
    if (place.empty()) continue;
    Json results = whole;
    results[place] = Json{{"damaged", true}};
    refused += misformed(results) ? 1 : 0;
  }
  // What the page does not read may be anything.
  CHECK(refused > 100);
}
