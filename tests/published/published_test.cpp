// Published models through the reader and the engine: the expected course to the printed digit, the individuals
// within 4 standard errors of it, and beside each a planted fault that the same check must see.
#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <map>

#include "engine/appraisal.hpp"
#include "engine/expectation.hpp"
#include "engine/run.hpp"
#include "models/general/model_file.hpp"
#include "models/reading/assignment.hpp"

using namespace banenplan;
using models::ModelFile;

namespace {

struct Change {
  const char* assignment;  // as --set takes it
};

ModelFile model_of(const std::string& stem, const std::vector<Change>& changes = {}) {
  models::Problems problems;
  auto tree = models::read_file(PROJECT_FOLDER "/tests/published/" + stem + ".yaml", problems);
  REQUIRE(tree);
  for (const Change& change : changes) REQUIRE(models::set_value(*tree, change.assignment, problems));
  const auto model = models::compile_model(*tree, problems);
  CAPTURE(problems.error_lines());
  REQUIRE(model);
  return *model;
}

using Rewards = std::map<std::string, double>;  // per person, by "strategy reward"

Rewards named(const models::Strategy& strategy, const std::vector<double>& rewards) {
  Rewards result;
  for (std::size_t k = 0; k < rewards.size(); ++k)
    result[strategy.name + " " + strategy.rewards[k].name] = rewards[k];
  return result;
}

Rewards expected(const ModelFile& model) {
  Rewards result;
  for (const models::Strategy& strategy : model.strategies) {
    const auto course = engine::expected_course(strategy.program, strategy.program.values);
    result.merge(named(
        strategy,
        models::rewards_per_person(strategy, engine::outcome_of(strategy.program, strategy.program.values, course))));
  }
  return result;
}

// Mean of the individuals' reward, and its standard error from the spread between replications.
struct Estimate {
  double mean = 0.0;
  double standard_error = 0.0;
};

constexpr int replications = 200;

std::map<std::string, Estimate> simulated(const ModelFile& model) {
  std::map<std::string, Estimate> result;
  for (const models::Strategy& strategy : model.strategies) {
    engine::RunOptions options;
    options.replications = replications;
    options.seed = 20270101;
    const engine::Run run = engine::run(strategy.program, options);
    std::map<std::string, std::pair<double, double>> sums;
    for (const auto& outcome : run.outcomes) {
      for (const auto& [name, value] : named(strategy, models::rewards_per_person(strategy, outcome))) {
        sums[name].first += value;
        sums[name].second += value * value;
      }
    }
    for (const auto& [name, sum] : sums) {
      const double mean = sum.first / replications;
      const double variance = (sum.second / replications - mean * mean) * replications / (replications - 1);
      result[name] = {mean, std::sqrt(std::max(0.0, variance) / replications)};
    }
  }
  return result;
}

double relative_error(double found, double right) {
  return std::abs(found - right) / std::abs(right);
}

double distance(const Estimate& estimate, double right) {
  return std::abs(estimate.mean - right) / estimate.standard_error;
}

// The individuals of the model agree with its expected course; those of the model with one number changed do not.
void check_individuals(const std::string& stem, const Change& planted, const std::string& seen_in) {
  const Rewards right = expected(model_of(stem));
  double largest = 0.0;
  for (const auto& [name, estimate] : simulated(model_of(stem))) {
    CAPTURE(name, estimate.mean, estimate.standard_error, right.at(name));
    if (estimate.standard_error == 0.0) {
      CHECK(estimate.mean == Approx(right.at(name)).margin(1e-12));
      continue;
    }
    CHECK(distance(estimate, right.at(name)) < 4.0);
    largest = std::max(largest, distance(estimate, right.at(name)));
  }
  CAPTURE(planted.assignment);
  CHECK(distance(simulated(model_of(stem, {planted})).at(seen_in), right.at(seen_in)) > 4.0);
}

}  // namespace

