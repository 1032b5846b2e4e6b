#include "plots/finance_sheets.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "plots/phrases.hpp"
#include "plots/valuation.hpp"

namespace banenplan::plots {
namespace {

constexpr int first_amount = 5;  // column
constexpr int first_row = 2;

struct Part {
  const char* key;
  double Band::*of;
};

// Whether any money ever goes this way.
bool moves(const std::vector<std::vector<double>>& draws) {
  return std::any_of(draws.begin(), draws.end(), [](const std::vector<double>& draw) {
    return std::any_of(draw.begin(), draw.end(), [](double euro) { return euro != 0.0; });
  });
}

class Writer {
 public:
  Writer(Book& book, const models::Comparison& comparison, const Summary& summary, const Words& words)
      : book_(book), comparison_(comparison), summary_(summary), words_(words) {
    parts_.push_back({"mean", &Band::mean});
    if (summary.banded) parts_.insert(parts_.end(), {{"low", &Band::low}, {"high", &Band::high}});
  }

  void by_year() {
    std::vector<std::string> heads;
    for (int year = 0; year < comparison_.years; ++year) heads.push_back(year_text(year));
    Sheet page = sheet("finance", heads, 16);
    int row = first_row;
    for (std::size_t k = 0; k < comparison_.scenarios.size(); ++k) {
      for (const Part& part : parts_) {
        for (const models::FinanceLine& line : finance(k).lines) row = line_rows(page, row, k, line, part);
        row = lag_rows(page, row, k, part);
        if (part.of == &Band::mean) row = gap_row(page, row, k);
      }
      for (const models::BudgetCheck& check : finance(k).budgets) row = budget_years(page, row, k, check);
    }
    page.freeze(first_row, first_amount);
  }

  void by_quarter() {
    constexpr int quarters = models::quarters_per_year;
    std::vector<std::string> heads;
    for (int quarter = 0; quarter < comparison_.years * quarters; ++quarter) {
      heads.push_back(words_("workbook.quarter", {{"year", year_text(quarter / quarters)},
                                                  {"quarter", std::to_string(quarter % quarters + 1)}}));
    }
    Sheet page = sheet("quarters", heads, 14);
    page.pages_wide(comparison_.years);
    int row = first_row;
    for (std::size_t k = 0; k < comparison_.scenarios.size(); ++k) {
      for (const models::FinanceLine& line : finance(k).lines) {
        for (const bool paid : {true, false}) {
          const auto& draws = paid ? line.paid_by_quarter : line.received_by_quarter;
          if (!moves(draws)) continue;
          for (const Part& part : parts_) row = draws_row(page, row, names_of(k, line, paid, part), draws, part);
        }
      }
      for (const models::BudgetCheck& check : finance(k).budgets) row = budget_quarters(page, row, k, check);
    }
    page.freeze(first_row, first_amount);
  }

 private:
  std::string word(const std::string& key) const { return words_("workbook." + key); }
  std::string title(std::size_t scenario) const { return title_of(comparison_.scenarios[scenario], words_); }
  std::string year_text(int year) const { return std::to_string(comparison_.first_year + year); }
  const ScenarioFinance& finance(std::size_t scenario) const { return summary_.valuation->finance[scenario]; }

  Sheet sheet(const std::string& key, const std::vector<std::string>& amounts, double width) {
    Sheet page = book_.sheet(word(key));
    page.text(0, 0, word(key), Style::title);
    page.width(0, 1, 36);
    page.width(2, 2, 16);
    page.width(3, 3, 42);
    page.width(4, 4, 30);
    page.width(first_amount, first_amount + static_cast<int>(amounts.size()) - 1, width);
    std::vector<std::string> heads{word("scenario"), word("holder"), word("taakveld"), word("post"), word("which")};
    heads.insert(heads.end(), amounts.begin(), amounts.end());
    page.heads(1, heads);
    return page;
  }

  std::string holder(const std::string& name) const {
    const auto& posts = summary_.valuation->appraisal.posts;
    const std::int32_t party = posts.party(name);
    return party < 0 ? name : words_.of(posts.parties[static_cast<std::size_t>(party)].title);
  }

  std::string taakveld(const models::FinanceLine& line) const {
    return line.taakveld == "department" ? word("own_taakveld") : line.taakveld;
  }

  std::string post(const models::FinanceLine& line) const {
    const auto& posts = summary_.valuation->appraisal.posts;
    const std::int32_t place = posts.post(line.post);
    return place < 0 ? line.post : words_.of(posts.posts[static_cast<std::size_t>(place)].title);
  }

