#include "app/check.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "plots/json.hpp"

using namespace banenplan::app;

TEST_CASE("the kind of a file follows from what it says") {
  CHECK(kind_of_file("boven-formatie") == FileKind::scenario);
  CHECK(kind_of_file("scenarios/nulalternatief.yaml") == FileKind::scenario);
  CHECK(kind_of_file("scenarios/municipalities/klein.yaml") == FileKind::municipality);
  CHECK(kind_of_file("tests/published/five_state.yaml") == FileKind::model);
  CHECK(kind_of_file("no-such-file.yaml") == FileKind::unknown);
}

TEST_CASE("what is right is said on one stream, what is wrong on the other") {
  std::ostringstream out, error;
  CHECK(check({{"trainees", "scenarios/municipalities/groot.yaml", "tests/published/sick_sicker.yaml"}}, out,
              error) == ExitCode::done);
  CHECK(error.str().empty());
  CHECK(out.str() == "trainees: ok\nscenarios/municipalities/groot.yaml: ok\ntests/published/sick_sicker.yaml: ok\n");
  CHECK(check({{"no-such-file.yaml"}}, out, error) == ExitCode::request_is_wrong);
  CHECK_FALSE(error.str().empty());
}

TEST_CASE("in JSON all files stand in one object, right or wrong") {
  std::ostringstream out, error;
  CHECK(check({{"trainees", "no-such-file.yaml"}, true}, out, error) == ExitCode::request_is_wrong);
  CHECK(error.str().empty());
  const auto json = banenplan::plots::Json::parse(out.str());
  REQUIRE(json["files"].size() == 2);
  CHECK(json["files"][0] ==
        banenplan::plots::Json::parse(R"({"file": "trainees", "ok": true, "errors": [], "warnings": []})"));
  CHECK(json["files"][1]["ok"] == false);
  CHECK(json["files"][1]["errors"].size() == 1);
}
