// Labels beside what they name, moved apart no further than needed so that none covers another.
#pragma once

#include <vector>

namespace banenplan::plots {

struct Label {
  double wanted;  // where its middle would best be
  double height;
};

// The middles of the labels, in their given order: within [top, bottom], none over another, and in sum of squares as
// near as can be to where they are wanted. When they are higher together than there is room, they go on below bottom.
std::vector<double> spread(const std::vector<Label>& labels, double top, double bottom);

}  // namespace banenplan::plots
