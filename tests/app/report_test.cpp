#include "app/report.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fmt/format.h>
#include <sstream>

#include "app/compare.hpp"
#include "plots/results.hpp"
#include "tests/place.hpp"

using namespace banenplan;
using namespace banenplan::app;
using banenplan::test::Place;
using banenplan::test::text_of;
using Catch::Matchers::Contains;
namespace fs = std::filesystem;

namespace {

struct Answer {
  ExitCode code;
  std::string out, error;
};

Answer answer(const ReportRequest& request) {
  std::ostringstream out, error;
  const ExitCode code = report(request, out, error);
  return {code, out.str(), error.str()};
}

// A folder as compare leaves it.
fs::path compared(const Place& place, plots::Language language = plots::Language::dutch) {
  CompareRequest request;
  request.scenarios = {"trainees"};
  request.municipality = "klein";
  request.replications = 8;
  request.quiet = true;
  request.language = language;
  request.out = (place / (language == plots::Language::dutch ? "nl" : "en")).string();
  std::ostringstream out, error;
  REQUIRE(compare(request, out, error) == ExitCode::done);
  return request.out;
}

void put(const fs::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

// One line that says why, and the folder as it was.
void check_refused(const ReportRequest& request, const std::string& why) {
  const Answer refused = answer(request);
  CHECK(refused.code == ExitCode::request_is_wrong);
  CHECK_THAT(refused.error, Contains(why));
  CHECK(refused.error.find('\n') == refused.error.size() - 1);
  CHECK(refused.out.empty());
}

}  // namespace

TEST_CASE("the page made again is the page, to the byte, and so is its folder") {
  const Place place;
  const fs::path folder = compared(place);
  const std::string page = text_of(folder / "report.html");
  const std::string manifest = text_of(folder / "manifest.json");
  const std::string workbook = text_of(folder / "results.xlsx");
  REQUIRE(answer({folder.string(), plots::Language::dutch, ""}).code == ExitCode::done);
  CHECK(text_of(folder / "report.html") == page);
  CHECK(text_of(folder / "manifest.json") == manifest);
  CHECK(text_of(folder / "results.xlsx") == workbook);
}

TEST_CASE("another language gives the page that compare makes in it, and the manifest knows") {
  const Place place;
  const fs::path dutch = compared(place);
  const fs::path english = compared(place, plots::Language::english);
  REQUIRE(answer({dutch.string(), plots::Language::english, ""}).code == ExitCode::done);
  CHECK(text_of(dutch / "report.html") == text_of(english / "report.html"));
  CHECK(answer({dutch.string(), plots::Language::dutch, ""}).code == ExitCode::done);
}

TEST_CASE("a theme stands in the page") {
  const Place place;
  const fs::path folder = compared(place);
  put(place / "noord.css", ".noord-theme { --utrecht-link-color: #005500; }");
  REQUIRE(answer({folder.string(), plots::Language::dutch, (place / "noord.css").string()}).code == ExitCode::done);
  CHECK_THAT(text_of(folder / "report.html"), Contains("--utrecht-link-color: #005500;"));
  put(place / "page.css", "</style><script>");
  check_refused({folder.string(), plots::Language::dutch, (place / "page.css").string()}, "geen CSS");
  check_refused({folder.string(), plots::Language::dutch, (place / "none.css").string()}, "niet te lezen");
}

TEST_CASE("results that are missing, foreign, newer or damaged are refused") {
  const Place place;
  const ReportRequest request{(place / "x").string(), plots::Language::dutch, ""};
  check_refused(request, "niet te lezen");
  fs::create_directory(place / "x");
  check_refused(request, "niet te lezen");
  const std::string damaged = fmt::format(R"({{"format": {}, "scenarios": []}})", plots::results_format);
  for (const auto& [text, why] : {std::pair<std::string, const char*>{"{", "geen JSON"},
                                  {"{}", "niet van `banenplan compare`"},
                                  {R"({"format": 1, "scenarios": []})", "oudere versie"},
                                  {R"({"format": 99, "scenarios": []})", "nieuwere versie"},
                                  {damaged, "beschadigd"}}) {
    put(place / "x" / "results.json", text);
    check_refused(request, why);
  }
}

TEST_CASE("a folder that was changed by hand is left alone") {
  const Place place;
  const fs::path folder = compared(place);
  put(folder / "report.html", "mine");
  check_refused({folder.string(), plots::Language::dutch, ""}, "veranderd");
  CHECK(text_of(folder / "report.html") == "mine");
}
