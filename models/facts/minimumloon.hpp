// The wettelijk minimumloon of a person: by month and age. Source of the figures:
// models/parameters/tariffs/wettelijk_minimumloon.yaml.
#pragma once

#include <array>

#include "models/facts/tariffs.hpp"

namespace banenplan::models {

class Minimumloon {
 public:
  static constexpr int youngest = 15;

  // The tariffs must outlive this.
  explicit Minimumloon(const Tariffs& tariffs);

  // Euros a month for a full-time week (to 2023) or 36 hours (from 2024), of an adult, without holiday pay.
  double adult_month(engine::Month month) const { return month_.at(month); }

  // Share of the adult amount at an age, 1 from the adult age on. Age at least `youngest`.
  double age_share(int age, engine::Month month) const {
    return age >= adult_age_.at(month) ? 1.0 : youth_tariff(age).at(month);
  }

  double holiday_share(engine::Month month) const { return holiday_.at(month); }

  // Euros a month with holiday pay: the base of loonkostensubsidie.
  double with_holiday(int age, engine::Month month) const {
    return adult_month(month) * age_share(age, month) * (1.0 + holiday_share(month));
  }

  bool known(engine::Month month) const { return month_.known(month); }

  const Tariff& month_tariff() const { return month_; }
  const Tariff& holiday_tariff() const { return holiday_; }
  const Tariff& youth_tariff(int age) const { return *youth_.at(static_cast<std::size_t>(age - youngest)); }

 private:
  const Tariff& month_;
  const Tariff& adult_age_;
  const Tariff& holiday_;
  std::array<const Tariff*, 8> youth_{};  // from `youngest` on
};

}  // namespace banenplan::models