TEST_CASE("the expected course gives the published numbers") {
  struct Row {
    const char* stem;
    std::vector<Change> changes;
    const char* reward;
    double value;
    double tolerance;  // relative
    const char* source;
  };
  const char* const book = "Briggs et al. 2006 ch. 2, to the digits of heemod's test_dmhee.R";
  const char* const article = "heemod, article Reproducing exact results from DMHEE, printed to cents";
  const char* const homogeneous = "heemod, article Homogeneous Markov models, printed for 1000 people";
  const char* const authors = "Alarid-Escudero et al. 2023, code of the authors in full precision";
  const char* const weights = "the same model with other weights, computed apart, printed to a decimal";
  const char* const exact = "dynamic programming over state and months in state";
  const Change undiscounted{"discount.money=0%"};
  const Change classical{
      "counting={weights: {first: 0.3333333333333333, between: [1.3333333333333333, 0.6666666666666666], "
      "last: 0.3333333333333333}}"};
  const Change trapezoid{"counting={weights: {first: 0.5, between: [1], last: 0.5}}"};
  const std::vector<Row> rows{
      {"hiv_chancellor", {}, "mono cost", 44663.4535637, 1e-8, book},
      {"hiv_chancellor", {}, "mono life_years", 7.9912066, 1e-8, book},
      {"hiv_chancellor", {}, "comb cost", 50601.6513312, 1e-8, book},
      {"hiv_chancellor", {}, "comb life_years", 8.9373889, 1e-8, book},
      {"hiv_chancellor", {undiscounted}, "mono health", 45541.24, 0.005 / 45541, article},
      {"hiv_chancellor", {undiscounted}, "mono drugs", 18203.97, 0.005 / 18203, article},
      {"hiv_chancellor", {undiscounted}, "comb health", 48082.83, 0.005 / 48082, article},
      {"hiv_chancellor", {undiscounted}, "comb drugs", 24492.28, 0.005 / 24492, article},
      {"hiv_chancellor_homogeneous", {}, "mono health", 33891.136, 0.0005 / 33891, homogeneous},
      {"hiv_chancellor_homogeneous", {}, "mono drugs", 14870.957, 0.0005 / 14870, homogeneous},
      {"hiv_chancellor_homogeneous", {}, "mono life_years", 8.585843, 0.0000005 / 8.5, homogeneous},
      {"hiv_chancellor_homogeneous", {}, "comb health", 48739.757, 0.0005 / 48739, homogeneous},
      {"hiv_chancellor_homogeneous", {}, "comb drugs", 44245.091, 0.0005 / 44245, homogeneous},
      {"hiv_chancellor_homogeneous", {}, "comb life_years", 17.256937, 0.0000005 / 17.2, homogeneous},
      {"sick_sicker", {}, "usual_care cost", 151579.86595739, 1e-12, authors},
      {"sick_sicker", {}, "usual_care qaly", 20.7113314643222, 1e-12, authors},
      {"sick_sicker", {}, "a cost", 284804.513370573, 1e-12, authors},
      {"sick_sicker", {}, "a qaly", 21.4986628084375, 1e-12, authors},
      {"sick_sicker", {}, "b cost", 259100.410617004, 1e-12, authors},
      {"sick_sicker", {}, "b qaly", 22.1844651408455, 1e-12, authors},
      {"sick_sicker", {}, "ab cost", 378875.198394492, 1e-12, authors},
      {"sick_sicker", {}, "ab qaly", 23.1368441350026, 1e-12, authors},
      {"sick_sicker", {classical}, "usual_care cost", 152092.0, 0.05 / 152092, weights},
      {"sick_sicker", {classical}, "usual_care qaly", 21.0207, 0.00005 / 21, weights},
      {"sick_sicker", {trapezoid}, "usual_care cost", 152262.3, 0.05 / 152262, weights},
      {"sick_sicker", {trapezoid}, "usual_care qaly", 21.0382, 0.00005 / 21, weights},
      {"five_state", {}, "base cost", 4343.764183, 0.0000005 / 4343, exact},
      {"five_state_time_in_state", {}, "base cost", 7044.046455, 0.0000005 / 7044, exact},
  };
  for (const Row& row : rows) {
    Rewards found = expected(model_of(row.stem, row.changes));
    for (const char* arm : {"mono", "comb"}) {
      const std::string name = arm;
      if (!found.contains(name + " zidovudine")) continue;
      found[name + " drugs"] = found[name + " zidovudine"] + found[name + " lamivudine"];
      found[name + " cost"] = found[name + " health"] + found[name + " drugs"];
    }
    CAPTURE(row.stem, row.reward, row.source, found.at(row.reward), row.value);
    CHECK(relative_error(found.at(row.reward), row.value) <= row.tolerance);
  }
}

