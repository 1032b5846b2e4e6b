#include "plots/words.hpp"

#include <catch2/catch.hpp>
#include <limits>

using namespace banenplan::plots;
using banenplan::engine::Month;
using banenplan::models::Problems;
using banenplan::models::read_text;

namespace {

std::vector<std::string> refusals(const std::string& catalogue) {
  Problems problems;
  const auto node = read_text(catalogue, "words.yaml", problems);
  if (node) Words{*node, Language::dutch, problems};
  return problems.error_lines();
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

TEST_CASE("languages are named nl and en") {
  CHECK(language_from("nl") == Language::dutch);
  CHECK(language_from("en") == Language::english);
  CHECK(!language_from("NL"));
}
