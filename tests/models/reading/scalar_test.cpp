#include "models/reading/scalar.hpp"

#include <bit>
#include <catch2/catch.hpp>
#include <clocale>
#include <cmath>
#include <cstdint>
#include <fmt/format.h>
#include <rapidcheck/catch.h>
#include <string>

#include "tests/generators.hpp"

using namespace banenplan::models;
using banenplan::engine::Month;
using banenplan::test::any_from;

TEST_CASE("numbers are decimal, complete and finite") {
  CHECK(number_from("0.035") == 0.035);
  CHECK(number_from("-12") == -12.0);
  CHECK(number_from("1.5e6") == 1.5e6);
  CHECK(number_from("0") == 0.0);
  CHECK(number_from("0e-400") == 0.0);
  for (const char* text :
       {"",   " ",  "010", "0x10", ".nan", ".inf", "nan", "inf", "1e999", "1e-400", "0,03", "1_000",
        "+1", ".5", "1.",  "1e",   "1.5 ", " 1",   "1 2", "--1", "1e+",   "12%",    "٣"}) {
    CAPTURE(text);
    CHECK(!number_from(text));
  }
}

TEST_CASE("whole numbers fit an int") {
  CHECK(whole_from("2147483647") == 2147483647);
  CHECK(whole_from("-3") == -3);
  for (const char* text : {"2147483648", "1.0", "1e3", "007", "", "0x1"}) CHECK(!whole_from(text));
}

TEST_CASE("a percentage is the double nearest to what was written") {
  CHECK(share_from("12%") == 0.12);
  CHECK(share_from("0.035%") == 0.00035);
  CHECK(share_from("7.1%") == 0.071);
  CHECK(share_from("0.12") == 0.12);
  for (const char* text : {"%", "12 %", "12%%", "1e2%", "0,5%", "012%"}) CHECK(!share_from(text));
}

TEST_CASE("months and days are those of the calendar") {
  CHECK(month_from("2026-01") == Month::of(2026, 1));
  for (const char* text : {"2026-13", "2026-00", "2026-1", "26-01", "2026/01", "2026-01-01", ""})
    CHECK(!month_from(text));
  CHECK(date_from("2024-02-29") == Date{2024, 2, 29});
  for (const char* text : {"2023-02-29", "2024-04-31", "2024-04-00", "2024-4-1", "2024-04", "1900-02-29"})
    CHECK(!date_from(text));
}

TEST_CASE("names are lower-case identifiers") {
  CHECK(is_name("boven-formatie"));
  CHECK(is_name("year_1"));
  for (const char* text : {"", "1year", "Year", "a b", "a.b", "-a", "é"}) CHECK(!is_name(text));
  CHECK(!is_name(std::string(65, 'a')));
}

TEST_CASE("a number that was written in as few digits as tell it apart is read back to the bit") {
  rc::prop("written and read", [] {
    const bool negative = *rc::gen::arbitrary<bool>();
    const auto exponent =
        *rc::gen::oneOf(any_from<std::uint64_t>(0, 2046), rc::gen::element<std::uint64_t>(0, 1, 1023, 2046));
    const auto mantissa = *any_from<std::uint64_t>(0, (1ULL << 52) - 1);
    const auto number =
        std::bit_cast<double>((std::uint64_t{negative ? 1U : 0U} << 63) | (exponent << 52) | mantissa);
    const std::string text = fmt::format("{}", number);
    const auto found = number_from(text);
    RC_ASSERT(found.has_value());
    RC_ASSERT(*found == number);
    RC_ASSERT(share_from(text) == found);
    const bool is_whole = std::abs(number) < 2e9 && number == std::floor(number);
    RC_ASSERT(whole_from(text).has_value() == is_whole);
  });
}

TEST_CASE("a percentage with any decimals is the hundredth part, rounded once") {
  rc::prop("hundredth part", [] {
    const auto digits = *any_from<std::int64_t>(0, 999'999'999'999);
    const int decimals = *any_from(0, 9);
    std::string text = fmt::format("{:0{}}", digits, decimals + 1);
    if (decimals > 0) text.insert(text.size() - static_cast<std::size_t>(decimals), ".");
    // Both are whole numbers below 2^53, so that their quotient is rounded once.
    RC_ASSERT(share_from(text + "%") == static_cast<double>(digits) / std::pow(10.0, decimals + 2));
    RC_ASSERT(number_from(text) == static_cast<double>(digits) / std::pow(10.0, decimals));
  });
}
