#include "plots/figure.hpp"

#include <catch2/catch.hpp>

using namespace banenplan::plots;
using Catch::Matchers::Contains;

TEST_CASE("a figure is words, a place for its chart, and a table; all escaped") {
  const Words words{Language::dutch};
  const std::string html =
      figure_html({"fans", attribute("measure", "fund.\"x\">"), "a < b", "wat er staat", "<table></table>"}, words);
  CHECK_THAT(html, Contains("<figure class=\"figure\" data-chart=\"fans\" data-measure=\"fund.&quot;x&quot;&gt;\">"));
  CHECK_THAT(html, Contains(">a &lt; b</h3>") && Contains("<div class=\"plot\"></div>"));
  CHECK_THAT(html, Contains("<summary>Toon als tabel</summary><table></table>") ||
                       Contains("<summary>Toon als tabel</summary>\n<table></table>"));
}

TEST_CASE("a table of a scenario says whose it is") {
  CHECK_THAT(of_scenario(2, {"c", {{"a"}}, {{{"b"}}}}), Contains("<div data-scenario=\"2\">"));
}
