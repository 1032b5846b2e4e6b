#include "engine/uncertainty.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace banenplan::engine;
using Kind = Distribution::Kind;

TEST_CASE("quantiles are those of the distribution") {
  struct Row {
    Distribution distribution;
    double u, expected;
  };
  const Row rows[] = {
      {{Kind::fixed, 1, 2, 3}, 0.1, 2},
      {{Kind::uniform, 1, 2, 5}, 0.25, 2},
      {{Kind::triangular, 0, 1, 3}, 1.0 / 3, 1},      // F(centre) = (centre - low) / (high - low)
      {{Kind::triangular, 0, 1, 3}, 1.0 / 12, 0.5},   // F(x) = x^2 / 3
      {{Kind::triangular, 0, 1, 3}, 1 - 1.0 / 6, 2},  // 1 - F(x) = (3 - x)^2 / 6
      {{Kind::triangular, 2, 2, 2}, 0.7, 2},
      {{Kind::normal, 0, 2, 3}, 0.5, 2},
      {{Kind::normal, 0, 2, 3}, 0.975, 3},
      {{Kind::normal, 0, 2, 3}, 0.025, 0},
      {{Kind::normal, 0, 2, 3}, 1e-9, -1},  // cut off half a width further
      {{Kind::normal, 0, 2, 3}, 1 - 1e-9, 3.5},
      {{Kind::lognormal, 0, 0.509, 0.71}, 0.5, 0.509},
      {{Kind::lognormal, 0, 0.509, 0.71}, 0.975, 0.71},
      {{Kind::lognormal, 0, 2, 8}, 0.025, 0.5},
  };
  for (const Row& row : rows) {
    CAPTURE(static_cast<int>(row.distribution.kind), row.u);
    CHECK(row.distribution.quantile(row.u) == Approx(row.expected).margin(1e-12));
  }
}

TEST_CASE("a known value takes the form in which the model uses it") {
  CHECK(in_form(Form::as_it_is, 0.3, 1.0) == 0.3);
  CHECK(in_form(Form::rate_of_probability, 1.0 - std::exp(-0.5), 1.0) == Approx(0.5));
  CHECK(in_form(Form::complement, 0.3, 1.0) == Approx(0.7));
  CHECK(in_form(Form::for_part, 0.8, 0.25) == Approx(0.95));  // a fifth less for a quarter of the people
}

TEST_CASE("draws are spread evenly, more so than chance would") {
  constexpr int replications = 1024;
  constexpr int dimensions = 5;
  const ParameterDraws draws(3, replications, dimensions);
  for (int d = 0; d < dimensions; ++d) {
    double sum = 0.0;
    int below[16] = {};
    for (int r = 0; r < replications; ++r) {
      const double u = draws.uniform(r, d);
      CHECK((u > 0.0 && u < 1.0));
      sum += u;
      ++below[static_cast<int>(16 * u)];
    }
    // Independent draws would be 0.009 off in the mean, and 8 in a cell.
    CHECK(sum / replications == Approx(0.5).margin(0.002));
    for (const int count : below) CHECK(std::abs(count - replications / 16) <= 1);
  }
}

TEST_CASE("two dimensions are independent") {
  const ParameterDraws draws(3, 4096, 2);
  double sum = 0.0;
  for (int r = 0; r < 4096; ++r) sum += (draws.uniform(r, 0) - 0.5) * (draws.uniform(r, 1) - 0.5);
  CHECK(std::abs(sum / 4096) < 0.002);
}

TEST_CASE("a draw depends on the seed and the place, and not on how many are drawn") {
  const ParameterDraws few(3, 10, 2);
  const ParameterDraws many(3, 50, 2);
  const ParameterDraws other(4, 10, 2);
  for (int r = 0; r < 10; ++r) {
    CHECK(few.uniform(r, 1) == many.uniform(r, 1));
    CHECK(few.uniform(r, 1) != other.uniform(r, 1));
  }
}

TEST_CASE("only uncertain values are drawn; width 0 is the base case") {
  const ParameterDraws draws(3, 4, 2);
  std::vector<double> values{1, 2, 3};
  draws.draw({{1, 0, {Kind::uniform, 5, 5, 5}}, {2, 1, {Kind::triangular, 3, 3, 3}}}, 2, values);
  CHECK(values == std::vector<double>{1, 5, 3});
  const ParameterDraws none_at_all(3, 4, 0);
  none_at_all.draw({}, 1, values);
  CHECK(values == std::vector<double>{1, 5, 3});
}
