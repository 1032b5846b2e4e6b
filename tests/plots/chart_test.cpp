#include "plots/chart.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <limits>
#include <set>

#include "tests/plots/svg.hpp"

using namespace banenplan::plots;

namespace {

const double not_a_number = std::numeric_limits<double>::quiet_NaN();
const double infinity = std::numeric_limits<double>::infinity();

ChartText text() {
  return {"banen", "Banen voor mensen uit het doelgroepregister", "banen van 25,5 uur", "",
          [](double value) { return fmt::format("{:.1f}", value); }};
}

std::vector<int> years(int count) {
  std::vector<int> result;
  for (int i = 0; i < count; ++i) result.push_back(2027 + i);
  return result;
}

FanChart fan(std::size_t count, double value) {
  FanChart chart{text(), years(static_cast<int>(count)), {}, TargetLine{"Doel 2031", 50}};
  for (std::size_t k = 0; k < 4; ++k)
    chart.series.push_back({"Budgettair-neutraal, variant " + std::to_string(k), k, std::vector<double>(count, value),
                            std::vector<double>(count, value * 0.8), std::vector<double>(count, value * 1.2)});
  return chart;
}

BarChart bars(std::size_t count, double value, bool stacked) {
  BarChart chart{text(), years(static_cast<int>(count)), {}, stacked};
  for (std::size_t k = 0; k < 4; ++k)
    chart.series.push_back(
        {"Loonkostensubsidie " + std::to_string(k), k, std::vector<double>(count, k == 2 ? -value : value)});
  return chart;
}

// What every chart must be, whatever its values: well formed, finite, its texts apart and inside.
void check_whole(const std::string& svg) {
  const auto elements = elements_of(svg);
  REQUIRE_FALSE(elements.empty());
  CHECK(svg.find("nan") == std::string::npos);
  CHECK(svg.find("inf") == std::string::npos);
  CHECK(svg.find("style=") == std::string::npos);
  double width = 0;
  double height = 0;
  REQUIRE(std::sscanf(elements[0].attributes.at("viewBox").c_str(), "0 0 %lf %lf", &width, &height) == 2);
  std::vector<Box> boxes;
  for (const Element& element : elements) {
    for (const char* side : {"width", "height"})
      if (element.name == "rect") CHECK(element.number(side) >= 0);
    if (element.name != "text") continue;
    const Box box = box_of(element);
    INFO(element.content);
    CHECK(box.left >= 0);
    CHECK(box.right <= width + 1);
    CHECK(box.bottom <= height);
    for (const Box& other : boxes) CHECK_FALSE(overlap(box, other));
    boxes.push_back(box);
  }
}

int count_of(const std::string& svg, const std::string& name) {
  int count = 0;
  for (const Element& element : elements_of(svg)) count += element.name == name ? 1 : 0;
  return count;
}

}  // namespace

TEST_CASE("a chart is whole whatever its values") {
  for (const Shape shape : {Shape::narrow, Shape::wide})
    for (const std::size_t count : {0, 1, 2, 10, 40})
      for (const double value : {0.0, 7.0, -3.0, 1e-12, 1e10, 1e300, infinity, not_a_number}) {
        INFO(count << " years of " << value);
        check_whole(fan_chart(fan(count, value), shape));
        check_whole(bar_chart(bars(count, value, true), shape));
        check_whole(bar_chart(bars(count, value, false), shape));
      }
  check_whole(fan_chart({text(), {}, {}}, Shape::narrow));
  check_whole(bar_chart({text(), {}, {}}, Shape::narrow));
  FanChart short_series = fan(10, 5);
  short_series.series[0].median.resize(3);
  short_series.series[1].low.clear();
  short_series.target->value = not_a_number;
  check_whole(fan_chart(short_series, Shape::wide));
}

TEST_CASE("the check above sees texts that cover one another") {
  const Element text_element{
      "text", {{"x", "10"}, {"y", "20"}, {"font-size", "14"}, {"text-anchor", "start"}}, "een"};
  CHECK(overlap(box_of(text_element), box_of(text_element)));
  CHECK(elements_of("<a><b></a>").empty());
  CHECK(elements_of("<a x=1/>").empty());
}

TEST_CASE("every series has a line, a band, a name and its last value") {
  FanChart chart = fan(5, 7.0);
  for (std::size_t k = 0; k < 4; ++k) chart.series[k].label = std::string(1, static_cast<char>('A' + k));
  chart.series[3].median = {1, 2, 3, 4, 29.5};
  const std::string svg = fan_chart(chart, Shape::wide);
  CHECK(count_of(svg, "polyline") == 4);
  CHECK(count_of(svg, "polygon") == 4);
  for (const char* part : {">A</text>", ">29.5</text>", ">Doel 2031</text>", ">2027</text>", ">2031</text>",
                           "D: 2027 1.0 (5.6–8.4), 2031 29.5 (5.6–8.4). Doel 2031: 50.0."})
    CHECK(svg.find(part) != std::string::npos);
}

TEST_CASE("a gap in the values is a gap in the line, and a lone value a point") {
  FanChart chart{text(), years(6), {{"A", 1, {1, 2, not_a_number, 4, not_a_number, 6}}}};
  const std::string svg = fan_chart(chart, Shape::wide);
  CHECK(count_of(svg, "polyline") == 1);
  CHECK(count_of(svg, "circle") == 2);
  CHECK(count_of(svg, "polygon") == 0);
}

TEST_CASE("stacked bars stand on one another, negative ones hang below zero") {
  BarChart chart{text(), {2027}, {{"A", 0, {1}}, {"B", 0, {-1}}, {"C", 0, {2}}}};
  std::vector<Element> found;
  for (const Element& element : elements_of(bar_chart(chart, Shape::wide)))
    if (element.name == "rect" && element.attributes.contains("stroke")) found.push_back(element);
  REQUIRE(found.size() == 3);
  const auto top = [&](std::size_t i) { return found[i].number("y"); };
  const auto height = [&](std::size_t i) { return found[i].number("height"); };
  CHECK(top(2) + height(2) == Approx(top(0)).margin(0.02));
  CHECK(top(0) + height(0) == Approx(top(1)).margin(0.02));
  CHECK(height(2) == Approx(2 * height(0)).margin(0.02));
  CHECK(found[0].number("x") == found[2].number("x"));
}

TEST_CASE("hostile names stay text") {
  FanChart chart = fan(3, 5);
  chart.text.title = "</title><script>alert(1)</script>";
  chart.text.identifier = "\"><x";
  chart.series[0].label = "<b onload=\"x\">&";
  chart.target->label = "]]>'";
  for (const Shape shape : {Shape::narrow, Shape::wide}) {
    const std::string svg = fan_chart(chart, shape);
    check_whole(svg);
    for (const char* name : {"script", "b", "x"}) CHECK(count_of(svg, name) == 0);
  }
}

TEST_CASE("a figure holds both shapes, with identifiers that differ") {
  const std::string div = figure(bars(10, 5, true));
  std::set<std::string> identifiers;
  for (const Element& element : elements_of(div))
    if (element.attributes.contains("id")) CHECK(identifiers.insert(element.attributes.at("id")).second);
  CHECK(identifiers.size() >= 4);
  CHECK(count_of(div, "svg") == 2);
  CHECK(figure(fan(10, 5)).starts_with("<div class=\"chart\">"));
  CHECK(chart_style().find(".chart .wide") != std::string_view::npos);
}
