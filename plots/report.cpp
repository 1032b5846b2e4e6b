#include "plots/report.hpp"

#include <algorithm>
#include <set>

#include "plots/balance.hpp"
#include "plots/chart.hpp"
#include "plots/course.hpp"
#include "plots/elements.hpp"
#include "plots/findings.hpp"
#include "plots/markup.hpp"
#include "plots/overview.hpp"
#include "plots/phrases.hpp"
#include "plots/style.hpp"

namespace banenplan::plots {
namespace {

using models::Comparison;
using models::MeasureText;
using models::ScenarioResult;

class Page {
 public:
  Page(const Comparison& comparison, const Summary& summary, const Words& words)
      : comparison_(comparison), summary_(summary), words_(words) {}

  std::string html() const {
    return head() + "<body>\n<main>\n" + title() + answer() + overview() +
           balance_html(comparison_, summary_, words_) + jobs() + money() + funds() + scenarios() + assumptions() +
           computation() + "</main>\n</body>\n</html>\n";
  }

 private:
  std::string from() const { return std::to_string(comparison_.first_year); }
  std::string to() const { return std::to_string(comparison_.first_year + comparison_.years - 1); }

  std::string municipality() const {
    const std::string& found = words_.of(comparison_.municipality.title);
    return found.empty() ? comparison_.municipality.name : found;
  }

  std::string heading(std::string_view key) const { return element("h2", words_(key)); }

  std::string head() const;
  std::string title() const;
  std::string answer() const;
  std::string overview() const;
  std::string jobs() const;
  std::string money() const;
  std::string funds() const;
  std::string scenarios() const;
  std::string scenario(std::size_t number) const;
  std::string assumptions() const;
  std::string grades() const;
  std::string computation() const;

  ChartText chart_text(const std::string& identifier, const std::string& title, std::string_view unit,
                       NumberText number) const;
  std::string course(std::string_view key, Against against, const ChartText& text,
                     const std::optional<TargetLine>& target = std::nullopt) const;

  NumberText whole() const {
    return [this](double value) { return words_.number(value); };
  }
  NumberText euros() const {
    return [this](double value) { return rounded_euros(value, words_); };
  }

