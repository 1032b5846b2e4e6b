#include "models/policy/risk_plan.hpp"

namespace banenplan::models {
namespace {

engine::Month read_month(const Section& risk, engine::Month start, int months) {
  const engine::Month from = risk.month("from");
  const Node* const written = risk.node("from");
  const bool is_month = written != nullptr && month_from(written->text).has_value();
  if (is_month && (from < start || !(from < start + months))) {
    risk.refuse("from", "found " + described(*written) + ", outside the period",
                "an event happens in the period of the scenario");
    return start;
  }
  return is_month ? from : start;
}

}  // namespace

RiskPlan read_risks(const Section& section, engine::Month start, int months) {
  RiskPlan risks;
  if (const auto levy = section.optional_section("quotum_levy")) risks.quotum_levy = read_month(*levy, start, months);
  if (const auto cut = section.optional_section("buig_cut")) {
    risks.buig_cut = {read_month(*cut, start, months), cut->euros("amount", {0, 1e9})};
  }
  risks.buig_follows_benefits = section.boolean("buig_follows_benefits", false);
  if (const auto rise = section.optional_section("minimum_wage_rise")) {
    risks.minimum_wage_rise = {read_month(*rise, start, months), rise->share("share", {0, 1})};
  }
  if (const auto closure = section.optional_section("employer_closes")) {
    risks.employer_closes = {read_month(*closure, start, months), closure->share("share", {0, 0.9})};
  }
  if (const auto newcomers = section.optional_section("newcomers")) {
    risks.newcomers = {read_month(*newcomers, start, months), newcomers->share("share", {0, 5})};
  }
  if (const auto displacement = section.optional_section("displacement")) {
    risks.displacement = {read_month(*displacement, start, months), displacement->share("share", {0, 0.7})};
  }
  return risks;
}

}  // namespace banenplan::models
