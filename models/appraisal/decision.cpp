#include "models/appraisal/decision.hpp"

#include <algorithm>

#include "engine/information.hpp"
#include "engine/uncertainty.hpp"

namespace banenplan::models {
namespace {

constexpr double highest_worth = 50000.0;
constexpr int worth_steps = 20;
constexpr std::size_t most_shown = 12;

const std::vector<double>& net_of(const ScenarioAppraisal& scenario, Perspective perspective) {
  return perspective == Perspective::municipality ? scenario.municipality.net : scenario.society.net;
}

engine::Draws draws_of(const Appraisal& appraisal, Perspective perspective) {
  engine::Draws draws;
  draws.options = static_cast<std::int32_t>(appraisal.scenarios.size());
  const std::size_t count = appraisal.scenarios.front().society.net.size();
  for (std::size_t r = 0; r < count; ++r) {
    for (const ScenarioAppraisal& scenario : appraisal.scenarios) {
      draws.costs.push_back(-net_of(scenario, perspective)[r]);
      draws.effects.push_back(scenario.lasting[r]);
    }
  }
  return draws;
}

// The scenario that first leaves this assumption open; none where all know it. What one scenario holds for known may
// be in doubt in another.
const ScenarioResult* in_doubt(const Comparison& comparison, std::size_t place) {
  for (const ScenarioResult& scenario : comparison.scenarios) {
    if (scenario.spread(comparison.assumptions, place).shape != Spread::Shape::fixed) return &scenario;
  }
  return nullptr;
}

// What an assumption was in each replication.
std::vector<double> values_of(const std::vector<double>& uniforms, const Spread& spread) {
  const engine::Distribution distribution = distribution_of(spread);
  std::vector<double> values;
  for (const double uniform : uniforms) values.push_back(distribution.quantile(uniform));
  return values;
}

std::vector<Influence> influences_of(const Comparison& comparison, const ScenarioResult& scenario,
                                     const std::vector<AssumptionDraws>& draws, const std::vector<double>& net) {
  std::vector<Influence> influences;
  for (const AssumptionDraws& input : draws) {
    const Spread& spread = scenario.spread(comparison.assumptions, static_cast<std::size_t>(input.assumption));
    if (spread.shape == Spread::Shape::fixed) continue;
    const Influence one{input.assumption, engine::tornado_bar(values_of(input.uniforms, spread), net)};
    if (one.bar.explained_share > 0.0) influences.push_back(one);
  }
  std::stable_sort(influences.begin(), influences.end(), [](const Influence& one, const Influence& other) {
    return one.bar.explained_share > other.bar.explained_share;
  });
  if (influences.size() > most_shown) influences.resize(most_shown);
  return influences;
}

}  // namespace

std::vector<AssumptionDraws> assumption_draws(const Comparison& comparison, std::size_t replications) {
  std::vector<AssumptionDraws> inputs;
  const engine::ParameterDraws draws(comparison.seed, static_cast<std::int32_t>(replications),
                                     static_cast<std::int32_t>(comparison.assumptions.size()));
  for (std::size_t k = 0; k < comparison.assumptions.size(); ++k) {
    if (in_doubt(comparison, k) == nullptr) continue;
    AssumptionDraws input{static_cast<std::int32_t>(k), {}};
    for (std::size_t r = 0; r < replications; ++r)
      input.uniforms.push_back(draws.uniform(static_cast<std::int32_t>(r), input.assumption));
    inputs.push_back(std::move(input));
  }
  return inputs;
}

Decision decide(const Comparison& comparison, const Appraisal& appraisal, Perspective perspective) {
  Decision decision;
  if (!appraisal.done()) return decision;
  const engine::Draws draws = draws_of(appraisal, perspective);
  if (draws.count() == 0) return decision;
  std::vector<double> worths;
  for (int k = 0; k <= worth_steps; ++k) worths.push_back(highest_worth * k / worth_steps);
  decision.choices = engine::acceptability(draws, worths);
  const auto costs = draws.mean_costs();
  const auto effects = draws.mean_effects();
  decision.places = engine::icer_frontier(costs, effects);
  for (const double worth : worths) decision.frontier.push_back(engine::frontier_choice(decision.places, worth));
  const auto null = static_cast<std::size_t>(comparison.null_alternative);
  for (std::size_t k = 0; k < costs.size(); ++k) {
    decision.increments.push_back(engine::increment(costs[k], effects[k], costs[null], effects[null]));
  }
  const std::vector<AssumptionDraws> inputs = assumption_draws(comparison, draws.count());
  const engine::Choice& middle = decision.choices[decision.choices.size() / 2];
  decision.information_at = middle.worth;
  decision.perfect_information = middle.perfect_information;
  const auto net = engine::net_benefits(draws, middle.worth);
  for (const AssumptionDraws& input : inputs) {
    const auto place = static_cast<std::size_t>(input.assumption);
    const Spread& spread = in_doubt(comparison, place)->spread(comparison.assumptions, place);
    const InformationWorth one{input.assumption,
                               engine::partial_information(net, draws.options, values_of(input.uniforms, spread))};
    if (one.euro > 0.0) decision.information.push_back(one);
  }
  std::stable_sort(decision.information.begin(), decision.information.end(),
                   [](const InformationWorth& one, const InformationWorth& other) { return one.euro > other.euro; });
  if (decision.information.size() > most_shown) decision.information.resize(most_shown);
  for (std::size_t k = 0; k < appraisal.scenarios.size(); ++k) {
    decision.influences.push_back(
        influences_of(comparison, comparison.scenarios[k], inputs, net_of(appraisal.scenarios[k], perspective)));
  }
  return decision;
}

}  // namespace banenplan::models
