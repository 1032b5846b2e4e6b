#include "plots/tables.hpp"

#include "plots/municipalities.hpp"
#include "plots/provenance.hpp"
#include "plots/results.hpp"
#include "plots/valuation.hpp"

namespace banenplan::plots {
namespace {

using models::Comparison;
using models::MeasureText;

std::vector<Column> columns_of(std::initializer_list<const char*> titles) {
  std::vector<Column> columns;
  for (const char* title : titles) columns.push_back({title});
  return columns;
}

Cell cell(double value) {
  return {"", value};
}

// The median, then low and high where there is a band.
void add(std::vector<Cell>& row, const std::optional<Band>& band, bool banded) {
  row.push_back(band ? cell(band->median) : Cell{});
  row.push_back(band && banded ? cell(band->low) : Cell{});
  row.push_back(band && banded ? cell(band->high) : Cell{});
}

void add(std::vector<Cell>& row, const std::optional<Band>& value, const std::optional<Band>& difference,
         bool banded) {
  add(row, value, banded);
  row.push_back(value ? cell(value->mean) : Cell{});
  add(row, difference, banded);
}

std::vector<Cell> start_of_row(const std::string& scenario, const MeasureText& measure, const Words& words) {
  return {{scenario}, {measure.key}, {words.of(measure.title)}, {std::string{name_of(measure.unit)}}};
}

template <typename Use>
void for_each_measure(const Comparison& comparison, const Summary& summary, Use use) {
  for (std::size_t i = 0; i < comparison.scenarios.size(); ++i)
    for (const MeasureSummary& measure : summary.scenarios[i].measures) use(comparison.scenarios[i].name, measure);
}

Cell year_cell(const Comparison& comparison, std::size_t year) {
  return cell(static_cast<double>(comparison.first_year) + static_cast<double>(year));
}

Table years_table(const Comparison& comparison, const Summary& summary, const Words& words) {
  Table table{"",
              columns_of({"scenario", "measure", "title", "unit", "year", "median", "low", "high", "mean",
                          "difference_median", "difference_low", "difference_high"}),
              {}};
  for_each_measure(comparison, summary, [&](const std::string& scenario, const MeasureSummary& measure) {
    for (std::size_t year = 0; year < measure.years.size(); ++year) {
      std::vector<Cell> row = start_of_row(scenario, measure.text, words);
      row.push_back(year_cell(comparison, year));
      add(row, measure.years[year], year < measure.differences.size() ? measure.differences[year] : std::nullopt,
          summary.banded);
      table.rows.push_back(row);
    }
  });
  return table;
}

Table totals_table(const Comparison& comparison, const Summary& summary, const Words& words) {
  Table table{"",
              columns_of({"scenario", "measure", "title", "unit", "kind", "median", "low", "high", "mean",
                          "difference_median", "difference_low", "difference_high"}),
              {}};
  for_each_measure(comparison, summary, [&](const std::string& scenario, const MeasureSummary& measure) {
    std::vector<Cell> row = start_of_row(scenario, measure.text, words);
    row.push_back({measure.text.adds_up ? "sum" : "last_year"});
    add(row, measure.total, measure.total_difference, summary.banded);
    table.rows.push_back(row);
  });
  return table;
}

Table funds_table(const Comparison& comparison, const Summary& summary, const Words& words) {
  Table table{"", columns_of({"scenario", "fund", "title", "year", "median", "low", "high"}), {}};
  constexpr std::string_view prefix = "fund.";
  for_each_measure(comparison, summary, [&](const std::string& scenario, const MeasureSummary& measure) {
    if (measure.text.subject != MeasureText::Subject::fund) return;
    const std::string& key = measure.text.key;
    const std::string name = key.starts_with(prefix) ? key.substr(prefix.size()) : key;
    for (std::size_t year = 0; year < measure.years.size(); ++year) {
      std::vector<Cell> row{{scenario}, {name}, {words.of(measure.text.title)}, year_cell(comparison, year)};
      add(row, measure.years[year], summary.banded);
      table.rows.push_back(row);
    }
  });
  return table;
}

Table municipalities_table(const Comparison& comparison, const Summary& summary, const Words& words) {
  Table table{"",
              columns_of({"municipality", "municipality_title", "scenario", "measure", "title", "unit", "kind",
                          "median", "low", "high", "mean", "difference_median", "difference_low", "difference_high"}),
              {}};
  for (const MunicipalitySummary& municipality : summary.municipalities) {
    for (std::size_t k = 0; k < municipality.scenarios.size(); ++k) {
      for (const std::string_view key : municipality_measures()) {
        const MeasureSummary* const measure = municipality.scenarios[k].find(key);
        if (measure == nullptr) continue;
        std::vector<Cell> row{{municipality.text.name}, {words.of(municipality.text.title)}};
        for (Cell& one : start_of_row(comparison.scenarios[k].name, measure->text, words)) row.push_back(one);
        row.push_back({measure->text.adds_up ? "sum" : "last_year"});
        add(row, measure->total, measure->total_difference, summary.banded);
        table.rows.push_back(row);
      }
    }
  }
  return table;
}

Table assumptions_table(const Comparison& comparison, const Words& words) {
  Table table{"",
              columns_of({"assumption", "title", "unit", "value", "low", "high", "grade", "grade_title", "checked",
                          "source"}),
              {}};
  for (const models::Assumption& assumption : comparison.assumptions) {
    const bool fixed = assumption.spread.shape == models::Spread::Shape::fixed;
    const std::string grade(1, models::letter(assumption.grade));
    table.rows.push_back({{assumption.name},
                          {words.of(assumption.title)},
                          {assumption.unit},
                          cell(assumption.spread.value),
                          fixed ? Cell{} : cell(assumption.spread.low),
                          fixed ? Cell{} : cell(assumption.spread.high),
                          {grade},
                          {words("grade." + grade)},
                          {date_text(assumption.checked)},
                          {assumption.source}});
  }
  return table;
}

// Adds a row for each year or each quarter to what says whose money it is.
void add_rows(const Comparison& comparison, const Summary& summary, const std::vector<Cell>& whose, bool by_quarter,
              const std::vector<std::vector<double>>& draws, Table& table) {
  const std::size_t parts = by_quarter ? models::quarters_per_year : 1;
  for (std::size_t at = 0; at < draws.size(); ++at) {
    std::vector<Cell> row = whose;
    row.push_back(year_cell(comparison, at / parts));
    if (by_quarter) row.push_back(cell(static_cast<double>(at % parts + 1)));
    const auto band = band_of(draws[at]);
    add(row, band, summary.banded);
    row.push_back(band ? cell(band->mean) : Cell{});
    table.rows.push_back(row);
  }
}

// What a holder pays and receives, a row for each year or each quarter.
Table finance_table(const Comparison& comparison, const Summary& summary, const Words& words, bool by_quarter) {
  Table table{"", columns_of({"scenario", "holder", "taakveld", "post", "title", "way", "year"}), {}};
  if (by_quarter) table.columns.push_back({"quarter"});
  for (const char* title : {"median", "low", "high", "mean"}) table.columns.push_back({title});
  const models::Posts& posts = summary.valuation->appraisal.posts;
  for (std::size_t k = 0; k < comparison.scenarios.size(); ++k) {
    for (const models::FinanceLine& line : summary.valuation->finance[k].lines) {
      const std::int32_t post = posts.post(line.post);
      const std::string title = post < 0 ? line.post : words.of(posts.posts[static_cast<std::size_t>(post)].title);
      for (const bool paid : {true, false}) {
        const auto& draws = by_quarter ? (paid ? line.paid_by_quarter : line.received_by_quarter)
                                       : (paid ? line.paid : line.received);
        const std::vector<Cell> whose{
            {comparison.scenarios[k].name}, {line.holder}, {line.taakveld}, {line.post}, {title},
            {paid ? "paid" : "received"}};
        add_rows(comparison, summary, whose, by_quarter, draws, table);
      }
    }
  }
  return table;
}

// What makes each result uncertain: a row for chance, and one for each assumption that matters.
Table uncertainty_table(const Comparison& comparison, const Summary& summary, const Words& words) {
  Table table{"", columns_of({"scenario", "result", "source", "title", "first", "total", "low", "high"}), {}};
  for (std::size_t k = 0; k < comparison.scenarios.size(); ++k) {
    for (const models::Attribution& one : summary.valuation->attributions[k]) {
      if (!one.chance) continue;
      const std::string& name = comparison.scenarios[k].name;
      const std::string result(one.result);
      table.rows.push_back({{name},
                            {result},
                            {"chance"},
                            {words("workbook.chance")},
                            Cell{},
                            cell(one.chance->share),
                            cell(one.chance->low),
                            cell(one.chance->high)});
      for (const models::Attribution::Part& part : one.parts) {
        const models::Assumption& assumption = comparison.assumptions[static_cast<std::size_t>(part.assumption)];
        table.rows.push_back({{name},
                              {result},
                              {assumption.name},
                              {words.of(assumption.title)},
                              cell(part.index.first),
                              cell(part.index.total),
                              cell(part.index.low),
                              cell(part.index.high)});
      }
    }
  }
  return table;
}

}  // namespace

std::vector<NamedTable> tables_of(const Comparison& comparison, const Summary& summary, const Words& words) {
  std::vector<NamedTable> tables{{"per_jaar.csv", years_table(comparison, summary, words)},
                                 {"totalen.csv", totals_table(comparison, summary, words)},
                                 {"fondsen.csv", funds_table(comparison, summary, words)},
                                 {"aannames.csv", assumptions_table(comparison, words)},
                                 {"tarieven.csv", tariffs_table(comparison, words)},
                                 {"herkomst.csv", provenance_table(comparison, words)}};
  if (summary.valuation) {
    tables.push_back({"financien_per_jaar.csv", finance_table(comparison, summary, words, false)});
    tables.push_back({"financien_per_kwartaal.csv", finance_table(comparison, summary, words, true)});
    tables.push_back({"onzekerheid.csv", uncertainty_table(comparison, summary, words)});
  }
  if (!summary.municipalities.empty())
    tables.push_back({"gemeenten.csv", municipalities_table(comparison, summary, words)});
  return tables;
}

}  // namespace banenplan::plots
