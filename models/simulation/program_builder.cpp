#include "models/simulation/program_builder.hpp"

#include <algorithm>
#include <stdexcept>

namespace banenplan::models {

ProgramBuilder::ProgramBuilder(const Assumptions& assumptions, const Tariffs& tariffs, engine::Month start,
                               int months, int plan_months)
    : assumptions_(assumptions), tariffs_(tariffs) {
  program.start = start;
  program.steps = months;
  program.plan_steps = plan_months;
}

engine::ValueIndex ProgramBuilder::value(double number) {
  program.values.push_back(number);
  return static_cast<engine::ValueIndex>(program.values.size()) - 1;
}

engine::ValueIndex ProgramBuilder::append(std::int32_t place, engine::Form form, double part) {
  const Spread& spread = assumptions_[place].spread;
  const engine::ValueIndex index = value(engine::in_form(form, spread.value, part));
  if (spread.shape != Spread::Shape::fixed) {
    program.uncertain.push_back({index, place, distribution_of(spread), form, part});
  }
  return index;
}

engine::ValueIndex ProgramBuilder::assumption(std::string_view name, engine::Form form) {
  const std::int32_t place = assumptions_.place_of(name);
  const auto [known, is_new] = known_.try_emplace({place, form}, engine::none);
  if (is_new) known->second = append(place, form);
  return known->second;
}

engine::ValueIndex ProgramBuilder::for_part(std::string_view name, double part) {
  return append(assumptions_.place_of(name), engine::Form::for_part, part);
}

engine::ValueIndex ProgramBuilder::assumptions(const std::vector<std::string>& names) {
  engine::ValueIndex first = engine::none;
  for (const std::string& name : names) {
    const engine::ValueIndex index = append(assumptions_.place_of(name), engine::Form::as_it_is);
    if (first == engine::none) first = index;
  }
  return first;
}

std::int32_t ProgramBuilder::series(const std::string& name, const std::vector<double>& by_month) {
  const auto [known, is_new] = series_.try_emplace(name, static_cast<std::int32_t>(program.prices.size()));
  if (is_new) program.prices.push_back(by_month);
  return known->second;
}

std::int32_t ProgramBuilder::table(const std::vector<double>& by_level) {
  auto& tables = program.tables;
  const auto known = std::search(tables.begin(), tables.end(), by_level.begin(), by_level.end());
  const auto first = static_cast<std::int32_t>(known - tables.begin());
  if (known == tables.end()) tables.insert(tables.end(), by_level.begin(), by_level.end());
  return first;
}

}  // namespace banenplan::models
