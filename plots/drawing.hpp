// What every chart has in common: the frame with title, axes and room for labels, and the names of the series beside
// where they end. Lengths are in units of the SVG's viewBox, x to the right and y downwards.
#pragma once

#include <string>
#include <vector>

#include "plots/chart.hpp"

namespace banenplan::plots {

struct Point {
  double x;
  double y;
};

// How the sample before a name looks.
enum class Sample { line, bar, target };

// A series' name and last value, beside the point where the series ends.
struct EndLabel {
  std::string label;
  double value;  // not drawable when there is none
  std::size_t colour;
  Sample sample;
  Point end;
};

class Drawing {
 public:
  // Makes room for the title, the values on the axis and the names of the series.
  // `text` must outlive the drawing.
  Drawing(const ChartText& text, const std::vector<int>& years, const std::vector<double>& values,
          const std::vector<std::string>& names, Shape shape);

  double y(double value) const { return bottom_ - axis_.share(value) * (bottom_ - top_); }
  // The middle of a year's share of the width, and that share.
  double x(std::size_t year) const { return left_ + (static_cast<double>(year) + 0.5) * year_width(); }
  double year_width() const;
  double left() const { return left_; }
  double right() const { return right_; }

  void add(const std::string& markup) { body_ += markup; }
  // Names beside the ends, spread so that none covers another, each joined to its end by a thin line.
  void add_labels(const std::vector<EndLabel>& labels);

  // The fill of a bar: the colour with its own hatching.
  std::string fill(std::size_t colour) const;

  // The whole svg element; `values` is added to the description.
  std::string svg(const std::string& values) const;

 private:
  void add_axes(const std::vector<int>& years);
  std::vector<std::string> label_lines(const std::string& label) const;

  const ChartText& text_;
  std::string identifier_;
  Shape shape_;
  std::size_t years_;
  Axis axis_;
  double width_;
  double left_ = 0.0;
  double right_ = 0.0;
  double top_ = 0.0;
  double bottom_ = 0.0;
  std::string body_;
};

// The dash pattern of a line, ready to stand in a tag; nothing for the solid ones.
std::string dashes_of(std::size_t colour);

}  // namespace banenplan::plots
