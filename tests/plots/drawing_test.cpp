#include "plots/drawing.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <set>

#include "tests/plots/svg.hpp"

using namespace banenplan::plots;

namespace {
const ChartText text{"banen", "Titel <1>", "eenheid", "Wat er te zien is.",
                     [](double value) { return fmt::format("{:.0f}", value); }};
}

TEST_CASE("a drawing says what it is to who does not see it") {
  const Drawing drawing{text, {2027, 2028}, {10}, {"reeks"}, Shape::wide};
  const auto elements = elements_of(drawing.svg("reeks: 10."));
  REQUIRE(elements.size() > 3);
  CHECK(elements[0].attributes.at("role") == "img");
  CHECK(elements[0].attributes.at("aria-labelledby") == "banen-wide-title banen-wide-desc");
  CHECK(elements[0].attributes.at("width") == "100%");
  CHECK(elements[0].attributes.at("viewBox").starts_with("0 0 760 "));
  CHECK(elements[1].name == "title");
  CHECK(elements[1].attributes.at("id") == "banen-wide-title");
  CHECK(elements[1].content == "Titel &lt;1&gt;");
  CHECK(elements[2].name == "desc");
  CHECK(elements[2].content == "Wat er te zien is. reeks: 10.");
}

TEST_CASE("years lie in order between the axis and the names, values upwards") {
  const Drawing drawing{text, {2027, 2028, 2029}, {0, 10}, {"reeks"}, Shape::narrow};
  CHECK(drawing.left() < drawing.x(0));
  CHECK(drawing.x(0) < drawing.x(1));
  CHECK(drawing.x(2) < drawing.right());
  CHECK(drawing.y(10) < drawing.y(0));
}

TEST_CASE("each colour has a dash and a hatching of its own") {
  const Drawing drawing{text, {2027}, {1}, {}, Shape::wide};
  std::set<std::string> dashes, fills;
  std::set<std::string_view> colours;
  for (std::size_t colour = 0; colour < 7; ++colour) {
    dashes.insert(dashes_of(colour));
    fills.insert(drawing.fill(colour));
    colours.insert(colour_of(colour));
  }
  CHECK(dashes.size() == 7);
  CHECK(fills.size() == 7);
  CHECK(colours.size() == 7);
  CHECK(colour_of(7) == colour_of(0));
}

TEST_CASE("a hatching that is used is defined, once and in its own chart") {
  Drawing drawing{text, {2027}, {1}, {"a"}, Shape::wide};
  drawing.add_labels({{"a", 1.0, 1, Sample::bar, {300, 100}}});
  int patterns = 0;
  for (const Element& element : elements_of(drawing.svg("")))
    if (element.name == "pattern") {
      ++patterns;
      CHECK("url(#" + element.attributes.at("id") + ")" == drawing.fill(1));
    }
  CHECK(patterns == 1);
}
