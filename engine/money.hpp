// What a flow amounts to for one person over a stretch of steps: price x scale x factors, in stretches of equal
// amount.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "engine/ledger.hpp"
#include "engine/program.hpp"

namespace banenplan::engine {

// The stay in which money moves.
struct Stay {
  const std::uint8_t* levels = nullptr;  // the person's attributes
  std::int32_t birth_month = 0;
  std::int32_t entered = 0;  // step
  std::int32_t elapsed = 0;  // steps in the state that were complete on entering
  std::int32_t grown = 0;    // steps of growth before the stay
  bool grows = false;        // whether the state adds to them
};

// Tells soonest that a flow is not this person's: the factor, by a trait of few levels, that most often is 0.
class Gate {
 public:
  Gate() = default;
  Gate(const Program& program, const Flow& flow);
  bool shut(const std::uint8_t* levels) const { return table_ != nullptr && table_[levels[attribute_]] == 0.0; }

 private:
  const double* table_ = nullptr;
  std::int32_t attribute_ = none;
};

class Amounts {
 public:
  explicit Amounts(const Program& program);

  void set(const std::vector<double>& values) { values_ = &values; }

  // Calls visit(from, to, cents per step) for each stretch of equal amount, none of them 0, between `from` and `to`.
  template <class Visit>
  void each(const Flow& flow, const Stay& stay, std::int32_t from, std::int32_t to, Visit visit) const {
    double product = 1.0;
    for (const ValueIndex scale : flow.scales) product *= (*values_)[static_cast<std::size_t>(scale)];
    bool by_age = false;
    bool by_growth = false;
    for (const Factor& factor : flow.factors) {
      if (is_growing(factor)) {
        by_growth = true;
        continue;
      }
      if (factor.attribute == program_.population.age_attribute) {
        by_age = true;
      } else {
        // A standing flow is nobody's, and has no factors of an attribute.
        // NOLINTNEXTLINE(clang-analyzer-core.NullDereference)
        const std::size_t level = factor.attribute == none ? 0 : stay.levels[factor.attribute];
        product *= program_.tables[static_cast<std::size_t>(factor.first) + level];
      }
    }
    if (product == 0.0) return;
    if (flow.when == Flow::When::on_entry) {
      if (from != stay.entered || stay.elapsed != 0) return;
      to = std::min(to, from + 1);
    }
    double age = 1.0;
    std::int32_t birthday = by_age ? from : to;
    while (from < to) {
      const Price price = price_at(flow, stay, from);
      std::int32_t end = std::min(to, price.ends);
      double amount = product * price.euro;
      if (!flow.by_time_in_state.empty()) {
        amount *= (*values_)[static_cast<std::size_t>(flow.by_time_in_state.at(from - stay.entered + stay.elapsed))];
        end = std::min(end, factor_ends(flow.by_time_in_state, stay, from));
      }
      if (birthday <= from) {
        age = age_factor(flow.factors, stay, from);
        birthday = birthday_after(stay, from);
      }
      end = std::min(end, birthday);
      amount *= age;
      if (by_growth) {
        amount *= growth_factor(flow.factors, stay, from);
        end = std::min(end, growth_ends(flow.factors, stay, from));
      }
      const Cents cents = to_cents(amount);
      if (cents != 0) visit(from, end, cents);
      from = end;
    }
  }

  // The parts of an amount that change with time, and the first step at which they may be something else.
  std::int32_t factor_ends(const Steps& by_time_in_state, const Stay& stay, std::int32_t step) const;
  double age_factor(const std::vector<Factor>& factors, const Stay& stay, std::int32_t step) const {
    double product = 1.0;
    for (const Factor& factor : factors) {
      if (factor.attribute != program_.population.age_attribute) continue;
      product *= program_.tables[static_cast<std::size_t>(factor.first + std::min(age(stay, step), 255))];
    }
    return product;
  }
  bool age_matters(const Stay& stay, std::int32_t step) const {
    return age(stay, step) < program_.population.ages_matter_until;
  }
  std::int32_t birthday_after(const Stay& stay, std::int32_t step) const {
    if (!age_matters(stay, step)) return program_.plan_steps;
    return step + months_per_year - (step + stay.birth_month) % months_per_year;
  }
  bool is_growing(const Factor& factor) const {
    return factor.attribute != none && factor.attribute == program_.population.growth.attribute;
  }
  double growth_factor(const std::vector<Factor>& factors, const Stay& stay, std::int32_t step) const;
  std::int32_t growth_ends(const std::vector<Factor>& factors, const Stay& stay, std::int32_t step) const;
  // Of the year of the step; before the start it is negative.
  std::int32_t january_of(std::int32_t step) const { return januaries_[static_cast<std::size_t>(step)]; }

 private:
  struct Price {
    double euro = 0.0;
    std::int32_t ends = 0;  // the step
  };
  Price price_at(const Flow& flow, const Stay& stay, std::int32_t step) const {
    const auto number = static_cast<std::size_t>(flow.series);
    const std::vector<double>& series = program_.prices[number];
    if (!flow.set_in_january)
      return {series[static_cast<std::size_t>(step)], next_change_[number][static_cast<std::size_t>(step)]};
    const std::int32_t january = january_of(step);
    return {series[static_cast<std::size_t>(std::max({january, stay.entered, std::int32_t{0}}))],
            january + months_per_year};
  }
  std::int32_t grown_level(const Stay& stay, std::int32_t step, bool as_measured) const;
  std::int32_t age(const Stay& stay, std::int32_t step) const {
    return stay.levels[program_.population.age_attribute] + (step + stay.birth_month) / months_per_year;
  }

  const Program& program_;
  const std::vector<double>* values_ = nullptr;
  std::vector<std::vector<std::int32_t>> next_change_;  // by series and step
  std::vector<std::int32_t> januaries_;                 // by step
};

}  // namespace banenplan::engine
