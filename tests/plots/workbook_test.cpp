#include "plots/workbook.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <unistd.h>

#include "tests/plots/sample_comparison.hpp"
#include "tests/plots/small_simulation.hpp"

using namespace banenplan::plots;
namespace fs = std::filesystem;

namespace {

struct Place {
  fs::path path;
  Place() {
    std::string name = (fs::temp_directory_path() / "banenplan-workbook-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~Place() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
};

std::string saved(const banenplan::models::Comparison& comparison, const fs::path& path, Language language) {
  REQUIRE(save_workbook(comparison, summary_of(comparison), Words{language}, path));
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
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
