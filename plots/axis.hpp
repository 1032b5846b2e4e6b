// A scale for values: from a round number to a round number, in steps of 1, 2 or 5 times a power of ten.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace banenplan::plots {

// How a chart writes a number, in the reader's language.
using NumberText = std::function<std::string(double)>;

// Whether a value can be drawn: finite, and below 1e15 in size.
bool drawable(double value);

struct Tick {
  double value;
  std::string text;
};

struct Axis {
  double low = 0.0;
  double high = 1.0;  // above low
  std::vector<Tick> ticks;

  // Where a value lies: 0 at low, 1 at high.
  double share(double value) const { return (value - low) / (high - low); }
};

// The axis that holds 0 and all drawable values, with about `steps` steps; from 0 to 1 when there is nothing to hold.
// The steps are widened, up to some thousand times, until no two neighbouring ticks have the same text.
Axis axis_for(const std::vector<double>& values, int steps, const NumberText& number);

}  // namespace banenplan::plots
