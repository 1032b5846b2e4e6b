#include "models/policy/people_table.hpp"

#include <fmt/format.h>
#include <rapidcheck/catch.h>

#include "models/policy/groups.hpp"
#include "tests/generators.hpp"
#include "tests/models/switched.hpp"

using namespace banenplan::models;
using banenplan::test::any_from;

namespace {

const std::string names = "group,loonwaarde,hours,age,household,distance";

std::vector<std::string> refusal(const std::string& text) {
  Problems problems;
  const auto csv = read_csv_text(text, "a.csv", problems);
  REQUIRE(csv);
  const auto people = people_of(*csv, problems);
  CHECK(people.has_value() == problems.error_lines().empty());
  return problems.error_lines();
}

// A municipality of its own table, in a folder.
Scenario with_table(const Folder& folder, const std::string& table,
                    const std::string& people = "people: mensen.csv") {
  folder.write("mensen.csv", table);
  const std::string file = folder.write("eigen.yaml",
                                        "municipality: eigen\ntitle: {nl: Eigen, en: Own}\ninhabitants: 100000\n"
                                        "quotum_jobs: 30\n" +
                                            people + "\n");
  Problems problems;
  const auto scenario = read_scenario({"nulalternatief", {}, file, false}, problems);
  CAPTURE(problems.error_lines());
  REQUIRE(scenario);
  return *scenario;
}

rc::Gen<std::optional<int>> maybe_from(int low, int high) {
  return rc::gen::map(rc::gen::pair(any_from(low, high), any_from(0, 3)), [](const auto& drawn) {
    return drawn.second == 0 ? std::nullopt : std::optional(drawn.first);
  });
}

// Somebody who may stand in a table.
RegisteredPerson any_person() {
  RegisteredPerson person;
  person.group = *any_from<std::size_t>(0, group_count - 1);
  person.loonwaarde = *maybe_from(0, 100);
  person.hours = *maybe_from(1, 60);
  person.age = *any_from(15, 67);
  person.distance = *maybe_from(0, 5);
  person.state = *rc::gen::element<std::string>("mover", "stayer", "regular_job", "dropped_out");
  person.months = *any_from(0, 600);
  const std::string_view group = group_names[person.group];
  if (group == "participatiewet") {
    person.household = *maybe_from(0, 1);
  } else if (group == "wajong" || group == "niet_uitkeringsgerechtigd") {
    person.household = *maybe_from(2, 2);
  } else {
    person.household = *maybe_from(0, 2);
  }
  return person;
}

std::string table(int rows, const std::string& row) {
  std::string text = names + ",state,months\n";
  for (int k = 0; k < rows; ++k) text += row + "\n";
  return text;
}

}  // namespace

TEST_CASE("a table of people is read, and what stands empty is left to be drawn") {
  Problems problems;
  const auto csv = read_csv_text(
      "age;group;loonwaarde;household;hours;distance;state;months\n"
      "34;participatiewet;57%;couple;28;4;regular_job;14\n"
      "19;niet_uitkeringsgerechtigd;;;;;mover;0\n",
      "a.csv", problems);
  REQUIRE(csv);
  const auto people = people_of(*csv, problems);
  REQUIRE(people);
  REQUIRE(people->size() == 2);
  const RegisteredPerson& first = people->front();
  CHECK(first.group == group_place("participatiewet"));
  CHECK(first.loonwaarde == 57);
  CHECK(first.hours == 28);
  CHECK(first.age == 34);
  CHECK(first.household == 1);
  CHECK(first.distance == 3);
  CHECK(first.state == "regular_job");
  CHECK(first.months == 14);
  const RegisteredPerson& second = people->back();
  CHECK(second.group == group_place("niet_uitkeringsgerechtigd"));
  for (const auto& level : {second.loonwaarde, second.hours, second.household, second.distance}) CHECK_FALSE(level);
}

