#include "models/simulation/funds.hpp"

#include "models/simulation/prices.hpp"

namespace banenplan::models {
namespace {

// What comes into a scenario's funds.
class Inflow {
 public:
  Inflow(const Scenario& scenario, const ProgramBuilder& builder) : scenario_(scenario), builder_(builder) {}

  // Euro by month, or per euro of yearly wage cost of an FTE where wage sums are not stated.
  std::vector<double> series(const FundPlan& plan) const {
    double year = plan.amount;
    if (plan.base == FundPlan::Base::establishment) year = 0.0;
    if (plan.base == FundPlan::Base::personnel_budget) year *= personnel();
    if (plan.base == FundPlan::Base::hire_budget) year *= hire();
    std::vector<double> series = wage_growth(builder_);
    for (std::size_t step = 0; step < series.size(); ++step) {
      const bool pays = !plan.every_year || step % engine::months_per_year == 0;
      series[step] *= pays ? year / (plan.every_year ? 1.0 : engine::months_per_year) : 0.0;
    }
    return series;
  }

  // Whether the series of a fund is for each euro that an FTE costs a year.
  bool is_by_wage_cost(const FundPlan& plan) const {
    const bool of_wages = plan.base == FundPlan::Base::personnel_budget || plan.base == FundPlan::Base::hire_budget;
    return of_wages && !states_wage_sums();
  }

  // What each listed department may draw of a fund, as shares of what comes in; empty: all that is there.
  std::vector<double> unit_shares(const FundPlan& plan) const {
    const bool of_hire = plan.base == FundPlan::Base::hire_budget;
    const auto weight = [&](const Department& department) {
      if (plan.sharing == Sharing::equal) return 1.0;
      if (plan.sharing == Sharing::by_establishment) return department.staff_fte;
      return of_hire ? hire_of(department) : department.wage_sum.value_or(department.staff_fte);
    };
    std::vector<double> shares;
    if (plan.sharing == Sharing::free) return shares;
    double sum = 0.0;
    for (const Department& department : scenario_.municipality.listed) {
      shares.push_back(weight(department));
      sum += shares.back();
    }
    for (double& share : shares) share /= sum;
    return shares;
  }

 private:
  bool states_wage_sums() const {
    const auto& listed = scenario_.municipality.listed;
    return !listed.empty() && listed.front().wage_sum.has_value();
  }

  // A year's wages of the whole staff: euro where departments state them, else FTE.
  double personnel() const {
    if (!states_wage_sums()) return scenario_.municipality.staff_fte;
    double sum = 0.0;
    for (const Department& department : scenario_.municipality.listed) sum += *department.wage_sum;
    return sum;
  }

  // A year's external hire in the same unit.
  double hire() const {
    Department whole;
    whole.staff_fte = personnel();
    if (scenario_.municipality.listed.empty()) return hire_of(whole);
    double sum = 0.0;
    for (const Department& department : scenario_.municipality.listed) sum += hire_of(department);
    return sum;
  }

  // A department's part of a year's external hire, as in `hire`.
  double hire_of(const Department& department) const {
    const double share = department.external_hire.value_or(scenario_.assumptions.value("external_hire_share"));
    return department.wage_sum.value_or(department.staff_fte) * share / (1.0 - share);
  }

  const Scenario& scenario_;
  const ProgramBuilder& builder_;
};

// A fund is the municipality's; what remains in it is its filler's, or else the departments'.
std::string party_of_fund(const AccountText& from) {
  return from.actor == "gemeente" ? from.party : "gemeente_afdelingen";
}

}  // namespace

void add_funds(const Scenario& scenario, ProgramBuilder& builder, Accounts& accounts) {
  engine::Program& program = builder.program;
  program.components.resize(component_names().size());
  const Inflow inflow(scenario, builder);
  for (const FundPlan& plan : scenario.funds) {
    const auto number = static_cast<std::int32_t>(program.funds.size());
    engine::Fund fund;
    fund.account = static_cast<std::int32_t>(accounts.accounts.size());
    fund.from_account = accounts.find(plan.from);
    fund.carry_over = plan.carry_over;
    fund.series = builder.series("inflow of " + plan.name, inflow.series(plan));
    if (inflow.is_by_wage_cost(plan)) fund.scale = builder.assumption("wage_cost_per_fte");
    for (const double share : inflow.unit_shares(plan)) fund.unit_shares.push_back(builder.value(share));
    if (plan.common_from) fund.common_from = *plan.common_from - scenario.from;
    program.funds.push_back(fund);
    const AccountText& from = accounts.accounts[static_cast<std::size_t>(fund.from_account)];
    accounts.accounts.push_back({"fund." + plan.name, plan.title, "gemeente", party_of_fund(from)});
    for (const std::string& component : plan.pays) {
      program.components[component_place(component)].funds.push_back(number);
    }
  }
}

}  // namespace banenplan::models
