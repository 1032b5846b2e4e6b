#include "models/policy/confrontation.hpp"

#include "tests/models/shipped.hpp"

using namespace banenplan::models;

namespace {

Municipality of(double inhabitants, double quotum) {
  Municipality municipality;
  municipality.inhabitants = inhabitants;
  municipality.quotum_jobs = quotum;
  return municipality;
}

std::vector<std::string> best(const Advice& advice) {
  std::vector<std::string> names;
  for (const std::size_t k : advice.best) names.push_back(advice.scenarios[k]);
  return names;
}

const std::string head = "municipality: m\ntitle: {nl: M, en: M}\ninhabitants: 60000\nquotum_jobs: 15\n";

}  // namespace

TEST_CASE("the columns of the matrix get back the scenario that they describe") {
  // drie-scenarios-banenafspraak-gemeenten, confrontatiematrix: eleven points, three columns.
  struct Row {
    const char* scenario;
    Municipality municipality;
    Profile profile;
  };
  const Row rows[] = {
      {"budgettair-neutraal",
       of(100000, 30),
       {{"freedom", "much"},
        {"budget", "none"},
        {"knowledge", "none"},
        {"sentiment", "interested"},
        {"cooperation", "semi_public_places"},
        {"matching", "weak"},
        {"subgroup", "no"},
        {"demand", "open_vacancies"},
        {"support", "execution_unclear"}}},
      {"boven-formatie",
       of(300000, 90),
       {{"freedom", "much"},
        {"budget", "central_pot"},
        {"knowledge", "none"},
        {"sentiment", "interested"},
        {"cooperation", "selection_by_partners"},
        {"matching", "strong"},
        {"subgroup", "no"},
        {"demand", "from_all_departments"},
        {"support", "appreciated"}}},
      {"trainees",
       of(60000, 15),
       {{"freedom", "little"},
        {"budget", "not_for_salaries"},
        {"knowledge", "limited"},
        {"sentiment", "timid"},
        {"cooperation", "guidance_by_partners"},
        {"matching", "limited"},
        {"subgroup", "possible"},
        {"demand", "limited"},
        {"support", "directors_only"}}},
  };
  for (const Row& row : rows) {
    const Advice advice = advise(row.municipality, row.profile);
    CAPTURE(row.scenario);
    CHECK(advice.known == 11);
    CHECK(advice.points.size() == 11);
    CHECK(best(advice) == std::vector<std::string>{row.scenario});
    CHECK(advice.scores[advice.best.front()] == 11);
  }
}

TEST_CASE("a point that is stated counts, one that is not counts for nobody") {
  const Advice size_alone = advise(of(60000, 15), {});
  CHECK(size_alone.known == 2);
  CHECK(size_alone.scores == std::vector<int>{0, 0, 2});
  // A small municipality with a central pot, strong matching and departments that come up with places.
  const Advice mixed =
      advise(of(60000, 15), {{"budget", "central_pot"}, {"matching", "strong"}, {"support", "appreciated"}});
  CHECK(mixed.scores == std::vector<int>{0, 3, 2});
  CHECK(best(mixed) == std::vector<std::string>{"boven-formatie", "trainees"});
}

TEST_CASE("a profile stands in the file of a municipality, and is refused in a line") {
  const Folder folder;
  const auto good = folder.write("good.yaml", head + "profile: {budget: central_pot, subgroup: no}\n");
  Problems problems;
  REQUIRE(read_municipality({good, {}, {}, ""}, Assumptions(), problems));
  CHECK(profile_of(good) == Profile{{"budget", "central_pot"}, {"subgroup", "no"}});
  struct Row {
    const char* profile;
    const char* line;  // after the file
  };
  const Row rows[] = {
      {"{budget: much}", ":5:19: profile.budget: found \"much\"; allowed is none, central_pot or not_for_salaries"},
      {"{bugdet: none}", ":5:11: profile.bugdet: found a key that is not known here; did you mean \"budget\"?"},
  };
  for (const Row& row : rows) {
    const auto file = folder.write("wrong.yaml", head + "profile: " + row.profile + "\n");
    Problems found;
    CHECK_FALSE(read_municipality({file, {}, {}, ""}, Assumptions(), found));
    CHECK(found.error_lines() == std::vector<std::string>{file + row.line});
  }
}
