#include "models/policy/region.hpp"

#include <cmath>
#include <map>
#include <set>

#include "models/policy/scenario.hpp"
#include "tests/models/shipped.hpp"

using namespace banenplan::models;

namespace {

std::optional<Region> read(const std::string& written, Problems& problems) {
  return read_region({written, {}, {}, "municipality"}, Assumptions(), problems);
}

std::string body(const std::string& more) {
  return "region: streek\ntitle: {nl: Streek, en: Region}\n" + more;
}

}  // namespace

TEST_CASE("the shipped regions are as large as their sources say") {
  struct Row {
    const char* name;
    std::size_t municipalities;
    double inhabitants, people;
  };
  // beslisdocument Stedendriehoek: 14 municipalities; facts: inhabitants of 2015, 5,100 people in
  // Zaanstreek-Waterland, 342 municipalities with 17.9 million inhabitants and 263,435 people in the register.
  const Row rows[] = {{"stedendriehoek", 14, 599'000, 599 * 14.7},
                      {"zaanstreek-waterland", 8, 337'800, 5'100},
                      {"nederland", 342, 17'916'400, 263'435}};
  for (const Row& row : rows) {
    Problems problems;
    const auto region = read(row.name, problems);
    CAPTURE(row.name, problems.error_lines());
    REQUIRE(region);
    CHECK(region->municipalities.size() == row.municipalities);
    const Municipality whole = region->whole();
    CHECK(whole.inhabitants == row.inhabitants);
    CHECK(std::abs(whole.register_people - row.people) <= 7.0);  // each municipality's is a whole number
    std::set<std::uint64_t> streams;
    for (const Municipality& one : region->municipalities) streams.insert(one.stream);
    CHECK(streams.size() == row.municipalities);
    CHECK(streams.count(0) == 0);
  }
}

TEST_CASE("what the Stedendriehoek agreed stands on its path") {
  // Table 1 of the beslisdocument: 520 and 340 up to 2017, 3,195 and 965 more up to 2026; 5,020 in all.
  Problems problems;
  const auto region = read("stedendriehoek", problems);
  REQUIRE(region);
  CHECK(jobs_on(region->market, 3.0) == 520);
  CHECK(jobs_on(region->government, 3.0) == 340);
  CHECK(jobs_on(region->market, 12.0) == 520 + 3195);
  CHECK(jobs_on(region->government, 12.0) == 340 + 965);
  CHECK(jobs_on(region->market, 12.0) + jobs_on(region->government, 12.0) == 5020);
  CHECK(jobs_on(region->market, 0.0) == 0);
  CHECK(jobs_on(region->market, 1.5) == 260);
  CHECK(jobs_on(region->government, 20.0) == 1305);
  // Table 2: placements expected of 2015 by Werkplein, and by group.
  const std::map<std::string, double> by_office = {
      {"apeldoorn", 875}, {"deventer", 892}, {"harderwijk", 320}, {"zutphen", 350}, {"uwv", 1013}};
  const std::map<std::string, double> by_group = {{"wajong", 243}, {"beschut", 172}, {"bijstand", 1550},
                                                  {"nug", 10},     {"ww", 828},      {"wia", 52}};
  REQUIRE(region->expected);
  std::map<std::string, double> offices, groups;
  double total = 0.0;
  for (const auto& [office, placements] : region->expected->offices) {
    for (const auto& [group, count] : placements) {
      offices[office] += count;
      groups[group] += count;
      total += count;
    }
  }
  CHECK(total == 3450);
  CHECK(offices == by_office);
  for (const auto& [group, count] : by_group) CHECK(groups[group] == count);
  CHECK(region->demand.value() == std::array<double, 3>{0.45, 0.31, 0.24});
}

TEST_CASE("alike municipalities are numbered, and each keeps its luck when others join") {
  const Folder folder;
  Problems problems;
  const auto two = read(folder.write("a.yaml", body("municipalities:\n  dorp: {number: 2, title: {nl: Dorp, en: "
                                                    "Village}, inhabitants: 5000}\n")),
                        problems);
  const auto three = read(folder.write("b.yaml", body("municipalities:\n  stad: {inhabitants: 90000}\n"
                                                      "  dorp: {number: 2, inhabitants: 5000}\n")),
                          problems);
  REQUIRE(two);
  REQUIRE(three);
  CHECK(two->municipalities[1].name == "dorp-2");
  CHECK(two->municipalities[1].title.english == "Village 2");
  CHECK(two->municipalities[1].stream == three->municipalities[2].stream);
}

TEST_CASE("a region that cannot be is refused in one line") {
  struct Row {
    const char* text;
    const char* line;
  };
  const Row rows[] = {
      {"municipalities: {}\n", "3:17: municipalities: found 0 municipalities; a region has 1 to 500"},
      {"municipalities:\n  Dorp: {inhabitants: 5000}\n",
       "4:9: municipalities.Dorp: found \"Dorp\"; a name has lower-case letters, digits, _ and -, and starts with a "
       "letter"},
      {"municipalities: {dorp: {inhabitants: 5000}}\nagreed: {year: 2015, market: {2017: 520, 2016: 530}}\n",
       "agreed.market.2016: found a path that goes back; years in order, each with at least as many jobs"},
      {"municipalities: {dorp: {inhabitants: 5000}}\nagreed: {year: 2015, market: {2014: 520}}\n",
       "agreed.market.2014: found \"2014\"; a year from that of the agreement on, as 2026: 3715"},
      {"municipalities: {dorp: {inhabitants: 5000}}\nexpected: {year: 2015, total: 9, offices: {a: {wajong: 8}}}\n",
       "expected.total: found 9; what the offices add up to, 8"},
      {"municipalities: {dorp: {inhabitants: 5000}}\ndemand: {low: 45%, middle: 31%, high: 25%}\n",
       "demand: found shares that do not sum to 100 %; low, middle and high together are all vacancies"},
      {"municipalities: {dorp: {inhabitant: 5000}}\n", "did you mean \"inhabitants\"?"},
  };
  for (const Row& row : rows) {
    const Folder folder;
    Problems problems;
    CHECK_FALSE(read(folder.write("r.yaml", body(row.text)), problems));
    std::string lines;
    for (const std::string& line : problems.error_lines()) lines += line + "\n";
    CAPTURE(lines);
    CHECK(lines.find(row.line) != std::string::npos);
  }
}

TEST_CASE("a scenario may be on a region") {
  const Scenario scenario = shipped_scenario("trainees", {"municipality=zaanstreek-waterland"});
  REQUIRE(scenario.region);
  CHECK(scenario.municipality.name == "zaanstreek-waterland");
  CHECK(scenario.municipality.quotum_jobs == scenario.region->whole().quotum_jobs);
}
