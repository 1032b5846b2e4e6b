#include "plots/words.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <rapidcheck/catch.h>

#include "models/reading/scalar.hpp"
#include "tests/generators.hpp"

using namespace banenplan::plots;
using banenplan::engine::Month;
using banenplan::models::Problems;
using banenplan::models::read_text;
using banenplan::test::any_from;

namespace {

std::vector<std::string> refusals(const std::string& catalogue) {
  Problems problems;
  const auto node = read_text(catalogue, "words.yaml", problems);
  if (node) Words{*node, Language::dutch, problems};
  return problems.error_lines();
}

// What a Dutch reader reads, once each point stands before three digits; nothing for anything else.
std::optional<double> read_in_dutch(const std::string& text) {
  const std::size_t comma = std::min(text.find(','), text.size());
  std::string whole = text.substr(0, comma);
  for (std::size_t at = whole.find('.'); at != std::string::npos; at = whole.find('.')) {
    if (at == 0 || std::min(whole.find('.', at + 1), whole.size()) - at != 4) return std::nullopt;
    whole.erase(at, 1);
  }
  return banenplan::models::number_from(comma < text.size() ? whole + "." + text.substr(comma + 1) : whole);
}

Words words(Language language) {
  Problems problems;
  const auto node = read_text("lks: {title: {nl: 'Subsidie van {month}', en: 'Subsidy of {month}'}}", "w", problems);
  return {*node, language, problems};
}

}  // namespace

TEST_CASE("the project's catalogue has every text in both languages") {
  const Words dutch{Language::dutch};
  const Words english{Language::english};
  CHECK(!dutch.keys().empty());
  CHECK(dutch.keys() == english.keys());
}

TEST_CASE("a text is found by its key and filled in") {
  CHECK(words(Language::dutch)("lks.title", {{"month", "jan. 2027"}}) == "Subsidie van jan. 2027");
  CHECK(words(Language::english)("lks.title", {{"month", "Jan 2027"}}) == "Subsidy of Jan 2027");
  CHECK_THROWS_AS(words(Language::dutch)("lks.titel"), std::logic_error);
  CHECK_THROWS_AS(words(Language::dutch)("lks.title"), std::logic_error);
}

TEST_CASE("a title is read in the language, or in the one it has") {
  CHECK(words(Language::dutch).of({"fonds", "fund"}) == "fonds");
  CHECK(words(Language::english).of({"fonds", "fund"}) == "fund");
  CHECK(words(Language::english).of({"fonds", ""}) == "fonds");
  CHECK(words(Language::dutch).of({"", "fund"}) == "fund");
  CHECK(words(Language::dutch).of({}).empty());
}

TEST_CASE("a catalogue with a gap is refused") {
  using Lines = std::vector<std::string>;
  CHECK(refusals("a: {nl: x}") ==
        Lines{"words.yaml:1:4: a: found a text that is not in both languages; a text has nl and en"});
  CHECK(refusals("g: {a: x}") ==
        Lines{"words.yaml:1:8: g.a: found a text that is not in both languages; a text has nl and en"});
  CHECK(refusals("a: {nl: 'x {b}', en: 'x {c}'}") ==
        Lines{"words.yaml:1:4: a: found other {arguments} in nl than in en; both have the same"});
}

