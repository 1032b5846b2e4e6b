#include "plots/axis.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <fmt/format.h>
#include <limits>

using namespace banenplan::plots;

namespace {
const double infinity = std::numeric_limits<double>::infinity();
const double not_a_number = std::numeric_limits<double>::quiet_NaN();

std::string whole(double value) {
  return fmt::format("{:.0f}", value);
}
std::string exact(double value) {
  return fmt::format("{}", value);
}
std::string texts(const Axis& axis) {
  std::string all;
  for (const Tick& tick : axis.ticks) all += tick.text + " ";
  return all;
}
}  // namespace

TEST_CASE("ticks are round, hold zero and all values") {
  struct Row {
    std::vector<double> values;
    std::string ticks;
  };
  const Row rows[] = {
      {{3, 47}, "0 10 20 30 40 50 "},
      {{50}, "0 10 20 30 40 50 "},
      {{51}, "0 20 40 60 "},
      {{-3, 7}, "-4 -2 0 2 4 6 8 "},
      {{-7}, "-8 -6 -4 -2 0 "},
      {{1.2e6}, "0 500000 1000000 1500000 "},
      {{0.3}, "0 0.1 0.2 0.3 "},
      {{0.00042}, "0 0.0001 0.0002 0.0003 0.0004 0.0005 "},
      {{}, "0 0.2 0.4 0.6 0.8 1 "},
      {{0, 0}, "0 0.2 0.4 0.6 0.8 1 "},
      {{not_a_number, infinity, -infinity, 1e300, 5}, "0 1 2 3 4 5 "},
      {{1e-300}, "0 0.2 0.4 0.6 0.8 1 "},
  };
  for (const Row& row : rows) CHECK(texts(axis_for(row.values, 5, exact)) == row.ticks);
}

TEST_CASE("no two ticks have the same text") {
  CHECK(texts(axis_for({1}, 5, whole)) == "0 1 ");
  CHECK(texts(axis_for({2.1}, 5, whole)) == "0 1 2 3 ");
  CHECK(texts(axis_for({0.2}, 5, whole)) == "0 1 ");
  CHECK(axis_for({3, 4}, 5, [](double) { return std::string{"x"}; }).high == 4.0);
}

TEST_CASE("every value lies on its axis") {
  for (double size = 1e-6; size < 1e14; size *= 1.37)
    for (const double low : {0.0, -0.3 * size, -size}) {
      const Axis axis = axis_for({low, size}, 5, exact);
      CHECK(axis.low <= low);
      CHECK(axis.high >= size * (1.0 - 1e-8));
      CHECK(axis.share(axis.high) == 1.0);
      CHECK((axis.ticks.size() >= 3 && axis.ticks.size() <= 8));
    }
}
