#include "plots/phrases.hpp"

#include <catch2/catch.hpp>

#include "plots/text.hpp"

using namespace banenplan;
using namespace banenplan::plots;

namespace {
const Words dutch{Language::dutch};
const Words english{Language::english};
}  // namespace

TEST_CASE("a scenario is called by its title, else its name, at a length that fits") {
  models::ScenarioResult scenario;
  scenario.name = "trainees";
  CHECK(title_of(scenario, dutch) == "trainees");
  scenario.title = {"Boven formatie", "Above the establishment"};
  CHECK(title_of(scenario, dutch) == "Boven formatie");
  CHECK(title_of(scenario, english) == "Above the establishment");
  scenario.title.dutch = std::string(10000, 'x');
  CHECK(columns(title_of(scenario, dutch)) <= 60);
}

TEST_CASE("a band is written behind its median") {
  const auto number = [](double value) { return dutch.number(value, 1); };
  CHECK(band_text(Band{3, 2, 4.5, 3}, true, number, dutch) == "3,0 (2,0–4,5)");
  CHECK(band_text(Band{-0.4, -1.2, 0.5, 0}, true, number, dutch) == "-0,4 (-1,2 tot 0,5)");
  CHECK(band_text(Band{3, 2, 4, 3}, false, number, dutch) == "3,0");
  CHECK(band_text(std::nullopt, true, number, dutch) == "–");
  CHECK(millions(Band{1.2e6, 0.9e6, 1.5e6, 0}, true, dutch) == "1,2 (0,9–1,5)");
  CHECK(millions(Band{0.34e6, 0.29e6, 0.41e6, 0}, true, dutch) == "0,34 (0,29–0,41)");
  CHECK(millions(Band{15.2e6, 13.1e6, 17.4e6, 0}, true, english) == "15 (13–17)");
  CHECK(millions(Band{-0.4e6, -1.2e6, 0.5e6, 0}, true, english) == "-0.4 (-1.2 to 0.5)");
  CHECK(millions(std::nullopt, true, dutch) == "–");
}

TEST_CASE("euros in a sentence are rounded to what can be trusted") {
  CHECK(rounded_euros(912345, dutch) == "€ 912.000");
  CHECK(rounded_euros(3456, english) == "€3,500");
  CHECK(rounded_euros(-12, dutch) == "-€ 12");
  CHECK(rounded_euros(999999, dutch) == "€ 1,0 miljoen");
  CHECK(rounded_euros(1234567, english) == "€1.2 million");
}

TEST_CASE("names are listed as in a sentence") {
  CHECK(list_of({}, dutch).empty());
  CHECK(list_of({"A"}, dutch) == "A");
  CHECK(list_of({"A", "B"}, dutch) == "A en B");
  CHECK(list_of({"A", "B", "C"}, english) == "A, B and C");
}

TEST_CASE("an assumption's value carries its unit") {
  struct Row {
    double value;
    const char* unit;
    const char* written;
  };
  const Row rows[] = {{0.065, "share", "6,5 %"},
                      {0.0123456, "per_month", "1,2346 % per maand"},
                      {7500, "euro_per_year", "€ 7.500 per jaar"},
                      {12.5, "euro", "€ 12,50"},
                      {25.5, "hours_per_week", "25,5 uur per week"},
                      {1.17, "ratio", "1,17"},
                      {0, "share", "0 %"},
                      {3, "parsec", "3 parsec"}};
  CHECK(range_in_unit({5000, 10000}, "euro_per_year", dutch) == "€ 5.000 tot € 10.000 per jaar");
  CHECK(range_in_unit({0.058, 0.08}, "share", english) == "5.8% to 8%");
  for (const Row& row : rows) CHECK(value_in_unit(row.value, row.unit, dutch) == row.written);
}
