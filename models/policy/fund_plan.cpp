#include "models/policy/fund_plan.hpp"

#include <algorithm>

namespace banenplan::models {
namespace {

const std::vector<std::string_view>& accounts_that_fill() {
  static const std::vector<std::string_view> names = {"gemeente_afdelingen", "gemeente_participatie",
                                                      "gemeente_overhead", "rijk", "uwv"};
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
  return fund;
}

}  // namespace

const std::vector<std::string_view>& component_names() {
  static const std::vector<std::string_view> names = {"wage",     "trainee_wage", "guidance",    "buddy",
                                                      "training", "workplace",    "project_team"};
  return names;
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
