#include "app/story.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <sstream>

#include "plots/json.hpp"

using namespace banenplan::app;
using banenplan::plots::Json;

namespace {

struct Answer {
  ExitCode code;
  std::string out, error;
};

Answer answer(const StoryRequest& request) {
  std::ostringstream out, error;
  const ExitCode code = story(request, out, error);
  return {code, out.str(), error.str()};
}

StoryRequest asked() {
  StoryRequest request;
  request.scenario = "boven-formatie";
  request.municipality = "klein";
  request.replication = 17;
  request.language = banenplan::plots::Language::english;
  return request;
}

}  // namespace

TEST_CASE("a person's story, and what was refused, each the same every time") {
  StoryRequest request = asked();
  request.person = 42;
  const Answer life = answer(request);
  CHECK(life.code == ExitCode::done);
  CHECK(life.out.find("Person 42 in replication 17 (seed 1)") == 0);
  CHECK(life.error.empty());
  CHECK(answer(request).out == life.out);
  request.seed = 2;
  CHECK(answer(request).out != life.out);
  request = asked();
  request.why_refused = true;
  request.overrides = {"funds.centrale_pot.filled_by.share=0.2%"};
  const Answer refused = answer(request);
  CHECK(refused.code == ExitCode::done);
  CHECK(refused.out.find("Refused for want of money: ") != std::string::npos);
}

TEST_CASE("a story in JSON is one object, with the balances that add up to nothing") {
  StoryRequest request = asked();
  request.json = true;
  request.person = 42;
  const Json life = Json::parse(answer(request).out);
  CHECK(life["command"] == "story");
  CHECK(life["scenario"] == "boven-formatie");
  CHECK(life["municipality"] == "klein");
  CHECK(life["replication"] == 17);
  CHECK(life["person"] == 42);
  CHECK_FALSE(life["stays"].empty());
  REQUIRE_FALSE(life["flows"].empty());
  double sum = 0.0;
  for (const Json& one : life["balances"]) sum += one["euro"].get<double>();
  CHECK(std::fabs(sum) < 0.005);
  request = asked();
  request.json = true;
  request.why_refused = true;
  request.overrides = {"funds.centrale_pot.filled_by.share=0.2%"};
  const Json refused = Json::parse(answer(request).out);
  CHECK_FALSE(refused.contains("person"));
  REQUIRE_FALSE(refused["refusals"].empty());
  CHECK(refused["refusals"][0]["there"] < refused["refusals"][0]["needed"]);
}

TEST_CASE("a story that cannot be told is one line and exit 2") {
  std::vector<StoryRequest> requests(5, asked());
  requests[1].person = 1'000'000;
  requests[2].person = 1;
  requests[2].why_refused = true;
  requests[3].person = 1;
  requests[3].municipality = "stedendriehoek";
  requests[4].person = 1;
  requests[4].scenario = "boven-formaties";
  for (const StoryRequest& request : requests) {
    const Answer result = answer(request);
    INFO(result.error);
    CHECK(result.code == ExitCode::request_is_wrong);
    CHECK(result.out.empty());
    CHECK(std::count(result.error.begin(), result.error.end(), '\n') == 1);
  }
}
