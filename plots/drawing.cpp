#include "plots/drawing.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "plots/labels.hpp"
#include "plots/markup.hpp"
#include "plots/text.hpp"

namespace banenplan::plots {
namespace {

constexpr double font_size = 14.0;
constexpr double title_size = 17.0;
constexpr double line_height = 17.0;
constexpr double label_gap = 8.0;      // below each name
constexpr double sample_width = 24.0;  // before each name, with its space
constexpr double leader_width = 14.0;  // between the plot and the names
constexpr double edge = 4.0;

constexpr std::string_view dark = "#1a1a1a";
constexpr std::string_view soft = "#595959";
constexpr std::string_view faint = "#d9d9d9";

// Okabe and Ito's colours without the yellow, which does not stand out from white paper.
constexpr std::array<std::string_view, 7> colours{"#000000", "#0072b2", "#d55e00", "#009e73",
                                                  "#cc79a7", "#e69f00", "#56b4e9"};
constexpr std::array<std::string_view, 7> dashes{"", "9 4", "2.5 3", "14 4 3 4", "5 3", "16 3 3 3 3 3", "1.5 5"};
// White strokes over the colour.
constexpr std::array<std::string_view, 7> hatches{
    "", "M0 8L8 0M-2 2L2 -2M6 10L10 6", "M0 4H8", "M4 0V8", "M0 0L8 8M-2 6L2 10M6 -2L10 2", "M0 4H8M4 0V8", "M3 4H5"};

std::string text_at(Point at, std::string_view anchor, double size, std::string_view fill, std::string_view content,
                    bool bold = false) {
  return fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"{}\" font-size=\"{}\" fill=\"{}\"{}>{}</text>\n",
                     coordinate(at.x), coordinate(at.y), anchor, coordinate(size), fill,
                     bold ? " font-weight=\"bold\"" : "", escaped(content));
}

std::string horizontal(double from, double to, double y, std::string_view colour, double width) {
  return fmt::format("<line x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\" stroke=\"{}\" stroke-width=\"{}\"/>\n",
                     coordinate(from), coordinate(to), coordinate(y), coordinate(y), colour, coordinate(width));
}

}  // namespace

std::string_view colour_of(std::size_t colour) {
  return colours[colour % colours.size()];
}

std::string dashes_of(std::size_t colour) {
  const std::string_view dash = dashes[colour % dashes.size()];
  return dash.empty() ? std::string{} : fmt::format(" stroke-dasharray=\"{}\"", dash);
}

Drawing::Drawing(const ChartText& text, const std::vector<int>& years, const std::vector<double>& values,
                 const std::vector<std::string>& names, Shape shape)
    : text_(text),
      identifier_(identifier(text.identifier) + (shape == Shape::narrow ? "-narrow" : "-wide")),
      shape_(shape),
      years_(years.size()),
      axis_(axis_for(values, 5, text.number)),
      width_(shape == Shape::narrow ? 400.0 : 760.0) {
  double y = 0.0;
  for (const std::string& line : wrapped(text.title, (width_ - 2 * edge) / title_size / 1.06, 4))
    add(text_at({edge, y += title_size + 4.0}, "start", title_size, dark, line, true));
  if (!text.unit.empty())
    for (const std::string& line : wrapped(text.unit, (width_ - 2 * edge) / font_size, 4))
      add(text_at({edge, y += line_height}, "start", font_size, soft, line));
  top_ = y + 18.0;

  double tick_width = 0.0;
  for (const Tick& tick : axis_.ticks) tick_width = std::max(tick_width, ems(tick.text) * font_size);
  left_ = edge + std::min(tick_width, width_ * 0.4) + 6.0;

  double name_width = 0.0;
  for (const std::string& name : names) name_width = std::max(name_width, ems(name) * font_size * 1.06);
  double value_width = 0.0;
  for (const double value : values)
    if (drawable(value)) value_width = std::max(value_width, ems(text.number(value)) * font_size * 1.06);
  const double most = shape == Shape::narrow ? 108.0 : 200.0;
  const double column = std::clamp(std::max(std::min(name_width, most), value_width), 60.0, width_ * 0.4);
  right_ = width_ - edge - leader_width - sample_width - column;

  double labels_height = 0.0;
  for (const std::string& name : names)
    labels_height += line_height * static_cast<double>(label_lines(name).size() + 1) + label_gap;
  bottom_ = top_ + std::max(shape == Shape::narrow ? 230.0 : 280.0, labels_height);
  add_axes(years);
}

double Drawing::year_width() const {
  return (right_ - left_) / static_cast<double>(std::max<std::size_t>(years_, 1));
}

