#include "plots/overview.hpp"

#include <functional>

#include "plots/findings.hpp"
#include "plots/municipalities.hpp"
#include "plots/phrases.hpp"
#include "plots/text.hpp"

namespace banenplan::plots {
namespace {

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

std::optional<Band> headline_in(const Json& scenario, const Headline& headline) {
  const Json* const measure = measure_in(scenario, headline.key);
  if (measure == nullptr) return std::nullopt;
  const auto found = band_in(measure->at("total").at(headline.shown == Shown::value ? "value" : "difference"));
  return found && headline.shown == Shown::saved ? std::optional{found->negated()} : found;
}

std::string people_text(const Json& scenario, const Headline& headline, bool with_band, const Words& words) {
  const Json* const measure = measure_in(scenario, headline.key);
  const bool share = measure != nullptr && measure->at("unit") == "share";
  // The sign of per cent stands in the row's title.
  return band_text(
      headline_in(scenario, headline), with_band,
      [&](double value) { return words.number(share ? value * 100 : value); }, words);
}

using CellText = std::function<std::string(const Json&, const Headline&)>;

template <std::size_t count>
Table table_of(const Json& results, const Words& words, std::string caption, const Headline (&headlines)[count],
               const CellText& text) {
  Table table{std::move(caption), {{words("overview.measure")}}, {}};
  const Json& scenarios = results.at("scenarios");
  for (std::size_t k = 0; k < scenarios.size(); ++k)
    table.columns.push_back(
        {title_in(scenarios[k], words), Alignment::right, "data-scenario=\"" + std::to_string(k) + "\""});
  for (const Headline& headline : headlines) {
    std::vector<Cell> row{{words(headline.title)}};
    bool any = false;
    for (const Json& scenario : scenarios) {
      const auto band = headline_in(scenario, headline);
      any = any || band;
      row.push_back({text(scenario, headline), band ? std::optional{band->median} : std::nullopt});
    }
    if (any) table.rows.push_back(row);
  }
  return table;
}

}  // namespace

std::vector<Table> overview_tables(const Json& results, const Words& words) {
  const std::string from = results.at("period").at("from").dump();
  const std::string to = std::to_string(last_year(results));
  const double quotum = results.at("municipality").at("quotum_jobs").get<double>();
  const std::string people_caption =
      quotum > 0 ? words("overview.people_quotum", {{"from", from}, {"to", to}, {"quotum", words.number(quotum)}})
                 : words("overview.people", {{"from", from}, {"to", to}});
  std::vector<Table> tables{table_of(results, words, people_caption, people,
                                     [&](const Json& scenario, const Headline& headline) {
                                       return people_text(scenario, headline, banded(results), words);
                                     }),
                            table_of(results, words, words("overview.money", {{"from", from}, {"to", to}}), money,
                                     [&](const Json& scenario, const Headline& headline) {
                                       return millions(headline_in(scenario, headline), banded(results), words);
                                     })};
  std::erase_if(tables, [](const Table& table) { return table.rows.empty(); });
  return tables;
}

std::string overview_text(const Json& results, const Words& words) {
  std::string text;
  for (const Table& table : overview_tables(results, words)) text += terminal_text(table) + "\n";
  if (banded(results)) text += terminal_lines(words("overview.band"));
  text += terminal_lines(words("overview.three_numbers"));
  if (has_differences(results)) text += terminal_lines(words("overview.against_null"));
  if (const auto expected = expected_overview(results, words)) text += "\n" + terminal_text(*expected);
  if (const auto agreement = agreement_overview(results, words)) text += "\n" + terminal_text(*agreement);
  if (const auto municipalities = municipalities_overview(results, words))
    text += "\n" + terminal_text(*municipalities);
  text += "\n";
  for (const std::string& sentence : findings(results, words)) text += terminal_lines(sentence);
  text += "\n";
  for (const std::string& sentence : basis(results, words)) text += terminal_lines(sentence);
  return text;
}

}  // namespace banenplan::plots
