#include "plots/tables.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>

#include "tests/plots/sample_comparison.hpp"
#include "tests/plots/small_simulation.hpp"

using namespace banenplan;
using namespace banenplan::plots;

namespace {

std::map<std::string, Table> tables(const models::Comparison& comparison, Language language = Language::dutch) {
  std::map<std::string, Table> found;
  for (const NamedTable& one : tables_of(comparison, summary_of(comparison), Words{language}))
    found[one.file] = one.table;
  return found;
}

std::string first_line(const Table& table) {
  const std::string text = csv_text(table);
  return text.substr(0, text.find('\r'));
}

}  // namespace

TEST_CASE("tables hold each scenario, measure and year once, under names that stay") {
  const auto found = tables(sample_comparison());
  REQUIRE(found.size() == 6);
  CHECK(first_line(found.at("per_jaar.csv")) ==
        "scenario,measure,title,unit,year,median,low,high,mean,difference_median,difference_low,difference_high");
  CHECK(first_line(found.at("totalen.csv")) ==
        "scenario,measure,title,unit,kind,median,low,high,mean,difference_median,difference_low,difference_high");
  CHECK(first_line(found.at("fondsen.csv")) == "scenario,fund,title,year,median,low,high");
  CHECK(first_line(found.at("aannames.csv")) ==
        "assumption,title,unit,value,low,high,grade,grade_title,checked,source");
  CHECK(found.at("per_jaar.csv").rows.size() == 10 * (13 + 13 + 14 + 14));
  CHECK(found.at("totalen.csv").rows.size() == 13 + 13 + 14 + 14);
  CHECK(found.at("fondsen.csv").rows.size() == 2 * 10);
  CHECK(found.at("aannames.csv").rows.size() == 4);
  for (const auto& [file, table] : found)
    for (const auto& row : table.rows) CHECK(row.size() == table.columns.size());
}

TEST_CASE("rows carry the summary's values") {
  const models::Comparison comparison = sample_comparison();
  const Summary summary = summary_of(comparison);
  const auto found = tables(comparison);
  const auto& row = found.at("totalen.csv").rows[13 + 8];
  CHECK(row[0].text == "budgettair-neutraal");
  CHECK(row[1].text == "lks");
  CHECK(row[4].text == "sum");
  const MeasureSummary& lks = *summary.scenarios[1].find("lks");
  const double values[] = {lks.total->median,
                           lks.total->low,
                           lks.total->high,
                           lks.total->mean,
                           lks.total_difference->median,
                           lks.total_difference->low,
                           lks.total_difference->high};
  for (std::size_t i = 0; i < 7; ++i) CHECK(row[5 + i].value == values[i]);
  CHECK(found.at("fondsen.csv").rows[0][1].text == "centrale_pot");
  CHECK(found.at("fondsen.csv").rows[0][3].value == 2027);
  CHECK(found.at("aannames.csv").rows[3][4].value == std::nullopt);
  CHECK(found.at("aannames.csv").rows[1][7].text == "aanname");
}

TEST_CASE("titles follow the language, values and names do not") {
  const auto dutch = tables(sample_comparison()).at("totalen.csv");
  const auto english = tables(sample_comparison(), Language::english).at("totalen.csv");
  CHECK(dutch.rows[0][2].text == "Plaatsingen");
  CHECK(english.rows[0][2].text == "Placements");
  CHECK(first_line(dutch) == first_line(english));
  CHECK(dutch.rows[0][1].text == english.rows[0][1].text);
}

TEST_CASE("what is not known is left empty") {
  const auto one = tables(sample_comparison(1)).at("totalen.csv");
  CHECK(one.rows[13][5].value);
  CHECK(!one.rows[13][6].value);
  CHECK(!one.rows[13][7].value);
  CHECK(one.rows[13][9].value);
  CHECK(!one.rows[13][10].value);
  CHECK(!one.rows[0][9].value);  // the null alternative itself
  CHECK(tables({}).at("per_jaar.csv").rows.empty());
}

TEST_CASE("a controller finds each line of finance by year and by quarter, and both sum to the same") {
  const models::Comparison comparison = small_simulation({"nulalternatief", "boven-formatie"}, 4, {"period.years=3"});
  const auto found = tables(comparison, Language::english);
  REQUIRE(found.size() == 9);
  const Table& years = found.at("financien_per_jaar.csv");
  const Table& quarters = found.at("financien_per_kwartaal.csv");
  CHECK(first_line(years) == "scenario,holder,taakveld,post,title,way,year,median,low,high,mean");
  CHECK(first_line(quarters) == "scenario,holder,taakveld,post,title,way,year,quarter,median,low,high,mean");
  CHECK(first_line(found.at("onzekerheid.csv")) == "scenario,result,source,title,first,total,low,high");
  REQUIRE(quarters.rows.size() == 4 * years.rows.size());
  for (std::size_t k = 0; k < years.rows.size(); ++k) {
    double sum = 0.0;
    for (std::size_t quarter = 0; quarter < 4; ++quarter) {
      const auto& row = quarters.rows[4 * k + quarter];
      CHECK(row[7].value == static_cast<double>(quarter + 1));
      CHECK(row[6].value == years.rows[k][6].value);
      sum += *row[11].value;
    }
    CHECK(std::abs(sum - *years.rows[k][10].value) < 0.005);
  }
  for (const auto& [file, table] : found)
    for (const auto& row : table.rows) CHECK(row.size() == table.columns.size());
}
