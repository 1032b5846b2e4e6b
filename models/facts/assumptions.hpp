// What has been measured or must be assumed about people and organisations: each with its value, how unsure it is,
// its unit, its source and its grade. They stand in models/parameters/assumptions/*.yaml.
//
// Every assumption has a fixed dimension in the sequence from which replications draw, so that scenarios share their
// draws and adding a scenario changes no other.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/uncertainty.hpp"
#include "models/facts/tariffs.hpp"
#include "models/reading/section.hpp"

namespace banenplan::models {

struct Assumption {
  std::string name;
  Title title;
  std::string unit;  // per_month, share, ratio, euro, euro_per_year, hours_per_week, ...
  Spread spread;
  Interval allowed;      // what a user may set
  double neutral = 0.0;  // of an effect: the value at which there is none
  bool is_effect = false;
  Grade grade = Grade::assumption;
  Date checked;  // when its source was last looked at
  std::string source;
};

class Assumptions {
 public:
  // The project's own files. Throws std::runtime_error with the first problem when one is refused.
  Assumptions();

  // What a scenario sets otherwise: `assumptions: {name: value}` or `{name: {value, range, shape}}`. Shares of a
  // whole must go on to sum to 1, and a lowest value to lie below its highest.
  void overlay(const Section& section);

  // Sets every effect of grade A to its neutral value, without spread.
  void without_assumed_effects();

  const std::vector<Assumption>& all() const { return all_; }
  // The place in all(), which is also the dimension; -1 when there is none.
  std::int32_t find(std::string_view name) const;
  // The same, and the value; throw std::out_of_range when there is none.
  std::int32_t place_of(std::string_view name) const;
  double value(std::string_view name) const { return (*this)[place_of(name)].spread.value; }
  const Assumption& operator[](std::int32_t place) const { return all_[static_cast<std::size_t>(place)]; }

 private:
  void read(const Section& section);
  void check_together(const Section& section) const;
  std::vector<Assumption> all_;
};

engine::Distribution distribution_of(const Spread& spread);

}  // namespace banenplan::models
