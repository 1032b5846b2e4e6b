// How much loonkostensubsidie (Participatiewet art. 10d) does an employer get for a person in a month?
//
// With B the minimum wage of the person's age with 8 % holiday pay, lw the loonwaarde as a share of the minimum wage,
// wg the compensation of employer charges and h the paid hours:
//
//   measured    min(B (1 - lw), 70 % of B) x (1 + wg) x hours ratio
//   forfaitary  50 % of B                  x (1 + wg) x hours ratio        at most the first 6 months
//
// The hours ratio is min(h, w) / 36 from 2024 and min(h, w) / w before, w being the full-time week of the sector. A
// running subsidy follows the minimum wage, and here the compensation too, only on 1 January. Nothing is rounded on
// the way; the monthly amount is rounded to the cent once, half away from zero. All figures come from the tariffs.
//
// Guarded by tests/models/facts/loonkostensubsidie_test.cpp (published worked examples).
#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/facts/minimumloon.hpp"
#include "models/facts/tariffs.hpp"

namespace banenplan::models {

// Under which law a person of the banenafspraak falls. Only the Participatiewet has loonkostensubsidie.
enum class Group { participatiewet, wajong, wsw };

struct SubsidyRequest {
  Group group = Group::participatiewet;
  double loonwaarde = 0.5;       // share of the minimum wage, 0 to 1; not used with `forfait`
  bool forfait = false;          // the forfaitary amount instead of a measured loonwaarde
  double hours = 36.0;           // paid, a week
  double full_time_week = 36.0;  // of the sector, 32 to 40 hours
  int age = 30;
  engine::Month month;
  std::optional<engine::Month> running_since;  // the month in which the subsidy was granted; empty is `month`
};

// The figures that one amount is made of.
struct SubsidyTerms {
  double minimum_wage = 0.0;      // B, euros a month
  double share_of_wage = 0.0;     // 1 - lw, or the forfait, before the cap
  double cap = 1.0;               // highest share of B
  double werkgeverslasten = 0.0;  // wg
  double hours_ratio = 1.0;
};

struct SubsidyAmounts {
  double share = 0.0;      // of B, after the cap
  double full_time = 0.0;  // euros a month for the whole week
  double by_hours = 0.0;   // euros a month for the paid hours
  double charges = 0.0;    // euros a month on top for employer charges
  std::int64_t cents = 0;  // a month, all in
};

inline SubsidyAmounts subsidy_amounts(const SubsidyTerms& terms) {
  SubsidyAmounts amounts;
  amounts.share = terms.share_of_wage < terms.cap ? terms.share_of_wage : terms.cap;
  amounts.full_time = terms.minimum_wage * amounts.share;
  amounts.by_hours = amounts.full_time * terms.hours_ratio;
  amounts.charges = amounts.by_hours * terms.werkgeverslasten;
  amounts.cents = std::llround((amounts.by_hours + amounts.charges) * 100.0);
  return amounts;
}

// A figure that a step was computed from; its name is an argument of the step's sentence.
struct Input {
  std::string name;
  double value = 0.0;
  std::string unit;  // as a tariff's
};

// One step of the explanation. `key` names the sentence (plots/words.yaml, lks.step.*); `inputs` are what it was
// computed from, by name.
struct Step {
  std::string key;
  double value = 0.0;
  std::string unit;  // as a tariff's
  std::vector<Input> inputs;
  std::string source;  // empty for what the request gave
  Grade grade = Grade::official;
  std::optional<engine::Month> effective_from;
  bool extrapolated = false;
  Title note;
};

struct Explanation {
  std::int64_t cents = 0;
  std::vector<Step> steps;  // empty when the group has no loonkostensubsidie
};

class Loonkostensubsidie {
 public:
  // The tariffs must outlive this.
  explicit Loonkostensubsidie(const Tariffs& tariffs);

  // Why a request cannot be answered, as the last part of a key of plots/words.yaml (lks.refusal.*); null when it
  // can.
  const char* refusal(const SubsidyRequest& request) const;

  // The month whose minimum wage applies: for a running subsidy the last 1 January, or its start when later.
  engine::Month wage_month(const SubsidyRequest& request) const;

  SubsidyTerms terms(const SubsidyRequest& request) const;

  // Cents a month, 0 for a group without loonkostensubsidie. The request must not be one that is refused.
  std::int64_t monthly_cents(const SubsidyRequest& request) const {
    return request.group == Group::participatiewet ? subsidy_amounts(terms(request)).cents : 0;
  }

  // The same with every step and its source.
  Explanation explain(const SubsidyRequest& request) const;

 private:
  Minimumloon minimumloon_;
  const Tariff& cap_;
  const Tariff& forfait_;
  const Tariff& forfait_months_;
  const Tariff& werkgeverslasten_;
  const Tariff& hours_basis_;
  const Tariff& reference_week_;
  const Tariff& running_follows_;
};

}  // namespace banenplan::models
