#include "models/policy/fund_plan.hpp"

#include <algorithm>
#include <iterator>

#include "models/policy/groups.hpp"

namespace banenplan::models {
namespace {

const std::vector<std::string_view>& accounts_that_fill() {
  static const std::vector<std::string_view> names = {
      "gemeente_afdelingen", "gemeente_participatie", "gemeente_overhead", "gemeente_wmo", "rijk", "uwv"};
  return names;
}

// Exactly one of three ways to say how much comes in.
void read_inflow(const Section& fund, FundPlan& plan) {
  const auto inflow = fund.section("filled_by");
  std::vector<const char*> ways;
  for (const char* way : {"establishment", "amount", "share"}) {
    if (inflow.has(way)) ways.push_back(way);
  }
  plan.from = accounts_that_fill()[inflow.choice_index("from", accounts_that_fill(), 0)];
  plan.every_year = inflow.choice<bool>("every", {{"year", true}, {"month", false}}, true);
  if (ways.size() != 1) {
    inflow.has("of");
    if (ways.empty() && fund.has("filled_by") && fund.node("filled_by")->kind == Node::Kind::map) {
      fund.refuse("filled_by", "found a fund that nobody fills",
                  "`share` of a budget, an `amount` of euros, or `establishment: true`");
    } else if (ways.size() > 1) {
      inflow.refuse(ways[1], std::string("found ") + ways[1] + " beside " + ways[0],
                    "one of the two fills a fund; a key of an extended scenario is taken away as `" +
                        std::string(ways[0]) + ": ~`");
    }
    return;
  }
  const std::string_view way = ways.front();
  if (way == "establishment") {
    plan.base = FundPlan::Base::establishment;
    if (!inflow.boolean("establishment")) inflow.refuse("establishment", "found false", "true, or another source");
  } else if (way == "amount") {
    plan.amount = inflow.euros("amount", {0, 1e9});
  } else {
    plan.amount = inflow.share("share");
    plan.base = inflow.choice<FundPlan::Base>(
        "of", {{"personnel_budget", FundPlan::Base::personnel_budget}, {"hire_budget", FundPlan::Base::hire_budget}});
  }
  if (plan.base != FundPlan::Base::establishment && plan.amount == 0.0) {
    inflow.warn(way, "found 0", "nothing will be paid from this fund");
  }
}

void read_order(const Section& section, FundPlan& fund) {
  const bool stated = section.has("allocation");
  const auto order = section.choice<Allocation>("allocation",
                                                {{"first_come", Allocation::first_come},
                                                 {"priority_group", Allocation::priority_group},
                                                 {"largest_gap", Allocation::largest_gap},
                                                 {"highest_retention", Allocation::highest_retention}},
                                                Allocation::first_come);
  if (stated) fund.allocation = order;
  const bool by_group = order == Allocation::priority_group;
  if (section.has("priority_groups") && !by_group) {
    section.refuse("priority_groups", "found groups that come first in another order",
                   "`allocation: priority_group` beside them");
  } else if (by_group && !section.has("priority_groups")) {
    section.refuse("allocation", "found priority_group without groups",
                   "`priority_groups` with those who come first, as [wajong]");
  } else if (by_group) {
    const std::vector<std::string_view> groups(std::begin(group_names), std::end(group_names));
    for (const std::size_t k : section.choice_indices("priority_groups", groups, {1, groups.size()})) {
      fund.priority_groups.emplace_back(groups[k]);
    }
  }
}

void read_sharing(const Section& section, FundPlan& fund) {
  fund.sharing = section.choice<Sharing>("sharing",
                                         {{"free", Sharing::free},
                                          {"equal", Sharing::equal},
                                          {"by_establishment", Sharing::by_establishment},
                                          {"as_contributed", Sharing::as_contributed}},
                                         Sharing::free);
  if (section.has("common_from")) fund.common_from = section.month("common_from");
  if (fund.sharing == Sharing::free) {
    if (fund.common_from) {
      section.refuse("common_from", "found a date from which the fund is common, and no shares before it",
                     "`sharing: equal`, by_establishment or as_contributed beside it");
    }
  } else if (fund.base == FundPlan::Base::establishment) {
    section.refuse("sharing", "found shares of a fund that is filled by the places themselves",
                   "no sharing: each placement brings the wage budget of its own place");
  } else if (fund.sharing == Sharing::as_contributed && fund.base == FundPlan::Base::amount) {
    section.refuse("sharing", "found as_contributed for an amount, to which no department contributes",
                   "equal or by_establishment; or a fund filled by a `share` of a budget of departments");
  }
}

FundPlan read_fund(const std::string& name, const Section& section) {
  FundPlan fund;
  fund.name = name;
  fund.title = section.title("title", Title{name, name});
  read_inflow(section, fund);
  for (const std::size_t k : section.choice_indices("pays", component_names(), {1, 100})) {
    const std::string component(component_names()[k]);
    if (std::find(fund.pays.begin(), fund.pays.end(), component) != fund.pays.end()) {
      section.refuse("pays", "found " + quote(component) + " twice", "each component once");
    }
    fund.pays.push_back(component);
  }
  fund.carry_over = section.boolean("carry_over", false);
  read_order(section, fund);
  read_sharing(section, fund);
  return fund;
}

}  // namespace

const std::vector<std::string_view>& component_names() {
  static const std::vector<std::string_view> names = {"wage",     "trainee_wage", "guidance",     "buddy",
                                                      "training", "workplace",    "project_team", "before_work"};
  return names;
}

std::size_t component_place(std::string_view name) {
  const auto& names = component_names();
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

std::vector<FundPlan> read_funds(const Section& funds) {
  std::vector<FundPlan> plans;
  for (const auto& [name, fund] : funds.entries()) {
    if (!is_name(name)) {
      funds.refuse(name, "found " + quote(name),
                   "a name has lower-case letters, digits, _ and -, and starts with a letter");
    }
    plans.push_back(read_fund(name, fund));
  }
  return plans;
}

}  // namespace banenplan::models
