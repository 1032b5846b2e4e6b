#include "engine/sensitivity.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>

#include "engine/uncertainty.hpp"

using namespace banenplan::engine;

namespace {

constexpr double pi = 3.14159265358979323846;
using Point = std::array<double, 3>;

// Ishigami and Homma 1990, with a = 7 and b = 0.1, inputs uniform on (-pi, pi).
double ishigami(const Point& x) {
  return std::sin(x[0]) + 7.0 * std::sin(x[1]) * std::sin(x[1]) + 0.1 * std::pow(x[2], 4) * std::sin(x[0]);
}

// The first and total indices in closed form (Saltelli et al. 2008, Global Sensitivity Analysis, chapter 4).
const double main_1 = 0.5 * std::pow(1.0 + 0.1 * std::pow(pi, 4) / 5.0, 2);
const double main_2 = 49.0 / 8.0;
const double both_1_3 = 0.01 * std::pow(pi, 8) * 8.0 / 225.0;
const double all = main_1 + main_2 + both_1_3;

}  // namespace

TEST_CASE("Sobol indices of Ishigami's function are those in closed form") {
  constexpr std::int32_t count = 1 << 14;
  const ParameterDraws draws(3, count, 6);
  std::vector<double> a, b;
  std::vector<std::vector<double>> mixed(3);
  for (std::int32_t r = 0; r < count; ++r) {
    Point one, other;
    for (std::int32_t i = 0; i < 3; ++i) {
      one[static_cast<std::size_t>(i)] = pi * (2.0 * draws.uniform(r, i) - 1.0);
      other[static_cast<std::size_t>(i)] = pi * (2.0 * draws.uniform(r, i + 3) - 1.0);
    }
    a.push_back(ishigami(one));
    b.push_back(ishigami(other));
    for (std::size_t i = 0; i < 3; ++i) {
      Point both = one;
      both[i] = other[i];
      mixed[i].push_back(ishigami(both));
    }
  }
  const auto indices = sobol_indices(a, b, mixed);
  const double first[] = {main_1 / all, main_2 / all, 0.0};
  const double total[] = {(main_1 + both_1_3) / all, main_2 / all, both_1_3 / all};
  CHECK(first[0] == Approx(0.3139).margin(1e-4));  // as printed
  CHECK(first[1] == Approx(0.4424).margin(1e-4));
  CHECK(total[2] == Approx(0.2437).margin(1e-4));
  for (std::size_t i = 0; i < 3; ++i) {
    INFO("input " << i + 1);
    CHECK(indices[i].first == Approx(first[i]).margin(0.01));
    CHECK(indices[i].total == Approx(total[i]).margin(0.01));
  }
}

TEST_CASE("a result that does not vary hangs on nothing") {
  const auto indices = sobol_indices({4, 4, 4}, {4, 4, 4}, {{4, 4, 4}});
  CHECK(indices[0].first == 0.0);
  CHECK(indices[0].total == 0.0);
}

TEST_CASE("a tornado bar runs through the band of its input") {
  std::vector<double> x, y;
  for (int r = 0; r <= 1000; ++r) {
    x.push_back(r / 1000.0);
    y.push_back(10.0 - 4.0 * x.back());
  }
  const TornadoBar bar = tornado_bar(x, y);
  CHECK(bar.low == Approx(9.8));
  CHECK(bar.high == Approx(6.2));
  CHECK(bar.explained_share == Approx(1.0));
  CHECK(tornado_bar({}, {}).low == 0.0);
}
