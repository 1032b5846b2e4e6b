#include "engine/acceptability.hpp"

#include <array>
#include <boost/random/exponential_distribution.hpp>
#include <boost/random/gamma_distribution.hpp>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <catch2/catch.hpp>
#include <cmath>

#include "engine/elementary.hpp"

using namespace banenplan::engine;

namespace {

constexpr double pi = 3.14159265358979323846;

double density(double z) {
  return std::exp(-0.5 * z * z) / std::sqrt(2.0 * pi);
}

}  // namespace

TEST_CASE("two options whose difference is normal: chance, loss and information in closed form") {
  // Increment of cost normal (1000, 300), of effect normal (0.1, 0.04), apart.
  boost::random::mt19937_64 source(21);
  boost::random::normal_distribution<double> normal;
  Draws draws{2, {}, {}};
  constexpr int count = 40000;
  for (int r = 0; r < count; ++r) {
    draws.costs.insert(draws.costs.end(), {500.0, 500.0 + 1000.0 + 300.0 * normal(source)});
    draws.effects.insert(draws.effects.end(), {2.0, 2.0 + 0.1 + 0.04 * normal(source)});
  }
  const std::vector<double> worths{0, 5000, 10000, 20000, 50000};
  const auto choices = acceptability(draws, worths);
  REQUIRE(choices.size() == worths.size());
  for (const Choice& choice : choices) {
    INFO("worth " << choice.worth);
    const double mean = 0.1 * choice.worth - 1000.0;
    const double deviation = std::hypot(300.0, 0.04 * choice.worth);
    const double z = mean / deviation;
    const double chance = normal_probability(z);
    const double error = 5.0 / std::sqrt(static_cast<double>(count));
    CHECK(std::abs(choice.chance_best[1] - chance) <= error * std::sqrt(chance * (1.0 - chance)) + 1e-9);
    CHECK(choice.chance_best[0] + choice.chance_best[1] == Approx(1.0));
    const double gain = deviation * density(z) + mean * chance;  // E[max(0, difference)]
    CHECK(std::abs(choice.expected_loss[0] - gain) < error * deviation);
    CHECK(std::abs(choice.expected_loss[1] - (gain - mean)) < error * deviation);
    if (std::abs(z) > 0.1) CHECK(choice.best == (mean > 0.0 ? 1 : 0));
    CHECK(std::abs(choice.perfect_information - (gain - std::max(0.0, mean))) < error * deviation);
  }
}

TEST_CASE(
    "the frontier of best buys, mean net benefit and the curve's frontier name the same winner at every worth") {
  boost::random::mt19937_64 source(22);
  boost::random::normal_distribution<double> normal;
  std::vector<double> worths;
  for (int k = 0; k <= 500; ++k) worths.push_back(100.0 * k + 0.5);
  for (int round = 0; round < 50; ++round) {
    Draws draws{5, {}, {}};
    std::array<double, 5> cost{}, effect{};
    for (std::size_t k = 0; k < 5; ++k) {
      effect[k] = std::abs(normal(source));
      cost[k] = 12000.0 * effect[k] * effect[k] + 2000.0 * normal(source);
    }
    for (int r = 0; r < 40; ++r) {
      for (std::size_t k = 0; k < 5; ++k) {
        draws.costs.push_back(cost[k] + 500.0 * normal(source));
        draws.effects.push_back(effect[k] + 0.1 * normal(source));
      }
    }
    const auto costs = draws.mean_costs();
    const auto effects = draws.mean_effects();
    const auto places = icer_frontier(costs, effects);
    for (const Choice& choice : acceptability(draws, worths)) {
      INFO("round " << round << ", worth " << choice.worth);
      std::int32_t by_net_benefit = 0;
      for (std::int32_t k = 1; k < 5; ++k) {
        const auto net = [&](std::int32_t option) {
          const auto at = static_cast<std::size_t>(option);
          return choice.worth * effects[at] - costs[at];
        };
        if (net(k) > net(by_net_benefit)) by_net_benefit = k;
      }
      REQUIRE(frontier_choice(places, choice.worth) == by_net_benefit);
      REQUIRE(choice.best == by_net_benefit);
    }
  }
}

TEST_CASE("equal options share the chance, the first is taken, and nothing is lost") {
  const Draws draws{3, {1, 1, 9, 2, 2, 9}, {5, 5, 5, 6, 6, 6}};
  const Choice choice = acceptability(draws, {100.0}).front();
  CHECK(choice.chance_best == std::vector<double>{0.5, 0.5, 0.0});
  CHECK(choice.best == 0);
  CHECK(choice.expected_loss[1] == 0.0);
  CHECK(choice.perfect_information == 0.0);
  CHECK(frontier_choice(icer_frontier(draws.mean_costs(), draws.mean_effects()), 100.0) == 0);
}

