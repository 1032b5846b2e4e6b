#include "plots/table.hpp"

#include <catch2/catch.hpp>
#include <limits>

using namespace banenplan::plots;

namespace {
const Table costs{"Kosten per jaar",
                  {{"Scenario", Alignment::left}, {"€", Alignment::right}},
                  {{{"coördinatie"}, {"1.234,5", 1234.5}}, {{"geen"}, {"-7", -7.0}}, {{"leeg"}}}};
}

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