  const Comparison& comparison_;
  const Summary& summary_;
  const Words& words_;
};

std::string Page::head() const {
  return "<!doctype html>\n<html lang=\"" + std::string{words_.language() == Language::dutch ? "nl" : "en"} +
         "\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
         "img-src data:\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
         element("title", "banenplan: " + municipality()) + "<style>" + std::string{page_style} +
         std::string{chart_style()} + "</style>\n</head>\n";
}

std::string Page::title() const {
  const models::MunicipalityText& place = comparison_.municipality;
  std::string text = element("p class=\"kicker\"", words_("report.kicker"));
  text += element("h1", words_("report.title", {{"municipality", municipality()}, {"from", from()}, {"to", to()}}));
  return text + element("p", words_("report.place", {{"inhabitants", words_.number(place.inhabitants)},
                                                     {"people", words_.number(place.register_people)},
                                                     {"quotum", words_.number(place.quotum_jobs)}}));
}

std::string Page::answer() const {
  std::string text = "<section class=\"answer\">\n" + heading("report.answer");
  for (const std::string& one : findings(comparison_, summary_, words_)) text += sentence("p", one);
  text += "</section>\n";
  for (const std::string& one : basis(comparison_, summary_, words_)) text += element("p class=\"note\"", one);
  return text;
}

std::string Page::overview() const {
  std::string text = heading("report.overview");
  for (const Table& table : overview_tables(comparison_, summary_, words_)) text += scrolling(table, "results");
  if (summary_.banded) text += element("p class=\"note\"", words_("overview.band"));
  text += element("p class=\"note\"", words_("overview.three_numbers"));
  if (has_differences(summary_)) text += element("p class=\"note\"", words_("overview.against_null"));
  return text;
}

ChartText Page::chart_text(const std::string& identifier, const std::string& title, std::string_view unit,
                           NumberText number) const {
  const std::string band = summary_.banded ? " " + words_("report.band") : "";
  return {identifier, title, words_(unit) + band, "", std::move(number)};
}

std::string Page::course(std::string_view key, Against against, const ChartText& text,
                         const std::optional<TargetLine>& target) const {
  const bool euro = std::any_of(summary_.scenarios.begin(), summary_.scenarios.end(), [&](const auto& scenario) {
    const MeasureSummary* measure = scenario.find(key);
    return measure != nullptr && measure->text.unit == MeasureText::Unit::euro;
  });
  constexpr double thousand = 1000.0;
  const CellText cells = euro ? CellText{words_("report.thousands", {{"what", text.title}}),
                                         [this](double value) { return words_.number(value / thousand); }}
                              : CellText{text.title, text.number};
  auto found = course_of(comparison_, summary_, key, against, text, cells, words_);
  if (!found) return "";
  found->chart.target = target;
  return figure(found->chart) +
         folded(words_("report.figures", {{"what", text.title}}), scrolling(found->table, "results"));
}

std::string Page::jobs() const {
  std::optional<TargetLine> quotum;
  if (comparison_.municipality.quotum_jobs > 0)
    quotum = TargetLine{words_("report.quotum"), comparison_.municipality.quotum_jobs};
  const std::string chart = course(
      "jobs", Against::nothing, chart_text("jobs", words_("report.jobs_chart"), "report.jobs_unit", whole()), quotum);
  return chart.empty() ? "" : heading("report.jobs") + chart;
}

std::string Page::money() const {
  std::string text;
  const auto add = [&](std::string_view key, Against against, const std::string& name) {
    const std::string chart =
        course(key, against, chart_text(name, words_("report." + name), "report.euro_unit", euros()));
    if (chart.empty()) return;
    text += element("h3", words_("report." + name + "_heading")) + element("p", words_("report." + name + "_note"));
    text += chart;
  };
  if (has_differences(summary_))
    add("net_cost", Against::null_alternative, "cost_extra");
  else
    add("net_cost", Against::nothing, "cost");
  add("lks", Against::nothing, "lks");
  return text.empty() ? "" : heading("report.money") + text;
}

std::string Page::funds() const {
  std::set<std::string> done;
  std::string text;
  for (const ScenarioSummary& scenario : summary_.scenarios)
    for (const MeasureSummary& measure : scenario.measures) {
      if (measure.text.subject != MeasureText::Subject::fund || !done.insert(measure.text.key).second) continue;
      const std::string& title = words_.of(measure.text.title);
      const std::string& name = title.empty() ? measure.text.key : title;
      const std::string chart =
          course(measure.text.key, Against::nothing,
                 chart_text("fund-" + std::to_string(done.size()), name, "report.fund_unit", euros()));
      if (!chart.empty()) text += element("h3", name) + chart;
    }
  return text.empty() ? "" : heading("report.funds") + element("p", words_("report.funds_note")) + text;
}

std::string Page::scenario(std::size_t number) const {
  const ScenarioResult& one = comparison_.scenarios[number];
  const std::string& name = words_.of(one.title);
  std::string text = "<section>\n" + element("h3", name.empty() ? one.name : name);
  if (!words_.of(one.summary).empty()) text += element("p", words_.of(one.summary));
  const std::string difference = against_null(summary_, number, words_);
  if (!difference.empty()) text += sentence("p", difference);
  if (!one.overrides.empty()) text += element("p", words_("report.overrides")) + list(one.overrides);
  for (const std::string& warning : one.warnings)
    text += element("p class=\"warning\"", words_("report.warning", {{"warning", warning}}));
  text += folded(words_("report.file", {{"file", one.file.empty() ? one.name : one.file}}), element("pre", one.text));
  return text + "</section>\n";
}

std::string Page::scenarios() const {
  std::string text = heading("report.scenarios");
  for (std::size_t i = 0; i < comparison_.scenarios.size(); ++i) text += scenario(i);
  return text;
}

std::string Page::grades() const {
  std::vector<std::string> lines;
  for (const char letter : std::string_view{"OSDAM"}) {
    const std::string grade(1, letter);
    const auto count = std::count_if(
        comparison_.assumptions.begin(), comparison_.assumptions.end(),
        [&](const models::Assumption& assumption) { return models::letter(assumption.grade) == letter; });
    if (count > 0)
      lines.push_back(grade + ", " + words_("grade." + grade) + ": " + words_.number(static_cast<double>(count)));
  }
  return list(lines);
}

std::string Page::assumptions() const {
  if (comparison_.assumptions.empty()) return "";
  Table table{words_("report.assumptions_caption"),
              {{words_("report.assumption")},
               {words_("report.value"), Alignment::right},
               {words_("report.range"), Alignment::right},
               {words_("report.grade")},
               {words_("report.source")}},
              {}};
  for (const models::Assumption& assumption : comparison_.assumptions) {
    const models::Spread& spread = assumption.spread;
    const bool fixed = spread.shape == models::Spread::Shape::fixed;
    const std::string& title = words_.of(assumption.title);
    const std::string grade(1, models::letter(assumption.grade));
    table.rows.push_back({{title.empty() ? assumption.name : title},
                          {value_in_unit(spread.value, assumption.unit, words_)},
                          {fixed ? "–" : range_in_unit({spread.low, spread.high}, assumption.unit, words_)},
                          {grade},
                          {assumption.source}});
  }
  return heading("report.assumptions") + element("p", words_("report.assumptions_note")) + grades() +
         scrolling(table, "assumptions");
}

std::string Page::computation() const {
  std::string text = heading("report.computation");
  text += element("p", words_("report.method"));
  text += list({words_("report.version", {{"version", comparison_.version}}),
                words_("report.seed", {{"seed", std::to_string(comparison_.seed)}}),
                words_("report.replications", {{"replications", words_.number(comparison_.replications)}})});
  std::vector<std::string> checks;
  for (const ScenarioResult& one : comparison_.scenarios)
    checks.push_back(title_of(one, words_) + ": " +
                     (one.twin.done ? words_("report.twin", {{"largest", words_.number(one.twin.largest, 1)},
                                                             {"compared", words_.number(one.twin.compared)}})
                                    : words_("report.no_twin")));
  if (!checks.empty())
    text += element("h3", words_("report.check")) + element("p", words_("report.check_note")) + list(checks);
  return text;
}

}  // namespace

std::string report_html(const Comparison& comparison, const Summary& summary, const Words& words) {
  return Page{comparison, summary, words}.html();
}

}  // namespace banenplan::plots
