#include "models/facts/werkgeversvoordelen.hpp"

#include <algorithm>
#include <cmath>

namespace banenplan::models {

using engine::Month;
using engine::months_per_year;

namespace {

std::int64_t monthly_cents(double euros_a_year) {
  return std::llround(euros_a_year * 100.0 / months_per_year);
}

}  // namespace

Werkgeversvoordelen::Werkgeversvoordelen(const Tariffs& tariffs)
    : premiekorting_(tariffs["premiekorting_year"]),
      lkv_hour_(tariffs["lkv_hour"]),
      lkv_most_(tariffs["lkv_year_most"]),
      lkv_years_(tariffs["lkv_years"]),
      liv_most_(tariffs["liv_year_most"]),
      liv_least_hours_(tariffs["liv_least_hours"]),
      no_risk_(tariffs["no_risk_share"]),
      no_risk_on_request_(tariffs["no_risk_share_on_request"]),
      no_risk_weeks_on_request_(tariffs["no_risk_weeks_on_request"]),
      no_risk_weeks_(tariffs["no_risk_weeks"]) {}

std::int64_t Werkgeversvoordelen::loonkostenvoordeel_cents(Month month, double paid_hours_a_year,
                                                           int months_employed) const {
  if (months_employed >= lkv_years_.at(month) * months_per_year) return 0;
  const double lkv = std::min(lkv_hour_.at(month) * paid_hours_a_year, lkv_most_.at(month));
  return monthly_cents(premiekorting_.at(month) + lkv);  // at any time one of the two is nil
}

std::int64_t Werkgeversvoordelen::lage_inkomensvoordeel_cents(Month month, double paid_hours_a_year) const {
  return paid_hours_a_year >= liv_least_hours_.at(month) ? monthly_cents(liv_most_.at(month)) : 0;
}

double Werkgeversvoordelen::no_riskpolis_share(Month month, int week_of_sickness, bool on_request) const {
  if (week_of_sickness < 1 || week_of_sickness > no_risk_weeks_.at(month)) return 0.0;
  const bool higher = on_request && week_of_sickness <= no_risk_weeks_on_request_.at(month);
  return (higher ? no_risk_on_request_ : no_risk_).at(month);
}

}  // namespace banenplan::models
