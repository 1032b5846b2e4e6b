#include "plots/text.hpp"

#include <catch2/catch.hpp>

using namespace banenplan::plots;

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
