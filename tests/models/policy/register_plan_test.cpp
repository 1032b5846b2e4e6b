#include "models/policy/register_plan.hpp"

#include "tests/models/switched.hpp"

using namespace banenplan::models;

namespace {

double with(const char* scenario, const std::vector<std::string>& overrides, const char* key) {
  return total(shipped_scenario(scenario, overrides), key);
}

}  // namespace

TEST_CASE("an element of the register that is switched on moves the result its own way") {
  struct Row {
    const char* scenario;
    const char* element;
    const char* key;
    double direction;
    const char* why;
  };
  const Row rows[] = {
      {"nulalternatief", "register.loonwaarde_grows", "production", 1.0, "who works does more"},
      {"nulalternatief", "register.loonwaarde_grows", "lks", -1.0, "the gap is smaller when it is measured anew"},
      {"boven-formatie", "register.loonwaarde_grows", "production", 1.0, "also with the municipality"},
      {"boven-formatie", "register.tail", "jobs", 1.0, "who has left still counts"},
      {"boven-formatie", "register.tail", "people_at_work", 1.0, "who has left still counts"},
      {"nulalternatief", "register.tail", "all_at_work", 1.0, "who has left still counts"},
      {"nulalternatief", "register.school_leavers", "benefits", -1.0, "most have none"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.scenario, row.element, row.key, row.why);
    const std::vector<std::string> free = {"matching.stop_at_quotum=false", "funds={}"};
    std::vector<std::string> off = row.scenario == std::string("nulalternatief") ? std::vector<std::string>{} : free;
    std::vector<std::string> on = off;
    on.push_back(std::string(row.element) + "=true");
    off.push_back(std::string(row.element) + "=false");
    CHECK((with(row.scenario, on, row.key) - with(row.scenario, off, row.key)) * row.direction > 0.0);
  }
}

TEST_CASE("growth of loonwaarde that is nil changes nothing, and is among the effects of grade A") {
  const std::string grows = "register.loonwaarde_grows=true";
  CHECK(with("nulalternatief", {grows, "assumptions={loonwaarde_growth: 0}"}, "lks") ==
        with("nulalternatief", {}, "lks"));
  Assumptions assumptions;
  assumptions.without_assumed_effects();
  CHECK(assumptions[assumptions.find("loonwaarde_growth")].spread.high == 0.0);
  CHECK(with("nulalternatief", {grows, "assumptions={loonwaarde_growth: 1.5}"}, "lks") <
        with("nulalternatief", {grows, "assumptions={loonwaarde_growth: 0.5}"}, "lks"));
}

TEST_CASE("the more leave for the labour market and not for age, the more go on counting") {
  const std::string tail = "register.tail=true";
  CHECK(with("nulalternatief", {tail, "assumptions={leaves_target_group: 0%}"}, "all_at_work") ==
        with("nulalternatief", {}, "all_at_work"));
  CHECK(with("nulalternatief", {tail, "assumptions={leaves_target_group: 30%}"}, "all_at_work") <
        with("nulalternatief", {tail, "assumptions={leaves_target_group: 70%}"}, "all_at_work"));
}

TEST_CASE("what moves with school leavers") {
  const auto school = [](const std::string& assumption, const char* key) {
    return with("nulalternatief", {"register.school_leavers=true", "assumptions={" + assumption + "}"}, key);
  };
  CHECK(school("school_leavers: 20%", "benefits") > school("school_leavers: 60%", "benefits"));
  CHECK(school("school_leavers_with_benefit: 10%", "benefits") <
        school("school_leavers_with_benefit: 90%", "benefits"));
  CHECK(school("school_leavers_working: 10%", "all_at_work") < school("school_leavers_working: 90%", "all_at_work"));
  // The subsidy follows the youth wage.
  CHECK(school("school_leavers_age_lowest: 16, school_leavers_age_highest: 17", "lks") <
        school("school_leavers_age_lowest: 22, school_leavers_age_highest: 23", "lks"));
}

TEST_CASE("elements of the register are true or false") {
  const auto lines = refusals({"nulalternatief", {"register={tail: yes, tial: true}"}, std::nullopt, false});
  REQUIRE(lines.size() == 2);
  CHECK_THAT(lines[0], Catch::Contains("register.tail: found \"yes\""));
  CHECK_THAT(lines[1], Catch::Contains("register.tial: found a key that is not known here; did you mean \"tail\"?"));
}
