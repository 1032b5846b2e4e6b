#include "plots/reading.hpp"

#include "tests/plots/sample_results.hpp"

using namespace banenplan;
using namespace banenplan::plots;
using Problem = Reading::Problem;

TEST_CASE("results are read back as they were written") {
  const models::Comparison comparison = sample_comparison(20);
  const std::string text = results_json(comparison, summary_of(comparison));
  const Reading reading = read_results(text);
  REQUIRE(reading.done());
  CHECK(reading.results.dump(1) + "\n" == text);
  CHECK(reading.sentence(Words{Language::dutch}).empty());
}

TEST_CASE("what is not results of this format is refused, and why is said") {
  struct Row {
    std::string text;
    Problem problem;
  };
  const Words words{Language::dutch};
  for (const Row& row :
       {Row{"", Problem::no_json}, Row{"{\"format\": 2", Problem::no_json}, Row{"[]", Problem::not_ours},
        Row{"{}", Problem::not_ours}, Row{R"({"format": "2", "scenarios": []})", Problem::not_ours},
        Row{R"({"format": 2, "scenarios": []})", Problem::older},
        Row{R"({"format": 99, "scenarios": []})", Problem::newer},
        Row{R"({"format": )" + std::to_string(results_format) + R"(, "scenarios": []})", Problem::damaged}}) {
    INFO(row.text);
    const Reading reading = read_results(row.text);
    CHECK(reading.problem == row.problem);
    CHECK(!reading.sentence(words).empty());
  }
}

TEST_CASE("a title is read in the language, else in the other one, else it is the name") {
  const Words english{Language::english};
  CHECK(title_in(Json{{"name", "x"}, {"title", {{"nl", "een"}, {"en", "one"}}}}, english) == "one");
  CHECK(title_in(Json{{"name", "x"}, {"title", {{"nl", "een"}, {"en", ""}}}}, english) == "een");
  CHECK(title_in(Json{{"name", "x"}, {"title", {{"nl", ""}, {"en", ""}}}}, english) == "x");
  const Json large{{"name", std::string(10240, 'W')}, {"title", {{"nl", ""}, {"en", ""}}}};
  CHECK(title_in(large, english).size() < 60);
  CHECK(whole_title(large, english).size() == 10240);
}

TEST_CASE("a band without edges is its middle") {
  CHECK(!band_in(nullptr));
  const auto band = band_in(Json{{"median", 3.0}, {"low", nullptr}, {"high", nullptr}, {"mean", 4.0}});
  REQUIRE(band);
  CHECK(band->low == 3.0);
  CHECK(band->high == 3.0);
  CHECK(band->mean == 4.0);
}

TEST_CASE("measures, the null alternative and differences are found") {
  const Json results = results_of(sample_comparison(5));
  CHECK(null_place(results) == 0);
  CHECK(measure_in(results["scenarios"][2], "jobs") != nullptr);
  CHECK(measure_in(results["scenarios"][2], "other") == nullptr);
  CHECK(has_differences(results));
  CHECK(last_year(results) == 2036);
  CHECK(banded(results));
  auto alone = sample_comparison(1);
  alone.null_alternative = -1;
  CHECK(!null_place(results_of(alone)));
  CHECK(!has_differences(results_of(alone)));
  CHECK(!banded(results_of(alone)));
}
