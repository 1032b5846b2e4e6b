#include "plots/live_sheet.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "plots/valuation.hpp"

namespace banenplan::plots {
namespace {

using models::Comparison;
using models::ScenarioAppraisal;

constexpr int first_year_column = 3;

class LiveSheet {
 public:
  LiveSheet(Book& book, const Comparison& comparison, const Summary& summary, const Words& words)
      : book_(book),
        comparison_(comparison),
        summary_(summary),
        valuation_(*summary.valuation),
        words_(words),
        sheet_(book.sheet(words("workbook.live"))),
        years_(comparison.years) {}

  void write() {
    sheet_.width(0, 0, 30);
    sheet_.width(1, 1, 34);
    sheet_.width(2, first_year_column + years_, 15);
    sheet_.text(0, 0, words_("workbook.title"), Style::title);
    sheet_.text(1, 0, words_("workbook.change_here") + " " + words_("workbook.promises"), Style::note);
    replications();
    inputs();
    tariffs();
    for (std::size_t k = 0; k < comparison_.scenarios.size(); ++k) {
      if (static_cast<std::int32_t>(k) == comparison_.null_alternative) continue;
      const ScenarioAppraisal& one = valuation_.appraisal.scenarios[k];
      const ScenarioValuation& valued = valuation_.scenarios[k];
      side(k, "society", one.society_means, valued.society);
      side(k, "municipality", one.municipality_means, valued.municipality);
    }
    budgets();
    sheet_.freeze(head_row_ + 1, 2);
  }

 private:
  int last_year_column() const { return first_year_column + years_ - 1; }
  std::size_t years() const { return static_cast<std::size_t>(years_); }

  void inputs() {
    const models::Appraisal& appraisal = valuation_.appraisal;
    const bool one_rate = std::all_of(appraisal.rates.begin(), appraisal.rates.end(),
                                      [&](double rate) { return rate == appraisal.rates.front(); });
    sheet_.text(2, 0, words_("workbook.rate"));
    sheet_.number(2, 2, appraisal.rates.front(), Style::input_share);
    book_.name("discount_rate", sheet_, 2, 2);
    sheet_.text(3, 0, words_("workbook.inflation"));
    sheet_.number(3, 2, appraisal.inflation, Style::input_share);
    book_.name("inflation", sheet_, 3, 2);
    sheet_.text(rate_row, 0, words_("workbook.rates"));
    sheet_.text(weight_row, 0, words_("workbook.weights"));
    for (int year = 0; year < years_; ++year) {
      const int column = first_year_column + year;
      const auto place = static_cast<std::size_t>(year);
      sheet_.text(head_row_, column, std::to_string(comparison_.first_year + year), Style::head);
      // Where rates differ by year a single cell cannot stand for them; each year's own can be changed instead.
      if (one_rate) {
        sheet_.formula(rate_row, column, "=discount_rate", appraisal.rates[place], Style::share);
      } else {
        sheet_.number(rate_row, column, appraisal.rates[place], Style::input_share);
      }
      const std::string weight = year == 0 ? "=1"
                                           : "=" + cell_name(weight_row, column - 1) + "/((1+" +
                                                 cell_name(rate_row, column) + ")*(1+inflation))";
      sheet_.formula(weight_row, column, weight, appraisal.weights[place], Style::decimal);
    }
  }

  void tariffs() {
    row_ = weight_row + 2;
    sheet_.text(row_++, 0, words_("workbook.tariffs"), Style::head);
    tariff_rows_.assign(valuation_.appraisal.posts.posts.size(), 0);
    for (std::size_t post = 0; post < tariff_rows_.size(); ++post) {
      if (!valuation_.appraisal.posts.posts[post].on) continue;
      tariff_rows_[post] = row_;
      sheet_.text(row_, 1, words_.of(valuation_.appraisal.posts.posts[post].title));
      sheet_.number(row_++, 2, 1.0, Style::input_share);
    }
    ++row_;
  }

