#include "models/policy/werkbedrijf.hpp"

#include <map>

#include "tests/models/shipped.hpp"
#include "tests/models/switched.hpp"

using namespace banenplan;
using namespace banenplan::models;

namespace {

const std::string zaanstreek = PROJECT_FOLDER "/scenarios/examples/zaanstreek-waterland.yaml";

// The shipped budget on one municipality that is large enough to see it, with all money on one lever.
Scenario with_lever(const std::string& lever, double amount) {
  const Folder folder;
  std::string text =
      "scenario: mine\nextends: nulalternatief\nmunicipality: groot\n"
      "openings:\n"
      "  regular_employers: {hours: [20, 32], stays_open: 6}\n"
      "  leerwerkplek: {per_year: 0, hours: [20, 32], stays_open: 6, route: [leerwerkplek, elders]}\n"
      "matching: {strength: limited, groups: [participatiewet, wajong, wsw]}\n";
  const std::string euros = std::to_string(static_cast<int>(amount));
  text += "werkbedrijf: {years: [" + euros + ", " + euros + ", " + euros +
          "], posts: {all: {amount: " + std::to_string(3 * static_cast<int>(amount)) + ", moves: " + lever + "}}}\n";
  return shipped_scenario(folder.write("mine.yaml", text));
}

}  // namespace

TEST_CASE("the shipped budgets add up as their sources do") {
  struct Row {
    const char* name;
    std::size_t posts;
    std::vector<double> years;
    std::map<std::string, double> amounts;
  };
  // begroting Zaanstreek-Waterland; beslisdocument Stedendriehoek, bijlage 5.
  const Row rows[] = {{"zaanstreek-waterland",
                       8,
                       {100'000, 500'000, 400'000},
                       {{"communicatie", 125'000},
                        {"bijeenkomsten", 80'000},
                        {"pilots", 275'000},
                        {"netwerkaanpak", 100'000},
                        {"buddies", 60'000},
                        {"leerwerktrajecten", 100'000},
                        {"jobcoaching", 140'000},
                        {"projectleiding", 120'000}}},
                      {"stedendriehoek",
                       9,
                       {500'000},
                       {{"beleidsondersteuning", 60'000},
                        {"clientenraad", 20'000},
                        {"secretariaat", 20'000},
                        {"werkgeversdienstverlening", 40'000},
                        {"instrumenten", 60'000},
                        {"monitoring", 40'000},
                        {"communicatie", 60'000},
                        {"ontwikkelbudget", 100'000},
                        {"onvoorzien", 100'000}}}};
  for (const Row& row : rows) {
    const Scenario scenario =
        shipped_scenario(std::string(PROJECT_FOLDER "/scenarios/examples/") + row.name + ".yaml");
    REQUIRE(scenario.werkbedrijf);
    CHECK(scenario.werkbedrijf->years == row.years);
    CHECK(scenario.werkbedrijf->posts.size() == row.posts);
    for (const WerkbedrijfPost& post : scenario.werkbedrijf->posts) CHECK(row.amounts.at(post.name) == post.amount);
  }
}

TEST_CASE("shares of consecutive municipalities lose no cent") {
  const Scenario scenario = shipped_scenario(zaanstreek);
  const auto& municipalities = scenario.region->municipalities;
  using enum Werkbedrijf::SharedBy;
  for (const auto shared_by : {register_people, inhabitants, quotum, equal}) {
    std::int64_t sum = 0;
    for (std::size_t k = 0; k < municipalities.size(); ++k) {
      Werkbedrijf one = *scenario.werkbedrijf;
      one.share = share_of(municipalities, k, shared_by);
      for (int month = 0; month < 48; ++month) sum += one.cents(month);
    }
    CHECK(sum == 100'000'000);
  }
  CHECK(share_of(municipalities, 0, register_people).fraction() == Approx(2280.0 / 5102));
  CHECK(share_of(municipalities, 7, equal).fraction() == Approx(1.0 / 8));
}

TEST_CASE("each lever moves its result, and the post that moves nothing only costs") {
  struct Row {
    const char* lever;
    const char* measure;
  };
  const Row rows[] = {{"employers_campaign", "placed_elsewhere"},
                      {"employers_meetings", "placed_elsewhere"},
                      {"employers_network", "placed_elsewhere"},
                      {"places", "placed_elsewhere"},
                      {"learning_places", "placements"},
                      {"coaching_months", "jobs_elsewhere"},
                      {"buddies", "jobs_elsewhere"}};
  const Scenario nothing = with_lever("nothing", 400'000);
  for (const Row& row : rows) {
    CAPTURE(row.lever);
    CHECK(total(with_lever(row.lever, 400'000), row.measure) > total(nothing, row.measure));
  }
  CHECK(total(nothing, "placed_elsewhere") == 0.0);
  CHECK(total(nothing, "placements") == 0.0);
  CHECK(total(nothing, "werkbedrijf") == Approx(1'200'000));
}

TEST_CASE("the Rijk pays, or the municipality") {
  const Scenario by_rijk = with_lever("nothing", 100'000);
  Scenario by_municipality = by_rijk;
  by_municipality.werkbedrijf->paid_by_rijk = false;
  CHECK(total(by_municipality, "net_cost") - total(by_rijk, "net_cost") == Approx(300'000));
  CHECK(total(by_rijk, "rijk_cost") - total(by_municipality, "rijk_cost") == Approx(300'000));
}

TEST_CASE("a budget that cannot be is refused in one line") {
  struct Row {
    const char* text;
    const char* line;
  };
  const Row rows[] = {
      {"werkbedrijf: {years: [100], posts: {a: {amount: 90, moves: nothing}}}\n",
       "werkbedrijf.posts: found posts of 90 euro in all; as much as the years, which add up to 100"},
      {"werkbedrijf: {years: [100], posts: {a: {amount: 100, moves: places}}}\n",
       "werkbedrijf.posts: found posts that open places with employers; `openings.regular_employers`, which says "
       "with "
       "what hours and how long they stay open"},
      {"werkbedrijf: {years: [100], posts: {a: {amount: 100, moves: learning_places}}}\n",
       "werkbedrijf.posts: found posts that open learning places; `openings.leerwerkplek`, which says where they "
       "lead"},
      {"werkbedrijf: {years: [100], posts: {a: {amount: 100, moves: coaching}}}\n", "werkbedrijf.posts.a.moves"}};
  for (const Row& row : rows) {
    const Folder folder;
    const auto lines =
        refusals({folder.write("mine.yaml", std::string("scenario: mine\nextends: trainees\n") + row.text),
                  {},
                  std::nullopt,
                  false});
    REQUIRE_FALSE(lines.empty());
    CAPTURE(lines.front());
    CHECK(lines.front().find(row.line) != std::string::npos);
  }
}
