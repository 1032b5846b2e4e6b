#include "app/output.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "tests/place.hpp"
#include "tests/plots/sample_comparison.hpp"

using namespace banenplan;
using namespace banenplan::app;
using banenplan::test::Place;
namespace fs = std::filesystem;

namespace {

FolderStatus write(const models::Comparison& comparison, const fs::path& target,
                   plots::Language language = plots::Language::dutch) {
  const plots::Summary summary = plots::summary_of(comparison);
  return write_results(comparison, summary, written_results(comparison, summary), target, plots::Words{language});
}

std::map<std::string, std::string> files_in(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    files[entry.path().lexically_relative(folder).string()] = {std::istreambuf_iterator<char>(file), {}};
  }
  return files;
}

}  // namespace

TEST_CASE("a comparison leaves the report, the results and the tables") {
  const Place place;
  REQUIRE(write(plots::sample_comparison(20), place.path / "out").done());
  const auto files = files_in(place.path / "out");
  for (const char* name : {"report.html", "results.json", "tables/per_jaar.csv", "tables/totalen.csv",
                           "tables/fondsen.csv", "tables/aannames.csv"})
    CHECK(files.contains(name));
  CHECK(nlohmann::json::parse(files.at("results.json"))["replications"] == 20);
  CHECK(files.at("tables/totalen.csv").starts_with("scenario,measure,title,"));
}

TEST_CASE("the same comparison leaves the same bytes") {
  const Place place;
  REQUIRE(write(plots::sample_comparison(20), place.path / "one").done());
  REQUIRE(write(plots::sample_comparison(20), place.path / "two").done());
  CHECK(files_in(place.path / "one") == files_in(place.path / "two"));
}

TEST_CASE("results do not depend on the language, the report does") {
  const Place place;
  REQUIRE(write(plots::sample_comparison(5), place.path / "nl").done());
  REQUIRE(write(plots::sample_comparison(5), place.path / "en", plots::Language::english).done());
  const auto dutch = files_in(place.path / "nl");
  const auto english = files_in(place.path / "en");
  CHECK(dutch.at("results.json") == english.at("results.json"));
  CHECK(dutch.at("report.html") != english.at("report.html"));
}

TEST_CASE("where nothing may be written, nothing is, and the status says why") {
  const Place place;
  fs::create_directory(place.path / "out");
  std::ofstream(place.path / "out" / "letter.txt") << "of someone else";
  const FolderStatus status = write(plots::sample_comparison(5), place.path / "out");
  CHECK(status.problem == FolderProblem::not_ours);
  CHECK(!status.sentence(plots::Language::dutch).empty());
  CHECK(files_in(place.path).size() == 1);
}
