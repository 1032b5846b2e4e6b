#include "engine/information.hpp"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <catch2/catch.hpp>
#include <cmath>

#include "engine/acceptability.hpp"
#include "engine/elementary.hpp"

using namespace banenplan::engine;

namespace {

// E[max(0, X)] of a normal X, less max(0, mean): what knowing X is worth to who chooses between X and 0.
double worth_of_knowing(double mean, double deviation) {
  const double z = mean / deviation;
  const double density = std::exp(-0.5 * z * z) / std::sqrt(2.0 * 3.14159265358979323846);
  return deviation * density + mean * normal_probability(z) - std::max(0.0, mean);
}

}  // namespace

TEST_CASE("one of two options gains the sum of two normal inputs: knowing each is worth what the closed form says") {
  // Gain 1 + 3 x + 4 y with x and y standard normal: deviation 5 in all, 3 by x, 4 by y.
  boost::random::mt19937_64 source(12);
  boost::random::normal_distribution<double> normal;
  std::vector<double> x, y, other, net;
  constexpr int draws = 40000;
  for (int r = 0; r < draws; ++r) {
    x.push_back(normal(source));
    y.push_back(normal(source));
    other.push_back(normal(source));
    const double shared = 100.0 * normal(source);
    net.push_back(shared);
    net.push_back(shared + 1.0 + 3.0 * x.back() + 4.0 * y.back());
  }
  const double error = 5.0 * 5.0 / std::sqrt(draws);  // 5 standard errors, the deviation of what is averaged below 5
  CHECK(std::abs(partial_information(net, 2, x) - worth_of_knowing(1.0, 3.0)) < error);
  CHECK(std::abs(partial_information(net, 2, y) - worth_of_knowing(1.0, 4.0)) < error);
  CHECK(partial_information(net, 2, other) < 0.001);
  const Draws as_draws{2,
                       [&] {
                         std::vector<double> costs;
                         for (const double value : net) costs.push_back(-value);
                         return costs;
                       }(),
                       std::vector<double>(net.size())};
  const double perfect = acceptability(as_draws, {0.0}).front().perfect_information;
  CHECK(std::abs(perfect - worth_of_knowing(1.0, 5.0)) < error);
  CHECK(partial_information(net, 2, y) < perfect);
  // Planted: an answer that forgets the mean would be noticed.
  CHECK(std::abs(partial_information(net, 2, x) - worth_of_knowing(0.0, 3.0)) > error);
}

TEST_CASE("an input on which all hangs is worth as much as knowing all") {
  std::vector<double> x, net;
  for (int r = 0; r < 1000; ++r) {
    x.push_back(r / 999.0 - 0.4);
    net.push_back(0.0);
    net.push_back(x.back());
  }
  double perfect = 0.0, mean = 0.0;
  for (const double value : x) {
    perfect += std::max(0.0, value) / 1000.0;
    mean += value / 1000.0;
  }
  CHECK(partial_information(net, 2, x) == Approx(perfect - mean).epsilon(1e-6));
}

TEST_CASE("without a choice, or without draws, nothing is worth knowing") {
  CHECK(partial_information({1, 2, 3}, 1, {1, 2, 3}) == 0.0);
  CHECK(partial_information({}, 2, {}) == 0.0);
  CHECK(partial_information({1, 1, 2, 2, 3, 3}, 2, {1, 2, 3}) == 0.0);
}
