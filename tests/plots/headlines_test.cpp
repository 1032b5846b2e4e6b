#include "plots/headlines.hpp"

#include "tests/plots/sample_results.hpp"

using namespace banenplan;
using namespace banenplan::plots;
using Catch::Matchers::Contains;

namespace {

const Words dutch{Language::dutch};

Json band(double low, double median, double high) {
  return {{"median", median}, {"low", low}, {"high", high}, {"mean", median}};
}

// Null alternative, A and B: titles are concluded from what a test sets in it.
Json results() {
  Json json = results_of(sample_comparison(20, 2));
  json["scenarios"].erase(3);
  json["scenarios"][1]["name"] = "a";
  json["scenarios"][1]["title"] = {{"nl", "A"}, {"en", "A"}};
  json["scenarios"][2]["name"] = "b";
  json["scenarios"][2]["title"] = {{"nl", "B"}, {"en", "B"}};
  return json;
}

void set_total(Json& json, std::size_t scenario, const std::string& key, const char* which, const Json& value) {
  for (Json& measure : json["scenarios"][scenario]["measures"])
    if (measure["key"] == key) measure["total"][which] = value;
}

void set_chances(Json& json, std::size_t scenario, double first, double second) {
  json["scenarios"][scenario]["quotum_chance"] = {{{"year", 2027}, {"chance", first}},
                                                  {{"year", 2028}, {"chance", second}}};
}

void set_wish(Json& json, const std::string& best, const std::vector<std::string>& close) {
  json["wishes"] = Json::array({{{"key", "jobs"},
                                 {"best", best},
                                 {"close", close},
                                 {"chances", {{{"name", "a"}, {"chance", 0.4}}, {{"name", "b"}, {"chance", 0.6}}}}}});
}

}  // namespace

TEST_CASE("the quotum is reached by who has more chance than not, in the first year of it") {
  Json json = results();
  set_chances(json, 0, 0.0, 0.0);
  set_chances(json, 1, 0.0, 0.2);
  set_chances(json, 2, 0.4, 0.84);
  CHECK(quotum_title(json, dutch) == "B haalt het quotum in 2028, met 84 % kans");
  set_chances(json, 1, 0.6, 0.7);
  CHECK(quotum_title(json, dutch) == "Het quotum wordt gehaald door A in 2027 (60 % kans) en B in 2028 (84 % kans)");
  set_chances(json, 1, 0.0, 0.2);
  set_chances(json, 2, 0.4, 0.5);
  CHECK(quotum_title(json, dutch) ==
        "Geen scenario haalt het quotum waarschijnlijk; B heeft in 2028 de meeste kans: 50 %");
  set_chances(json, 1, 0.0, 0.0);
  set_chances(json, 2, 0.0, 0.0);
  CHECK(quotum_title(json, dutch) == "In geen enkele herhaling is het quotum eind 2028 gehaald");
  json["banded"] = false;
  CHECK(quotum_title(json, dutch) == "Banen per jaar en het quotum");
}

TEST_CASE("the most jobs are claimed only where nobody is close") {
  Json json = results();
  set_total(json, 2, "jobs", "value", band(20, 25, 30));
  set_wish(json, "b", {});
  CHECK(jobs_title(json, dutch) == "B heeft eind 2028 de meeste banen: 25 (20–30)");
  set_wish(json, "b", {"a"});
  CHECK(jobs_title(json, dutch) == "Tussen B en A is het verschil in banen eind 2028 kleiner dan de onzekerheid");
  json["banded"] = false;
  CHECK(jobs_title(json, dutch) == "Banen per jaar en het quotum");
}

TEST_CASE("cost is more, less, or not to be told, by whether the band holds 0") {
  Json json = results();
  set_total(json, 1, "net_cost", "difference", band(-5e6, -2e6, 1e5));
  set_total(json, 2, "net_cost", "difference", band(1e5, 2e6, 5e6));
  CHECK(cost_title(json, dutch) ==
        "A: niet te zeggen of het meer of minder kost dan niets doen; B: duurder dan niets doen");
  set_total(json, 1, "net_cost", "difference", band(-5e6, -2e6, -1e5));
  CHECK_THAT(cost_title(json, dutch), Contains("A: goedkoper dan niets doen"));
}

