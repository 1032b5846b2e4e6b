// Gathers the numbers of a program under their names while a model is compiled: values, prices by month, and factors
// by the level of a person's trait.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/program.hpp"
#include "models/facts/assumptions.hpp"
#include "models/facts/tariffs.hpp"

namespace banenplan::models {

class ProgramBuilder {
 public:
  ProgramBuilder(const Assumptions& assumptions, const Tariffs& tariffs, engine::Month start, int months,
                 int plan_months);

  // A value that is certain.
  engine::ValueIndex value(double number);
  // The value of an assumption, drawn anew in each replication. Throws std::out_of_range when there is none.
  engine::ValueIndex assumption(std::string_view name, engine::Form form = engine::Form::as_it_is);
  // A ratio that holds for a part of a group: 1 - part x (1 - ratio).
  engine::ValueIndex for_part(std::string_view name, double part);
  // Values of assumptions that must stand side by side, such as the shares of all levels.
  engine::ValueIndex assumptions(const std::vector<std::string>& names);

  // Euro by month of the plan; a name is computed once.
  std::int32_t series(const std::string& name, const std::vector<double>& by_month);
  // Factors by level; what stands there already is found again.
  std::int32_t table(const std::vector<double>& by_level);

  const Assumptions& all_assumptions() const { return assumptions_; }
  const Tariffs& tariffs() const { return tariffs_; }
  engine::Month month(int step) const { return program.start + step; }

  engine::Program program;

 private:
  engine::ValueIndex append(std::int32_t place, engine::Form form, double part = 1.0);

  const Assumptions& assumptions_;
  const Tariffs& tariffs_;
  std::map<std::pair<std::int32_t, engine::Form>, engine::ValueIndex> known_;
  std::map<std::string, std::int32_t> series_;
};

}  // namespace banenplan::models
