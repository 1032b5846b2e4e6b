#include "plots/workbook.hpp"

#include <functional>
#include <string>

#include "plots/finance_sheets.hpp"
#include "plots/live_sheet.hpp"
#include "plots/phrases.hpp"
#include "plots/provenance.hpp"
#include "plots/results.hpp"
#include "plots/sheet.hpp"
#include "plots/valuation.hpp"

namespace banenplan::plots {
namespace {

using models::Comparison;
using models::MeasureText;

Style style_of(MeasureText::Unit unit) {
  switch (unit) {
    case MeasureText::Unit::euro:
      return Style::cents;
    case MeasureText::Unit::share:
      return Style::share;
    case MeasureText::Unit::people:
    case MeasureText::Unit::jobs:
    case MeasureText::Unit::fte:
    case MeasureText::Unit::count:
      break;
  }
  return Style::decimal;
}

class Writer {
 public:
  Writer(Book& book, const Comparison& comparison, const Summary& summary, const Words& words)
      : book_(book),
        comparison_(comparison),
        summary_(summary),
        valuation_(summary.valuation.get()),
        words_(words),
        years_(comparison.years) {}

  void write() {
    overview();
    per_year();
    if (valuation_ != nullptr) {
      per_actor();
      add_finance_sheets(book_, comparison_, summary_, words_);
      uncertainty();
      choice();
      add_live_sheet(book_, comparison_, summary_, words_);
    }
    assumptions();
    table("tariff_list", tariffs_table(comparison_, words_), {30, 50, 16, 10, 14, 24, 8, 12, 60});
    table("provenance", provenance_table(comparison_, words_), {16, 24, 100});
  }

 private:
  std::string word(const std::string& key) const { return words_("workbook." + key); }
  std::string title(std::size_t scenario) const { return title_of(comparison_.scenarios[scenario], words_); }
  std::size_t count() const { return comparison_.scenarios.size(); }

  std::vector<std::string> year_heads(std::vector<std::string> heads) const {
    for (int year = 0; year < years_; ++year) heads.push_back(std::to_string(comparison_.first_year + year));
    return heads;
  }

  Sheet sheet(const std::string& key) {
    Sheet added = book_.sheet(word(key));
    added.text(0, 0, key == "summary" ? word("title") : word(key), Style::title);
    return added;
  }

  // A row for each scenario's mean, low and high.
  void band_row(Sheet& sheet, int row, const std::string& what, const std::string& side, Style style,
                const std::function<std::optional<Band>(std::size_t)>& band_at) {
    sheet.text(row, 0, side);
    sheet.text(row, 1, what);
    for (std::size_t k = 0; k < count(); ++k) {
      const auto band = band_at(k);
      const int column = 2 + 3 * static_cast<int>(k);
      if (!band) {
        sheet.text(row, column, word("no_ratio"));
        continue;
      }
      sheet.number(row, column, band->mean, style);
      if (!summary_.banded) continue;
      sheet.number(row, column + 1, band->low, style);
      sheet.number(row, column + 2, band->high, style);
    }
  }

  static std::optional<Band> band_of_ratio(const std::optional<Ratio>& ratio) {
    if (!ratio) return std::nullopt;
    Band band = ratio->band.value_or(Band{ratio->value, ratio->value, ratio->value, ratio->value});
    band.mean = ratio->value;
    return band;
  }

