#include "plots/table.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <charconv>
#include <cmath>
#include <limits>
#include <rapidcheck/catch.h>

#include "tests/generators.hpp"

using namespace banenplan::plots;
using banenplan::test::any_from;

namespace {

// The fields of a text as RFC 4180 has them; nothing when it is no such text.
std::vector<std::vector<std::string>> fields_of(const std::string& text) {
  std::vector<std::vector<std::string>> rows;
  std::size_t at = 0;
  while (at < text.size()) {
    rows.emplace_back();
    while (true) {
      std::string field;
      if (at < text.size() && text[at] == '"') {
        for (++at; at < text.size(); ++at) {
          if (text[at] != '"') {
            field += text[at];
          } else if (at + 1 < text.size() && text[at + 1] == '"') {
            field += text[at++];
          } else {
            break;
          }
        }
        if (at++ >= text.size()) return {};
      } else {
        while (at < text.size() && text[at] != ',' && text[at] != '\r' && text[at] != '\n' && text[at] != '"')
          field += text[at++];
      }
      rows.back().push_back(field);
      if (at < text.size() && text[at] == ',') {
        ++at;
        continue;
      }
      if (text.compare(at, 2, "\r\n") != 0) return {};
      at += 2;
      break;
    }
  }
  return rows;
}

rc::Gen<std::string> any_text() {
  return rc::gen::scale(0.1, banenplan::test::any_text_of({"a",        "\"",
                                                           ",",        ";",
                                                           "\n",       "\r",
                                                           "\r\n",     "\t",
                                                           "=",        "+",
                                                           "-",        "@",
                                                           "'",        " ",
                                                           "<",        ">",
                                                           "&",        "</td>",
                                                           "<script>", "\x1b[2J",
                                                           "\xC3\xA9", "\xE2\x82\xAC",
                                                           "\xFF",     std::string(1, '\0')}));
}

// A table of any texts, and here and there a number.
Table any_table() {
  Table table;
  table.caption = *any_text();
  table.columns.resize(*any_from<std::size_t>(1, 4));
  for (Column& column : table.columns) column.title = *any_text();
  const std::size_t rows = *any_from<std::size_t>(0, 4);
  for (std::size_t r = 0; r < rows; ++r) {
    table.rows.emplace_back();
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      table.rows.back().push_back({*any_text()});
      if (*any_from(0, 2) == 0)
        table.rows.back().back().value = *banenplan::test::any_number_in({1.0, 1e-9, 1e6, 1e100});
    }
  }
  return table;
}

// What of a markup no text may add to.
std::string signs_in(const std::string& markup) {
  std::string signs;
  std::copy_if(markup.begin(), markup.end(), std::back_inserter(signs),
               [](char c) { return std::string_view{"<>\"'"}.find(c) != std::string_view::npos; });
  return signs;
}

const Table costs{"Kosten per jaar",
                  {{"Scenario", Alignment::left}, {"€", Alignment::right}},
                  {{{"coördinatie"}, {"1.234,5", 1234.5}}, {{"geen"}, {"-7", -7.0}}, {{"leeg"}}}};
}  // namespace

TEST_CASE("a terminal shows columns that line up, whatever the letters") {
  CHECK(terminal_text(costs) ==
        "Kosten per jaar\n"
        "Scenario           €\n"
        "-----------  -------\n"
        "coördinatie  1.234,5\n"
        "geen              -7\n"
        "leeg\n");
  CHECK(terminal_text({"", {{"a"}}, {{{"\x1b[31mred\nline"}}}}) == "a\n-------------\n [31mred line\n");
  CHECK(terminal_text({}) == "\n\n");
}

TEST_CASE("a terminal breaks a title that is wider than its column") {
  CHECK(terminal_text({"", {{"wat"}, {"boven de formatie", Alignment::right}}, {{{"banen"}, {"3 (1-5)"}}}}) ==
        "       boven de\n"
        "wat    formatie\n"
        "-----  --------\n"
        "banen   3 (1-5)\n");
  CHECK(terminal_text({"", {{"een twee"}}, {{{"drie vier"}}}}) == "een twee\n---------\ndrie vier\n");
  CHECK(terminal_text({"", {{"  "}}, {}}) == "\n\n");
}

