#include "models/simulation/people.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>

#include "engine/people.hpp"

using namespace banenplan;
using namespace banenplan::models;
using engine::Month;

namespace {

struct Desk {
  Assumptions assumptions;
  Tariffs tariffs;
  ProgramBuilder builder{assumptions, tariffs, Month::of(2026, 7), 12, 12};
  double at(std::string_view factor, int level) {
    const engine::Factor found = factor_of(factor, builder);
    return builder.program.tables.at(static_cast<std::size_t>(found.first + level));
  }
};

}  // namespace

TEST_CASE("factors follow the law") {
  struct Row {
    const char* factor;
    int level;
    double value;
    const char* source;
  };
  const Row rows[] = {
      {"week_share", 36, 1.0, "of 36 hours"},
      {"week_share", 24, 24.0 / 36.0, "of 36 hours"},
      {"contract_week_share", 12, 12.0 / 36.0, "of 36 hours"},
      {"loonwaarde", 57, 0.57, "share of the minimum wage"},
      {"loonwaarde_gap", 57, 0.43, "what is left of it"},
      {"subsidy_share", 0, 0.70, "Participatiewet art. 10d: at most 70 %"},
      {"subsidy_share", 29, 0.70, "71 % is above the cap"},
      {"subsidy_share", 30, 0.70, "just the cap"},
      {"subsidy_share", 31, 0.69, "below the cap"},
      {"subsidy_share", 100, 0.0, "no gap, no subsidy"},
      {"youth_wage", 15, 0.30, "WMM, youth wage"},
      {"youth_wage", 16, 0.345, "WMM, youth wage"},
      {"youth_wage", 17, 0.395, "WMM, youth wage"},
      {"youth_wage", 18, 0.50, "WMM, youth wage from July 2019"},
      {"youth_wage", 19, 0.60, "WMM, youth wage from July 2019"},
      {"youth_wage", 20, 0.80, "WMM, youth wage from July 2019"},
      {"youth_wage", 21, 1.0, "adult from July 2019"},
      {"youth_wage", 67, 1.0, "adult"},
      {"household_norm", 0, 1.0, "a single person's norm"},
      {"household_norm", 1, 2027.79 / 1419.46, "norms of July 2026"},
      {"household_norm", 2, 0.0, "no benefit"},
      {"lkv_month", 12, 52.52, "12 x 52 x 1.01 / 12"},
      {"lkv_month", 24, 105.04, "24 x 52 x 1.01 / 12"},
      {"contract_lkv_month", 36, 157.56, "36 x 52 x 1.01 / 12"},
      {"lkv_month", 40, 166.67, "at most 2,000 a year"},
      {"coach_hours", 12, 0.5, "pro rata below 24 hours"},
      {"coach_hours", 24, 1.0, "whole from 24 hours"},
      {"coach_hours", 36, 1.0, "whole from 24 hours"},
  };
  Desk desk;
  for (const Row& row : rows) {
    CAPTURE(row.factor, row.level, row.source);
    CHECK(desk.at(row.factor, row.level) == Approx(row.value).epsilon(1e-12));
  }
}

TEST_CASE("a factor reads the trait that it is about") {
  struct Row {
    const char* factor;
    Trait trait;
  };
  const Row rows[] = {{"week_share", Trait::hours},
                      {"contract_week_share", Trait::contract_hours},
                      {"subsidy_share", Trait::loonwaarde},
                      {"youth_wage", Trait::age},
                      {"household_norm", Trait::household},
                      {"lkv_month", Trait::hours},
                      {"contract_lkv_month", Trait::contract_hours},
                      {"coach_hours", Trait::contract_hours}};
  Desk desk;
  for (const Row& row : rows) CHECK(factor_of(row.factor, desk.builder).attribute == place(row.trait));
  CHECK_THROWS_AS(factor_of("charm", desk.builder), std::out_of_range);
}

