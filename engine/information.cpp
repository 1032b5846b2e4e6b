#include "engine/information.hpp"

#include <algorithm>

#include "engine/regression.hpp"

namespace banenplan::engine {
namespace {

// Mean over draws of the best option in each, less the best of the options' means; column by option.
double gain_of_choosing(const std::vector<std::vector<double>>& columns) {
  const std::size_t draws = columns.front().size();
  std::vector<double> sums(columns.size());
  double sum_of_best = 0.0;
  for (std::size_t r = 0; r < draws; ++r) {
    double best = columns.front()[r];
    for (std::size_t k = 0; k < columns.size(); ++k) {
      best = std::max(best, columns[k][r]);
      sums[k] += columns[k][r];
    }
    sum_of_best += best;
  }
  return (sum_of_best - *std::max_element(sums.begin(), sums.end())) / static_cast<double>(draws);
}

}  // namespace

double partial_information(const std::vector<double>& net_benefits, std::int32_t options,
                           const std::vector<double>& input) {
  if (options < 2 || input.size() < 2) return 0.0;
  const auto count = static_cast<std::size_t>(options);
  // Against the first option, so that what all options share does not blur what sets them apart.
  std::vector<std::vector<double>> gains(count), fitted(count);
  for (std::size_t k = 0; k < count; ++k) {
    for (std::size_t r = 0; r < input.size(); ++r) {
      gains[k].push_back(net_benefits[r * count + k] - net_benefits[r * count]);
    }
    fitted[k] = fit(input, gains[k], degree_for(input.size())).fitted;
  }
  return std::clamp(gain_of_choosing(fitted), 0.0, std::max(0.0, gain_of_choosing(gains)));
}

}  // namespace banenplan::engine
