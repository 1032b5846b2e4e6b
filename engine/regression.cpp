#include "engine/regression.hpp"

#include <algorithm>

namespace banenplan::engine {
namespace {

using Numbers = std::vector<double>;

double product(const Numbers& a, const Numbers& b) {
  double sum = 0.0;
  for (std::size_t k = 0; k < a.size(); ++k) sum += a[k] * b[k];
  return sum;
}

double mean(const Numbers& values) {
  double sum = 0.0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

// Centred, and scaled so that the largest is 1; empty when it does not vary.
Numbers standardised(const Numbers& input) {
  const auto [low, high] = std::minmax_element(input.begin(), input.end());
  if (*low == *high) return {};
  const double middle = mean(input);
  const double scale = std::max(*high - middle, middle - *low);
  Numbers result;
  for (const double value : input) result.push_back((value - middle) / scale);
  return result;
}

// Below this share of the square of a polynomial of degree 0 what is left of one is rounding.
constexpr double nothing_left = 1e-12;

// A fit that is less than so many times what noise would make is taken for noise.
constexpr double least_signal = 4.0;

}  // namespace

Fit fit(const Numbers& input, const Numbers& output, int degree) {
  Fit result;
  if (output.empty()) return result;
  const double middle = mean(output);
  result.fitted.assign(output.size(), middle);
  const Numbers x = standardised(input);
  if (x.empty()) return result;
  Numbers residual;
  for (const double value : output) residual.push_back(value - middle);
  const double total = product(residual, residual);
  if (total == 0.0) return result;
  const auto count = static_cast<double>(output.size());
  Numbers before(x.size(), 0.0), now(x.size(), 1.0), bend(x.size(), 0.0);
  double square_before = 1.0, square = count;
  int used = 0;
  for (; used < degree; ++used) {
    Numbers next(x.size());
    double shift = 0.0;
    for (std::size_t k = 0; k < x.size(); ++k) shift += x[k] * now[k] * now[k];
    shift /= square;
    const double back = used == 0 ? 0.0 : square / square_before;
    for (std::size_t k = 0; k < x.size(); ++k) next[k] = (x[k] - shift) * now[k] - back * before[k];
    const double next_square = product(next, next);
    if (next_square < nothing_left * count) break;
    const double weight = product(next, residual) / next_square;
    for (std::size_t k = 0; k < x.size(); ++k) {
      bend[k] += weight * next[k];
      residual[k] -= weight * next[k];
    }
    before = now;
    now = next;
    square_before = square;
    square = next_square;
  }
  const double explained = product(bend, bend);
  const double free = count - 1.0 - used;
  const double noise = free > 0.0 ? used * product(residual, residual) / free : explained;
  const double kept = explained > least_signal * noise ? 1.0 - noise / explained : 0.0;
  for (std::size_t k = 0; k < bend.size(); ++k) result.fitted[k] += kept * bend[k];
  result.explained_share = kept * explained / total;
  return result;
}

int degree_for(std::size_t draws) {
  return draws < 100 ? 1 : draws < 500 ? 2 : 3;
}

}  // namespace banenplan::engine
