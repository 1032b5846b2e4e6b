#include "engine/acceptability.hpp"

#include <algorithm>

namespace banenplan::engine {
namespace {

std::vector<double> means(const std::vector<double>& values, std::size_t options) {
  std::vector<double> sums(options);
  for (std::size_t place = 0; place < values.size(); ++place) sums[place % options] += values[place];
  const std::size_t count = values.size() / options;
  for (double& sum : sums) sum /= static_cast<double>(count);
  return sums;
}

Choice choice_at(const Draws& draws, double worth) {
  const auto options = static_cast<std::size_t>(draws.options);
  const std::vector<double> net = net_benefits(draws, worth);
  Choice choice;
  choice.worth = worth;
  choice.chance_best.assign(options, 0.0);
  choice.expected_loss.assign(options, 0.0);
  choice.expected_net = means(net, options);
  const auto most = std::max_element(choice.expected_net.begin(), choice.expected_net.end());
  choice.best = static_cast<std::int32_t>(most - choice.expected_net.begin());
  for (std::size_t first = 0; first < net.size(); first += options) {
    const auto from = net.begin() + static_cast<std::ptrdiff_t>(first);
    const auto to = from + draws.options;
    const double highest = *std::max_element(from, to);
    const auto equals = static_cast<double>(std::count(from, to, highest));
    for (std::size_t k = 0; k < options; ++k) {
      if (net[first + k] == highest) choice.chance_best[k] += 1.0 / equals;
      choice.expected_loss[k] += highest - net[first + k];
    }
  }
  const auto count = static_cast<double>(draws.count());
  for (double& chance : choice.chance_best) chance /= count;
  for (double& loss : choice.expected_loss) loss /= count;
  choice.perfect_information = choice.expected_loss[static_cast<std::size_t>(choice.best)];
  return choice;
}

}  // namespace

std::vector<double> Draws::mean_costs() const {
  return means(costs, static_cast<std::size_t>(options));
}

std::vector<double> Draws::mean_effects() const {
  return means(effects, static_cast<std::size_t>(options));
}

std::vector<double> net_benefits(const Draws& draws, double worth) {
  std::vector<double> net(draws.costs.size());
  for (std::size_t place = 0; place < net.size(); ++place) {
    net[place] = worth * draws.effects[place] - draws.costs[place];
  }
  return net;
}

std::vector<Choice> acceptability(const Draws& draws, const std::vector<double>& worths) {
  std::vector<Choice> choices;
  if (draws.count() == 0) return choices;
  for (const double worth : worths) choices.push_back(choice_at(draws, worth));
  return choices;
}

std::int32_t frontier_choice(const std::vector<FrontierPlace>& places, double worth) {
  std::int32_t taken = none;
  for (std::size_t k = 0; k < places.size() && taken == none; ++k) {
    const bool first = places[k].standing == FrontierPlace::Standing::efficient && places[k].against == none;
    if (first) taken = static_cast<std::int32_t>(k);
  }
  for (bool steps_up = taken != none; steps_up;) {
    steps_up = false;
    for (std::size_t k = 0; k < places.size() && !steps_up; ++k) {
      if (places[k].against != taken || places[k].ratio >= worth) continue;
      taken = static_cast<std::int32_t>(k);
      steps_up = true;
    }
  }
  return taken;
}

}  // namespace banenplan::engine
