#include "plots/live_sheet.hpp"

#include <catch2/catch.hpp>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>

#include "plots/results.hpp"
#include "plots/valuation.hpp"
#include "plots/workbook.hpp"
#include "tests/plots/office.hpp"
#include "tests/plots/small_simulation.hpp"

using namespace banenplan;
using namespace banenplan::plots;
namespace fs = std::filesystem;

namespace {

// Sets the first number that stands after these words, one after the other, on a sheet of a flat file of LibreOffice:
// what a user does who types into a cell.
void set_after(std::string& file, const std::string& sheet, const std::vector<std::string>& words, double value) {
  std::size_t at = file.find("table:name=\"" + sheet + "\"");
  REQUIRE(at != std::string::npos);
  for (const std::string& word : words) {
    at = file.find(">" + word + "<", at);
    INFO(word);
    REQUIRE(at != std::string::npos);
  }
  const std::string attribute = "office:value=\"";
  const std::size_t from = file.find(attribute, at) + attribute.size();
  REQUIRE(from > attribute.size());
  file.replace(from, file.find('"', from) - from, fmt::format("{:.6f}", value));
}

// The numbers beside this word in the third column of a sheet, in the order of the rows.
std::vector<double> values_of(const std::string& csv, const std::string& word) {
  std::vector<double> values;
  const std::string start = "," + word + ",";
  for (std::size_t at = csv.find(start); at != std::string::npos; at = csv.find(start, at + 1)) {
    const std::size_t from = at + start.size() + (csv[at + start.size()] == '"' ? 1 : 0);
    double& value = values.emplace_back();
    std::from_chars(csv.data() + from, csv.data() + csv.size(), value);
  }
  return values;
}

std::vector<double> net_means(const Valuation& valued) {
  std::vector<double> values;
  for (std::size_t k = 1; k < valued.scenarios.size(); ++k) {
    values.push_back(valued.scenarios[k].society.net.mean);
    values.push_back(valued.scenarios[k].municipality.net.mean);
  }
  return values;
}

void check_to_the_cent(const std::vector<double>& found, const std::vector<double>& expected) {
  REQUIRE(found.size() == expected.size());
  for (std::size_t k = 0; k < found.size(); ++k) CHECK(std::abs(found[k] - expected[k]) < 0.005);
}

}  // namespace

TEST_CASE(
    "LibreOffice recomputes the workbook without errors, to the totals of results.json; changed cells change them") {
  const Place place;
  models::Comparison comparison =
      small_simulation({"nulalternatief", "budgettair-neutraal", "boven-formatie"}, 12, {"budget.lks=200000"});
  comparison.scenarios[2].title = {"=HYPERLINK(\"http://x\")", "=1+1"};
  const Words words{Language::dutch};
  const Summary summary = summary_of(comparison);
  REQUIRE(save_workbook(comparison, summary, words, place.path / "as_computed.xlsx"));
  // What a user does: another discount rate in the cell, while all that the file remembers is of the old one.
  constexpr double other_rate = 0.05;
  Summary changed = summary;
  auto edited = std::make_shared<Valuation>(*summary.valuation);
  edited->appraisal.rates.assign(edited->appraisal.rates.size(), other_rate);
  changed.valuation = edited;
  REQUIRE(save_workbook(comparison, changed, words, place.path / "changed.xlsx"));
  recompute(place.path, {"as_computed", "changed"});

  int sheets = 0;
  for (const auto& entry : fs::directory_iterator(place.path / "csv")) {
    const std::string csv = text_of(entry.path());
    INFO(entry.path());
    for (const char* const error :
         {"#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "Err:", "\"inf", "\"nan"}) {
      CHECK(csv.find(error) == std::string::npos);
    }
    ++sheets;
  }
  CHECK(sheets == 24);  // twelve of each

  const std::string word = words("workbook.net");
  const auto json = nlohmann::json::parse(results_json(comparison, summary));
  std::vector<double> in_json;
  for (std::size_t k = 1; k < 3; ++k) {
    for (const char* const side : {"society", "municipality"}) {
      in_json.push_back(json["appraisal"]["scenarios"][k][side]["net"]["mean"]);
    }
  }
  const auto sheet = [&](const std::string& name) { return sheet_of(place, name, words("workbook.live")); };
  check_to_the_cent(values_of(sheet("as_computed"), word), in_json);

  models::Comparison at_other_rate = comparison;
  at_other_rate.discount_rates.assign(comparison.discount_rates.size(), other_rate);
  const auto expected = net_means(*valuation_of(at_other_rate));
  check_to_the_cent(values_of(sheet("changed"), word), expected);
  CHECK(std::abs(expected[0] - in_json[0]) > 1.0);  // else the changed cell would show nothing
  CHECK(sheet_of(place, "as_computed", "Samenvatting").find("'=HYPERLINK") != std::string::npos);
}

