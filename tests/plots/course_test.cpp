#include "plots/course.hpp"

#include "tests/plots/sample_results.hpp"

using namespace banenplan;
using namespace banenplan::plots;
using Catch::Matchers::Contains;

TEST_CASE("a course has a row a year and a column a scenario, and each cell says what it holds") {
  const Words words{Language::dutch};
  const Json results = results_of(sample_comparison(20, 3));
  const std::string html = course_table(results, {"net_cost", "difference", "thousands", "Kosten"}, words);
  CHECK_THAT(html, Contains("<tr data-year=\"2027\">") && Contains("<tr data-year=\"2029\">") && !Contains("2030"));
  CHECK_THAT(html, !Contains("data-scenario=\"0\"") && Contains("data-scenario=\"3\""));
  const auto band = band_in(measure_in(results["scenarios"][1], "net_cost")->at("years")[0]["difference"]);
  CHECK_THAT(html, Contains(words.number(band->median / 1000)));
  CHECK_THAT(html, Contains("data-measure=\"net_cost\" data-which=\"difference\" data-form=\"thousands\""));
  CHECK(has_course(results, "net_cost", "difference"));
  CHECK(!has_course(results, "other"));
  CHECK(course_table(results, {"other", "value", "whole", ""}, words).empty());
}

TEST_CASE("a band is written in its form") {
  const Words words{Language::dutch};
  CHECK(in_form(Band{1500, 500, 2500, 1600}, "whole", true, words) == "1.500 (500–2.500)");
  CHECK(in_form(Band{15000, -5000, 25000, 1600}, "thousands", true, words) == "15 (-5 tot 25)");
  CHECK(in_form(Band{1500, 500, 2500, 1600}, "whole", false, words) == "1.500");
  CHECK(in_form(std::nullopt, "whole", true, words) == "–");
}
