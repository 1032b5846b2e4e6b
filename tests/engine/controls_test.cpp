#include "engine/controls.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/elementary.hpp"
#include "engine/luck.hpp"

using namespace banenplan::engine;

namespace {

// Draws of two inputs with mean 0 and variance 1/12, of one that tells nothing, and of noise with variance 1.
struct Sample {
  std::vector<std::vector<double>> inputs{3};
  std::vector<double> noise;

  Sample(std::uint64_t seed, int count) {
    for (int r = 0; r < count; ++r) {
      const Luck luck(seed, static_cast<std::uint64_t>(r));
      const auto words = luck.block(Purpose::match, 0, 0, 0);
      const auto more = luck.block(Purpose::match, 1, 0, 0);
      for (std::size_t k = 0; k < 2; ++k) inputs[k].push_back(words[k] - 0.5);
      inputs[2].push_back(more[0] - 0.5);
      noise.push_back(normal_quantile(more[1]));
    }
  }

  std::vector<double> output(double first, double second, double spread) const {
    std::vector<double> result;
    for (std::size_t r = 0; r < noise.size(); ++r) {
      result.push_back(7.0 + first * inputs[0][r] + second * inputs[1][r] + spread * noise[r]);
    }
    return result;
  }
};

}  // namespace

TEST_CASE("what a straight line explains is taken off, and the mean is set right for it") {
  const Sample sample(3, 400);
  const ControlledMean exact = controlled_mean(sample.output(2.0, -5.0, 0.0), sample.inputs);
  CHECK(exact.mean == Approx(7.0).epsilon(1e-12));
  CHECK(exact.variance < 1e-20);
  CHECK(exact.controls == 2);
  const ControlledMean noisy = controlled_mean(sample.output(2.0, -5.0, 0.5), sample.inputs);
  CHECK(noisy.controls == 2);
  CHECK(noisy.variance == Approx(0.25).epsilon(5.0 * std::sqrt(2.0 / 400)));
}

TEST_CASE("inputs that tell nothing, or nothing new, are no controls") {
  const Sample sample(5, 300);
  const std::vector<double> output = sample.output(0.0, 0.0, 1.0);
  const ControlledMean plain = controlled_mean(output, {});
  const ControlledMean none = controlled_mean(output, sample.inputs);
  CHECK(none.controls == 0);
  CHECK(none.mean == plain.mean);
  CHECK(none.variance == plain.variance);
  auto twice = sample.inputs;
  twice.push_back(twice[0]);
  CHECK(controlled_mean(sample.output(3.0, 0.0, 0.1), twice).controls == 1);
  CHECK(controlled_mean(std::vector<double>(300, 4.0), sample.inputs).variance == 0.0);
}

// Over 500 samples of 60 draws the mean strays as much as its variance says; the plain variance says far more.
TEST_CASE("the variance is that of the mean") {
  constexpr int samples = 500, draws = 60;
  double strays = 0.0, said = 0.0, plain = 0.0;
  for (int k = 0; k < samples; ++k) {
    const Sample sample(static_cast<std::uint64_t>(100 + k), draws);
    const std::vector<double> output = sample.output(4.0, -4.0, 0.5);
    const ControlledMean found = controlled_mean(output, sample.inputs);
    strays += (found.mean - 7.0) * (found.mean - 7.0) / samples;
    said += found.variance / draws / samples;
    plain += controlled_mean(output, {}).variance / draws / samples;
  }
  const double error = 5.0 * std::sqrt(2.0 / samples);
  CHECK(strays == Approx(said).epsilon(error));
  CHECK_FALSE(strays == Approx(plain).epsilon(error));
}

TEST_CASE("variances as computed by hand") {
  CHECK(controlled_mean({1.0, 2.0, 3.0, 4.0}, {}).variance == Approx(5.0 / 3.0));
  // Of a sum of squares of 5.63 the line explains 5.3^2 / 5; the rest has 2 degrees of freedom, and the slope costs
  // (4 - 2) / (4 - 1 - 2).
  const ControlledMean found = controlled_mean({1.0, 2.0, 3.0, 4.2}, {{-1.5, -0.5, 0.5, 1.5}});
  CHECK(found.controls == 1);
  CHECK(found.variance == Approx((5.63 - 5.3 * 5.3 / 5.0) / 2.0 * 2.0));
}
