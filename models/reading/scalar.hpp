// How a single value is written: numbers, shares, months and dates as text, the same in files and on the command
// line. No locale takes part, and what is not exactly one value in the allowed notation is refused.
#pragma once

#include <optional>
#include <string_view>

#include "engine/calendar.hpp"

namespace banenplan::models {

// A day, for what is dated to the day; the calendar of the engine counts months.
struct Date {
  int year = 0;
  int month = 0;
  int day = 0;

  constexpr auto operator<=>(const Date&) const = default;
};

// `12`, `-0.5`, `1.5e6`. Refused: `010`, `.5`, `1.`, `+1`, `0x10`, `.nan`, `1e999`, `1e-400`, `0,03`, `1_000`.
std::optional<double> number_from(std::string_view text);

// `12`, `-3`; refused is what does not fit an int.
std::optional<int> whole_from(std::string_view text);

// `12%`, `0.5%` or `0.12`: the nearest double to the share that was written.
std::optional<double> share_from(std::string_view text);

// `2026-01`
std::optional<engine::Month> month_from(std::string_view text);

// `2026-01-31`, a day that the Gregorian calendar has.
std::optional<Date> date_from(std::string_view text);

// Lower-case letters, digits, `_` and `-`, the first a letter, at most 64: how things are called in files.
bool is_name(std::string_view text);

}  // namespace banenplan::models