TEST_CASE("any table of people is read as it was written, in each way in which a spreadsheet writes one") {
  std::size_t read = 0;
  rc::prop("written and read", [&] {
    std::vector<RegisteredPerson> people(*any_from<std::size_t>(1, 7));
    for (RegisteredPerson& person : people) person = any_person();
    const std::string separator = *rc::gen::element<std::string>(",", ";");
    const std::string quote = *rc::gen::element<std::string>("", "\"");
    const std::string line_end = *rc::gen::element<std::string>("\n", "\r\n");
    const std::string after_last = *rc::gen::element<std::string>("", line_end);
    const bool percent = *rc::gen::arbitrary<bool>();
    const auto known = *any_from<std::size_t>(6, 8);  // columns: without a state, without months, all
    std::vector<std::pair<int, std::size_t>> order;
    for (std::size_t c = 0; c < known; ++c) order.emplace_back(*any_from(0, 99), c);
    std::sort(order.begin(), order.end());

    const char* const columns[] = {"group", "loonwaarde", "hours", "age", "household", "distance", "state", "months"};
    std::string text = *rc::gen::element<std::string>("", "\xEF\xBB\xBF");
    const auto add_line = [&](const auto& field) {
      for (std::size_t k = 0; k < order.size(); ++k)
        text += (k > 0 ? separator : "") + quote + field(order[k].second) + quote;
    };
    add_line([&](std::size_t c) { return std::string(columns[c]); });
    const auto written = [](const std::optional<int>& number) { return number ? std::to_string(*number) : ""; };
    for (const RegisteredPerson& person : people) {
      const char* const households[] = {"single", "couple", "none"};
      const std::string fields[] = {std::string(group_names[person.group]),
                                    !person.loonwaarde ? ""
                                    : percent          ? fmt::format("{}%", *person.loonwaarde)
                                                       : fmt::format("{}", *person.loonwaarde / 100.0),
                                    written(person.hours),
                                    std::to_string(person.age),
                                    person.household ? households[*person.household] : "",
                                    person.distance ? std::to_string(*person.distance + 1) : "",
                                    person.state,
                                    std::to_string(person.months)};
      text += line_end;
      add_line([&](std::size_t c) { return fields[c]; });
    }
    text += after_last;

    Problems problems;
    const auto csv = read_csv_text(text, "a.csv", problems);
    RC_ASSERT(csv.has_value());
    const auto found = people_of(*csv, problems);
    RC_ASSERT(problems.error_lines() == std::vector<std::string>{});
    RC_ASSERT(found->size() == people.size());
    for (std::size_t n = 0; n < people.size(); ++n) {
      const RegisteredPerson& right = people[n];
      const RegisteredPerson& person = (*found)[n];
      RC_ASSERT(person.group == right.group);
      RC_ASSERT(person.loonwaarde == right.loonwaarde);
      RC_ASSERT(person.hours == right.hours);
      RC_ASSERT(person.age == right.age);
      RC_ASSERT(person.household == right.household);
      RC_ASSERT(person.distance == right.distance);
      RC_ASSERT(person.state == (known > 6 ? right.state : ""));
      RC_ASSERT(person.months == (known > 7 ? right.months : 0));
    }
    read += people.size();
  });
  CHECK(read > 1000);
}