  int worth_rows(Sheet& sheet, int row, const std::string& side, SideWorth ScenarioValuation::*of) {
    const std::pair<const char*, Band SideWorth::*> amounts[] = {
        {"net", &SideWorth::net}, {"cost", &SideWorth::cost}, {"benefit", &SideWorth::benefit}};
    for (const auto& [key, amount] : amounts) {
      band_row(sheet, row++, word(key), word(side), Style::euro, [this, of, part = amount](std::size_t k) {
        return std::optional(valuation_->scenarios[k].*of.*part);
      });
    }
    band_row(sheet, row++, word("ratio"), word(side), Style::decimal,
             [&](std::size_t k) { return band_of_ratio((valuation_->scenarios[k].*of).ratio); });
    const char* const rest[] = {"payback", "paid_back_by", "positive", "chance_share"};
    for (const char* const key : rest) {
      sheet.text(row, 0, word(side));
      sheet.text(row++, 1, word(key));
    }
    for (std::size_t k = 0; k < count(); ++k) {
      const SideWorth& worth = valuation_->scenarios[k].*of;
      const int column = 2 + 3 * static_cast<int>(k);
      const auto year = [&](const std::optional<std::int32_t>& one) {
        return one ? std::to_string(*one) : word("never");
      };
      sheet.text(row - 4, column, year(worth.payback_year));
      sheet.text(row - 3, column, year(worth.payback.median));
      if (summary_.banded) {
        sheet.text(row - 3, column + 1, year(worth.payback.low));
        sheet.text(row - 3, column + 2, year(worth.payback.high));
      }
      sheet.number(row - 2, column, worth.chance_positive, Style::share);
      if (worth.chance_share) sheet.number(row - 1, column, *worth.chance_share, Style::share);
    }
    return row;
  }

  void overview() {
    Sheet page = sheet("summary");
    page.width(0, 0, 16);
    page.width(1, 1, 42);
    page.width(2, 1 + 3 * static_cast<int>(count()), 16);
    if (valuation_ == nullptr) {
      page.text(1, 0, word("no_valuation"), Style::note);
      return;
    }
    page.text(1, 0, words_("workbook.basis", {{"year", std::to_string(valuation_->appraisal.price_level)}}),
              Style::note);
    std::vector<std::string> heads{"", word("measure")};
    for (std::size_t k = 0; k < count(); ++k) {
      heads.insert(heads.end(), {title(k), word("low"), word("high")});
    }
    page.heads(2, heads);
    int row = worth_rows(page, 3, "society", &ScenarioValuation::society);
    row = worth_rows(page, row, "municipality", &ScenarioValuation::municipality);
    const std::pair<const char*, std::optional<Ratio> CostPer::*> per[] = {
        {"per_placement", &CostPer::placement}, {"per_job", &CostPer::job}, {"per_lasting", &CostPer::lasting_job}};
    for (const auto& [key, ratio] : per) {
      band_row(page, row++, word(key), word("municipality"), Style::euro,
               [this, one = ratio](std::size_t k) { return band_of_ratio(valuation_->scenarios[k].cost_per.*one); });
    }
    for (const char* const key : {"jobs", "placements", "lasting_placements"}) {
      if (summary_.scenarios.empty() || summary_.scenarios.front().find(key) == nullptr) continue;
      band_row(page, row++, words_.of(summary_.scenarios.front().find(key)->text.title), "", Style::decimal,
               [&](std::size_t k) {
                 const MeasureSummary* const measure = summary_.scenarios[k].find(key);
                 return measure == nullptr ? std::nullopt : measure->total;
               });
    }
    page.freeze(3, 2);
  }

  void per_year() {
    Sheet page = sheet("per_year");
    page.width(0, 0, 24);
    page.width(1, 1, 42);
    page.width(2, 3, 10);
    page.width(4, 4 + years_, 15);
    page.heads(1, year_heads({word("scenario"), word("measure"), word("unit"), word("which")}));
    int row = 2;
    for (std::size_t k = 0; k < summary_.scenarios.size(); ++k) {
      for (const MeasureSummary& measure : summary_.scenarios[k].measures) {
        const std::pair<const char*, double Band::*> parts[] = {
            {"median", &Band::median}, {"low", &Band::low}, {"high", &Band::high}, {"mean", &Band::mean}};
        for (const auto& [key, part] : parts) {
          const bool of_band = part == &Band::low || part == &Band::high;
          if (of_band && !summary_.banded) continue;
          page.text(row, 0, title(k));
          page.text(row, 1, words_.of(measure.text.title));
          page.text(row, 2, std::string(name_of(measure.text.unit)));
          page.text(row, 3, word(key));
          for (std::size_t year = 0; year < measure.years.size(); ++year) {
            if (!measure.years[year]) continue;
            page.number(row, 4 + static_cast<int>(year), (*measure.years[year]).*part, style_of(measure.text.unit));
          }
          ++row;
        }
      }
    }
    page.freeze(2, 4);
  }

