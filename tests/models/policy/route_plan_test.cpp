#include "models/policy/route_plan.hpp"

#include "tests/models/switched.hpp"

using namespace banenplan::models;

namespace {

// The sentence after the position, empty when the route is fine.
std::string refusal(const std::string& route) {
  Problems problems;
  const auto tree = read_text("route: " + route + "\n", "a.yaml", problems);
  REQUIRE(tree);
  const Section section(*tree, problems);
  read_route(section);
  const auto lines = problems.error_lines();
  return lines.empty() ? "" : lines.front().substr(lines.front().find("route: ") + 7);
}

}  // namespace

TEST_CASE("a route that makes sense is read, another is refused in a sentence") {
  struct Row {
    const char* route;
    const char* refusal;
  };
  const Row rows[] = {
      {"[leerwerkplek, proefplaatsing, jaarcontract, vast]", ""},
      {"[beschut]", ""},
      {"[trainee]", ""},
      {"[leerwerkplek]",
       "found a leerwerkplek that no job follows; leerwerkplek, then jaarcontract, trainee, vast or elders"},
      {"[proefplaatsing, leerwerkplek, vast]",
       "found stages that go back; leerwerkplek, proefplaatsing, jaarcontract, trainee and vast in this order"},
      {"[jaarcontract, beschut]",
       "found beschut beside other stages; beschut werk is a job of its own that lasts; a channel can have it as its "
       "`route: [beschut]`"},
      {"[leerwerkplek, leerwerkplek, vast]", "found a stage twice; each stage once, jaarcontract twice"},
  };
  for (const Row& row : rows) CHECK(refusal(row.route) == row.refusal);
}

TEST_CASE("functiecreatie stays functiecreatie beside a trainee pool with a route of its own") {
  const std::string pool =
      "openings.trainee_pool={places: 6, intake_every: 12, hours: [24, 32], stays_open: 6, "
      "route: [trainee, vast]}";
  const std::string first = "route=[jaarcontract]";
  const Scenario alone = shipped_scenario("boven-formatie", {"matching.stop_at_quotum=false", first});
  const Scenario mixed = shipped_scenario("boven-formatie", {"matching.stop_at_quotum=false", first, pool});
  CHECK(total(mixed, "placements") > total(alone, "placements"));
  // Who is not a trainee has a contract of a year, and then none: the pool alone leads to lasting jobs.
  CHECK(total(mixed, "jobs") > total(alone, "jobs"));
}

TEST_CASE("longer on a learning place, later in a job") {
  const auto weeks = [](const char* count) {
    return total(
        shipped_scenario("boven-formatie", {"matching.stop_at_quotum=false", std::string("learning_weeks=") + count,
                                            "openings={leerwerkplek: {per_year: 12, hours: [24, 32], stays_open: 6}}",
                                            "route=[leerwerkplek, jaarcontract, vast]"}),
        "jobs");
  };
  CHECK(weeks("26") < weeks("4"));
}