TEST_CASE("what tells who somebody is is refused, and not repeated") {
  // 111222333 and 123456782 pass the eleven-test; they are the numbers of the examples of the tax authority.
  struct Row {
    std::string text;
    const char* line;
  };
  const Row rows[] = {
      {"bsn," + names + "\n1,wsw,50%,24,40,none,3\n",
       "a.csv:1:1: found a column of a burgerservicenummer; the tool needs none: take it out"},
      {"Burger-Service_Nummer," + names + "\n1,wsw,50%,24,40,none,3\n",
       "a.csv:1:1: found a column of a burgerservicenummer; the tool needs none: take it out"},
      {"nummer," + names + "\n111222333,wsw,50%,24,40,none,3\n123456782,wsw,50%,24,40,none,3\n",
       "a.csv:1:1: found a column of a burgerservicenummer; the tool needs none: take it out"},
      {names + "\n111222333,50%,24,40,none,3\n",
       "a.csv:1:1: found a column of a burgerservicenummer; the tool needs none: take it out"},
      {names + ",Achternaam\nwsw,50%,24,40,none,3,Jansen\n",
       "a.csv:1:47: found a column of names; the tool needs none: take it out"},
      {names + ",geboortedatum\nwsw,50%,24,40,none,3,x\n",
       "a.csv:1:47: found a column of dates of birth; the tool needs none: take it out"},
      {names + ",since\nwsw,50%,24,40,none,3,17-05-1990\n",
       "a.csv:1:47: found a column of dates, as of birth; the tool needs none: take it out"},
      {names + ",postcode\nwsw,50%,24,40,none,3,x\n",
       "a.csv:1:47: found a column of addresses; the tool needs none: take it out"},
      {names + "\nwsw,50%,24,40,none,3\nwsw,50%,24,41,none,3\nwsw,50%,24,111222333,none,3\n",
       "a.csv:4:12: age: found a number of nine digits; a whole number from 15 to 67"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CHECK(refusal(row.text) == std::vector<std::string>{row.line});
  }
}

TEST_CASE("the eleven-test") {
  struct Row {
    const char* text;
    bool passes;
  };
  // 9 x the first digit + 8 x the second + ... + 2 x the eighth - the ninth is a multiple of 11.
  const Row rows[] = {{"111222333", true},   {"123456782", true},  {"123456789", false},
                      {"111.222.333", true}, {"000000000", false}, {"12345672", true},
                      {"1234567", false},    {"57%", false},       {"", false}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(is_bsn(row.text) == row.passes);
  }
}

TEST_CASE("a value that is wrong is refused in a line, all of them at once") {
  const auto lines = refusal(names +
                             "\nwajon,57,24.5,14,none,3\nwajong,57.5%,0,40,single,7\n"
                             "participatiewet,101%,24,,none,3\n");
  const std::vector<std::string> expected = {
      R"(a.csv:2:1: group: found "wajon"; allowed is participatiewet, wajong, wsw, wiw_id or niet_uitkeringsgerechtigd; did you mean "wajong"?)",
      R"(a.csv:2:7: loonwaarde: found "57"; a whole percentage from 0% to 100%, as 57% or 0.57; did you mean "57%"?)",
      R"(a.csv:2:10: hours: found "24.5"; a whole number from 1 to 60)",
      R"(a.csv:2:15: age: found "14"; a whole number from 15 to 67)",
      R"(a.csv:3:8: loonwaarde: found "57.5%"; a whole percentage from 0% to 100%, as 57% or 0.57)",
      R"(a.csv:3:14: hours: found "0"; a whole number from 1 to 60)",
      R"(a.csv:3:26: distance: found "7"; a whole number from 1 to 6)",
      R"(a.csv:3:19: household: found "single"; none beside wajong, which has no benefit of the municipality)",
      R"(a.csv:4:17: loonwaarde: found "101%"; a whole percentage from 0% to 100%, as 57% or 0.57)",
      R"(a.csv:4:25: age: found nothing; a whole number from 15 to 67)",
      R"(a.csv:4:26: household: found "none"; single or couple; who has no benefit is niet_uitkeringsgerechtigd)"};
  for (const std::string& line : expected) {
    CAPTURE(line);
    CHECK(std::find(lines.begin(), lines.end(), line) != lines.end());
  }
  // Nothing is known of the household of a group that is not known.
  CHECK(lines.size() == expected.size() + 1);
  CHECK(
      refusal("group,lonwaarde,hours,age,household,distance\nwsw,50%,24,40,none,3\n") ==
      std::vector<std::string>{
          R"(a.csv:1:7: found the column "lonwaarde"; allowed is group, loonwaarde, hours, age, household, distance, state or months; did you mean "loonwaarde"?)",
          R"(a.csv:1:1: found no column "loonwaarde"; it is required)"});
}

TEST_CASE("the people of the table live, and nobody else is there at the start") {
  const Folder folder;
  const Scenario working = with_table(folder, table(200, "participatiewet,50%,30,40,single,4,regular_job,36"));
  CHECK(working.municipality.register_people == 200);
  const std::string nobody_comes = "assumptions={entrants_per_year: 0%}";
  const auto first_year = [&](const std::string& row, const char* key) {
    Problems problems;
    folder.write("mensen.csv", table(200, row));
    const auto scenario = read_scenario(
        {"nulalternatief", {nobody_comes, "period.years=1"}, (folder.path() / "eigen.yaml").string(), false},
        problems);
    REQUIRE(scenario);
    return total(*scenario, key);
  };
  const char* const at_work = "participatiewet,50%,30,40,single,4,regular_job,36";
  CHECK(first_year(at_work, "all_at_work") > 150);
  CHECK(first_year("participatiewet,50%,30,40,single,4,stayer,36", "all_at_work") < 50);
  // Each trait of the table moves the money that hangs on it.
  CHECK(first_year("participatiewet,30%,30,40,single,4,regular_job,36", "lks") > first_year(at_work, "lks"));
  CHECK(first_year("participatiewet,50%,20,40,single,4,regular_job,36", "lks") < first_year(at_work, "lks"));
  CHECK(first_year("participatiewet,50%,30,18,single,4,regular_job,36", "lks") < first_year(at_work, "lks"));
  CHECK(first_year("wajong,50%,30,40,none,4,regular_job,36", "lks") == 0.0);
  CHECK(first_year("participatiewet,50%,30,40,couple,4,stayer,36", "benefits") >
        first_year("participatiewet,50%,30,40,single,4,stayer,36", "benefits"));
  CHECK(first_year("participatiewet,50%,30,40,single,1,mover,0", "all_at_work") >
        first_year("participatiewet,50%,30,40,single,6,mover,0", "all_at_work"));
  CHECK(first_year("participatiewet,50%,30,40,single,4,regular_job,0", "all_at_work") <
        first_year(at_work, "all_at_work"));
}

TEST_CASE("individuals of a table agree with their expected course") {
  const Folder folder;
  std::string text = names + "\n";
  for (int k = 0; k < 300; ++k)
    text += "participatiewet,50%,30,40,single," + std::to_string(k % 2 == 0 ? 1 : 6) + "\n";
  SimulationOptions options;
  options.replications = 20;
  const Comparison comparison = simulate({with_table(folder, text)}, options);
  const TwinCheck& twin = comparison.scenarios.front().twin;
  CHECK(twin.done);
  CHECK(twin.compared > 0);
  CHECK(twin.largest < 5.0);
}

TEST_CASE("a table stands for more or fewer people only when the file says so") {
  const Folder folder;
  const std::string text = table(20, "wsw,50%,30,40,none,4,regular_job,36");
  const auto scaled =
      with_table(folder, text, "register_people: 50\npeople: {file: mensen.csv, scaled_to_register: true}");
  CHECK(scaled.municipality.register_people == 50);
  CHECK(total(scaled, "all_at_work") > 0.0);
  folder.write("eigen.yaml",
               "municipality: eigen\ntitle: {nl: Eigen, en: Own}\ninhabitants: 100000\nquotum_jobs: 30\n"
               "register_people: 50\npeople: mensen.csv\n");
  const std::string file = (folder.path() / "eigen.yaml").string();
  CHECK(refusals({"nulalternatief", {}, file, false}) ==
        std::vector<std::string>{file +
                                 ":5:18: register_people: found 50 people beside a table of 20; the same number, or "
                                 "`scaled_to_register: true` beside the `file` of people"});
}
