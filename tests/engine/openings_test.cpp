#include "engine/openings.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/engine/small_models.hpp"

using namespace banenplan::engine;
using test::Builder;

namespace {

double poisson_below(double mean, int count) {  // P(X <= count)
  double sum = 0.0;
  for (int k = 0; k <= count; ++k) sum += std::exp(k * std::log(mean) - mean - std::lgamma(k + 1.0));
  return sum;
}

Channel channel(Builder& builder, double per_step, double stays_open) {
  Channel result;
  result.per_step_factors = {builder.value(per_step)};
  result.stays_open = builder.value(stays_open);
  result.match_probability = builder.value(0.5);
  return result;
}

}  // namespace

TEST_CASE("a uniform draw stands for the number at which the exact probabilities reach it") {
  for (const double mean : {0.01, 0.7, 3.0, 40.0, 700.0, 2000.0}) {
    const int around = static_cast<int>(mean);
    for (int count = std::max(0, around - 5); count <= around + 5; ++count) {
      CAPTURE(mean, count);
      const double edge = poisson_below(mean, count);
      if (edge < 1.0 - 1e-7) {
        CHECK(poisson_quantile(mean, edge * (1 + 1e-8)) == count + 1);
        CHECK(poisson_quantile(mean, edge * (1 - 1e-8)) == count);
      }
    }
  }
  CHECK(poisson_quantile(0.0, 0.999999) == 0);
  // The smallest and largest draws that there are stay within reason: 9 standard deviations for a mean of 1000.
  CHECK(poisson_quantile(1000.0, 0x1p-53) > 1000 - 300);
  CHECK(poisson_quantile(1000.0, 1 - 0x1p-53) < 1000 + 300);
  CHECK(poisson_quantile(1.0, 1 - 0x1p-53) < 30);
}

TEST_CASE("places arise as often as they should, stay open for their time and lapse") {
  Builder builder(2000, 1, 1);
  builder.program.openings.channels = {channel(builder, 0.7, 3)};
  OpenPlaces places(builder.program);
  places.set(builder.program, builder.program.values);
  places.clear();
  const Luck luck(1, 0);
  std::vector<std::int32_t> lapsed(1, 0);
  std::uint64_t arisen = 0;
  for (std::int32_t step = 0; step < builder.program.steps; ++step) {
    places.advance(luck, step, lapsed);
    for (const Opening& opening : places.open()) {
      REQUIRE(opening.lapses > step);
      REQUIRE(opening.lapses <= step + 3);
      arisen = std::max(arisen, (opening.number & 0xffffffffU) + 1);
    }
    REQUIRE(static_cast<std::uint64_t>(lapsed[0]) + places.open().size() == arisen);
  }
  CHECK(std::abs(static_cast<double>(arisen) - 1400) < 5 * std::sqrt(1400.0));
}

TEST_CASE("a pool is filled up again at each intake, with what is taken left out") {
  Builder builder(12, 1, 1);
  Channel pool = channel(builder, 0.0, 2);
  pool.per_step_factors.clear();
  pool.capacity = builder.value(10);
  pool.intake_every = 6;
  builder.program.openings.channels = {channel(builder, 0.0, 1), pool};
  OpenPlaces places(builder.program);
  places.set(builder.program, builder.program.values);
  places.clear();
  const Luck luck(1, 0);
  std::vector<std::int32_t> lapsed(2, 0);
  places.advance(luck, 0, lapsed);
  CHECK(places.open().size() == 10);
  for (int k = 0; k < 4; ++k) {
    places.take(1);
    places.open().pop_back();
  }
  for (std::int32_t step = 1; step < 6; ++step) places.advance(luck, step, lapsed);
  CHECK(places.open().empty());
  CHECK(lapsed == std::vector<std::int32_t>{0, 6});
  places.leave(1);
  places.advance(luck, 6, lapsed);
  CHECK(places.open().size() == 7);
}

TEST_CASE("places that arise together come in whole groups, as often as single ones do") {
  Builder builder(400, 1, 1);
  Channel groups = channel(builder, 0.3, 1);
  groups.places_each = builder.value(7);
  builder.program.openings.channels = {groups};
  OpenPlaces places(builder.program);
  places.set(builder.program, builder.program.values);
  places.clear();
  const Luck luck(1, 0);
  std::vector<std::int32_t> lapsed(1, 0);
  std::size_t arisen = 0;
  for (std::int32_t step = 0; step < builder.program.steps; ++step) {
    places.advance(luck, step, lapsed);
    REQUIRE(places.open().size() % 7 == 0);
    arisen += places.open().size();
  }
  CHECK(std::abs(static_cast<double>(arisen) / 7 - 120) < 5 * std::sqrt(120.0));
}

TEST_CASE("a place of a pool that is still open is not offered again, and one that comes free waits for an intake") {
  Builder builder(12, 1, 1);
  Channel pool = channel(builder, 0.0, 8);
  pool.per_step_factors.clear();
  pool.capacity = builder.value(10);
  pool.intake_every = 6;
  builder.program.openings.channels = {pool};
  OpenPlaces places(builder.program);
  places.set(builder.program, builder.program.values);
  places.clear();
  const Luck luck(1, 0);
  std::vector<std::int32_t> lapsed(1, 0);
  places.advance(luck, 0, lapsed);
  for (int k = 0; k < 4; ++k) {
    places.take(0);
    places.open().pop_back();
  }
  places.leave(0);
  for (std::int32_t step = 1; step < 6; ++step) {
    places.advance(luck, step, lapsed);
    CHECK(places.open().size() == 6);
  }
  places.advance(luck, 6, lapsed);
  CHECK(places.open().size() == 7);
  places.advance(luck, 8, lapsed);
  CHECK(places.open().size() == 1);
}
