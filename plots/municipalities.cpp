#include "plots/municipalities.hpp"

#include <algorithm>
#include <numeric>

#include "plots/phrases.hpp"

namespace banenplan::plots {
namespace {

constexpr std::size_t most_shown = 40;

// Places of the largest, in the order of the region.
std::vector<std::size_t> largest(const std::vector<MunicipalitySummary>& municipalities) {
  std::vector<std::size_t> places(municipalities.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
    return municipalities[a].text.register_people > municipalities[b].text.register_people;
  });
  places.resize(std::min(places.size(), most_shown));
  std::sort(places.begin(), places.end());
  return places;
}

Cell cell_of(const ScenarioSummary& scenario, std::string_view key, const Summary& summary, const Words& words) {
  const MeasureSummary* const measure = scenario.find(key);
  const std::optional<Band> band = measure == nullptr ? std::nullopt : measure->total;
  return {band_text(
              band, summary.banded, [&](double value) { return words.number(value); }, words),
          band ? std::optional{band->median} : std::nullopt};
}

}  // namespace

const std::vector<std::string_view>& municipality_measures() {
  static const std::vector<std::string_view> keys = {
      "placements",         "jobs",        "quotum_share", "people_at_work",
      "lasting_placements", "all_at_work", "lks",          "guidance",
      "municipal_wages",    "benefits",    "net_cost"};
  return keys;
}

std::optional<Table> agreement_overview(const models::Comparison& comparison, const Summary& summary,
                                        const Words& words) {
  struct Line {
    const char* title;
    const std::vector<double>& agreed;
    const char* measure;
  };
  const Line lines[] = {{"municipalities.market", comparison.agreement.market, "extra_jobs_elsewhere"},
                        {"municipalities.government", comparison.agreement.government, "jobs"}};
  const std::string to = std::to_string(comparison.first_year + comparison.years - 1);
  Table table{words("municipalities.agreement", {{"to", to}}),
              {{words("municipalities.employers")}, {words("municipalities.agreed"), Alignment::right}},
              {}};
  for (const auto& scenario : comparison.scenarios)
    table.columns.push_back({title_of(scenario, words), Alignment::right});
  for (const Line& line : lines) {
    if (line.agreed.empty()) continue;
    std::vector<Cell> row{{words(line.title)}, {words.number(line.agreed.back()), line.agreed.back()}};
    for (const ScenarioSummary& scenario : summary.scenarios)
      row.push_back(cell_of(scenario, line.measure, summary, words));
    table.rows.push_back(std::move(row));
  }
  if (table.rows.empty()) return std::nullopt;
  return table;
}

std::optional<Table> municipalities_overview(const models::Comparison& comparison, const Summary& summary,
                                             const Words& words) {
  if (summary.municipalities.empty()) return std::nullopt;
  const auto shown = largest(summary.municipalities);
  const std::string to = std::to_string(comparison.first_year + comparison.years - 1);
  const bool all = shown.size() == summary.municipalities.size();
  Table table{words(all ? "municipalities.jobs" : "municipalities.jobs_of_largest",
                    {{"to", to},
                     {"shown", std::to_string(shown.size())},
                     {"count", std::to_string(summary.municipalities.size())}}),
              {{words("municipalities.municipality")}, {words("municipalities.quotum"), Alignment::right}},
              {}};
  for (const auto& scenario : comparison.scenarios)
    table.columns.push_back({title_of(scenario, words), Alignment::right});
  for (const std::size_t place : shown) {
    const MunicipalitySummary& municipality = summary.municipalities[place];
    std::vector<Cell> row{{words.of(municipality.text.title)},
                          {words.number(municipality.text.quotum_jobs), municipality.text.quotum_jobs}};
    for (const ScenarioSummary& scenario : municipality.scenarios) {
      row.push_back(cell_of(scenario, "jobs", summary, words));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace banenplan::plots
