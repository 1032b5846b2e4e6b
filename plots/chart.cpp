#include "plots/chart.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <limits>

#include "plots/drawing.hpp"
#include "plots/markup.hpp"

namespace banenplan::plots {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

double value_at(const std::vector<double>& values, std::size_t year) {
  return year < values.size() && drawable(values[year]) ? values[year] : missing;
}

// The last year with a value, or the number of years.
std::size_t last_year(const std::vector<double>& values, std::size_t years) {
  for (std::size_t year = years; year > 0; --year)
    if (drawable(value_at(values, year - 1))) return year - 1;
  return years;
}

// Runs of years that all have a value, as [first, past the last).
struct Run {
  std::size_t first;
  std::size_t end;
};

template <typename Present>
std::vector<Run> runs_of(std::size_t years, Present present) {
  std::vector<Run> runs;
  for (std::size_t year = 0; year < years; ++year) {
    if (!present(year)) continue;
    if (runs.empty() || runs.back().end != year) runs.push_back({year, year});
    ++runs.back().end;
  }
  return runs;
}

std::string point(double x, double y) {
  return coordinate(x) + "," + coordinate(y) + " ";
}

// "Trainees: 2027 3 (1–5), 2036 12 (8–17)."
template <typename Range>
std::string spoken(const std::string& label, const std::vector<int>& years, const std::vector<double>& values,
                   const NumberText& number, Range range) {
  const std::size_t last = last_year(values, years.size());
  if (last == years.size()) return label + ": \u2013. ";
  std::size_t first = 0;
  while (!drawable(value_at(values, first))) ++first;
  std::string text = fmt::format("{}: {} {}{}", label, years[first], number(values[first]), range(first));
  if (last != first) text += fmt::format(", {} {}{}", years[last], number(values[last]), range(last));
  return text + ". ";
}

void draw_band(Drawing& drawing, const FanSeries& series, std::size_t years) {
  const auto present = [&](std::size_t year) {
    return drawable(value_at(series.low, year)) && drawable(value_at(series.high, year));
  };
  for (const Run& run : runs_of(years, present)) {
    if (run.end - run.first == 1) {
      const double top = drawing.y(series.high[run.first]);
      const double bottom = drawing.y(series.low[run.first]);
      drawing.add(fmt::format("<rect x=\"{}\" y=\"{}\" width=\"12\" height=\"{}\" fill=\"{}\" opacity=\"0.16\"/>\n",
                              coordinate(drawing.x(run.first) - 6.0), coordinate(std::min(top, bottom)),
                              coordinate(std::max(std::abs(bottom - top), 1.0)), colour_of(series.colour)));
      continue;
    }
    std::string points;
    for (std::size_t year = run.first; year < run.end; ++year)
      points += point(drawing.x(year), drawing.y(series.high[year]));
    for (std::size_t year = run.end; year-- > run.first;)
      points += point(drawing.x(year), drawing.y(series.low[year]));
    points.pop_back();
    drawing.add(
        fmt::format("<polygon points=\"{}\" fill=\"{}\" opacity=\"0.16\"/>\n", points, colour_of(series.colour)));
  }
}

void draw_line(Drawing& drawing, const FanSeries& series, std::size_t years) {
  const auto present = [&](std::size_t year) { return drawable(value_at(series.median, year)); };
  for (const Run& run : runs_of(years, present)) {
    if (run.end - run.first == 1) {
      drawing.add(fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"5\" fill=\"{}\"/>\n", coordinate(drawing.x(run.first)),
                              coordinate(drawing.y(series.median[run.first])), colour_of(series.colour)));
      continue;
    }
    std::string points;
    for (std::size_t year = run.first; year < run.end; ++year)
      points += point(drawing.x(year), drawing.y(series.median[year]));
    points.pop_back();
    drawing.add(fmt::format(
        "<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"3\" stroke-linejoin=\"round\"{}/>\n",
        points, colour_of(series.colour), dashes_of(series.colour)));
  }
}

EndLabel end_label(const Drawing& drawing, const FanSeries& series, std::size_t years) {
  const std::size_t last = last_year(series.median, years);
  const double value = value_at(series.median, last);
  const Point end = last < years ? Point{drawing.x(last), drawing.y(value)} : Point{drawing.right(), drawing.y(0.0)};
  return {series.label, value, series.colour, Sample::line, end};
}

// The bar of a series in a year: where it starts and ends on the axis, and on the paper.
struct Bar {
  double from;
  double to;
  double x;
  double width;
};

// The bars of each series, by year; those without a value have from and to 0.
std::vector<std::vector<Bar>> bars_of(const BarChart& chart) {
  std::vector<std::vector<Bar>> bars(chart.series.size());
  for (std::size_t year = 0; year < chart.years.size(); ++year) {
    double above = 0.0;
    double below = 0.0;
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
      const double value = value_at(chart.series[i].values, year);
      const double size = drawable(value) ? value : 0.0;
      double& edge = size < 0.0 ? below : above;
      const double from = chart.stacked ? edge : 0.0;
      edge += size;
      bars[i].push_back({from, from + size, 0.0, 0.0});
    }
  }
  return bars;
}

