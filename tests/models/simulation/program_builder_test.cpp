#include "models/simulation/program_builder.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace banenplan;
using namespace banenplan::models;
using engine::Form;
using engine::Month;

namespace {

struct Desk {
  Assumptions assumptions;
  Tariffs tariffs;
  ProgramBuilder builder{assumptions, tariffs, Month::of(2027, 1), 120, 180};
};

}  // namespace

TEST_CASE("a program starts with its months") {
  Desk desk;
  CHECK(desk.builder.program.start == Month::of(2027, 1));
  CHECK(desk.builder.program.steps == 120);
  CHECK(desk.builder.program.plan_steps == 180);
  CHECK(desk.builder.month(13) == Month::of(2028, 2));
}

TEST_CASE("an assumption in a form is one value, with the draw of its own dimension") {
  Desk desk;
  auto& builder = desk.builder;
  const auto share = builder.assumption("job_end_drops_out");
  const auto rest = builder.assumption("job_end_drops_out", Form::complement);
  const auto rate = builder.assumption("job_end_first_year", Form::rate_of_probability);
  CHECK(share == builder.assumption("job_end_drops_out"));
  CHECK(rest == builder.assumption("job_end_drops_out", Form::complement));
  CHECK(rate == builder.assumption("job_end_first_year", Form::rate_of_probability));
  CHECK(share != rest);
  const auto& values = builder.program.values;
  REQUIRE(values.size() == 3);
  CHECK(values[static_cast<std::size_t>(share)] == 0.3);
  CHECK(values[static_cast<std::size_t>(rest)] == 0.7);
  CHECK(values[static_cast<std::size_t>(rate)] == Approx(-std::log(0.92)).epsilon(1e-12));

  // Only the one with a range is drawn.
  REQUIRE(builder.program.uncertain.size() == 1);
  CHECK(builder.program.uncertain[0].value == rate);
  CHECK(builder.program.uncertain[0].dimension == desk.assumptions.find("job_end_first_year"));
  CHECK(builder.program.uncertain[0].form == Form::rate_of_probability);
  CHECK(builder.program.uncertain[0].distribution.low == 0.05);
  CHECK(builder.program.uncertain[0].distribution.high == 0.1);
}

TEST_CASE("values that must stand side by side do, and are not shared with others") {
  Desk desk;
  auto& builder = desk.builder;
  const auto alone = builder.assumption("benefit_couple");
  const auto first = builder.assumptions({"benefit_single", "benefit_couple"});
  CHECK(first != alone);
  CHECK(builder.program.values[static_cast<std::size_t>(first)] == 0.7);
  CHECK(builder.program.values[static_cast<std::size_t>(first) + 1] == 0.15);
  CHECK(builder.assumptions({"benefit_single", "benefit_couple"}) != first);
}

TEST_CASE("a series is kept once under its name, tables one after the other") {
  Desk desk;
  auto& builder = desk.builder;
  CHECK(builder.series("a", {1, 2}) == 0);
  CHECK(builder.series("b", {3}) == 1);
  CHECK(builder.series("a", {9, 9}) == 0);
  CHECK(builder.program.prices == std::vector<std::vector<double>>{{1, 2}, {3}});
  CHECK(builder.table({1, 2}) == 0);
  CHECK(builder.table({3}) == 2);
  CHECK(builder.program.tables == std::vector<double>{1, 2, 3});
  CHECK(builder.value(4.0) == 0);
  CHECK(builder.value(4.0) == 1);
}

TEST_CASE("an assumption that nobody knows is refused") {
  Desk desk;
  CHECK_THROWS_AS(desk.builder.assumption("luck"), std::out_of_range);
  CHECK_THROWS_AS(desk.builder.assumptions({"benefit_single", "luck"}), std::out_of_range);
}