  // The posts of one side of one scenario with their amounts by year, and what they are worth.
  void side(std::size_t scenario, const std::string& name, const std::vector<double>& means, const SideWorth& worth) {
    const auto& posts = valuation_.appraisal.posts.posts;
    const std::string number = std::to_string(scenario + 1);
    sheet_.text(row_, 0, words_.of(comparison_.scenarios[scenario].title), Style::head);
    sheet_.text(row_, 1, words_("workbook." + name), Style::head);
    sheet_.text(row_, 2, words_("workbook.present"), Style::head);
    sheet_.text(row_++, first_year_column, words_("workbook.amounts"), Style::note);
    std::string cost, benefit;
    for (std::size_t post = 0; post < posts.size(); ++post) {
      if (!posts[post].on) continue;
      double present = 0.0;
      for (std::size_t year = 0; year < years(); ++year) {
        const double amount = means[post * years() + year];
        present += valuation_.appraisal.weights[year] * amount;
        sheet_.number(row_, first_year_column + static_cast<int>(year), amount, Style::cents);
      }
      sheet_.text(row_, 1, words_.of(posts[post].title));
      sheet_.formula(row_, 2,
                     "=" + fixed_cell_name(tariff_rows_[post], 2) + "*SUMPRODUCT(" +
                         fixed_cell_name(weight_row, first_year_column) + ":" +
                         fixed_cell_name(weight_row, last_year_column()) + "," + cell_name(row_, first_year_column) +
                         ":" + cell_name(row_, last_year_column()) + ")",
                     present, Style::cents);
      (posts[post].is_cost ? cost += "-" : benefit += "+") += cell_name(row_, 2);
      ++row_;
    }
    sheet_.text(row_, 1, words_("workbook.cost"));
    sheet_.formula(row_, 2, "=0" + cost, worth.cost.mean, Style::cents);
    const std::string cost_cell = cell_name(row_++, 2);
    sheet_.text(row_, 1, words_("workbook.benefit"));
    sheet_.formula(row_, 2, "=0" + benefit, worth.benefit.mean, Style::cents);
    const std::string benefit_cell = cell_name(row_++, 2);
    sheet_.text(row_, 1, words_("workbook.net"));
    sheet_.formula(row_, 2, "=" + benefit_cell + "-" + cost_cell, worth.net.mean, Style::total);
    book_.name("net_" + name + "_" + number, sheet_, row_++, 2);
    sheet_.text(row_, 1, words_("workbook.ratio"));
    const std::string none = words_("workbook.no_cost");
    const std::string ratio = "=IF(" + cost_cell + ">0," + benefit_cell + "/" + cost_cell + ",\"" + none + "\")";
    if (worth.ratio) {
      sheet_.formula(row_, 2, ratio, worth.ratio->value, Style::decimal);
    } else {
      sheet_.formula(row_, 2, ratio, none, Style::decimal);
    }
    book_.name("ratio_" + name + "_" + number, sheet_, row_, 2);
    row_ += 2;
  }

  // What is spent on average in each year beside a budget that can be changed: the user's, or else the mean itself.
  void budgets() {
    sheet_.text(row_++, 0, words_("workbook.budget"), Style::head);
    for (std::size_t k = 0; k < comparison_.scenarios.size(); ++k) {
      for (const std::string& key : models::budget_keys()) {
        const MeasureSummary* const measure = summary_.scenarios[k].find(key);
        if (measure == nullptr) continue;
        const auto& given = comparison_.scenarios[k].budget;
        const auto found = given.find(key);
        if (found == given.end() && key != "lks") continue;
        budget(k, *measure, found == given.end() ? std::vector<double>{} : found->second);
      }
    }
  }

  void budget(std::size_t scenario, const MeasureSummary& measure, const std::vector<double>& given) {
    sheet_.text(row_, 0, words_.of(comparison_.scenarios[scenario].title));
    sheet_.text(row_, 1, words_.of(measure.text.title) + ", " + words_("workbook.mean"));
    sheet_.text(row_ + 1, 1, words_("workbook.budget"));
    sheet_.text(row_ + 2, 1, words_("workbook.room"));
    const bool has_draws = draws_of_.contains({scenario, measure.text.key});
    if (has_draws) sheet_.text(row_ + 3, 1, words_("workbook.used"));
    double room = 0.0;
    for (std::size_t year = 0; year < years(); ++year) {
      const int column = first_year_column + static_cast<int>(year);
      const double mean = measure.years[year] ? measure.years[year]->mean : 0.0;
      const double budget = given.empty() ? mean : given[std::min(year, given.size() - 1)];
      room += budget - mean;
      sheet_.number(row_, column, mean, Style::cents);
      sheet_.number(row_ + 1, column, budget, Style::input_euro);
      sheet_.formula(row_ + 2, column, "=" + cell_name(row_ + 1, column) + "-" + cell_name(row_, column),
                     budget - mean, Style::cents);
      if (has_draws) overspending(scenario, measure.text.key, year, column, budget);
    }
    sheet_.formula(
        row_ + 2, 2,
        "=SUM(" + cell_name(row_ + 2, first_year_column) + ":" + cell_name(row_ + 2, last_year_column()) + ")", room,
        Style::total);
    row_ += 5;
  }

