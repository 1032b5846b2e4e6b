#include "models/reading/scalar.hpp"

#include <catch2/catch.hpp>
#include <clocale>
#include <string>

using namespace banenplan::models;
using banenplan::engine::Month;

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
