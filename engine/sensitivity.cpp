#include "engine/sensitivity.hpp"

#include <algorithm>

#include "engine/regression.hpp"

namespace banenplan::engine {
namespace {

constexpr double low_point = 0.05;

}  // namespace

std::vector<SobolIndex> sobol_indices(const std::vector<double>& a, const std::vector<double>& b,
                                      const std::vector<std::vector<double>>& mixed) {
  std::vector<SobolIndex> indices(mixed.size());
  const auto count = static_cast<double>(a.size());
  double sum = 0.0;
  for (std::size_t r = 0; r < a.size(); ++r) sum += a[r] + b[r];
  const double mean = sum / (2.0 * count);
  double squares = 0.0;
  for (std::size_t r = 0; r < a.size(); ++r) {
    squares += (a[r] - mean) * (a[r] - mean) + (b[r] - mean) * (b[r] - mean);
  }
  if (squares == 0.0) return indices;
  const double variance = squares / (2.0 * count);
  for (std::size_t i = 0; i < mixed.size(); ++i) {
    double first = 0.0, total = 0.0;
    for (std::size_t r = 0; r < a.size(); ++r) {
      const double change = mixed[i][r] - a[r];
      first += (b[r] - mean) * change;
      total += change * change;
    }
    indices[i] = {first / count / variance, total / count / 2.0 / variance};
  }
  return indices;
}

TornadoBar tornado_bar(const std::vector<double>& input, const std::vector<double>& result) {
  TornadoBar bar;
  if (input.empty()) return bar;
  const Fit found = fit(input, result, degree_for(input.size()));
  std::vector<std::size_t> order(input.size());
  for (std::size_t r = 0; r < order.size(); ++r) order[r] = r;
  std::sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
    return input[one] < input[other] || (input[one] == input[other] && one < other);
  });
  const double last = static_cast<double>(order.size()) - 1.0;
  bar.low = found.fitted[order[static_cast<std::size_t>(low_point * last + 0.5)]];
  bar.high = found.fitted[order[static_cast<std::size_t>((1.0 - low_point) * last + 0.5)]];
  bar.explained_share = found.explained_share;
  return bar;
}

}  // namespace banenplan::engine