  std::string budget_title(std::size_t scenario, const models::BudgetCheck& check) const {
    const MeasureSummary* const measure = summary_.scenarios[scenario].find(check.key);
    return measure == nullptr ? check.key : words_.of(measure->text.title);
  }

  // What stands before the amounts.
  std::vector<std::string> names_of(std::size_t scenario, const models::FinanceLine& line, bool paid,
                                    const Part& part) const {
    return {title(scenario), holder(line.holder), taakveld(line), post(line),
            word(paid ? "paid" : "received") + ", " + word(part.key)};
  }

  // An amount for each year or quarter; returns the row below.
  static int draws_row(Sheet& page, int row, const std::vector<std::string>& names,
                       const std::vector<std::vector<double>>& draws, const Part& part) {
    int column = 0;
    for (const std::string& name : names) page.text(row, column++, name);
    for (std::size_t k = 0; k < draws.size(); ++k) {
      const auto band = band_of(draws[k]);
      if (band) page.number(row, first_amount + static_cast<int>(k), (*band).*part.of, Style::cents);
    }
    return row + 1;
  }

  // A row for what is paid and one for what is received, where anything is.
  int line_rows(Sheet& page, int row, std::size_t scenario, const models::FinanceLine& line, const Part& part) const {
    for (const bool paid : {true, false}) {
      const auto& draws = paid ? line.paid : line.received;
      if (moves(draws)) row = draws_row(page, row, names_of(scenario, line, paid, part), draws, part);
    }
    return row;
  }

  int lag_rows(Sheet& page, int row, std::size_t scenario, const Part& part) const {
    const auto names = [&](const char* key) {
      return std::vector<std::string>{title(scenario), word(key), "6.3", "", word(part.key)};
    };
    row = draws_row(page, row, names("lag_paid"), finance(scenario).lag.paid, part);
    return draws_row(page, row, names("lag_received"), finance(scenario).lag.received, part);
  }

  // What is advanced: the two rows above, the first less the second.
  int gap_row(Sheet& page, int row, std::size_t scenario) const {
    const models::Lag& lag = finance(scenario).lag;
    page.text(row, 0, title(scenario));
    page.text(row, 1, word("lag_gap"));
    for (std::size_t year = 0; year < lag.paid.size(); ++year) {
      const int column = first_amount + static_cast<int>(year);
      const auto paid = band_of(lag.paid[year]);
      const auto received = band_of(lag.received[year]);
      if (!paid || !received) continue;
      page.formula(row, column, "=" + cell_name(row - 2, column) + "-" + cell_name(row - 1, column),
                   paid->mean - received->mean, Style::cents);
    }
    return row + 1;
  }

  // Of each year or quarter an amount and a chance.
  int budget_rows(Sheet& page, int row, std::size_t scenario, const models::BudgetCheck& check,
                  const std::pair<const char*, std::vector<double>>& amounts,
                  const std::pair<const char*, std::vector<double>>& chances) const {
    for (const auto& [key, numbers] : {amounts, chances}) {
      page.text(row, 0, title(scenario));
      page.text(row, 1, budget_title(scenario, check));
      page.text(row, first_amount - 1, word(key));
      const Style style = key == chances.first ? Style::share : Style::cents;
      int column = first_amount;
      for (const double number : numbers) page.number(row, column++, number, style);
      ++row;
    }
    return row;
  }

  int budget_years(Sheet& page, int row, std::size_t scenario, const models::BudgetCheck& check) const {
    std::vector<double> budgets, chances;
    for (const models::BudgetYear& year : check.years) {
      budgets.push_back(year.budget);
      chances.push_back(year.chance_over);
    }
    return budget_rows(page, row, scenario, check, {"budget", budgets}, {"chance_over", chances});
  }

  // What is spent in each quarter, and the chance that the year's budget is used up by its end.
  int budget_quarters(Sheet& page, int row, std::size_t scenario, const models::BudgetCheck& check) const {
    std::vector<double> spent, chances;
    for (const models::BudgetYear& year : check.years) {
      for (const models::BudgetQuarter& quarter : year.quarters) {
        spent.push_back(quarter.mean);
        chances.push_back(quarter.chance_over);
      }
    }
    return budget_rows(page, row, scenario, check, {"mean", spent}, {"chance_used_up", chances});
  }

  Book& book_;
  const models::Comparison& comparison_;
  const Summary& summary_;
  const Words& words_;
  std::vector<Part> parts_;
};

}  // namespace

void add_finance_sheets(Book& book, const models::Comparison& comparison, const Summary& summary,
                        const Words& words) {
  if (summary.valuation == nullptr) return;
  Writer writer(book, comparison, summary, words);
  writer.by_year();
  writer.by_quarter();
}

}  // namespace banenplan::plots