void place(std::vector<std::vector<Bar>>& bars, const Drawing& drawing, bool stacked) {
  const double room = drawing.year_width() * 0.76;
  const double width = stacked ? room : room / static_cast<double>(std::max<std::size_t>(bars.size(), 1));
  for (std::size_t i = 0; i < bars.size(); ++i)
    for (std::size_t year = 0; year < bars[i].size(); ++year) {
      bars[i][year].width = width;
      bars[i][year].x = drawing.x(year) - room / 2.0 + (stacked ? 0.0 : width * static_cast<double>(i));
    }
}

template <typename Chart>
std::string both_shapes(const Chart& chart, std::string (*draw)(const Chart&, Shape)) {
  return "<div class=\"chart\">\n" + draw(chart, Shape::narrow) + draw(chart, Shape::wide) + "</div>\n";
}

}  // namespace

std::string fan_chart(const FanChart& chart, Shape shape) {
  const std::size_t years = chart.years.size();
  std::vector<double> values;
  std::vector<std::string> names;
  std::string description;
  for (const FanSeries& series : chart.series) {
    names.push_back(series.label);
    for (std::size_t year = 0; year < years; ++year)
      for (const auto* edge : {&series.low, &series.median, &series.high}) values.push_back(value_at(*edge, year));
    description += spoken(series.label, chart.years, series.median, chart.text.number, [&](std::size_t year) {
      const double low = value_at(series.low, year);
      const double high = value_at(series.high, year);
      if (!drawable(low) || !drawable(high)) return std::string{};
      return fmt::format(" ({}\u2013{})", chart.text.number(low), chart.text.number(high));
    });
  }
  const bool has_target = chart.target && drawable(chart.target->value);
  if (has_target) {
    names.push_back(chart.target->label);
    values.push_back(chart.target->value);
    description += chart.target->label + ": " + chart.text.number(chart.target->value) + ".";
  }

  Drawing drawing{chart.text, chart.years, values, names, shape};
  for (const FanSeries& series : chart.series) draw_band(drawing, series, years);
  std::vector<EndLabel> labels;
  if (has_target) {
    const double y = drawing.y(chart.target->value);
    drawing.add(
        fmt::format("<path d=\"M{} {}H{}\" stroke=\"#1a1a1a\" stroke-width=\"1.5\" stroke-dasharray=\"6 4\"/>\n",
                    coordinate(drawing.left()), coordinate(y), coordinate(drawing.right())));
    labels.push_back({chart.target->label, chart.target->value, 0, Sample::target, {drawing.right(), y}});
  }
  for (const FanSeries& series : chart.series) {
    draw_line(drawing, series, years);
    labels.push_back(end_label(drawing, series, years));
  }
  drawing.add_labels(labels);
  return drawing.svg(description);
}

std::string bar_chart(const BarChart& chart, Shape shape) {
  std::vector<std::vector<Bar>> bars = bars_of(chart);
  std::vector<double> values;
  std::vector<std::string> names;
  std::string description;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    names.push_back(chart.series[i].label);
    for (const Bar& bar : bars[i]) values.push_back(bar.to);
    description += spoken(chart.series[i].label, chart.years, chart.series[i].values, chart.text.number,
                          [](std::size_t) { return std::string{}; });
  }

  Drawing drawing{chart.text, chart.years, values, names, shape};
  place(bars, drawing, chart.stacked);
  std::vector<EndLabel> labels;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const BarSeries& series = chart.series[i];
    for (const Bar& bar : bars[i]) {
      const double top = std::min(drawing.y(bar.from), drawing.y(bar.to));
      const double height = std::abs(drawing.y(bar.from) - drawing.y(bar.to));
      if (height < 0.01) continue;
      drawing.add(fmt::format(
          "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\" stroke=\"#fff\" stroke-width=\"0.75\"/>\n",
          coordinate(bar.x), coordinate(top), coordinate(bar.width), coordinate(height),
          drawing.fill(series.colour)));
    }
    const std::size_t last = last_year(series.values, chart.years.size());
    const bool any = last < chart.years.size();
    const Point end =
        any ? Point{bars[i][last].x + bars[i][last].width,
                    drawing.y(chart.stacked ? (bars[i][last].from + bars[i][last].to) / 2.0 : bars[i][last].to)}
            : Point{drawing.right(), drawing.y(0.0)};
    labels.push_back({series.label, value_at(series.values, last), series.colour, Sample::bar, end});
  }
  drawing.add_labels(labels);
  return drawing.svg(description);
}

std::string figure(const FanChart& chart) {
  return both_shapes(chart, fan_chart);
}

std::string figure(const BarChart& chart) {
  return both_shapes(chart, bar_chart);
}

std::string_view chart_style() {
  return ".chart svg { display: block; width: 100%; height: auto; }\n"
         ".chart .narrow { max-width: 560px; }\n"
         ".chart .wide { display: none; max-width: 1000px; }\n"
         "@media (min-width: 700px), print {\n"
         "  .chart .narrow { display: none; }\n"
         "  .chart .wide { display: block; }\n"
         "}\n";
}

}  // namespace banenplan::plots
