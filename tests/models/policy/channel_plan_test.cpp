#include "models/policy/channel_plan.hpp"

#include "tests/models/switched.hpp"

using namespace banenplan::models;

namespace {

// One channel in a scenario without funds, so that money stops nobody.
Scenario with(const std::string& channel, const std::string& more = "period.years=10") {
  return shipped_scenario("nulalternatief", {"openings={" + channel + "}",
                                             "matching={strength: strong, groups: [participatiewet, wajong, wsw], "
                                             "stop_at_quotum: false}",
                                             "route=[proefplaatsing, jaarcontract, jaarcontract, vast]",
                                             "guidance={jobcoach: {year_1: middle}}", more});
}

const std::string terms = "hours: [24, 32], stays_open: 6";

std::string refusal(const std::string& channel) {
  Problems problems;
  const auto tree = read_text("openings: {" + channel + "}\n", "a.yaml", problems);
  REQUIRE(tree);
  const Section section(*tree, problems);
  read_channels(section.section("openings"));
  const auto lines = problems.error_lines();
  return lines.empty() ? "" : lines.front().substr(lines.front().find("openings."));
}

}  // namespace

TEST_CASE("a channel that is switched on, or offers more, moves the result its own way") {
  struct Row {
    std::string less;
    std::string more;
    const char* key;
  };
  const std::string group = "detachering: {per_year: 4, group_size: 8, " + terms;
  const Row rows[] = {
      {"functiecreatie: {per_department_per_year: 0, " + terms + "}",
       "functiecreatie: {per_department_per_year: 1, " + terms + "}", "placements"},
      {"job_carving: {per_department_per_year: 0, " + terms + "}",
       "job_carving: {per_department_per_year: 1, " + terms + "}", "placements"},
      {"trainee_pool: {places: 2, route: [trainee, vast], " + terms + "}",
       "trainee_pool: {places: 12, route: [trainee, vast], " + terms + "}", "placements"},
      {"open_vacancy: {" + terms + "}",
       "open_vacancy: {" + terms + "}, retirement: {overlap_months: 3, " + terms + "}", "placements"},
      {"retirement: {overlap_months: 0, " + terms + "}", "retirement: {overlap_months: 9, " + terms + "}",
       "net_cost"},
      {"detachering: {per_year: 0, " + terms + "}", "detachering: {per_year: 4, " + terms + "}", "placements"},
      {"detachering: {per_year: 4, " + terms + "}", group + "}", "placements"},
      {group + "}", group + ", coordinator_fte: 0.5}", "guidance"},
      {group + "}", group + ", coordinator_fte: 0.5}", "lasting_placements"},
      {"leerwerkplek: {per_year: 0, route: [leerwerkplek, vast], " + terms + "}",
       "leerwerkplek: {per_year: 12, route: [leerwerkplek, vast], " + terms + "}", "jobs"},
      {"beschut_werk: {places: 1, " + terms + "}", "beschut_werk: {places: 12, " + terms + "}", "all_at_work"},
      {"beschut_werk: {places: 1, " + terms + "}", "beschut_werk: {places: 12, " + terms + "}", "guidance"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.more, row.key);
    CHECK(total(with(row.less), row.key) < total(with(row.more), row.key));
  }
}

TEST_CASE("beschut werk counts for no quotum, and goes on when it is reached") {
  const std::string sheltered = "beschut_werk: {places: 12, " + terms + "}";
  CHECK(total(with(sheltered), "jobs") == 0.0);
  const auto placed = [&](const char* stop) {
    return total(with(sheltered, std::string("matching.stop_at_quotum=") + stop), "placements");
  };
  REQUIRE(placed("false") > 10.0);
  CHECK(placed("true") == placed("false"));
}

TEST_CASE("a secondment costs more than a job of one's own by the fee of the lender") {
  const std::string seconded = "detachering: {per_year: 4, " + terms + "}";
  CHECK(total(with(seconded, "assumptions.secondment_fee=20%"), "net_cost") >
        total(with(seconded, "assumptions.secondment_fee=5%"), "net_cost"));
}