std::vector<std::string> Drawing::label_lines(const std::string& label) const {
  const double room = width_ - edge - right_ - leader_width - sample_width;
  return wrapped(label, room / font_size, 4);
}

void Drawing::add_axes(const std::vector<int>& years) {
  for (const Tick& tick : axis_.ticks) {
    const bool zero = tick.value == 0.0;
    add(horizontal(left_, right_, y(tick.value), zero ? soft : faint, zero ? 1.5 : 1.0));
    add(text_at({left_ - 6.0, y(tick.value) + 5.0}, "end", font_size, dark, tick.text));
  }
  // Years are named from the last one backwards, as many as stand apart.
  std::size_t every = 1;
  while (static_cast<double>(every) * year_width() < ems("0000") * font_size + 4.0 && every < years.size()) ++every;
  for (std::size_t i = 0; i < years.size(); ++i)
    if ((years.size() - 1 - i) % every == 0)
      add(text_at({x(i), bottom_ + 20.0}, "middle", font_size, dark, std::to_string(years[i])));
}

void Drawing::add_labels(const std::vector<EndLabel>& labels) {
  std::vector<Label> wanted;
  for (const EndLabel& label : labels) {
    const double lines = static_cast<double>(label_lines(label.label).size() + 1);
    wanted.push_back({std::clamp(label.end.y, top_, bottom_), lines * line_height + label_gap});
  }
  const std::vector<double> middles = spread(wanted, top_ - label_gap, bottom_ + label_gap);
  const double sample = right_ + leader_width;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const EndLabel& label = labels[i];
    const std::string_view colour = label.sample == Sample::target ? dark : colour_of(label.colour);
    double y = middles[i] - (wanted[i].height - label_gap) / 2.0;
    const double sample_y = y + line_height / 2.0;
    if (drawable(label.value))
      add(fmt::format(
          "<path d=\"M{} {}H{}L{} {}\" fill=\"none\" stroke=\"{}\" stroke-width=\"1\" opacity=\"0.6\"/>\n",
          coordinate(label.end.x), coordinate(label.end.y), coordinate(right_), coordinate(sample),
          coordinate(sample_y), colour));
    if (label.sample == Sample::bar)
      add(fmt::format("<rect x=\"{}\" y=\"{}\" width=\"16\" height=\"12\" fill=\"{}\"/>\n", coordinate(sample),
                      coordinate(sample_y - 6.0), fill(label.colour)));
    else
      add(fmt::format("<path d=\"M{} {}h20\" stroke=\"{}\" stroke-width=\"{}\"{}/>\n", coordinate(sample),
                      coordinate(sample_y), colour, label.sample == Sample::target ? "1.5" : "3",
                      label.sample == Sample::target ? " stroke-dasharray=\"6 4\"" : dashes_of(label.colour)));
    for (const std::string& line : label_lines(label.label))
      add(text_at({sample + sample_width, (y += line_height) - 4.0}, "start", font_size, dark, line));
    const std::string value = drawable(label.value) ? text_.number(label.value) : "\u2013";
    add(text_at({sample + sample_width, (y += line_height) - 4.0}, "start", font_size, dark, value, true));
  }
}

std::string Drawing::fill(std::size_t colour) const {
  const std::size_t kind = colour % colours.size();
  return hatches[kind].empty() ? std::string{colours[kind]} : fmt::format("url(#{}-hatch-{})", identifier_, kind);
}

std::string Drawing::svg(const std::string& values) const {
  std::string hatching;
  for (std::size_t kind = 0; kind < colours.size(); ++kind) {
    const std::string name = fill(kind);
    if (body_.find(name) == std::string::npos || !name.starts_with("url(")) continue;
    hatching += fmt::format(
        "<pattern id=\"{0}-hatch-{1}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
        "<rect width=\"8\" height=\"8\" fill=\"{2}\"/><path d=\"{3}\" stroke=\"#fff\" "
        "stroke-width=\"1.3\"/></pattern>\n",
        identifier_, kind, colours[kind], hatches[kind]);
  }
  const std::string description = text_.description.empty() ? values : text_.description + " " + values;
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"{0}\" role=\"img\" aria-labelledby=\"{1}-title {1}-desc\" "
      "width=\"100%\" viewBox=\"0 0 {2} {3}\" font-family=\"system-ui, sans-serif\">\n"
      "<title id=\"{1}-title\">{4}</title>\n<desc id=\"{1}-desc\">{5}</desc>\n{6}{7}</svg>\n",
      shape_ == Shape::narrow ? "narrow" : "wide", identifier_, coordinate(width_), coordinate(bottom_ + 30.0),
      escaped(text_.title), escaped(description), hatching.empty() ? "" : "<defs>" + hatching + "</defs>\n", body_);
}

}  // namespace banenplan::plots
