#include "app/check.hpp"

#include <catch2/catch.hpp>
#include <sstream>

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
