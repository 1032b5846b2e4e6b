#include "models/simulation/people.hpp"

#include <algorithm>
#include <functional>
#include <stdexcept>
#include <string>

#include "models/facts/loonkostensubsidie.hpp"
#include "models/facts/minimumloon.hpp"
#include "models/facts/werkgeversvoordelen.hpp"

namespace banenplan::models {
namespace {

constexpr int most_hours = 60;
constexpr double full_week = 36.0;
constexpr double weeks_per_year = 52.0;

std::vector<double> by_level(int highest, const std::function<double(int)>& factor) {
  std::vector<double> factors;
  for (int level = 0; level <= highest; ++level) factors.push_back(factor(level));
  return factors;
}

engine::Attribute shares(engine::ValueIndex first, int levels, std::int32_t parent = engine::none) {
  return {engine::Attribute::Kind::shares, first, levels, parent};
}

// Rows by group: benefits of the municipality are for those without Wajong.
engine::ValueIndex household_shares(ProgramBuilder& builder) {
  engine::ValueIndex first = engine::none;
  for (const std::string_view group : group_names) {
    engine::ValueIndex row = engine::none;
    if (group == "wajong") {
      row = builder.value(0.0);
      builder.value(0.0);
    } else {
      row = builder.assumptions({"benefit_single", "benefit_couple"});
    }
    builder.value(0.0);  // what is left has none
    if (first == engine::none) first = row;
  }
  return first;
}

engine::ValueIndex with_and_without(ProgramBuilder& builder, const std::string& share) {
  const engine::ValueIndex first = builder.assumptions({share});
  builder.value(0.0);  // what is left is without
  return first;
}

std::vector<std::string> distance_names() {
  std::vector<std::string> names;
  for (int k = 1; k <= distance_classes; ++k) names.push_back("distance_" + std::to_string(k));
  return names;
}

}  // namespace

void add_traits(ProgramBuilder& builder) {
  using Kind = engine::Attribute::Kind;
  auto& population = builder.program.population;
  population.attributes = {
      shares(builder.assumptions({"share_participatiewet", "share_wajong", "share_wsw"}), 3),
      {Kind::truncated_normal,
       builder.assumptions({"loonwaarde_mean", "loonwaarde_deviation", "loonwaarde_lowest", "loonwaarde_highest"}), 0,
       engine::none},
      {Kind::uniform, builder.assumptions({"hours_lowest", "hours_highest"}), 0, engine::none},
      {Kind::uniform, builder.assumptions({"age_lowest", "age_highest"}), 0, engine::none},
      shares(household_shares(builder), 3, place(Trait::group)),
      shares(builder.assumptions(distance_names()), distance_classes),
      {Kind::set_by_placement, engine::none, 0, engine::none},
      {Kind::set_by_placement, engine::none, 0, engine::none},
      shares(with_and_without(builder, "regular_jobs_with_lks"), 2)};
  population.hours_attribute = place(Trait::hours);
  population.contract_hours_attribute = place(Trait::contract_hours);
  population.age_attribute = place(Trait::age);
  population.ages_matter_until = static_cast<int>(builder.tariffs().value("wml_adult_age", builder.month(0)));
}

engine::Factor factor_of(std::string_view name, ProgramBuilder& builder) {
  const Tariffs& tariffs = builder.tariffs();
  const engine::Month start = builder.month(0);
  const auto factor = [&](Trait trait, int highest, const std::function<double(int)>& by) {
    return engine::Factor{place(trait), builder.table(by_level(highest, by))};
  };
  if (name == "week_share") return factor(Trait::hours, most_hours, [](int hours) { return hours / full_week; });
  if (name == "contract_week_share") {
    return factor(Trait::contract_hours, most_hours, [](int hours) { return hours / full_week; });
  }
  if (name == "loonwaarde") return factor(Trait::loonwaarde, 100, [](int percent) { return percent / 100.0; });
  if (name == "loonwaarde_gap") {
    return factor(Trait::loonwaarde, 100, [](int percent) { return (100 - percent) / 100.0; });
  }
  if (name == "subsidy_share") {
    const double cap = tariffs.value("lks_cap", start);
    return factor(Trait::loonwaarde, 100, [&](int percent) {
      return subsidy_amounts({1.0, (100 - percent) / 100.0, cap}).share;
    });
  }
  if (name == "youth_wage") {
    const Minimumloon minimumloon(tariffs);
    return factor(Trait::age, 255,
                  [&](int age) { return minimumloon.age_share(std::max(age, Minimumloon::youngest), start); });
  }
  if (name == "subsidised") return {place(Trait::subsidy), builder.table({1.0, 0.0})};
  if (name == "household_norm") {
    const double couple = tariffs.value("bijstand_couple", start) / tariffs.value("bijstand_single", start);
    return {place(Trait::household), builder.table({1.0, couple, 0.0})};
  }
  if (name == "receives_assistance") return {place(Trait::household), builder.table({1.0, 1.0, 0.0})};
  if (name == "lkv_month" || name == "contract_lkv_month") {
    const Werkgeversvoordelen voordelen(tariffs);
    return factor(name == "lkv_month" ? Trait::hours : Trait::contract_hours, most_hours, [&](int hours) {
      return static_cast<double>(voordelen.loonkostenvoordeel_cents(start, hours * weeks_per_year, 0)) / 100.0;
    });
  }
  if (name == "coach_hours") {
    const double full = tariffs.value("jobcoach_internal_full_hours", start);
    return factor(Trait::contract_hours, most_hours, [&](int hours) { return std::min(1.0, hours / full); });
  }
  throw std::out_of_range("no factor is called " + std::string(name));
}

}  // namespace banenplan::models
