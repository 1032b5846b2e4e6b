// Small charts for a page, computed here as static SVG: no script, no style attributes, nothing fetched. A reader who
// does not see it hears its title and a description with the first and last values. Series differ in colour (Okabe
// and Ito 2008, told apart with every kind of colour blindness) and also in dash or hatching, and are named where
// they end.
//
// Text in an SVG shrinks with its width, so each chart has two shapes: a style sheet shows one of them.
//   page += figure(chart);        both shapes; chart_style() holds the rules that choose
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plots/axis.hpp"

namespace banenplan::plots {

enum class Shape { narrow, wide };  // to be read at 320 to 560, and at 560 to 1000 pixels wide

struct ChartText {
  std::string identifier;   // unique on its page
  std::string title;        // above the chart, and its name for who does not see it
  std::string unit;         // below the title: what the axis counts, what the band means
  std::string description;  // one or two sentences on what there is to see; the values are added
  NumberText number;        // writes ticks and end values
};

// Values belong to the chart's years in order; one that is missing, not finite or 1e15 and more is left out.
struct FanSeries {
  std::string label;
  std::size_t colour = 0;  // a scenario keeps its colour over all charts; 0 is black, then six colours
  std::vector<double> median;
  std::vector<double> low = {};  // lower and upper edge of the band; both empty for a line without one
  std::vector<double> high = {};
};

struct TargetLine {
  std::string label;
  double value;
};

// Lines with a band around each, over years.
struct FanChart {
  ChartText text;
  std::vector<int> years;
  std::vector<FanSeries> series;
  std::optional<TargetLine> target = std::nullopt;
};

struct BarSeries {
  std::string label;
  std::size_t colour = 0;
  std::vector<double> values;
};

// Bars per year: the series stacked (parts of a sum, negative ones below zero) or side by side.
struct BarChart {
  ChartText text;
  std::vector<int> years;
  std::vector<BarSeries> series;
  bool stacked = true;
};

// An svg element.
std::string fan_chart(const FanChart& chart, Shape shape);
std::string bar_chart(const BarChart& chart, Shape shape);

// A div of class "chart" with both shapes.
std::string figure(const FanChart& chart);
std::string figure(const BarChart& chart);

// The rules for the page's style sheet.
std::string_view chart_style();

// The colour of a series as #rrggbb, for what else on the page speaks of it.
std::string_view colour_of(std::size_t colour);

}  // namespace banenplan::plots
