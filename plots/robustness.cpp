#include "plots/robustness.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>

#include "plots/phrases.hpp"
#include "plots/summary.hpp"

namespace banenplan::plots {
namespace {

using models::Comparison;

// The highest first; `sign` is -1 where the least is the best.
std::vector<std::pair<std::size_t, double>> ranked(const Comparison& comparison, const char* key, double sign,
                                                   std::int32_t replications) {
  std::vector<std::pair<std::size_t, double>> means;
  for (std::size_t k = 0; k < comparison.scenarios.size(); ++k) {
    if (static_cast<std::int32_t>(k) == comparison.null_alternative) continue;
    std::vector<double> draws = totals(comparison, k, key);
    if (draws.empty()) continue;
    draws.resize(std::min(draws.size(), static_cast<std::size_t>(replications)));
    means.emplace_back(k, std::accumulate(draws.begin(), draws.end(), 0.0) / static_cast<double>(draws.size()));
  }
  std::stable_sort(means.begin(), means.end(),
                   [&](const auto& a, const auto& b) { return sign * a.second > sign * b.second; });
  return means;
}

std::vector<std::size_t> places(const std::vector<std::pair<std::size_t, double>>& means) {
  std::vector<std::size_t> order;
  for (const auto& mean : means) order.push_back(mean.first);
  return order;
}

std::string named(const Comparison& comparison, const std::vector<std::size_t>& order, const Words& words) {
  std::string text;
  for (const std::size_t k : order) {
    text += (text.empty() ? "" : " > ") + title_of(comparison.scenarios[k], words);
  }
  return text;
}

}  // namespace

std::vector<std::size_t> order_by_jobs(const Comparison& comparison, std::int32_t replications) {
  return places(ranked(comparison, "jobs", 1.0, replications));
}

std::vector<std::size_t> order_by_cost(const Comparison& comparison, std::int32_t replications) {
  return places(ranked(comparison, "net_cost", -1.0, replications));
}

std::vector<std::string> robustness(const Comparison& with_effects, const Comparison& without_effects,
                                    const Words& words) {
  // The same luck on both sides: one may have run on for longer.
  const std::int32_t replications = std::min(with_effects.replications, without_effects.replications);
  std::vector<std::string> sentences;
  const auto add = [&](const char* key, const std::vector<std::size_t>& with_them,
                       const std::vector<std::size_t>& without_them) {
    if (with_them.size() < 2 || with_them.size() != without_them.size()) return;
    const std::string outcome = with_them == without_them ? "_same" : "_other";
    sentences.push_back(words(
        std::string("robustness.") + key + outcome,
        {{"with", named(with_effects, with_them, words)}, {"without", named(without_effects, without_them, words)}}));
  };
  add("jobs", order_by_jobs(with_effects, replications), order_by_jobs(without_effects, replications));
  add("cost", order_by_cost(with_effects, replications), order_by_cost(without_effects, replications));
  return sentences;
}

}  // namespace banenplan::plots
