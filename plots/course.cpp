#include "plots/course.hpp"

#include <algorithm>

#include "plots/elements.hpp"
#include "plots/figure.hpp"
#include "plots/phrases.hpp"

namespace banenplan::plots {
namespace {

constexpr double thousand = 1000.0;

std::string year_of(const Json& row) {
  return row.at("year").dump();
}

}  // namespace

std::string in_form(const std::optional<Band>& band, std::string_view form, bool with_band, const Words& words) {
  const double unit = form == "thousands" ? thousand : 1.0;
  return band_text(
      band, with_band && form != "median", [&](double value) { return words.number(value / unit); }, words);
}

bool has_course(const Json& results, std::string_view measure, std::string_view which) {
  const Json& scenarios = results.at("scenarios");
  return std::any_of(scenarios.begin(), scenarios.end(), [&](const Json& scenario) {
    const Json* const found = measure_in(scenario, measure);
    return found != nullptr && !found->at("total").at(std::string{which}).is_null();
  });
}

std::string course_table(const Json& results, const Course& course, const Words& words) {
  if (!has_course(results, course.measure, course.which)) return "";
  Table table{course.caption, {{words("report.year")}}, {}};
  const Json& scenarios = results.at("scenarios");
  const std::string cell = attribute("measure", course.measure) + " " + attribute("which", course.which) + " " +
                           attribute("form", course.form);
  std::int32_t year = results.at("period").at("from").get<std::int32_t>();
  for (; year <= last_year(results); ++year) {
    const std::string text = std::to_string(year);
    table.rows.push_back({{text, {}, attribute("year", text)}});
  }
  for (std::size_t k = 0; k < scenarios.size(); ++k) {
    const Json* const measure = measure_in(scenarios[k], course.measure);
    if (measure == nullptr || measure->at("total").at(course.which).is_null()) continue;
    table.columns.push_back(
        {title_in(scenarios[k], words), Alignment::right, attribute("scenario", std::to_string(k))});
    for (auto& row : table.rows) {
      const auto& years = measure->at("years");
      const auto found =
          std::find_if(years.begin(), years.end(), [&](const Json& one) { return year_of(one) == row[0].text; });
      const auto band = found == years.end() ? std::nullopt : band_in(found->at(course.which));
      row.push_back({in_form(band, course.form, banded(results), words), {}, cell});
    }
  }
  return scrolling(table, "results");
}

}  // namespace banenplan::plots
