#include "plots/text.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "models/reading/problems.hpp"
#include "tests/generators.hpp"

using namespace banenplan::plots;
using banenplan::test::any_bytes;
using banenplan::test::any_from;

TEST_CASE("letters are read from UTF-8, and wrong bytes are shown as such") {
  struct Row {
    std::string text;
    std::u32string letters;
  };
  // The rows with wrong bytes are of the kinds of Markus Kuhn's UTF-8 decoder stress test, sections 3 to 5.
  const Row rows[] = {
      {"", U""},
      {"€ é", U"€ é"},
      {"\U0001F600\uFFFD", U"\U0001F600\uFFFD"},
      {"a\x80z", U"a\uFFFDz"},
      {"\xE2\x82", U"\uFFFD\uFFFD"},
      {"\xC0\xAF", U"\uFFFD\uFFFD"},
      {"\xED\xA0\x80", U"\uFFFD\uFFFD\uFFFD"},
      {"\xF4\x90\x80\x80", U"\uFFFD\uFFFD\uFFFD\uFFFD"},
      {"\xE9llo", U"\uFFFDllo"},
  };
  for (const Row& row : rows) {
    CHECK(letters(row.text) == row.letters);
    CHECK(letters(utf8(row.letters)) == row.letters);
  }
}

TEST_CASE("columns are counted by letters, not bytes") {
  CHECK(columns("coördinatie €") == 13);
  CHECK(columns("e\u0301e\u0301n") == 3);
  CHECK(columns("日本") == 4);
}

TEST_CASE("lines break between words, and long words where they must") {
  using Lines = std::vector<std::string>;
  CHECK(wrapped("", 10, 3) == Lines{""});
  CHECK(wrapped("  een   twee\n", 100, 3) == Lines{"een twee"});
  CHECK(wrapped("boven formatie", 5, 3) == Lines{"boven", "formatie"});
  CHECK(wrapped("budgettair-neutraal", 8, 3) == Lines{"budgettair-", "neutraal"});
  CHECK(wrapped("budgettair-neutraal", 80, 3) == Lines{"budgettair-neutraal"});
  CHECK(wrapped("loonkosten\u00ADsubsidie nu", 8, 3) == Lines{"loonkosten-", "subsidie nu"});
  CHECK(wrapped("loonkosten\u00ADsubsidie", 80, 3) == Lines{"loonkostensubsidie"});
  CHECK(wrapped("loonkostensubsidie", 8, 3) == Lines{"loonkostensu-", "bsidie"});
  CHECK(wrapped("\u00AD- \u00AD", 8, 3) == Lines{"-"});
  for (const double width : {0.1, 2.0, 6.0, 9.5})
    for (const std::string& line : wrapped("Loonkostensubsidieverordening en begeleiding", width, 100)) {
      CHECK((ems(line) <= width || columns(line) == 1));
      CHECK_FALSE(line.empty());
    }
  const Lines cut = wrapped("een twee drie vier vijf zes", 4, 2);
  CHECK(cut.size() == 2);
  CHECK(cut.back().ends_with("…"));
  CHECK(ems(cut.back()) <= 4);
}

TEST_CASE("lines of a terminal hold no control characters") {
  CHECK(terminal_lines("a\x1b[2J\x07 b\x7f\r") == "a[2J b\n");
}

TEST_CASE("any letters are read back from their UTF-8, and of any bytes those that are UTF-8 stay") {
  rc::prop("letters", [] {
    const auto any_letter = rc::gen::map(
        rc::gen::pair(rc::gen::element(0x80U, 0x800U, 0xD800U, 0x110000U), rc::gen::arbitrary<std::uint32_t>()),
        [](const auto& drawn) { return static_cast<char32_t>(drawn.second % drawn.first); });
    std::u32string text;
    for (const char32_t letter : *rc::gen::container<std::vector<char32_t>>(any_letter))
      if (letter < 0xD800 || letter > 0xDFFF) text += letter;  // halves of a pair are no letters
    RC_ASSERT(letters(utf8(text)) == text);
    const std::string bytes = *any_bytes();
    const std::string found = utf8(letters(bytes));
    std::size_t bad = 0;
    RC_ASSERT(banenplan::models::is_utf8(found, bad));
    if (banenplan::models::is_utf8(bytes, bad)) RC_ASSERT(found == bytes);
    RC_ASSERT(letters(found) == letters(bytes));
  });
}

TEST_CASE("whatever is wrapped, no line is too wide or empty, and without spaces and hyphens it is all there") {
  rc::prop("wrapped", [] {
    const std::string text = *banenplan::test::any_text_of(
        {"a", "een", " ", "  ", "-", "\xC2\xAD", "W", "loonkosten", "\xE2\x82\xAC", "\xE6\x97\xA5", "\n", "."});
    const double width = *any_from(20, 199) / 10.0;  // room for each letter and a hyphen
    std::string found;
    const auto without = [](const std::string& line) {
      std::string rest;
      for (const char32_t letter : letters(line))
        if (letter != U' ' && letter != U'\n' && letter != U'-' && letter != U'\u00AD') rest += utf8({&letter, 1});
      return rest;
    };
    const auto lines = wrapped(text, width, 100'000);
    for (const std::string& line : lines) {
      RC_ASSERT(ems(line) <= width + 1e-9);  // a sum in another order
      if (lines.size() > 1) RC_ASSERT(!line.empty());
      found += without(line);
    }
    RC_ASSERT(found == without(text));
    const auto most = *any_from<std::size_t>(1, 4);
    const auto cut = wrapped(text, width, most);
    RC_ASSERT(cut.size() == std::min(most, lines.size()));
  });
}