  void per_actor() {
    Sheet page = sheet("per_actor");
    page.width(0, 0, 44);
    page.width(1, 3 * static_cast<int>(count()), 20);
    std::vector<std::string> heads{word("actor")};
    for (std::size_t k = 0; k < count(); ++k) heads.push_back(title(k));
    for (std::size_t k = 0; k < count(); ++k) {
      for (const char* const key : {"low", "high"}) heads.push_back(title(k) + ", " + word(key));
    }
    page.heads(1, heads);
    const auto& parties = valuation_->appraisal.posts.parties;
    const int last = 1 + static_cast<int>(parties.size());
    for (std::size_t party = 0; party < parties.size(); ++party) {
      const int row = 2 + static_cast<int>(party);
      page.text(row, 0, words_.of(parties[party].title));
      for (std::size_t k = 0; k < count(); ++k) {
        const Band& band = valuation_->scenarios[k].parties[party];
        page.number(row, 1 + static_cast<int>(k), band.mean, Style::cents);
        add_band(page, row, k, band);
      }
    }
    page.text(last + 1, 0, word("sum"), Style::head);
    std::vector<Sheet::Series> series;
    for (std::size_t k = 0; k < count(); ++k) {
      const int column = 1 + static_cast<int>(k);
      page.formula(last + 1, column, "=SUM(" + cell_name(2, column) + ":" + cell_name(last, column) + ")",
                   valuation_->scenarios[k].society.net.mean, Style::total);
      add_band(page, last + 1, k, valuation_->scenarios[k].society.net);  // bands do not add up
      series.push_back({1, column, 2, column, last, column, 2, 0, last, 0});
    }
    page.chart(last + 4, 0, Sheet::Kind::columns, word("per_actor"), series);
    page.freeze(2, 1);
  }

  // Beyond the means of all scenarios.
  void add_band(Sheet& page, int row, std::size_t scenario, const Band& band) {
    if (!summary_.banded) return;
    const int column = 1 + static_cast<int>(count()) + 2 * static_cast<int>(scenario);
    page.number(row, column, band.low, Style::cents);
    page.number(row, column + 1, band.high, Style::cents);
  }

  void uncertainty() {
    Sheet page = sheet("uncertainty");
    page.width(0, 1, 36);
    page.width(2, 2, 60);
    page.width(3, 6, 16);
    page.text(1, 0, word("uncertainty_how"), Style::note);
    page.heads(2, {word("scenario"), word("measure"), word("source"), word("first"), word("total_index"), word("low"),
                   word("high")});
    int row = 3;
    for (std::size_t k = 0; k < count(); ++k) {
      for (const models::Attribution& one : valuation_->attributions[k]) {
        if (!one.chance) continue;
        const auto add = [&](const std::string& source, std::optional<double> first, double total, double low,
                             double high) {
          page.text(row, 0, title(k));
          page.text(row, 1, words_("result." + std::string(one.result)));
          page.text(row, 2, source);
          if (first) page.number(row, 3, *first, Style::share);
          page.number(row, 4, total, Style::share);
          page.number(row, 5, low, Style::share);
          page.number(row++, 6, high, Style::share);
        };
        add(word("chance"), std::nullopt, one.chance->share, one.chance->low, one.chance->high);
        for (const models::Attribution::Part& part : one.parts) {
          const auto& assumption = comparison_.assumptions[static_cast<std::size_t>(part.assumption)];
          add(words_.of(assumption.title), part.index.first, part.index.total, part.index.low, part.index.high);
        }
      }
    }
    page.freeze(3, 3);
  }