TEST_CASE("numbers are written as each language does") {
  const Words dutch = words(Language::dutch);
  const Words english = words(Language::english);
  CHECK(dutch.euros(1234.56) == "€ 1.234,56");
  CHECK(english.euros(1234.56) == "€1,234.56");
  CHECK(dutch.euros(-1234567.891, 0) == "-€ 1.234.568");
  CHECK(dutch.euros(-0.001) == "€ 0,00");
  CHECK(dutch.cents(83009) == "€ 830,09");
  CHECK(english.cents(-5) == "-€0.05");
  CHECK(dutch.cents(std::numeric_limits<std::int64_t>::min()) == "-€ 92.233.720.368.547.758,08");
  CHECK(dutch.large_euros(1'240'000) == "€ 1,2 miljoen");
  CHECK(english.large_euros(1'240'000) == "€1.2 million");
  CHECK(dutch.large_euros(950'000) == "€ 950.000");
  CHECK(dutch.large_euros(999'999.7) == "€ 1,0 miljoen");
  CHECK(dutch.large_euros(-999'970'000) == "-€ 1,0 miljard");
  CHECK(dutch.share(0.125) == "12,5 %");
  CHECK(english.share(0.125) == "12.5%");
  CHECK(dutch.number(1234567.0) == "1.234.567");
  CHECK(dutch.number(999.0) == "999");
  CHECK(dutch.month(Month::of(2027, 1)) == "jan. 2027");
  CHECK(english.month(Month::of(2027, 5)) == "May 2027");
}

TEST_CASE("any number that is written is read as the one nearest to it, in both languages") {
  const Words dutch = words(Language::dutch);
  const Words english = words(Language::english);
  int grouped = 0, negative = 0;
  rc::prop("read by a person", [&] {
    const double value = *banenplan::test::any_number_in({1.0, 1e-3, 1e3, 1e6, 1e9});
    const int decimals = *any_from(0, 9);
    const std::string text = dutch.number(value, decimals);
    const auto found = read_in_dutch(text);
    RC_ASSERT(found.has_value());
    RC_ASSERT(std::abs(*found - value) <= 0.5 * std::pow(10.0, -decimals) + 1e-15 * std::abs(value));
    RC_ASSERT((text[0] == '-') == (*found < 0.0));
    RC_ASSERT((decimals > 0 ? text.size() - text.find(',') - 1 : 0) == static_cast<std::size_t>(decimals));
    const std::size_t whole = text.substr(0, text.find(',')).size() - (text[0] == '-' ? 1 : 0);
    if (std::abs(*found) >= 1000.0) RC_ASSERT(text.find('.') < text.size());
    std::string swapped = text;
    for (char& c : swapped) c = c == '.' ? ',' : c == ',' ? '.' : c;
    RC_ASSERT(english.number(value, decimals) == swapped);
    grouped += whole > 3 ? 1 : 0;
    negative += *found < 0.0 ? 1 : 0;
  });
  CHECK(grouped > 100);
  CHECK(negative > 100);
}

TEST_CASE(
    "any amount of cents is written to the cent, and a large one names millions and billions below a thousand") {
  const Words dutch = words(Language::dutch);
  int large = 0;
  rc::prop("euros", [&] {
    const auto cents = *rc::gen::arbitrary<std::int64_t>();
    std::string digits;
    for (const char c : dutch.cents(cents))
      if (c == '-' || (c >= '0' && c <= '9')) digits += c;
    RC_ASSERT(std::stoll(digits) == cents);

    // Any amount, and many that are about to get another word.
    const std::int64_t about =
        *rc::gen::element<std::int64_t>(0, 100'000'000, 100'000'000'000, cents % 100'000'000'000'000);
    const std::int64_t unit_off = *rc::gen::element<std::int64_t>(1, 100'000);
    const std::int64_t off = unit_off * *any_from<std::int64_t>(-100, 100);
    const double value = static_cast<double>(about + off) / 100.0;
    std::string text = dutch.large_euros(value);
    const bool negative = text[0] == '-';
    text.erase(0, std::string("€ ").size() + (negative ? 1 : 0));
    const std::size_t space = text.find(' ');
    const double unit = space == std::string::npos ? 1.0 : text.substr(space) == " miljoen" ? 1e6 : 1e9;
    const auto found = read_in_dutch(text.substr(0, space));
    RC_ASSERT(found.has_value());
    RC_ASSERT(std::abs(*found * unit - std::abs(value)) <= (unit > 1.0 ? 0.05 : 0.5) * unit * (1.0 + 1e-9));
    if (unit > 1.0) RC_ASSERT(*found >= 1.0);
    if (unit == 1e6) RC_ASSERT(*found < 1000.0);
    if (unit == 1.0) RC_ASSERT(*found < 1e6);
    RC_ASSERT(negative == (value < 0.0 && *found > 0.0));
    large += unit > 1.0 ? 1 : 0;
  });
  CHECK(large > 100);
}

TEST_CASE("languages are named nl and en") {
  CHECK(language_from("nl") == Language::dutch);
  CHECK(language_from("en") == Language::english);
  CHECK(!language_from("NL"));
}