TEST_CASE("without draws or options there is no choice") {
  CHECK(acceptability({}, {0.0, 1.0}).empty());
  CHECK(acceptability({2, {}, {}}, {0.0}).empty());
  CHECK(frontier_choice({}, 10.0) == none);
}

namespace {

// Chancellor et al. 1997 as in Briggs, Claxton and Sculpher 2006 (Decision Modelling for Health Economic Evaluation):
// one draw of its probabilistic analysis, with the distributions of hesim's vignette on Markov cohorts.
class Chancellor {
 public:
  explicit Chancellor(std::uint64_t seed) : source_(seed) {}

  void add_to(Draws& draws, bool exponential_discount) {
    constexpr double counts[3][4] = {{1251, 350, 116, 17}, {0, 731, 512, 15}, {0, 0, 1312, 437}};
    for (std::size_t s = 0; s < 3; ++s) {
      double sum = 0.0;
      for (std::size_t t = s; t < 4; ++t) {
        move_[s][t] = boost::random::gamma_distribution<double>(counts[s][t], 1.0)(source_);
        sum += move_[s][t];
      }
      for (std::size_t t = s; t < 4; ++t) move_[s][t] /= sum;
    }
    constexpr double point = 1.959964;
    const double deviation = (std::log(0.710) - std::log(0.365)) / (2.0 * point);
    const double risk = std::exp(boost::random::normal_distribution<double>(std::log(0.509), deviation)(source_));
    constexpr double direct[] = {1701, 1774, 6948}, community[] = {1055, 1278, 2059};
    for (std::size_t s = 0; s < 3; ++s) care_[s] = drawn_cost(direct[s]) + drawn_cost(community[s]);
    follow(draws, 1.0, 0.0, exponential_discount);
    follow(draws, risk, 2086.5, exponential_discount);
  }

 private:
  // Mean and deviation are equal: the gamma distribution with shape 1.
  double drawn_cost(double mean) { return boost::random::exponential_distribution<double>(1.0 / mean)(source_); }

  void follow(Draws& draws, double risk, double second_drug, bool exponential_discount) {
    std::array<double, 4> people{1, 0, 0, 0};
    double cost = 0.0, years = 0.0;
    for (int cycle = 1; cycle <= 20; ++cycle) {
      const double ratio = cycle <= 2 ? risk : 1.0;
      std::array<double, 4> next{0, 0, 0, people[3]};
      for (std::size_t s = 0; s < 3; ++s) {
        double stays = 1.0;
        for (std::size_t t = s + 1; t < 4; ++t) {
          const double goes = move_[s][t] * ratio;
          next[t] += people[s] * goes;
          stays -= goes;
        }
        next[s] += people[s] * stays;
      }
      people = next;
      const double weight = exponential_discount ? std::exp(-0.06 * cycle) : std::pow(1.06, -cycle);
      for (std::size_t s = 0; s < 3; ++s) {
        cost += weight * people[s] * (care_[s] + 2278.0 + (cycle <= 2 ? second_drug : 0.0));
        years += people[s];
      }
    }
    draws.costs.push_back(cost);
    draws.effects.push_back(years);
  }

  boost::random::mt19937_64 source_;
  double move_[3][4] = {};
  double care_[3] = {};
};

}  // namespace

TEST_CASE("Chancellor's probabilistic analysis: cost per life year near 6,280, and the chance to be worth 10,000") {
  struct Published {
    const char* discount;
    bool exponential;
    double ratio, chance;  // of a million draws
  };
  // Published from 1,000 draws: ratio 6,280, chance 0.931.
  const Published table[] = {{"exp(-r t), as the publication's program", true, 6269.0, 0.9451},
                             {"1 / (1 + r)^t", false, 6335.1, 0.9421}};
  constexpr int count = 40000;
  for (const auto& [discount, exponential, ratio, chance] : table) {
    INFO(discount);
    Draws draws{2, {}, {}};
    Chancellor model(23);
    for (int r = 0; r < count; ++r) model.add_to(draws, exponential);
    const auto costs = draws.mean_costs();
    const auto effects = draws.mean_effects();
    const Increment found = increment(costs[1], effects[1], costs[0], effects[0]);
    REQUIRE(found.has_ratio());
    // The increment of cost has a standard error of 1.76 in a million draws, that is 8.8 in these: 0.15 %.
    CHECK(found.ratio == Approx(ratio).epsilon(5 * 0.0019));
    const Choice choice = acceptability(draws, {10000.0}).front();
    CHECK(std::abs(choice.chance_best[1] - chance) < 5.0 * std::sqrt(chance * (1.0 - chance) / count));
    CHECK(std::abs(choice.chance_best[1] - 0.931) < 5.0 * std::sqrt(0.931 * 0.069 / 1000.0));
    CHECK(choice.best == 1);
  }
}
