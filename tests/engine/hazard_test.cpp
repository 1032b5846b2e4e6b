#include "engine/hazard.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/engine/small_models.hpp"

using namespace banenplan::engine;
using test::Builder;

namespace {

std::vector<double> hazards(const Builder& builder, int elapsed, int step) {
  std::vector<double> result;
  Hazards(builder.program, builder.program.values).of(builder.program.states[0], elapsed, step, result);
  return result;
}

}  // namespace

TEST_CASE("probabilities become hazards that end the step with exactly those probabilities") {
  Builder builder(12, 1, 3);
  builder.exit(0, 1, 0.2);
  builder.exit(0, 2, 0.3);
  const auto result = hazards(builder, 0, 0);
  CHECK(result[0] + result[1] == Approx(-std::log(0.5)).epsilon(1e-15));
  CHECK(result[0] / result[1] == Approx(2.0 / 3.0).epsilon(1e-15));
}

TEST_CASE("certainty, impossibility and rates") {
  Builder builder(12, 1, 3);
  builder.exit(0, 1, 0.25);
  builder.exit(0, 2, 0.75);
  CHECK(hazards(builder, 0, 0) == std::vector<double>{0.25 * certain_hazard, 0.75 * certain_hazard});
  builder.program.values = {0.0, 0.0};
  CHECK(hazards(builder, 0, 0) == std::vector<double>{0.0, 0.0});
  builder.program.values = {0.4, 3.0};
  builder.state(0).scale = ExitScale::rates;
  CHECK(hazards(builder, 0, 0) == std::vector<double>{0.4, 3.0});
}

TEST_CASE("a Weibull hazard is the growth of its cumulative hazard") {
  Builder builder(12, 1, 2);
  builder.state(0).scale = ExitScale::rates;
  Exit& exit = builder.exit(0, 1);
  exit.weibull_shape = builder.value(1.4);
  exit.weibull_scale = builder.value(10.0);
  double sum = 0.0;
  for (int d = 0; d < 7; ++d) sum += hazards(builder, d, 0)[0];
  CHECK(sum == Approx(std::pow(0.7, 1.4)).epsilon(1e-14));
  CHECK(Hazards::changes_with_time_in_state(builder.program.states[0]));
}

TEST_CASE("factors by model time and by month of the year") {
  Builder builder(24, 1, 2);  // starts in April
  builder.state(0).scale = ExitScale::rates;
  Exit& exit = builder.exit(0, 1, 1.0);
  exit.by_time = {builder.steps({0, 5}, {1.0, 10.0})};
  for (int month = 1; month <= 12; ++month) exit.by_month_of_year.push_back(builder.value(month));
  CHECK(hazards(builder, 0, 0)[0] == 4.0);
  CHECK(hazards(builder, 0, 5)[0] == 90.0);
  CHECK(hazards(builder, 0, 9)[0] == 10.0);
}

TEST_CASE("a table by both times is read by row and column, and its ends hold") {
  Builder builder(3, 1, 2);
  builder.state(0).scale = ExitScale::rates;
  Exit& exit = builder.exit(0, 1);
  exit.by_both = builder.value(0.1);
  for (const double number : {0.2, 0.3, 0.4, 0.5, 0.6}) builder.value(number);
  exit.rows = 2;
  struct Row {
    int elapsed, step;
    double expected;
  };
  for (const Row& row :
       {Row{0, 0, 0.1}, Row{0, 2, 0.3}, Row{1, 0, 0.4}, Row{1, 2, 0.6}, Row{7, 1, 0.5}, Row{7, 9, 0.6}}) {
    CAPTURE(row.elapsed, row.step);
    CHECK(hazards(builder, row.elapsed, row.step)[0] == row.expected);
  }
  CHECK(Hazards::changes_with_time(builder.program.states[0]));
  CHECK(Hazards::changes_with_time_in_state(builder.program.states[0]));
}
