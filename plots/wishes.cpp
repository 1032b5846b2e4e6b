#include "plots/wishes.hpp"

#include <algorithm>
#include <limits>

#include "plots/valuation.hpp"

namespace banenplan::plots {
namespace {

using models::Comparison;

// A scenario and what it brings in each replication; more is better.
struct Option {
  std::size_t scenario;
  std::vector<double> values;
  double median;
};

std::optional<Option> option(std::size_t scenario, std::vector<double> values, bool most_is_best) {
  if (!most_is_best)
    for (double& value : values) value = -value;
  const auto band = band_of(values);
  if (!band) return std::nullopt;
  return Option{scenario, std::move(values), band->median};
}

std::vector<Wish::Chance> chances_of(const std::vector<Option>& options) {
  std::vector<Wish::Chance> chances;
  for (const Option& one : options) chances.push_back({one.scenario, 0.0});
  std::size_t count = options.front().values.size();
  for (const Option& one : options) count = std::min(count, one.values.size());
  for (std::size_t r = 0; r < count; ++r) {
    double best = -std::numeric_limits<double>::infinity();
    for (const Option& one : options) best = std::max(best, one.values[r]);
    const auto as_good = [&](const Option& one) { return one.values[r] == best; };
    const auto winners = std::count_if(options.begin(), options.end(), as_good);
    if (winners == 0) continue;  // no number among them
    for (std::size_t k = 0; k < options.size(); ++k)
      if (as_good(options[k])) chances[k].chance += 1.0 / static_cast<double>(winners);
  }
  for (Wish::Chance& one : chances) one.chance /= static_cast<double>(count);
  return chances;
}

std::optional<Wish> wish(Wish blank, const std::vector<Option>& options, bool banded) {
  if (options.empty()) return std::nullopt;
  const auto best = std::max_element(options.begin(), options.end(), [](const Option& one, const Option& other) {
    return one.median < other.median;
  });
  blank.best = best->scenario;
  for (const Option& other : options) {
    if (other.scenario == best->scenario) continue;
    const auto lead = band_of(differences(best->values, other.values));
    if (!banded || !lead || lead->low <= 0) blank.close.push_back(other.scenario);
  }
  blank.chances = chances_of(options);
  return blank;
}

}  // namespace

std::vector<Wish> wishes_of(const Comparison& comparison, const Summary& summary) {
  std::vector<Wish> wishes;
  const auto is_null = [&](std::size_t scenario) {
    return static_cast<std::int32_t>(scenario) == comparison.null_alternative;
  };
  const auto add = [&](const Wish& blank, bool with_null, const auto& values) {
    std::vector<Option> options;
    for (std::size_t k = 0; k < comparison.scenarios.size(); ++k) {
      if (is_null(k) && !with_null && comparison.scenarios.size() > 1) continue;
      if (auto found = option(k, values(k), blank.most_is_best)) options.push_back(std::move(*found));
    }
    if (auto found = wish(blank, options, summary.banded)) wishes.push_back(std::move(*found));
  };
  const auto total = [&](const char* key) { return [&, key](std::size_t k) { return totals(comparison, k, key); }; };
  add({"jobs", "jobs", true, 0, {}, {}}, false, total("jobs"));
  add({"lasting", "lasting_placements", true, 0, {}, {}}, false, total("lasting_placements"));
  add({"cost", "net_cost", false, 0, {}, {}}, false, total("net_cost"));
  if (summary.valuation) {
    add({"society", "society", true, 0, {}, {}}, true,
        [&](std::size_t k) { return summary.valuation->appraisal.scenarios[k].society.net; });
  }
  return wishes;
}

}  // namespace banenplan::plots
