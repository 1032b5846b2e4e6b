// Bijstand (Participatiewet): what a household gets a month, and what is saved when one of it earns a wage. Figures:
// models/parameters/tariffs/bijstand.yaml.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "models/facts/tariffs.hpp"

namespace banenplan::models {

enum class Household { single, couple };

class Bijstand {
 public:
  // The tariffs must outlive this.
  explicit Bijstand(const Tariffs& tariffs)
      : single_(tariffs["bijstand_single"]), couple_(tariffs["bijstand_couple"]), price_(tariffs["buig_price"]) {}

  // Net with holiday pay, from 21 to the pension age, cents a month.
  std::int64_t monthly_cents(Household household, engine::Month month) const {
    return std::llround((household == Household::single ? single_ : couple_).at(month) * 100.0);
  }

  // What lapses of it, cents a month, when a net wage (with holiday pay) comes in: wage is set off in full.
  std::int64_t saved_cents(Household household, engine::Month month, std::int64_t net_wage_cents) const {
    return std::clamp<std::int64_t>(net_wage_cents, 0, monthly_cents(household, month));
  }

  // What a benefit costs the municipality, cents a month, by the price of the national budget (BUIG); from 2018.
  std::int64_t municipal_cost_cents(engine::Month month) const {
    return std::llround(price_.at(month) * 100.0 / engine::months_per_year);
  }

 private:
  const Tariff& single_;
  const Tariff& couple_;
  const Tariff& price_;
};

}  // namespace banenplan::models
