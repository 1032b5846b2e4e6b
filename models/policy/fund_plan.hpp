// A fund as a scenario writes it: who fills it with how much, and what it pays.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/reading/section.hpp"

namespace banenplan::models {

struct FundPlan {
  enum class Base { amount, personnel_budget, hire_budget, establishment };
  std::string name;
  Title title;
  Base base = Base::amount;
  double amount = 0.0;            // euro a year at the price level of the first year, or a share of the base
  std::string from;               // account
  bool every_year = true;         // else every month
  std::vector<std::string> pays;  // components
  bool carry_over = true;
};

// Names of the components of cost that a fund can pay.
const std::vector<std::string_view>& component_names();

// The funds in the order in which they are asked for a component that several of them pay.
std::vector<FundPlan> read_funds(const Section& funds);

}  // namespace banenplan::models
