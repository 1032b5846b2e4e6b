#include "engine/appraisal.hpp"

#include <algorithm>
#include <cmath>

namespace banenplan::engine {
namespace {

constexpr double rounding = 1e-12;

double difference(double a, double b) {
  const double d = a - b;
  return std::abs(d) <= rounding * std::max(std::abs(a), std::abs(b)) ? 0.0 : d;
}

using Standing = FrontierPlace::Standing;

Standing standing_alone(const std::vector<double>& costs, const std::vector<double>& effects, std::size_t i) {
  for (std::size_t j = 0; j < costs.size(); ++j) {
    if (j == i) continue;
    const Increment other = increment(costs[j], effects[j], costs[i], effects[i]);
    if (other.kind == Increment::Kind::dominates) return Standing::dominated;
    if (other.kind == Increment::Kind::equal && j < i) return Standing::same_as_earlier;
  }
  return Standing::efficient;
}

}  // namespace

Increment increment(double cost, double effect, double reference_cost, double reference_effect) {
  Increment result;
  result.cost = difference(cost, reference_cost);
  result.effect = difference(effect, reference_effect);
  if (result.cost == 0.0 && result.effect == 0.0) return result;
  if (result.cost <= 0.0 && result.effect >= 0.0) {
    result.kind = Increment::Kind::dominates;
  } else if (result.cost >= 0.0 && result.effect <= 0.0) {
    result.kind = Increment::Kind::is_dominated;
  } else {
    result.kind =
        result.effect > 0.0 ? Increment::Kind::costs_more_brings_more : Increment::Kind::saves_and_brings_less;
    result.ratio = result.cost / result.effect;
  }
  return result;
}

std::vector<FrontierPlace> icer_frontier(const std::vector<double>& costs, const std::vector<double>& effects) {
  std::vector<FrontierPlace> places(costs.size());
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < costs.size(); ++i) {
    places[i].standing = standing_alone(costs, effects, i);
    if (places[i].standing == Standing::efficient) order.push_back(i);
  }
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return effects[a] < effects[b]; });
  const auto ratio = [&](std::size_t from, std::size_t to) {
    return (costs[to] - costs[from]) / (effects[to] - effects[from]);
  };
  std::vector<std::size_t> frontier;
  for (const std::size_t next : order) {
    while (frontier.size() >= 2 &&
           ratio(frontier[frontier.size() - 2], frontier.back()) > ratio(frontier.back(), next)) {
      places[frontier.back()].standing = Standing::extendedly_dominated;
      frontier.pop_back();
    }
    frontier.push_back(next);
  }
  for (std::size_t k = 1; k < frontier.size(); ++k) {
    places[frontier[k]].against = static_cast<std::int32_t>(frontier[k - 1]);
    places[frontier[k]].ratio = ratio(frontier[k - 1], frontier[k]);
  }
  return places;
}

}  // namespace banenplan::engine