TEST_CASE("a gain for society is claimed only where the band leaves out 0") {
  Json json = simulated_results();
  const auto set = [&](std::size_t scenario, const Json& net) {
    json["appraisal"]["scenarios"][scenario]["society"]["net"] = net;
  };
  set(1, band(1, 2, 3));
  set(2, band(-1, 2, 3));
  set(3, band(-3, -2, -1));
  CHECK(society_title(json, dutch) ==
        "De samenleving gaat erop vooruit met Budgettair neutraal. Of de samenleving erop vooruitgaat met Boven "
        "formatie, is niet te zeggen. De samenleving gaat erop achteruit met Trainees.");
  json["banded"] = false;
  CHECK(society_title(json, dutch).empty());
}

TEST_CASE("the best choice is said with its chance, and from which worth on") {
  Json json = simulated_results();
  Json& choices = json["appraisal"]["decisions"]["municipality"]["choices"];
  const auto choose = [&](const char* early, const char* late, double chance) {
    for (std::size_t k = 0; k < choices.size(); ++k) {
      choices[k]["best"] = k < 8 ? early : late;
      for (Json& one : choices[k]["scenarios"]) one["chance_best"] = one["name"] == late ? chance : 0.0;
    }
  };
  choose("nulalternatief", "trainees", 0.62);
  CHECK(choice_title(json, dutch) ==
        "Is een baan die blijft u € 20.000 of meer waard, dan is Trainees gemiddeld de beste keuze (62 % kans)");
  choose("trainees", "trainees", 0.3);
  CHECK(choice_title(json, dutch) == "Trainees is gemiddeld de beste keuze, maar zeker is dat niet: 30 % kans");
  choose("trainees", "trainees", 0.9);
  CHECK_THAT(choice_title(json, dutch), Contains("Trainees is de beste keuze, ook als"));
}

TEST_CASE("a price of a lasting job is said only where it is surely positive") {
  Json json = simulated_results();
  const auto set = [&](std::size_t scenario, const Json& ratio) {
    json["appraisal"]["scenarios"][scenario]["cost_per"]["lasting_job"] = ratio;
  };
  const Json undefined{{"undefined", "no_denominator"}};
  set(1, {{"value", 9000.0}, {"low", -100.0}, {"high", 20000.0}});
  set(2, {{"value", 23000.0}, {"low", 7300.0}, {"high", 40000.0}});
  set(3, undefined);
  CHECK(effect_title(json, dutch) ==
        "Een baan die blijft kost de gemeente: Budgettair neutraal niet te zeggen, Boven formatie € 23.000 "
        "(€ 7.300–€ 40.000) en Trainees niet te zeggen");
  set(2, undefined);
  CHECK_THAT(effect_title(json, dutch), Contains("niet met zekerheid te zeggen"));
}

TEST_CASE("who pays most is named where it is the same in every scenario") {
  Json json = simulated_results();
  const auto pay = [&](std::size_t scenario, std::size_t most) {
    Json& holders = json["appraisal"]["scenarios"][scenario]["holders"];
    for (std::size_t k = 0; k < holders.size(); ++k)
      for (Json& year : holders[k]["years"]) year["extra"] = k == most ? 1000.0 : 1.0;
  };
  for (const std::size_t scenario : {1U, 2U, 3U}) pay(scenario, 0);
  CHECK(holders_title(json, dutch) == "Gemeente als werkgever (afdelingen) betaalt in elk scenario het meeste extra");
  pay(2, 1);
  CHECK(holders_title(json, dutch) == "Welke budgethouder het meeste extra betaalt, verschilt per scenario");
}

TEST_CASE("refusals are counted by scenario") {
  Json json = simulated_results();
  for (const std::size_t scenario : {1U, 2U, 3U}) set_total(json, scenario, "refused_money", "value", band(0, 0, 0));
  CHECK(refusals_title(json, dutch) == "Geen plaatsing gaat niet door omdat een pot leeg is");
  set_total(json, 2, "refused_money", "value", band(2, 12, 30));
  CHECK(refusals_title(json, dutch) == "Omdat de pot leeg is, gaan plaatsingen niet door: Boven formatie 12 (2–30)");
}

TEST_CASE("the other titles say what there is, in both languages") {
  for (const Language language : {Language::dutch, Language::english}) {
    const Words words{language};
    Json json = simulated_results();
    for (const auto title : {subsidy_title, people_title, moves_title, plane_title, tornado_title})
      CHECK(title(json, words).size() > 10);
    json["municipalities"] = Json::array({Json::object(), Json::object()});
    CHECK_THAT(region_title(json, words), Contains("2"));
  }
}
