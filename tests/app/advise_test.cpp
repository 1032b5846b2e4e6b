#include "app/advise.hpp"

#include <catch2/catch.hpp>
#include <sstream>

using namespace banenplan;

TEST_CASE("advice names a scenario and what is not known") {
  struct Row {
    const char* municipality;
    const char* scenario;
  };
  for (const Row& row :
       {Row{"klein", "trainees"}, Row{"middelgroot", "budgettair-neutraal"}, Row{"groot", "boven-formatie"}}) {
    std::ostringstream out, error;
    CHECK(app::advise({row.municipality, plots::Language::english}, out, error) == app::ExitCode::done);
    CAPTURE(out.str());
    CHECK(out.str().find(std::string("points to ") + row.scenario + ".") != std::string::npos);
    CHECK(out.str().find("fits on 2 of the 2 known points") != std::string::npos);
    CHECK(error.str().empty());
  }
}

TEST_CASE("advice for a municipality that is not there is refused") {
  std::ostringstream out, error;
  CHECK(app::advise({"grot", plots::Language::dutch}, out, error) == app::ExitCode::request_is_wrong);
  CHECK(out.str().empty());
  CHECK(error.str().find("did you mean \"groot\"?") != std::string::npos);
}