TEST_CASE("increments, ratios and the frontier are the published ones") {
  struct Row {
    const char* stem;
    std::vector<Change> changes;
    std::size_t strategy, against;
    double ratio, tolerance;
  };
  const Change classical{
      "counting={weights: {first: 0.3333333333333333, between: [1.3333333333333333, 0.6666666666666666], "
      "last: 0.3333333333333333}}"};
  const Change trapezoid{"counting={weights: {first: 0.5, between: [1], last: 0.5}}"};
  const std::vector<Row> rows{
      {"hiv_chancellor", {}, 1, 0, 6275.9556, 1e-8},
      {"hiv_chancellor_homogeneous", {}, 1, 0, 5100.02, 1e-6},
      {"sick_sicker", {}, 2, 0, 72987.6360667, 1e-11},
      {"sick_sicker", {}, 3, 2, 125763.785754, 1e-11},
      {"sick_sicker", {classical}, 2, 0, 73348.3, 0.05 / 7e4},
      {"sick_sicker", {classical}, 3, 2, 125209.3, 0.05 / 1e5},
      {"sick_sicker", {trapezoid}, 2, 0, 73133.6, 0.05 / 7e4},
      {"sick_sicker", {trapezoid}, 3, 2, 125531.6, 0.05 / 1e5},
  };
  for (const Row& row : rows) {
    CAPTURE(row.stem, row.strategy, row.ratio);
    const ModelFile model = model_of(row.stem, row.changes);
    const Rewards found = expected(model);
    std::vector<double> costs, effects;
    for (const models::Strategy& strategy : model.strategies) {
      const auto sum = [&](const std::vector<std::size_t>& places) {
        double total = 0.0;
        for (const std::size_t k : places) total += found.at(strategy.name + " " + strategy.rewards[k].name);
        return total;
      };
      costs.push_back(sum(model.cost));
      effects.push_back(sum(model.effect));
    }
    const auto places = engine::icer_frontier(costs, effects);
    CHECK(places[row.strategy].against == static_cast<int>(row.against));
    CHECK(relative_error(places[row.strategy].ratio, row.ratio) <= row.tolerance);
    if (model.strategies.size() == 4) {
      CHECK(places[1].standing == engine::FrontierPlace::Standing::dominated);
    }
  }
}

TEST_CASE("the first years of the sick-sicker cohort are the published ones") {
  // Alarid-Escudero et al. 2023, table of the trace under standard of care, three decimals.
  const double trace[6][4] = {{1, 0, 0, 0},
                              {0.859, 0.139, 0, 0.002},
                              {0.792, 0.189, 0.014, 0.005},
                              {0.755, 0.206, 0.032, 0.008},
                              {0.729, 0.208, 0.052, 0.011},
                              {0.707, 0.206, 0.072, 0.015}};
  const ModelFile model = model_of("sick_sicker");
  const engine::Program& program = model.strategies.front().program;
  const auto course = engine::expected_course(program, program.values);
  for (int step = 0; step < 6; ++step) {
    for (int state = 0; state < 4; ++state) {
      CAPTURE(step, state);
      CHECK(std::abs(course.occupancy(step, state) / 1000 - trace[step][state]) <= 0.0005);
    }
  }
}

TEST_CASE("individuals agree with the expected course, and a planted fault does not") {
  check_individuals("hiv_chancellor", {"transitions.A={B: 0.2220, C: 0.0669, D: 0.0098}"}, "mono life_years");
  check_individuals("hiv_chancellor_homogeneous", {"transitions.C.D=0.275"}, "mono life_years");
  check_individuals("sick_sicker", {"transitions.H.S1={rate: 0.165}"}, "usual_care cost");
  check_individuals("five_state", {"transitions.REG.PERM=0.011"}, "base cost");
  check_individuals("five_state_time_in_state", {"transitions.PERM.REG.value=0.011"}, "base cost");
}

TEST_CASE("the standard error is that of the published spread between people") {
  // Exact standard deviations of one person's discounted cost by dynamic programming. The standard error from 200
  // replications has itself a relative standard error of 1 / sqrt(400) = 5 %; 4 of these are allowed.
  const auto check = [](const char* stem, double deviation) {
    const Estimate estimate = simulated(model_of(stem)).at("base cost");
    CAPTURE(stem, estimate.standard_error, deviation);
    CHECK(std::abs(estimate.standard_error * std::sqrt(1000.0 * replications) / deviation - 1.0) < 0.2);
  };
  check("five_state", 23076.17);
  check("five_state_time_in_state", 27641.56);
}
