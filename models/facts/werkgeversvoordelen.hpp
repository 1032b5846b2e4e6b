// What an employer gets from the tax authority and UWV for a person of the banenafspraak, beside loonkostensubsidie:
// premiekorting (to 2017), loonkostenvoordeel (LKV, from 2018), lage-inkomensvoordeel (LIV, 2017-2024) and the cover
// of sickness by the no-riskpolis. Figures: models/parameters/tariffs/werkgeversvoordelen.yaml.
#pragma once

#include <cstdint>

#include "models/facts/tariffs.hpp"

namespace banenplan::models {

class Werkgeversvoordelen {
 public:
  // The tariffs must outlive this.
  explicit Werkgeversvoordelen(const Tariffs& tariffs);

  // Premiekorting or LKV for one month, in cents: a twelfth of the yearly amount for the hours of a year.
  // `months_employed` are those before this month.
  std::int64_t loonkostenvoordeel_cents(engine::Month month, double paid_hours_a_year, int months_employed) const;

  // LIV for one month, in cents: a twelfth of the year's highest amount from the least number of hours on, so an
  // upper bound where wages lie above the bracket.
  std::int64_t lage_inkomensvoordeel_cents(engine::Month month, double paid_hours_a_year) const;

  // Share of the daily wage that UWV pays in a week of sickness, the first being week 1.
  double no_riskpolis_share(engine::Month month, int week_of_sickness, bool on_request) const;

 private:
  const Tariff& premiekorting_;
  const Tariff& lkv_hour_;
  const Tariff& lkv_most_;
  const Tariff& lkv_years_;
  const Tariff& liv_most_;
  const Tariff& liv_least_hours_;
  const Tariff& no_risk_;
  const Tariff& no_risk_on_request_;
  const Tariff& no_risk_weeks_on_request_;
  const Tariff& no_risk_weeks_;
};

}  // namespace banenplan::models