TEST_CASE("a tariff, a budget and a rate that are typed into their cells change the totals as the program would") {
  const Place place;
  const std::vector<std::string> names = {"nulalternatief", "boven-formatie"};
  const auto with = [&](std::vector<std::string> overrides) {
    overrides.push_back("funds={}");  // so that no pot empties because of a price
    return small_simulation(names, 25, overrides);
  };
  // About what is spent: over in some replications and not in others.
  const double about = models::budget_checks(with({"budget.lks=1"}).scenarios[1], 10).at(0).years[5].mean;
  // Another amount in the first year: equal cells beside each other are one in a flat file.
  const std::string budgeted = "budget.lks=[1, " + fmt::format("{:.6f}", about) + "]";
  const models::Comparison base = with({budgeted});
  const Words words{Language::dutch};
  const Summary summary = summary_of(base);
  REQUIRE(save_workbook(base, summary, words, place.path / "base.xlsx"));
  convert(place.path, "fods", "flat", {"base.xlsx"});
  const std::string flat = text_of(place.path / "flat" / "base.fods");
  const auto& posts = summary.valuation->appraisal.posts;
  const std::string care = posts.posts[static_cast<std::size_t>(posts.post("care_wmo_crime"))].title.dutch;
  const auto typed = [&](const std::string& name, const std::vector<std::string>& cell, double value) {
    std::string text = flat;
    set_after(text, words("workbook.live"), cell, value);
    std::ofstream(place.path / (name + ".fods"), std::ios::binary) << text;
  };
  typed("rate", {words("workbook.rate")}, 0.04);
  typed("tariff", {words("workbook.tariffs"), care}, 1.2);
  // The first number after the words is the budget of the first year.
  const std::string budget = words("workbook.budget");
  typed("budget", {budget, base.scenarios[1].title.dutch, budget}, 61234.0);
  convert(place.path, "xlsx", ".", {"rate.fods", "tariff.fods", "budget.fods"});
  recompute(place.path, {"rate", "tariff", "budget"});  // of a workbook LibreOffice computes all anew
  const auto sheet = [&](const std::string& name) { return sheet_of(place, name, words("workbook.live")); };
  const std::string net = words("workbook.net");

  // To the cent, as the sheet promises.
  const auto at_other_rate = with({budgeted, "appraisal.discount_rate=4%"});
  check_to_the_cent(values_of(sheet("rate"), net), net_means(*valuation_of(at_other_rate)));

  // Within the rounding of monthly amounts, as the sheet says: half a cent for each person and month.
  const auto dearer =
      net_means(*valuation_of(with({"assumptions.saved_care_wmo_crime={value: 6000, range: [3000, 9000]}"})));
  const auto found = values_of(sheet("tariff"), net);
  REQUIRE(found.size() == 2);
  CHECK(std::abs(found[0] - dearer[0]) < 10.0);
  CHECK(found[0] - net_means(*summary.valuation)[0] > 10000.0);
  CHECK(std::abs(found[1] - dearer[1]) < 0.005);  // no money of the municipality

  // What is left of the budget, and the chance that it is overspent, to the cent and to the replication.
  const auto of_engine = models::budget_checks(
      with({"budget.lks=[61234, " + fmt::format("{:.6f}", about) + "]"}).scenarios[1], base.years);
  REQUIRE(of_engine.size() == 1);
  const std::string csv = sheet("budget");
  const auto years_of = [&](const std::string& word, std::size_t which) {
    std::size_t at = 0;
    for (std::size_t k = 0; k <= which; ++k) at = csv.find("," + word + ",", at + 1);
    REQUIRE(at != std::string::npos);
    std::string line = csv.substr(at, csv.find('\n', at) - at);
    std::vector<double> values;
    for (std::size_t comma = line.find(',', word.size() + 2); comma != std::string::npos;
         comma = line.find(',', comma + 1)) {
      std::size_t from = comma + 1;
      while (from < line.size() && line[from] == '"') ++from;
      double& value = values.emplace_back();
      std::from_chars(line.data() + from, line.data() + line.size(), value);
    }
    return values;
  };
  const auto left = years_of(words("workbook.room"), 1);
  const auto over = years_of(words("workbook.used"), 1);
  REQUIRE(left.size() >= 10);
  REQUIRE(over.size() >= 10);
  for (std::size_t year = 0; year < 10; ++year) {
    const models::BudgetYear& one = of_engine[0].years[year];
    CHECK(std::abs(left[year] - (one.budget - one.mean)) < 0.005);
    CHECK(over[year] == Approx(100.0 * one.chance_over).margin(0.05));  // shown in per cent, to a tenth
  }
  CHECK(of_engine[0].years[0].budget == 61234.0);
  CHECK(of_engine[0].years[5].chance_over > 0.0);
  CHECK(of_engine[0].years[5].chance_over < 1.0);
}

TEST_CASE("without a valuation there is no live sheet") {
  const Place place;
  Book book(place.path / "empty.xlsx");
  book.sheet("one");
  add_live_sheet(book, {}, {}, Words{Language::english});
  CHECK(book.close());
}