TEST_CASE("CSV quotes as RFC 4180 says, writes values in full and defuses formulas") {
  CHECK(csv_text(costs) == "Scenario,€\r\ncoördinatie,1234.5\r\ngeen,-7\r\nleeg,\r\n");
  struct Row {
    const char* text;
    std::optional<double> value;
    const char* written;
  };
  const double infinity = std::numeric_limits<double>::infinity();
  const Row rows[] = {
      {"a,b", {}, "\"a,b\""},
      {"say \"x\"", {}, "\"say \"\"x\"\"\""},
      {"two\nlines", {}, "\"two\nlines\""},
      {"=1+1", {}, "'=1+1"},
      {"+31", {}, "'+31"},
      {"-5", {}, "'-5"},
      {"@SUM(A1)", {}, "'@SUM(A1)"},
      {"\tx", {}, "'\tx"},
      {"\r=1", {}, "\"'\r=1\""},
      {"=HYPERLINK(\"x\",\"y\")", {}, "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""},
      {"10 %", 0.1, "0.1"},
      {"1 miljoen", 1e6, "1000000"},
      {"een tiende en wat", 0.1 + 0.2, "0.30000000000000004"},
      {"klein", 1e-9, "1e-09"},
      {"-", infinity, ""},
      {"-", -infinity, ""},
      {"?", std::numeric_limits<double>::quiet_NaN(), ""},
  };
  for (const Row& row : rows)
    CHECK(csv_text({"", {{"t"}}, {{{row.text, row.value}}}}) == std::string{"t\r\n"} + row.written + "\r\n");
  CHECK(csv_text({"", {{"=t"}}, {}}) == "'=t\r\n");
}

TEST_CASE(
    "whatever stands in a table, who reads its CSV by RFC 4180 finds it, but for the apostrophe before a formula") {
  int formulas = 0, quoted = 0, numbers = 0;
  rc::prop("written and read", [&] {
    const Table table = any_table();
    const auto rows = fields_of(csv_text(table));
    RC_ASSERT(rows.size() == table.rows.size() + 1);
    const auto check_text = [&](const std::string& found, const std::string& text) {
      const bool formula = !text.empty() && std::string_view{"=+-@\t\r"}.find(text[0]) != std::string_view::npos;
      RC_ASSERT(found == (formula ? "'" + text : text));
      formulas += formula ? 1 : 0;
      quoted += text.find('"') != std::string::npos ? 1 : 0;
    };
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      RC_ASSERT(rows[0].size() == table.columns.size());
      check_text(rows[0][c], table.columns[c].title);
      for (std::size_t r = 0; r < table.rows.size(); ++r) {
        RC_ASSERT(rows[r + 1].size() == table.columns.size());
        const Cell& cell = table.rows[r][c];
        const std::string& found = rows[r + 1][c];
        if (!cell.value) {
          check_text(found, cell.text);
          continue;
        }
        double value = std::nan("");
        const auto end = std::from_chars(found.data(), found.data() + found.size(), value).ptr;
        RC_ASSERT(end == found.data() + found.size());
        RC_ASSERT(value == *cell.value);
        ++numbers;
      }
    }
  });
  CHECK(formulas > 200);
  CHECK(quoted > 200);
  CHECK(numbers > 200);
}

TEST_CASE(
    "whatever stands in a table, it adds no tag and no quote to the page, and no control character to a terminal") {
  rc::prop("stays in its place", [] {
    const Table table = any_table();
    Table tame = table;
    tame.caption = table.caption.empty() ? "" : "a";
    for (Column& column : tame.columns) column.title = "a";
    for (auto& row : tame.rows) {
      for (Cell& cell : row) cell.text = "a";
    }
    RC_ASSERT(signs_in(html_text(table)) == signs_in(html_text(tame)));
    const std::string text = terminal_text(table);
    RC_ASSERT(std::none_of(text.begin(), text.end(),
                           [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7F; }));
  });
}

TEST_CASE("HTML says what heads a column and a row, and escapes all of it") {
  CHECK(
      html_text({"<b>", {{"a&b"}, {"\"n\"", Alignment::right}}, {{{"<x>"}, {"1"}}, {{"y"}}}}) ==
      "<table class=\"utrecht-table utrecht-table--html-table\">\n<caption>&lt;b&gt;</caption>\n"
      "<thead><tr><th scope=\"col\">a&amp;b</th><th scope=\"col\" class=\"number\">&quot;n&quot;</th></tr></thead>\n"
      "<tbody>\n"
      "<tr><th scope=\"row\">&lt;x&gt;</th><td data-title=\"&quot;n&quot;\" class=\"number\">1</td></tr>\n"
      "<tr><th scope=\"row\">y</th><td data-title=\"&quot;n&quot;\" class=\"number\"></td></tr>\n"
      "</tbody>\n</table>\n");
}

TEST_CASE("what a script finds a row, a column and a cell by stands on them in HTML") {
  CHECK(html_text({"",
                   {{"t"}, {"u", Alignment::left, "data-b=\"2\""}},
                   {{{"x", {}, "data-a=\"1\""}, {"y", {}, "data-c=\"3\""}}}}) ==
        "<table class=\"utrecht-table utrecht-table--html-table\">\n"
        "<thead><tr><th scope=\"col\">t</th><th scope=\"col\" data-b=\"2\">u</th></tr></thead>\n<tbody>\n"
        "<tr data-a=\"1\"><th scope=\"row\">x</th><td data-title=\"u\" data-b=\"2\" data-c=\"3\">y</td></tr>\n"
        "</tbody>\n</table>\n");
}