namespace {

constexpr int draws = 20000;

// Of the truncated normal, in whole percent.
struct Moments {
  double mean, deviation;
};
Moments truncated(double mean, double deviation, double low, double high) {
  double mass = 0.0, first = 0.0, second = 0.0;
  constexpr int cells = 100000;
  for (int k = 0; k < cells; ++k) {
    const double x = low + (k + 0.5) * (high - low) / cells;
    const double z = (x - mean) / deviation;
    const double density = std::exp(-0.5 * z * z);
    mass += density;
    first += density * x;
    second += density * x * x;
  }
  return {first / mass, std::sqrt(second / mass - first / mass * (first / mass))};
}

using Levels = std::array<std::uint8_t, 9>;

std::vector<Levels> drawn_people() {
  Desk desk;
  add_traits(desk.builder);
  const engine::Program& program = desk.builder.program;
  REQUIRE(program.population.attributes.size() == Levels{}.size());
  engine::Traits traits(program);
  traits.set(program.values);
  const engine::Luck luck(1, 0);
  std::vector<Levels> people(draws);
  for (int k = 0; k < draws; ++k) {
    traits.draw(luck, static_cast<std::uint64_t>(k), people[static_cast<std::size_t>(k)].data());
  }
  return people;
}

double standard_errors(double seen, double share, int of = draws) {
  return std::abs(seen - share) / std::sqrt(share * (1.0 - share) / of);
}

}  // namespace

TEST_CASE("people have traits in the shares that were assumed") {
  struct Row {
    Trait trait;
    int level;
    double share;
  };
  const Row rows[] = {{Trait::group, 0, 0.44},
                      {Trait::group, 1, 0.42},
                      {Trait::group, 2, 0.14},
                      {Trait::distance, 0, 0.01},
                      {Trait::distance, 1, 0.02},
                      {Trait::distance, 2, 0.05},
                      {Trait::distance, 3, 0.57},
                      {Trait::distance, 4, 0.05},
                      {Trait::distance, 5, 0.30},
                      {Trait::hours, 22, 1 / 15.0},
                      {Trait::hours, 36, 1 / 15.0},  // 22 to 36
                      {Trait::age, 18, 1 / 45.0},
                      {Trait::age, 62, 1 / 45.0},  // 18 to 62
                      // 70 % and 15 % of the 58 % without Wajong.
                      {Trait::household, 0, 0.58 * 0.70},
                      {Trait::household, 1, 0.58 * 0.15}};
  const auto people = drawn_people();
  const auto share = [&](Trait trait, int level) {
    int count = 0;
    for (const Levels& levels : people) count += levels[static_cast<std::size_t>(place(trait))] == level ? 1 : 0;
    return static_cast<double>(count) / draws;
  };
  for (const Row& row : rows) {
    CAPTURE(place(row.trait), row.level);
    CHECK(standard_errors(share(row.trait, row.level), row.share) < 5.0);
    // Planted: a fifth more than assumed is seen where a level is not rare.
    if (row.share >= 0.14) CHECK(standard_errors(share(row.trait, row.level), 1.2 * row.share) > 5.0);
  }
}

TEST_CASE("loonwaarde is a normal between 10 % and 100 %") {
  const auto people = drawn_people();
  double sum = 0.0;
  int lowest = 255, highest = 0;
  for (const Levels& levels : people) {
    const int level = levels[static_cast<std::size_t>(place(Trait::loonwaarde))];
    sum += level;
    lowest = std::min(lowest, level);
    highest = std::max(highest, level);
  }
  const Moments expected = truncated(57.0, 18.0, 10.0, 100.0);
  const double error = expected.deviation / std::sqrt(static_cast<double>(draws));
  CHECK(std::abs(sum / draws - expected.mean) / error < 5.0);
  CHECK(std::abs(sum / draws - (expected.mean + 1.0)) / error > 5.0);  // planted: one percent off
  CHECK(lowest >= 10);
  CHECK(highest <= 100);
}

TEST_CASE("nobody with a Wajong benefit has one of the municipality, and nobody has a contract yet") {
  int with_wajong = 0;
  for (const Levels& levels : drawn_people()) {
    CHECK(levels[static_cast<std::size_t>(place(Trait::channel))] == 0);
    CHECK(levels[static_cast<std::size_t>(place(Trait::contract_hours))] == 0);
    if (levels[static_cast<std::size_t>(place(Trait::group))] != 1) continue;
    ++with_wajong;
    CHECK(levels[static_cast<std::size_t>(place(Trait::household))] == 2);
  }
  CHECK(with_wajong > 0);
}
