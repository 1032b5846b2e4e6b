#include "plots/story_json.hpp"

#include <catch2/catch.hpp>

#include "tests/plots/sample_story.hpp"

using namespace banenplan;
using namespace banenplan::plots;

TEST_CASE("a life in JSON has each stay, why it ended, and each euro by month") {
  CHECK(story_json(sample_story()) == Json::parse(R"({
    "start": "2027-01", "months": 6,
    "who": {"group": "wajong", "age": 30, "loonwaarde": 0.52, "distance": 3},
    "stays": [
      {"state": {"nl": "Zoekt", "en": "Looks"}, "from": "2027-01", "months": 3, "ending": "placement",
       "next": {"nl": "Baan", "en": "Job"},
       "place": {"channel": "functiecreatie", "department": {"nl": "Groen", "en": "Green"}, "sector": null,
                 "hours": 28},
       "refused": null},
      {"state": {"nl": "Baan", "en": "Job"}, "from": "2027-04", "months": 1, "ending": "term",
       "next": {"nl": "Zoekt", "en": "Looks"}, "place": null, "refused": {"nl": "Vast", "en": "Lasting"}},
      {"state": {"nl": "Zoekt", "en": "Looks"}, "from": "2027-05", "months": 2, "ending": "period", "next": null,
       "place": null, "refused": null}],
    "flows": [
      {"title": {"nl": "Uitkering", "en": "Benefit"}, "payer": {"nl": "Rijk", "en": "State"},
       "receiver": {"nl": "Mensen", "en": "People"}, "total": 510.5, "euro": [100.0, 100.0, 110.5, 0.0, 100.0, 100.0]}],
    "balances": [
      {"party": {"nl": "Rijk", "en": "State"}, "euro": -510.5},
      {"party": {"nl": "Mensen", "en": "People"}, "euro": 510.5}]})"));
}

TEST_CASE("refusals in JSON number people from 1, and leave out what a standing cost does not have") {
  models::RefusalText standing = sample_refusal();
  standing.person.reset();
  standing.state = {};
  standing.part.reset();
  CHECK(refusals_json({sample_refusal(), standing},
                      {{engine::Month::of(2029, 3), {"regular_employers", {}, "zorg", 0}, 2}}) == Json::parse(R"({
    "refusals": [
      {"month": "2028-02", "person": 42, "contract": {"nl": "Baan", "en": "Job"}, "place": null,
       "fund": {"nl": "Pot", "en": "Pot"}, "part": {"nl": "Groen", "en": "Green"}, "short_in": "2028-12",
       "needed": 200.0, "there": 150.25},
      {"month": "2028-02", "person": null, "contract": null, "place": null, "fund": {"nl": "Pot", "en": "Pot"},
       "part": null, "short_in": "2028-12", "needed": 200.0, "there": 150.25}],
    "lapsed": [
      {"month": "2029-03", "place": {"channel": "regular_employers", "department": null, "sector": "zorg",
                                     "hours": null}, "count": 2}]})"));
}