  // The share of the replications that spend more, counted by the sheet itself.
  void overspending(std::size_t scenario, const std::string& key, std::size_t year, int column, double budget) {
    const std::vector<double> spent = spending(scenario, key, year);
    const auto over = std::count_if(spent.begin(), spent.end(), [&](double euro) { return euro > budget; });
    const int first = draws_of_.at({scenario, key});
    const int draws_column = first_draw_column + static_cast<int>(year);
    const std::string range = "'" + words_("workbook.replications") + "'!" + fixed_cell_name(first, draws_column) +
                              ":" + fixed_cell_name(first + static_cast<int>(spent.size()) - 1, draws_column);
    sheet_.formula(
        row_ + 3, column,
        "=COUNTIF(" + range + ",\">\"&" + cell_name(row_ + 1, column) + ")/" + std::to_string(spent.size()),
        static_cast<double>(over) / static_cast<double>(spent.size()), Style::share);
  }

  // Whole cents, as the ledger has them.
  std::vector<double> spending(std::size_t scenario, const std::string& key, std::size_t year) const {
    const models::ScenarioResult& result = comparison_.scenarios[scenario];
    std::vector<double> spent;
    for (std::size_t m = 0; m < result.measures.size(); ++m) {
      if (result.measures[m].key != key) continue;
      for (std::size_t r = 0; r < result.run.outcomes.size(); ++r)
        spent.push_back(std::round(100.0 * result.at(r, m, year, years())) / 100.0);
    }
    return spent;
  }

  // A sheet with what each replication spends of what has a budget; none for more replications than a sheet should
  // hold.
  void replications() {
    const auto count = static_cast<std::size_t>(comparison_.replications);
    const bool any = std::any_of(comparison_.scenarios.begin(), comparison_.scenarios.end(),
                                 [](const auto& scenario) { return !scenario.budget.empty(); });
    if (!any || count < 2 || count > most_draws) return;
    Sheet draws = book_.sheet(words_("workbook.replications"));
    draws.text(0, 0, words_("workbook.replications_how"), Style::note);
    draws.width(0, first_draw_column - 1, 24);
    draws.width(first_draw_column, first_draw_column + years_, 15);
    std::vector<std::string> heads{words_("workbook.scenario"), words_("workbook.measure"),
                                   words_("workbook.replication")};
    for (int year = 0; year < years_; ++year) heads.push_back(std::to_string(comparison_.first_year + year));
    draws.heads(1, heads);
    int row = 2;
    for (std::size_t k = 0; k < comparison_.scenarios.size(); ++k) {
      for (const auto& [key, amounts] : comparison_.scenarios[k].budget) {
        const MeasureSummary* const measure = summary_.scenarios[k].find(key);
        if (measure == nullptr) continue;
        draws_of_[{k, key}] = row;
        for (std::size_t year = 0; year < years(); ++year) {
          const std::vector<double> spent = spending(k, key, year);
          for (std::size_t r = 0; r < spent.size(); ++r)
            draws.number(row + static_cast<int>(r), first_draw_column + static_cast<int>(year), spent[r],
                         Style::cents);
        }
        for (std::size_t r = 0; r < count; ++r, ++row) {
          draws.text(row, 0, words_.of(comparison_.scenarios[k].title));
          draws.text(row, 1, words_.of(measure->text.title));
          draws.number(row, 2, static_cast<double>(r + 1), Style::number);
        }
      }
    }
    draws.freeze(2, first_draw_column);
  }

  static constexpr std::size_t most_draws = 2000;
  static constexpr int first_draw_column = 3;
  static constexpr int head_row_ = 4;
  static constexpr int rate_row = 5;
  static constexpr int weight_row = 6;

  Book& book_;
  const Comparison& comparison_;
  const Summary& summary_;
  const Valuation& valuation_;
  const Words& words_;
  Sheet sheet_;
  int years_;
  int row_ = 0;
  std::vector<int> tariff_rows_;
  std::map<std::pair<std::size_t, std::string>, int> draws_of_;  // first row, by scenario and measure
};

}  // namespace

void add_live_sheet(Book& book, const Comparison& comparison, const Summary& summary, const Words& words) {
  if (summary.valuation) LiveSheet(book, comparison, summary, words).write();
}

}  // namespace banenplan::plots
