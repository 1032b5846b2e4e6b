#include "plots/labels.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace banenplan::plots {

std::vector<double> spread(const std::vector<Label>& labels, double top, double bottom) {
  std::vector<std::size_t> order(labels.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return labels[a].wanted < labels[b].wanted; });

  // Without the heights of those above it, each label wants a position, and positions may not decrease: a monotone
  // regression, solved by pooling neighbours that are out of order.
  struct Pool {
    double sum;
    double count;
    double mean() const { return sum / count; }
  };
  std::vector<Pool> pools;
  std::vector<double> above(labels.size(), 0.0);
  double total = 0.0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Label& label = labels[order[i]];
    above[i] = total;
    pools.push_back({label.wanted - label.height / 2.0 - total, 1.0});
    total += label.height;
    while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
      const Pool last = pools.back();
      pools.pop_back();
      pools.back().sum += last.sum;
      pools.back().count += last.count;
    }
  }

  std::vector<double> middles(labels.size(), 0.0);
  std::size_t i = 0;
  for (const Pool& pool : pools) {
    const double start = std::max(top, std::min(pool.mean(), bottom - total));
    for (double k = 0.0; k < pool.count; k += 1.0, ++i)
      middles[order[i]] = start + above[i] + labels[order[i]].height / 2.0;
  }
  return middles;
}

}  // namespace banenplan::plots