  void choice() {
    Sheet page = sheet("choice");
    page.text(1, 0, word("chance_best"), Style::note);
    std::vector<std::string> heads{word("worth")};
    for (std::size_t k = 0; k < count(); ++k) heads.push_back(title(k));
    heads.insert(heads.end(), {word("best"), word("perfect")});
    page.heads(2, heads);
    page.width(0, static_cast<int>(count()) + 2, 22);
    int row = 3;
    const int columns = static_cast<int>(count());
    for (const engine::Choice& one : valuation_->municipality.choices) {
      page.number(row, 0, one.worth, Style::euro);
      for (std::size_t k = 0; k < count(); ++k) {
        page.number(row, 1 + static_cast<int>(k), one.chance_best[k], Style::share);
      }
      page.text(row, columns + 1, title(static_cast<std::size_t>(one.best)));
      page.number(row++, columns + 2, one.perfect_information, Style::euro);
    }
    std::vector<Sheet::Series> series;
    for (int column = 1; column <= columns; ++column) {
      series.push_back({2, column, 3, column, row - 1, column, 3, 0, row - 1, 0});
    }
    page.chart(increments(page, row + 1) + 1, 0, Sheet::Kind::lines, word("chance_best"), series);
    page.freeze(3, 1);
  }

  // Each scenario against the null alternative: a ratio where there is one, else in words why there is none.
  int increments(Sheet& page, int row) {
    page.heads(row++,
               {word("scenario"), word("more_cost"), word("more_effect"), word("per_effect"), word("standing")});
    for (std::size_t k = 0; k < count(); ++k) {
      const engine::Increment& one = valuation_->municipality.increments[k];
      page.text(row, 0, title(k));
      page.number(row, 1, one.cost, Style::cents);
      page.number(row, 2, one.effect, Style::decimal);
      if (one.has_ratio()) {
        page.number(row, 3, one.ratio, Style::euro);
      } else {
        page.text(row, 3, word("no_ratio"));
      }
      page.text(row++, 4, words_("increment." + std::string(name_of(one.kind))));
    }
    return row;
  }

  void assumptions() {
    Sheet page = sheet("assumptions");
    page.width(0, 0, 60);
    page.width(1, 6, 14);
    page.width(7, 7, 70);
    page.heads(1, {words_("report.assumption"), word("unit"), words_("report.value"), word("low"), word("high"),
                   words_("report.grade"), words_("report.checked"), words_("report.source")});
    int row = 2;
    for (const models::Assumption& one : comparison_.assumptions) {
      const std::string& name = words_.of(one.title);
      page.text(row, 0, name.empty() ? one.name : name);
      page.text(row, 1, one.unit);
      page.number(row, 2, one.spread.value, Style::decimal);
      if (one.spread.shape != models::Spread::Shape::fixed) {
        page.number(row, 3, one.spread.low, Style::decimal);
        page.number(row, 4, one.spread.high, Style::decimal);
      }
      page.text(row, 5, std::string(1, models::letter(one.grade)));
      page.text(row, 6, date_text(one.checked));
      page.text(row++, 7, one.source);
    }
    page.freeze(2, 1);
  }

  // As it stands in tables/*.csv.
  void table(const std::string& key, const Table& rows, const std::vector<int>& widths) {
    Sheet page = sheet(key);
    std::vector<std::string> heads;
    for (std::size_t k = 0; k < rows.columns.size(); ++k) {
      heads.push_back(rows.columns[k].title);
      page.width(static_cast<int>(k), static_cast<int>(k), widths[k]);
    }
    page.heads(1, heads);
    int row = 2;
    for (const auto& cells : rows.rows) {
      for (std::size_t k = 0; k < cells.size(); ++k) {
        const int column = static_cast<int>(k);
        if (cells[k].value) {
          page.number(row, column, *cells[k].value, Style::decimal);
        } else {
          page.text(row, column, cells[k].text);
        }
      }
      ++row;
    }
    page.freeze(2, 1);
  }

  Book& book_;
  const Comparison& comparison_;
  const Summary& summary_;
  const Valuation* valuation_;
  const Words& words_;
  int years_;
};

}  // namespace

bool save_workbook(const Comparison& comparison, const Summary& summary, const Words& words,
                   const std::filesystem::path& path) {
  Book book(path);
  Writer(book, comparison, summary, words).write();
  return book.close();
}

}  // namespace banenplan::plots
