#include "plots/workbook.hpp"

#include <catch2/catch.hpp>

#include "tests/plots/office.hpp"
#include "tests/plots/sample_comparison.hpp"
#include "tests/plots/small_simulation.hpp"

using namespace banenplan::plots;

namespace {

std::string saved(const banenplan::models::Comparison& comparison, const std::filesystem::path& path,
                  Language language) {
  REQUIRE(save_workbook(comparison, summary_of(comparison), Words{language}, path));
  return text_of(path);
}

}  // namespace

TEST_CASE("the same comparison gives the same workbook, byte by byte; another language another one") {
  const Place place;
  const auto comparison = small_simulation({"nulalternatief", "boven-formatie"}, 5);
  const std::string first = saved(comparison, place.path / "a.xlsx", Language::dutch);
  CHECK(first.starts_with("PK"));
  CHECK(first == saved(comparison, place.path / "b.xlsx", Language::dutch));
  CHECK(first != saved(comparison, place.path / "c.xlsx", Language::english));
}

TEST_CASE("a comparison without a valuation, and one replication, give a workbook as well") {
  const Place place;
  CHECK(saved(sample_comparison(20), place.path / "a.xlsx", Language::dutch).starts_with("PK"));
  CHECK(saved(sample_comparison(1), place.path / "b.xlsx", Language::english).starts_with("PK"));
}
