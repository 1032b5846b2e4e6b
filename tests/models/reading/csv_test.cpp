#include "models/reading/csv.hpp"

#include <rapidcheck/catch.h>

#include "tests/generators.hpp"
#include "tests/models/shipped.hpp"

using namespace banenplan::models;
using banenplan::test::any_from;

namespace {

std::vector<std::string> refusal(const std::string& text) {
  Problems problems;
  const auto csv = read_csv_text(text, "a.csv", problems);
  CHECK(csv.has_value() == problems.error_lines().empty());
  return problems.error_lines();
}

}  // namespace

TEST_CASE("a table is read with the place of each field") {
  struct Row {
    const char* text;
    const char* why;
  };
  const Row rows[] = {{"a,b\n1,\"x, \"\"y\"\"\"\n,3\n", "commas and quotes, the last line ended"},
                      {"a,b\r\n1,\"x, \"\"y\"\"\"\r\n,3", "line ends of Windows, the last line not ended"},
                      {"\xEF\xBB\xBF"
                       "a;b\n1;x, \"y\"\n;3\n",
                       "semicolons and a byte order mark"}};
  for (const Row& row : {rows[0], rows[1]}) {
    CAPTURE(row.why);
    Problems problems;
    const auto csv = read_csv_text(row.text, "a.csv", problems);
    REQUIRE(csv);
    REQUIRE(csv->names.size() == 2);
    CHECK(csv->names[1].text == "b");
    REQUIRE(csv->rows.size() == 2);
    CHECK(csv->rows[0][1].text == "x, \"y\"");
    CHECK(csv->rows[1][0].text.empty());
    CHECK(csv->rows[1][1].text == "3");
    CHECK(csv->rows[1][1].line == 3);
    CHECK(csv->rows[1][1].column == 2);
  }
  CHECK(refusal(rows[2].text) ==
        std::vector<std::string>{
            "a.csv:2:3: found a quote inside a field; a field with quotes begins and ends with one"});
  Problems problems;
  const auto dutch = read_csv_text(
      "\xEF\xBB\xBF"
      "a;b\n\"0,5\";\xC3\xA9;\n",
      "a.csv", problems);
  CHECK_FALSE(dutch);
  CHECK(problems.error_lines() ==
        std::vector<std::string>{"a.csv:2:1: found a line of 3 fields; the first line has 2"});
}

TEST_CASE("what is no table is refused in a line") {
  const std::string long_text(10'001, 'x');
  std::string wide = "a";
  for (int k = 0; k < 50; ++k) wide += ",a";
  std::string tall = "a\n";
  for (int k = 0; k < 100'001; ++k) tall += "1\n";
  struct Row {
    std::string text;
    const char* line;
  };
  const Row rows[] = {
      {"", "a.csv:1:1: found an empty file; a first line of column names, and a row each line"},
      {"a,b\n", "a.csv:1:1: found no rows; a row each line below the names"},
      {"a,b\n1\n", "a.csv:2:1: found a line of 1 fields; the first line has 2"},
      {"a,b\n1,2\n\n", "a.csv:3:1: found a line of 1 fields; the first line has 2"},
      {"a\n\"x\ny\"\n",
       "a.csv:2:1: found a quote that is not closed on its line; a field with quotes begins and ends with one"},
      {"a\n\"x\"y\n", "a.csv:2:1: found text after the closing quote; a quote inside a field is written twice"},
      {"a\n1\r2\n", "a.csv:2:1: found a line that ends in half a line end"},
      {"a\n" + long_text + "\n", "a.csv:2:1: found a text of 10001 bytes; a text has at most 10000"},
      {wide + "\n", "a.csv:1:101: found too many columns; a table has at most 50"},
      {tall, "a.csv:100002:1: found too many rows; a table has at most 100000"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CHECK(refusal(row.text) == std::vector<std::string>{row.line});
  }
}

TEST_CASE("a file that is no text is refused") {
  const Folder folder;
  struct Row {
    std::string text;
    const char* part;
  };
  const Row rows[] = {{"a\n\xFF\n", "found the byte 0xff; a file is text in UTF-8"},
                      {std::string("a\n\0\n", 4), "found control characters; a file is text"},
                      {std::string(5'000'001, 'x'), "found too long a file; a file has at most 5000000 bytes"}};
  for (const Row& row : rows) {
    Problems problems;
    CHECK_FALSE(read_csv(folder.write("a.csv", row.text), problems));
    REQUIRE(problems.error_lines().size() == 1);
    CHECK_THAT(problems.error_lines().front(), Catch::Contains(row.part));
  }
  Problems problems;
  CHECK_FALSE(read_csv(folder.path() / "none.csv", problems));
  CHECK_THAT(problems.error_lines().front(), Catch::Contains("found no such file"));
}

TEST_CASE("whatever stands in a table without line ends in its fields is read back, each field at its place") {
  int quoted = 0, bare = 0;
  rc::prop("written and read", [&] {
    const auto any_field =
        rc::gen::scale(0.1, banenplan::test::any_text_of({"a", "\"", ",", ";", " ", "'", "=", "\r", "\t", "5%",
                                                          "\xC3\xA9", "\xE2\x82\xAC", "\xEF\xBB\xBF"}));
    using Fields = std::vector<std::pair<std::string, bool>>;  // and whether it stands in quotes without need
    const auto columns = *any_from<std::size_t>(1, 5);
    const auto any_row = rc::gen::container<Fields>(columns, rc::gen::pair(any_field, rc::gen::arbitrary<bool>()));
    const auto rows = *rc::gen::nonEmpty(rc::gen::container<std::vector<Fields>>(any_row));
    const char separator = *rc::gen::element(',', ';');
    const std::string line_end = *rc::gen::element<std::string>("\n", "\r\n");
    std::string text = *rc::gen::element<std::string>("", "\xEF\xBB\xBF");
    for (std::size_t c = 0; c < columns; ++c)
      text += (c > 0 ? std::string(1, separator) : "") + "n" + std::to_string(c);
    text += line_end;
    std::vector<int> places;
    for (const Fields& row : rows) {
      std::string line;
      for (std::size_t c = 0; c < columns; ++c) {
        const auto& [field, in_quotes] = row[c];
        if (c > 0) line += separator;
        places.push_back(1 + static_cast<int>(std::count_if(line.begin(), line.end(), [](char byte) {
                           return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
                         })));
        // Either separator: one column of names does not tell which it is.
        const bool needs = field.find_first_of("\",;\r") != std::string::npos;
        ++(needs ? quoted : bare);
        if (!needs && !in_quotes) {
          line += field;
          continue;
        }
        line += '"';
        for (const char byte : field) line += byte == '"' ? std::string("\"\"") : std::string(1, byte);
        line += '"';
      }
      text += line + line_end;
    }
    Problems problems;
    const auto csv = read_csv_text(text, "a.csv", problems);
    RC_ASSERT(!problems.has_errors());
    RC_ASSERT(csv->rows.size() == rows.size());
    for (std::size_t r = 0; r < rows.size(); ++r) {
      for (std::size_t c = 0; c < columns; ++c) {
        const Csv::Field& found = csv->rows[r][c];
        RC_ASSERT(found.text == rows[r][c].first);
        RC_ASSERT(found.line == static_cast<int>(r) + 2);
        RC_ASSERT(found.column == places[r * columns + c]);
      }
    }
  });
  CHECK(quoted > 10'000);
  CHECK(bare > 10'000);
}
