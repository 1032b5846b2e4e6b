#include "engine/chaos.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "engine/uncertainty.hpp"

using namespace banenplan::engine;

namespace {

constexpr double pi = 3.14159265358979323846;

std::vector<std::vector<double>> uniforms(std::int32_t draws, std::int32_t inputs, std::uint64_t seed = 3) {
  const ParameterDraws points(seed, draws, inputs);
  std::vector<std::vector<double>> result(static_cast<std::size_t>(inputs));
  for (std::int32_t i = 0; i < inputs; ++i) {
    for (std::int32_t r = 0; r < draws; ++r) result[static_cast<std::size_t>(i)].push_back(points.uniform(r, i));
  }
  return result;
}

// Draws that have nothing to do with the points of a sequence; the standard says to the bit what comes.
std::vector<double> chance(std::size_t draws, std::uint64_t seed) {
  std::mt19937_64 bits(seed);
  std::vector<double> result;
  for (std::size_t r = 0; r < draws; ++r)
    result.push_back((static_cast<double>(bits() >> 11U) + 0.5) / 9007199254740992.0);
  return result;
}

}  // namespace

TEST_CASE("polynomial chaos finds the first and total indices of Ishigami's function") {
  const auto inputs = uniforms(2000, 3);
  std::vector<double> result;
  for (std::size_t r = 0; r < 2000; ++r) {
    const auto x = [&](std::size_t i) { return pi * (2.0 * inputs[i][r] - 1.0); };
    result.push_back(std::sin(x(0)) + 7.0 * std::pow(std::sin(x(1)), 2) + 0.1 * std::pow(x(2), 4) * std::sin(x(0)));
  }
  const auto indices = chaos_indices(ChaosBasis(inputs, 8, 8), result);
  // Saltelli et al. 2008, Global Sensitivity Analysis, chapter 4, as printed.
  struct Row {
    double first, total;
  };
  const Row rows[] = {{0.3139, 0.5576}, {0.4424, 0.4424}, {0.0, 0.2437}};
  for (std::size_t i = 0; i < 3; ++i) {
    INFO("input " << i + 1);
    CHECK(indices[i].first == Approx(rows[i].first).margin(0.01));
    CHECK(indices[i].total == Approx(rows[i].total).margin(0.01));
  }
}

TEST_CASE("weights, interaction and chance come out as they were put in") {
  // 3 x1 + 2 x2 + 2 x1 x2 on variables of variance 1, and chance. Of 24 parts of the variance: 9, 4, 4 and 7. Twenty
  // further inputs do nothing.
  const std::int32_t draws = 500;
  auto inputs = uniforms(draws, 22);
  inputs.push_back(chance(inputs[0].size(), 11));
  std::vector<double> result;
  for (std::size_t r = 0; r < static_cast<std::size_t>(draws); ++r) {
    const auto x = [&](std::size_t i) { return std::sqrt(3.0) * (2.0 * inputs[i][r] - 1.0); };
    result.push_back(3.0 * x(0) + 2.0 * x(1) + 2.0 * x(0) * x(1) + std::sqrt(7.0) * x(22));
  }
  const std::vector<std::vector<double>> known(inputs.begin(), inputs.end() - 1);
  const auto indices = chaos_indices(ChaosBasis(known, 3, 2), result);
  // Five standard errors of an index near a half from 500 draws are about 0.15.
  CHECK(indices[0].first == Approx(9.0 / 24.0).margin(0.07));
  CHECK(indices[0].total == Approx(13.0 / 24.0).margin(0.07));
  CHECK(indices[1].total == Approx(8.0 / 24.0).margin(0.07));
  CHECK(indices[0].low < 13.0 / 24.0);
  CHECK(indices[0].high > 13.0 / 24.0);
  for (std::size_t i = 2; i < indices.size(); ++i) CHECK(indices[i].total == 0.0);
}

TEST_CASE("chance alone is no input's doing, nor is what does not vary or is drawn too seldom") {
  const ChaosBasis basis(uniforms(500, 40), 3, 2);
  for (const auto& result : {chance(500, 1), chance(500, 2), chance(500, 3), std::vector<double>(500, 4.0)}) {
    for (const ChaosIndex& index : chaos_indices(basis, result)) CHECK(index.total == 0.0);
  }
  const auto few = uniforms(30, 2);
  for (const ChaosIndex& index : chaos_indices(ChaosBasis(few, 3, 2), few[0])) CHECK(index.total == 0.0);
}

TEST_CASE("the input that makes all makes all, however it is bent") {
  const auto inputs = uniforms(200, 5);
  std::vector<double> result;
  for (const double u : inputs[2]) result.push_back(std::exp(2.0 * u));
  const auto indices = chaos_indices(ChaosBasis(inputs, 3, 2), result);
  CHECK(indices[2].first > 0.98);
  CHECK(indices[2].total <= 1.0);
  CHECK(indices[0].total < 0.01);
}

TEST_CASE("in nine of ten samples the truth lies between low and high") {
  constexpr int samples = 100;
  int held = 0;
  for (std::uint64_t sample = 1; sample <= samples; ++sample) {
    std::vector<std::vector<double>> inputs;
    for (std::uint64_t i = 0; i < 3; ++i) inputs.push_back(chance(400, 10 * sample + i));
    std::vector<double> result;
    for (std::size_t r = 0; r < 400; ++r) {
      const auto x = [&](std::size_t i) { return std::sqrt(3.0) * (2.0 * inputs[i][r] - 1.0); };
      result.push_back(3.0 * x(0) + 2.0 * x(1) + 2.0 * x(0) * x(1) + std::sqrt(7.0) * x(2));
    }
    inputs.pop_back();
    const ChaosIndex index = chaos_indices(ChaosBasis(inputs, 2, 2), result)[0];
    if (index.low <= 13.0 / 24.0 && 13.0 / 24.0 <= index.high) ++held;
  }
  // Five standard errors of 90 in 100 are 15.
  CHECK(held >= 75);
}
