#include "app/theme.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "tests/place.hpp"

using namespace banenplan::app;
using banenplan::plots::Language;
using banenplan::plots::Words;

TEST_CASE("without a name there is no theme, and a wrong one is told in a line") {
  const banenplan::test::Place place;
  const Words words{Language::dutch};
  std::ostringstream error;
  CHECK(read_theme("", words, error) == "");
  std::ofstream(place / "a.css") << ":root {}";
  CHECK(read_theme((place / "a.css").string(), words, error) == ":root {}");
  CHECK(error.str().empty());
  CHECK(!read_theme(place.path.string(), words, error));
  CHECK_THAT(error.str(), Catch::Matchers::Contains("--theme: "));
}
