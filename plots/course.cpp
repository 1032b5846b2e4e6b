#include "plots/course.hpp"

#include <algorithm>
#include <limits>

#include "plots/phrases.hpp"

namespace banenplan::plots {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

using Bands = std::vector<std::optional<Band>>;

// Null when the scenario has nothing to show.
const Bands* bands_in(const ScenarioSummary& scenario, std::string_view key, Against against) {
  const MeasureSummary* measure = scenario.find(key);
  if (measure == nullptr) return nullptr;
  const Bands& bands = against == Against::nothing ? measure->years : measure->differences;
  const bool any = std::any_of(bands.begin(), bands.end(), [](const auto& band) { return band.has_value(); });
  return any ? &bands : nullptr;
}

FanSeries series_of(const Bands& bands, bool banded, std::string label, std::size_t colour) {
  FanSeries series{std::move(label), colour, {}};
  for (const auto& band : bands) {
    series.median.push_back(band ? band->median : missing);
    if (!banded) continue;
    series.low.push_back(band ? band->low : missing);
    series.high.push_back(band ? band->high : missing);
  }
  return series;
}

}  // namespace

std::size_t colour_in(const models::Comparison& comparison, std::size_t scenario) {
  constexpr std::size_t colours = 6;  // beside black
  const bool has_null = comparison.null_alternative >= 0;
  const auto null_alternative = static_cast<std::size_t>(comparison.null_alternative);
  if (has_null && scenario == null_alternative) return 0;
  const std::size_t turn = has_null && scenario > null_alternative ? scenario - 1 : scenario;
  return 1 + turn % colours;
}

std::optional<Course> course_of(const models::Comparison& comparison, const Summary& summary, std::string_view key,
                                Against against, const ChartText& text, const CellText& cells, const Words& words) {
  Course course{{text, {}, {}}, {cells.caption, {{words("report.year")}}, {}}};
  for (std::int32_t year = 0; year < comparison.years; ++year) {
    course.chart.years.push_back(comparison.first_year + year);
    course.table.rows.push_back({{std::to_string(comparison.first_year + year)}});
  }
  for (std::size_t i = 0; i < summary.scenarios.size(); ++i) {
    const Bands* bands = bands_in(summary.scenarios[i], key, against);
    if (bands == nullptr) continue;
    const std::string title = title_of(comparison.scenarios[i], words);
    course.chart.series.push_back(series_of(*bands, summary.banded, title, colour_in(comparison, i)));
    course.table.columns.push_back({title, Alignment::right});
    for (std::size_t year = 0; year < bands->size(); ++year)
      course.table.rows[year].push_back({band_text((*bands)[year], summary.banded, cells.number, words)});
  }
  if (course.chart.series.empty()) return std::nullopt;
  return course;
}

}  // namespace banenplan::plots
