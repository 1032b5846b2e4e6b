// Time in the engine: discrete months, counted so that arithmetic on them is arithmetic on integers.
#pragma once

#include <compare>

namespace banenplan::engine {

inline constexpr int months_per_year = 12;

// A calendar month. `index` counts months since January of the year 0, so that `later - earlier` is a number of
// months.
struct Month {
  int index = 0;

  static constexpr Month of(int year, int month_of_year) { return {year * months_per_year + month_of_year - 1}; }

  constexpr int year() const { return index / months_per_year; }
  constexpr int month_of_year() const { return index % months_per_year + 1; }  // 1 is January

  constexpr auto operator<=>(const Month&) const = default;
};

constexpr Month operator+(Month month, int months) {
  return {month.index + months};
}
constexpr Month operator-(Month month, int months) {
  return {month.index - months};
}
constexpr int operator-(Month later, Month earlier) {
  return later.index - earlier.index;
}

}  // namespace banenplan::engine
