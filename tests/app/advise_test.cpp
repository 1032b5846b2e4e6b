#include "app/advise.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

#include "plots/json.hpp"

using namespace banenplan;

TEST_CASE("advice names a scenario and what is not known") {
  struct Row {
    const char* municipality;
    const char* scenario;
  };
  for (const Row& row :
       {Row{"klein", "trainees"}, Row{"middelgroot", "budgettair-neutraal"}, Row{"groot", "boven-formatie"}}) {
    std::ostringstream out, error;
    CHECK(app::advise({row.municipality, false, plots::Language::english}, out, error) == app::ExitCode::done);
    CAPTURE(out.str());
    CHECK(out.str().find(std::string("points to ") + row.scenario + ".") != std::string::npos);
    CHECK(out.str().find("fits on 2 of the 2 known points") != std::string::npos);
    CHECK(error.str().empty());
  }
}

TEST_CASE("advice in JSON says of each point which scenarios fit, and null where it is not stated") {
  std::ostringstream out, error;
  CHECK(app::advise({"klein", true}, out, error) == app::ExitCode::done);
  const auto json = plots::Json::parse(out.str());
  CHECK(json["command"] == "advise");
  CHECK(json["municipality"] == "klein");
  CHECK(json["best"] == plots::Json{"trainees"});
  CHECK(json["known"] == 2);
  CHECK(json["points"].size() == 11);  // of the confrontatiematrix
  const auto known = std::count_if(json["points"].begin(), json["points"].end(),
                                   [](const auto& point) { return point["fits"].is_array(); });
  CHECK(known == 2);
  CHECK(error.str().empty());
}

TEST_CASE("advice for a municipality that is not there is refused") {
  std::ostringstream out, error;
  CHECK(app::advise({"grot"}, out, error) == app::ExitCode::request_is_wrong);
  CHECK(out.str().empty());
  CHECK(error.str().find("did you mean \"groot\"?") != std::string::npos);
}