TEST_CASE("a channel that is written wrongly is refused in a line") {
  struct Row {
    std::string channel;
    const char* line;
  };
  const Row rows[] = {
      {"detachering: {per_year: 2, group_size: 3, " + terms + "}",
       "openings.detachering.group_size: found a group of 3; people are seconded one by one (1) or in a group of 5 "
       "to "
       "10"},
      {"detachering: {per_year: 2, coordinator_fte: 1, " + terms + "}",
       "openings.detachering.coordinator_fte: found a coordinator without a group; a `group_size` of 5 to 10; one by "
       "one people have a jobcoach"},
      {"job_carving: {per_department_per_year: 1, from_scale: 1, to_scale: 3, stays_open: 6}",
       "openings.job_carving.from_scale: found a scale that is not higher than the one it pays for; hours of a high "
       "scale free the budget for a job in a lower one, as from_scale: 8, to_scale: 1"},
      {"job_carving: {per_department_per_year: 1, from_scale: 8, " + terms + "}",
       "openings.job_carving.hours: found hours beside from_scale; one of the two: the hours that are freed follow "
       "from "
       "the scales; hours of an extended scenario are taken away as `hours: ~`"},
      {"job_carving: {per_department_per_year: 1, from_scale: 10, stays_open: 6}",
       "openings.job_carving.from_scale: found \"10\"; allowed is a, 1, 2, 3, 4, 5, 6, 7 or 8; did you mean \"1\"?"},
  };
  for (const Row& row : rows) CHECK(refusal(row.channel) == row.line);
}

TEST_CASE("a channel on a way that is not its own is refused in a line") {
  struct Row {
    const char* assignment;
    const char* line;
  };
  const Row rows[] = {
      {"openings.trainee_pool={places: 6, hours: 24, stays_open: 6}",
       "--set: route: found no trainee for the trainee_pool; a route with trainee, as [trainee, vast]"},
      {"openings.functiecreatie.route=[trainee, vast]",
       "--set: openings.functiecreatie: found a way through trainee; only a trainee_pool has trainees; give "
       "functiecreatie a `route` of its own, as [proefplaatsing, jaarcontract, vast]"},
      {"openings.leerwerkplek={per_year: 2, hours: 24, stays_open: 6}",
       "--set: openings.leerwerkplek: found a way without leerwerkplek; a `route` of its "
       "own, as [leerwerkplek, jaarcontract, vast]"},
      {"openings.functiecreatie.route=[beschut]",
       "--set: openings.functiecreatie: found a way into beschut werk; the channel beschut_werk has `route: "
       "[beschut]`, and no other channel has"},
  };
  for (const Row& row : rows) {
    const auto lines = refusals({"boven-formatie", {row.assignment}, std::nullopt, false});
    REQUIRE(lines.size() == 1);
    CHECK_THAT(lines.front(), Catch::EndsWith(std::string(row.line).substr(std::string("--set: ").size())));
  }
}

TEST_CASE("regular employers open places by sector, which count for no quotum") {
  const std::vector<std::string> sectors = {"municipality=klein",
                                            "openings={regular_employers: {per_1000_people: 20, sectors: {zorg: 75%, "
                                            "techniek: 25%}, hours: 24, stays_open: 6}}",
                                            "matching={strength: strong, groups: [participatiewet, wajong]}"};
  const Scenario opened = shipped_scenario("nulalternatief", sectors);
  const double placed = total(opened, "placed_elsewhere");
  // 882 people, 20 places a year for 1,000 of them, over ten years; some find nobody.
  CHECK(placed > 0.6 * 176);
  CHECK(placed < 1.1 * 176);
  CHECK(total(opened, "placed_elsewhere.zorg") > 2.0 * total(opened, "placed_elsewhere.techniek"));
  CHECK(total(opened, "placed_elsewhere.zorg") + total(opened, "placed_elsewhere.techniek") == Approx(placed));
  CHECK(total(opened, "jobs") == 0.0);
  CHECK(total(opened, "jobs_elsewhere") >
        total(shipped_scenario("nulalternatief", {"municipality=klein"}), "jobs_elsewhere"));
}
