#include "app/compare.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <sstream>

#include "tests/app/place.hpp"

using namespace banenplan::app;
using test::Place;
using test::text_of;
namespace fs = std::filesystem;

namespace {

CompareRequest small(const fs::path& out) {
  CompareRequest request;
  request.municipality = "klein";
  request.replications = 12;
  request.out = out.string();
  return request;
}

struct Answer {
  ExitCode code;
  std::string out, error;
};

Answer answer(const CompareRequest& request) {
  std::ostringstream out, error;
  const ExitCode code = compare(request, out, error);
  return {code, out.str(), error.str()};
}

}  // namespace

TEST_CASE("the same seed gives the same bytes with 1, 2 and 7 threads, another seed others") {
  const Place scratch;
  std::string expected;
  for (const int threads : {1, 2, 7}) {
    CompareRequest request = small(scratch / ("threads_" + std::to_string(threads)));
    request.threads = threads;
    REQUIRE(answer(request).code == ExitCode::done);
    const std::string found = text_of(fs::path(request.out) / "results.json");
    REQUIRE(found.size() > 1000);
    if (expected.empty()) expected = found;
    CHECK(found == expected);
  }
  CompareRequest request = small(scratch / "seed");
  request.seed = 2;
  REQUIRE(answer(request).code == ExitCode::done);
  CHECK(text_of(fs::path(request.out) / "results.json") != expected);
}

TEST_CASE("a scenario by name gets the null alternative beside it, on the municipality asked for") {
  const Place scratch;
  CompareRequest request = small(scratch / "out");
  request.scenarios = {"trainees"};
  request.json = true;
  const Answer result = answer(request);
  REQUIRE(result.code == ExitCode::done);
  CHECK(result.out.front() == '{');
  CHECK(result.out == text_of(scratch / "out/results.json"));
  CHECK(result.out.find("\"null_alternative\": \"nulalternatief\"") != std::string::npos);
  CHECK(result.out.find("\"inhabitants\": 60000") != std::string::npos);
  for (const char* file : {"out/report.html", "out/manifest.json", "out/tables/per_jaar.csv"}) {
    CHECK(fs::file_size(scratch / file) > 100);
  }
}

TEST_CASE("a file of a municipality in the place of scenarios says where the four are tried") {
  const Place scratch;
  CompareRequest request = small(scratch / "named");
  request.json = true;
  const Answer named = answer(request);
  request.municipality.clear();
  request.scenarios = {"scenarios/municipalities/klein.yaml"};
  request.out = (scratch / "as_file").string();
  const Answer as_file = answer(request);
  REQUIRE(named.code == ExitCode::done);
  REQUIRE(as_file.code == ExitCode::done);
  CHECK(as_file.out == named.out);
  request.municipality = "groot";
  CHECK(answer(request).code == ExitCode::request_is_wrong);
}

TEST_CASE("a wrong request is one line and writes nothing") {
  struct Row {
    std::vector<std::string> scenarios, overrides;
    std::string municipality, line;
  };
  const Row rows[] = {
      {{"trainees"}, {"matching.strenght=strong"}, "klein", "matching.strenght"},
      {{"trainees"}, {"openings.trainee_pool.places=-1"}, "klein", "openings.trainee_pool.places"},
      {{"trainees"}, {}, "reusachtig", "reusachtig"},
      {{"trainee"}, {}, "klein", "trainee"},
      {{"trainees", "boven-formatie"}, {"fundz.pot.share=1%"}, "klein", "none of the scenarios has this section"},
  };
  for (const Row& row : rows) {
    const Place scratch;
    CompareRequest request = small(scratch / "out");
    request.scenarios = row.scenarios;
    request.overrides = row.overrides;
    request.municipality = row.municipality;
    const Answer result = answer(request);
    INFO(result.error);
    CHECK(result.code == ExitCode::request_is_wrong);
    CHECK(std::count(result.error.begin(), result.error.end(), '\n') == 1);
    CHECK(result.error.find(row.line) != std::string::npos);
    CHECK(result.out.empty());
    CHECK_FALSE(fs::exists(scratch / "out"));
  }
}

TEST_CASE("what is set goes to the scenarios that have its section") {
  const Place scratch;
  CompareRequest request = small(scratch / "out");
  request.json = true;
  request.overrides = {"funds.centrale_pot.filled_by.share=0.3%"};
  const Answer result = answer(request);
  INFO(result.error);
  REQUIRE(result.code == ExitCode::done);
  const std::string set = "\"funds.centrale_pot.filled_by.share=0.3%\"";
  const auto first = result.out.find(set);
  REQUIRE(first != std::string::npos);
  CHECK(result.out.find(set, first + 1) == std::string::npos);
  CHECK(first > result.out.find("\"name\": \"boven-formatie\""));
  CHECK(first < result.out.find("\"name\": \"trainees\""));
}

TEST_CASE(
    "what is left of the ranking without assumed effects is said with the flag and without it, and is the same") {
  const Place scratch;
  std::string expected;
  for (const bool flag : {false, true}) {
    CompareRequest request = small(scratch / (flag ? "without" : "with"));
    request.quiet = false;
    request.json = false;
    request.without_assumed_effects = flag;
    const Answer result = answer(request);
    REQUIRE(result.code == ExitCode::done);
    const auto from = result.out.find("Zonder aangenomen effecten (graad A)");
    REQUIRE(from != std::string::npos);
    const std::string said = result.out.substr(from, result.out.find("\n\n", from) - from);
    if (expected.empty()) expected = said;
    CHECK(said == expected);
    CHECK(said.find("volgorde naar kosten") != std::string::npos);
  }
}
