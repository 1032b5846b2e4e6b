#include "plots/overview.hpp"

#include <functional>

#include "plots/findings.hpp"
#include "plots/municipalities.hpp"
#include "plots/phrases.hpp"
#include "plots/text.hpp"

namespace banenplan::plots {
namespace {

using models::Comparison;

// What of a measure stands in a row: the value, or what it is less or more than in the null alternative.
enum class Shown { value, saved, extra };

struct Headline {
  const char* key;    // of the measure
  const char* title;  // in the catalogue
  Shown shown = Shown::value;
};

constexpr Headline people[] = {
    {"placements", "overview.placements"},
    {"placed_elsewhere", "overview.placed_elsewhere"},
    {"jobs", "overview.jobs"},
    {"quotum_share", "overview.quotum_share"},
    {"people_at_work", "overview.people_at_work"},
    {"fte", "overview.fte"},
    {"lasting_placements", "overview.lasting_placements"},
    {"dropped_out", "overview.dropped_out"},
    {"refused_money", "overview.refused_money"},
};

constexpr Headline money[] = {
    {"lks", "overview.lks"},
    {"guidance", "overview.guidance"},
    {"municipal_wages", "overview.municipal_wages"},
    {"benefits", "overview.benefits_saved", Shown::saved},
    {"net_cost", "overview.net_cost_extra", Shown::extra},
};

std::optional<Band> band_in(const ScenarioSummary& scenario, const Headline& headline) {
  const MeasureSummary* measure = scenario.find(headline.key);
  if (measure == nullptr) return std::nullopt;
  if (headline.shown == Shown::value) return measure->total;
  if (headline.shown == Shown::extra || !measure->total_difference) return measure->total_difference;
  return measure->total_difference->negated();
}

std::string people_text(const ScenarioSummary& scenario, const Headline& headline, bool banded, const Words& words) {
  const MeasureSummary* measure = scenario.find(headline.key);
  const bool share = measure != nullptr && measure->text.unit == models::MeasureText::Unit::share;
  // The sign of per cent stands in the row's title.
  return band_text(
      band_in(scenario, headline), banded, [&](double value) { return words.number(share ? value * 100 : value); },
      words);
}

using CellText = std::function<std::string(const ScenarioSummary&, const Headline&)>;

template <std::size_t count>
Table table_of(const Comparison& comparison, const Summary& summary, const Words& words, std::string caption,
               const Headline (&headlines)[count], const CellText& text) {
  Table table{std::move(caption), {{words("overview.measure")}}, {}};
  for (const auto& scenario : comparison.scenarios)
    table.columns.push_back({title_of(scenario, words), Alignment::right});
  for (const Headline& headline : headlines) {
    std::vector<Cell> row{{words(headline.title)}};
    bool any = false;
    for (const ScenarioSummary& scenario : summary.scenarios) {
      const auto band = band_in(scenario, headline);
      any = any || band;
      row.push_back({text(scenario, headline), band ? std::optional{band->median} : std::nullopt});
    }
    if (any) table.rows.push_back(row);
  }
  return table;
}

}  // namespace

std::vector<Table> overview_tables(const Comparison& comparison, const Summary& summary, const Words& words) {
  const std::string from = std::to_string(comparison.first_year);
  const std::string to = std::to_string(comparison.first_year + comparison.years - 1);
  const double quotum = comparison.municipality.quotum_jobs;
  const std::string people_caption =
      quotum > 0 ? words("overview.people_quotum", {{"from", from}, {"to", to}, {"quotum", words.number(quotum)}})
                 : words("overview.people", {{"from", from}, {"to", to}});
  std::vector<Table> tables{
      table_of(comparison, summary, words, people_caption, people,
               [&](const ScenarioSummary& scenario, const Headline& headline) {
                 return people_text(scenario, headline, summary.banded, words);
               }),
      table_of(comparison, summary, words, words("overview.money", {{"from", from}, {"to", to}}), money,
               [&](const ScenarioSummary& scenario, const Headline& headline) {
                 return millions(band_in(scenario, headline), summary.banded, words);
               })};
  std::erase_if(tables, [](const Table& table) { return table.rows.empty(); });
  return tables;
}

bool has_differences(const Summary& summary) {
  for (const ScenarioSummary& scenario : summary.scenarios)
    for (const MeasureSummary& measure : scenario.measures)
      if (measure.total_difference) return true;
  return false;
}

std::string overview_text(const Comparison& comparison, const Summary& summary, const Words& words) {
  std::string text;
  for (const Table& table : overview_tables(comparison, summary, words)) text += terminal_text(table) + "\n";
  if (summary.banded) text += paragraph(words("overview.band"));
  text += paragraph(words("overview.three_numbers"));
  if (has_differences(summary)) text += paragraph(words("overview.against_null"));
  if (const auto agreement = agreement_overview(comparison, summary, words)) text += "\n" + terminal_text(*agreement);
  if (const auto municipalities = municipalities_overview(comparison, summary, words))
    text += "\n" + terminal_text(*municipalities);
  text += "\n";
  for (const std::string& sentence : findings(comparison, summary, words)) text += paragraph(sentence);
  text += "\n";
  for (const std::string& sentence : basis(comparison, summary, words)) text += paragraph(sentence);
  return text;
}

}  // namespace banenplan::plots
