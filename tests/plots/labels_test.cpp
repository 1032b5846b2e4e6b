#include "plots/labels.hpp"

#include <catch2/catch.hpp>

using namespace banenplan::plots;

TEST_CASE("labels are moved apart no further than needed") {
  using Middles = std::vector<double>;
  struct Row {
    std::vector<Label> labels;
    Middles middles;
  };
  const Row rows[] = {
      {{}, {}},
      {{{50, 10}}, {50}},
      {{{0, 10}}, {5}},
      {{{100, 10}}, {95}},
      {{{50, 10}, {50, 10}}, {45, 55}},
      {{{50, 20}, {50, 10}, {50, 10}}, {110 / 3.0, 155 / 3.0, 185 / 3.0}},
      {{{80, 10}, {20, 10}}, {80, 20}},
      {{{52, 10}, {50, 10}, {20, 10}}, {56, 46, 20}},
      {{{98, 10}, {97, 10}, {96, 10}}, {95, 85, 75}},
      {{{50, 60}, {50, 60}}, {30, 90}},
  };
  for (const Row& row : rows) {
    const Middles found = spread(row.labels, 0, 100);
    REQUIRE(found.size() == row.middles.size());
    for (std::size_t i = 0; i < found.size(); ++i) CHECK(found[i] == Approx(row.middles[i]));
  }
}

TEST_CASE("no label covers another, wherever they are wanted") {
  for (int seed = 0; seed < 200; ++seed) {
    std::vector<Label> labels;
    for (int i = 0; i < 6; ++i) labels.push_back({(seed * 37 + i * i * 53) % 120 - 10.0, 8.0 + (seed + i) % 8});
    const std::vector<double> middles = spread(labels, 0, 100);
    for (std::size_t i = 0; i < labels.size(); ++i) {
      CHECK(middles[i] - labels[i].height / 2 >= -1e-9);
      CHECK(middles[i] + labels[i].height / 2 <= 100 + 1e-9);
      for (std::size_t k = 0; k < i; ++k)
        CHECK(std::abs(middles[i] - middles[k]) >= (labels[i].height + labels[k].height) / 2 - 1e-9);
    }
  }
}
