#include "engine/regression.hpp"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/uniform_01.hpp>
#include <catch2/catch.hpp>

using namespace banenplan::engine;

TEST_CASE("a cubic is found again to rounding, and explains all") {
  std::vector<double> x, y;
  for (int k = 0; k < 50; ++k) {
    x.push_back(3.0 + 0.1 * k * k);
    y.push_back(2.0 - x.back() + 0.5 * x.back() * x.back() - 0.01 * x.back() * x.back() * x.back());
  }
  const Fit found = fit(x, y, 3);
  CHECK(found.explained_share == Approx(1.0).epsilon(1e-12));
  for (std::size_t k = 0; k < y.size(); ++k) CHECK(found.fitted[k] == Approx(y[k]).epsilon(1e-9));
}

TEST_CASE("what does not vary explains nothing and is explained by nothing") {
  const std::vector<double> flat(20, 7.0);
  std::vector<double> slope;
  for (int k = 0; k < 20; ++k) slope.push_back(k);
  CHECK(fit(flat, slope, 3).explained_share == 0.0);
  CHECK(fit(flat, slope, 3).fitted[4] == Approx(9.5));
  CHECK(fit(slope, flat, 3).explained_share == 0.0);
  CHECK(fit(slope, flat, 3).fitted[4] == 7.0);
  CHECK(fit({}, {}, 2).fitted.empty());
}

TEST_CASE("an input of two values is fitted by their two means") {
  const Fit found = fit({0, 1, 0, 1}, {1, 5, 1, 5}, 3);
  CHECK(found.fitted == std::vector<double>{1, 5, 1, 5});
}

TEST_CASE("noise explains next to nothing: the fit is drawn back; a signal stays") {
  boost::random::mt19937_64 source(11);
  boost::random::uniform_01<double> uniform;
  boost::random::normal_distribution<double> normal;
  double of_noise = 0.0, of_signal = 0.0;
  constexpr int rounds = 200;
  for (int round = 0; round < rounds; ++round) {
    std::vector<double> x, noise, signal;
    for (int k = 0; k < 300; ++k) {
      x.push_back(uniform(source));
      noise.push_back(normal(source));
      signal.push_back(noise.back() + 12.0 * x.back());
    }
    of_noise += fit(x, noise, 3).explained_share / rounds;
    of_signal += fit(x, signal, 3).explained_share / rounds;
  }
  CHECK(of_noise < 0.005);                                // without drawing back: 3 / 299
  CHECK(of_signal == Approx(12.0 / 13.0).epsilon(0.01));  // variance 144 / 12 beside 1
}

TEST_CASE("more draws bear a higher degree") {
  CHECK(degree_for(20) == 1);
  CHECK(degree_for(499) == 2);
  CHECK(degree_for(500) == 3);
}
