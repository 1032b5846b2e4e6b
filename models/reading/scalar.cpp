#include "models/reading/scalar.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace banenplan::models {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::size_t digits_at(std::string_view text, std::size_t from) {
  std::size_t count = 0;
  while (from + count < text.size() && is_digit(text[from + count])) ++count;
  return count;
}

// Whether the text is -?(0|[1-9][0-9]*)(.[0-9]+)?(e[+-]?[0-9]+)?, and how long the part before the exponent is.
bool is_number(std::string_view text, std::size_t& mantissa) {
  std::size_t at = !text.empty() && text[0] == '-' ? 1 : 0;
  const std::size_t whole = digits_at(text, at);
  if (whole == 0 || (whole > 1 && text[at] == '0')) return false;
  at += whole;
  if (at < text.size() && text[at] == '.') {
    const std::size_t decimals = digits_at(text, at + 1);
    if (decimals == 0) return false;
    at += 1 + decimals;
  }
  mantissa = at;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    const std::size_t digits = digits_at(text, at);
    if (digits == 0) return false;
    at += digits;
  }
  return at == text.size();
}

// A whole number of exactly so many digits.
std::optional<int> digits_from(std::string_view text, std::size_t count) {
  if (text.size() != count || digits_at(text, 0) != count) return std::nullopt;
  int value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return value;
}

}  // namespace

std::optional<double> number_from(std::string_view text) {
  std::size_t mantissa = 0;
  if (!is_number(text, mantissa)) return std::nullopt;
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  const bool written_as_zero = text.substr(0, mantissa).find_first_of("123456789") == std::string_view::npos;
  if (value == 0.0 && !written_as_zero) return std::nullopt;
  return value == 0.0 ? 0.0 : value;  // -0 is 0
}

std::optional<int> whole_from(std::string_view text) {
  std::size_t mantissa = 0;
  if (!is_number(text, mantissa) || text.find_first_of(".eE") != std::string_view::npos) return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<double> share_from(std::string_view text) {
  if (text.empty() || text.back() != '%') return number_from(text);
  text.remove_suffix(1);
  if (text.find_first_of("eE") != std::string_view::npos) return std::nullopt;
  // Shifting the point in the text, not dividing by 100, gives the double nearest to what was written.
  return number_from(std::string{text} + "e-2");
}

std::optional<engine::Month> month_from(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  const auto year = digits_from(text.substr(0, 4), 4);
  const auto month = digits_from(text.substr(5), 2);
  if (!year || !month || *month < 1 || *month > engine::months_per_year) return std::nullopt;
  return engine::Month::of(*year, *month);
}

std::optional<Date> date_from(std::string_view text) {
  if (text.size() != 10 || text[7] != '-') return std::nullopt;
  const auto month = month_from(text.substr(0, 7));
  const auto day = digits_from(text.substr(8), 2);
  if (!month || !day) return std::nullopt;
  const int year = month->year();
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const int length = month->month_of_year() == 2 && leap ? 29 : lengths[month->month_of_year() - 1];
  if (*day < 1 || *day > length) return std::nullopt;
  return Date{year, month->month_of_year(), *day};
}

bool is_name(std::string_view text) {
  constexpr std::size_t longest = 64;
  const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
  return !text.empty() && text.size() <= longest && lower(text[0]) &&
         std::all_of(text.begin(), text.end(),
                     [&](char c) { return lower(c) || is_digit(c) || c == '_' || c == '-'; });
}

}  // namespace banenplan::models
