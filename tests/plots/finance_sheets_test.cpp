#include "plots/finance_sheets.hpp"

#include <catch2/catch.hpp>
#include <charconv>
#include <cmath>
#include <map>

#include "plots/valuation.hpp"
#include "tests/plots/office.hpp"
#include "tests/plots/small_simulation.hpp"

using namespace banenplan;
using namespace banenplan::plots;

namespace {

// The amounts of each row, by the five words that stand before them; rows that bear the same words follow each other.
std::multimap<std::string, std::vector<double>> rows_of(const std::string& csv) {
  std::multimap<std::string, std::vector<double>> rows;
  std::size_t at = 0;
  while (at < csv.size()) {
    const std::size_t end = std::min(csv.find('\n', at), csv.size());
    std::vector<std::string> cells{""};
    bool quoted = false;
    for (const char letter : csv.substr(at, end - at)) {
      if (letter == '"') quoted = !quoted;
      if (letter == ',' && !quoted) cells.emplace_back();
      if (letter != '"' && (letter != ',' || quoted)) cells.back() += letter;
    }
    at = end + 1;
    if (cells.size() < 6) continue;
    std::string words = cells[0];
    for (std::size_t k = 1; k < 5; ++k) words += "|" + cells[k];
    std::vector<double> amounts;
    for (std::size_t k = 5; k < cells.size() && !cells[k].empty(); ++k) {
      std::from_chars(cells[k].data(), cells[k].data() + cells[k].size(), amounts.emplace_back());
    }
    rows.emplace(words, amounts);
  }
  return rows;
}

}  // namespace

TEST_CASE("in LibreOffice four quarters are the year, and what is advanced is what is paid less what comes in") {
  const Place place;
  const models::Comparison comparison =
      small_simulation({"nulalternatief", "boven-formatie"}, 12, {"budget.lks=200000", "period.years=3"});
  const Summary summary = summary_of(comparison);
  const Words words{Language::english};
  Book book(place.path / "finance.xlsx");
  add_finance_sheets(book, comparison, summary, words);
  REQUIRE(book.close());
  recompute(place.path, {"finance"});
  const auto years = rows_of(sheet_of(place, "finance", words("workbook.finance")));
  const auto quarters = rows_of(sheet_of(place, "finance", words("workbook.quarters")));

  int compared = 0;
  double spent = 0.0;
  for (const auto& [name, amounts] : years) {
    if (!name.ends_with(", " + words("workbook.mean"))) continue;
    CAPTURE(name);
    REQUIRE(quarters.count(name) == 1);
    const std::vector<double>& by_quarter = quarters.find(name)->second;
    REQUIRE(amounts.size() == 3);
    REQUIRE(by_quarter.size() == 12);
    for (std::size_t year = 0; year < 3; ++year) {
      double sum = 0.0;
      for (std::size_t quarter = 0; quarter < 4; ++quarter) sum += by_quarter[4 * year + quarter];
      CHECK(std::abs(sum - amounts[year]) < 0.005);
      spent += amounts[year];
    }
    ++compared;
  }
  CHECK(compared >= 8);
  CHECK(spent > 100'000.0);

  const std::string title = words.of(comparison.scenarios[1].title);
  const auto row = [&](const std::string& name) {
    CAPTURE(name);
    REQUIRE(years.count(name) == 1);
    return years.find(name)->second;
  };
  const auto lag = [&](const char* key) { return row(title + "|" + words(key) + "|6.3||" + words("workbook.mean")); };
  const std::vector<double> paid = lag("workbook.lag_paid");
  const std::vector<double> received = lag("workbook.lag_received");
  const std::vector<double> advanced = row(title + "|" + words("workbook.lag_gap") + "|||");
  REQUIRE(advanced.size() == 3);
  for (std::size_t year = 0; year < 3; ++year) CHECK(std::abs(paid[year] - received[year] - advanced[year]) < 0.005);
  CHECK(std::abs(advanced[0]) > 1.0);

  const auto check = models::budget_checks(comparison.scenarios[1], 3).at(0);
  const std::string budget = title + "|" + words.of(summary.scenarios[1].find(check.key)->text.title) + "|||";
  CHECK(row(budget + words("workbook.budget")) == std::vector<double>(3, 200'000.0));
  REQUIRE(quarters.count(budget + words("workbook.mean")) == 1);
  CHECK(quarters.find(budget + words("workbook.mean"))->second[11] == Approx(check.years[2].quarters[3].mean));
}

TEST_CASE("without a valuation there are no sheets of finance") {
  const Place place;
  Book book(place.path / "empty.xlsx");
  book.sheet("one");
  add_finance_sheets(book, {}, {}, Words{Language::english});
  CHECK(book.close());
}
