// A fund as a scenario writes it: who fills it with how much, what it pays, who is asked first while it lasts, and
// what each department may draw of it.
//
//   funds:
//     centrale_pot:
//       filled_by: {share: 0.6%, of: personnel_budget, every: year}
//       pays: [wage, guidance]
//       allocation: largest_gap        # or first_come, priority_group (with priority_groups), highest_retention
//       sharing: as_contributed        # or free, equal, by_establishment
//       common_from: 2030-01           # from then on all may draw on what is left; absent: never
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/reading/section.hpp"

namespace banenplan::models {

// In which order places and people are asked while money lasts.
enum class Allocation { first_come, priority_group, largest_gap, highest_retention };

// What each department may draw at most: anything, or its share of what comes in.
enum class Sharing { free, equal, by_establishment, as_contributed };

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
  std::optional<Allocation> allocation;      // a scenario has one: see Scenario::allocation
  std::vector<std::string> priority_groups;  // asked before all others, in this order
  Sharing sharing = Sharing::free;
  std::optional<engine::Month> common_from;  // from then on contracts are no longer held to the department's share
};

// Names of the components of cost that a fund can pay.
const std::vector<std::string_view>& component_names();

// The place among them; as many as there are when there is none of this name.
std::size_t component_place(std::string_view name);

// The funds in the order in which they are asked for a component that several of them pay.
std::vector<FundPlan> read_funds(const Section& funds);

}  // namespace banenplan::models
