#include "plots/sheet.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <unistd.h>

#include "tests/plots/office.hpp"

using namespace banenplan::plots;

TEST_CASE("cells are named as a spreadsheet names them") {
  CHECK(cell_name(0, 0) == "A1");
  CHECK(cell_name(9, 25) == "Z10");
  CHECK(cell_name(9, 26) == "AA10");
  CHECK(cell_name(0, 702) == "AAA1");
  CHECK(fixed_cell_name(6, 2) == "$C$7");
}

TEST_CASE("text that a spreadsheet could compute gets an apostrophe") {
  struct Case {
    const char* text;
    const char* cell;
  };
  const Case table[] = {{"=1+1", "'=1+1"}, {"+31", "'+31"},  {"-x", "'-x"},  {"@SUM(A1)", "'@SUM(A1)"},
                        {"\t=1", "' =1"},  {"\r=1", "' =1"}, {"a=1", "a=1"}, {"", ""}};
  for (const auto& [text, cell] : table) CHECK(cell_text(text) == cell);
  CHECK(cell_text("a\xff"
                  "b") ==
        "a\xEF\xBF\xBD"
        "b");
  CHECK(cell_text(std::string(50000, 'x')).size() == 32000);
}

TEST_CASE("a file that cannot be written is said to have failed") {
  Book book("/nowhere/at/all/results.xlsx");
  Sheet sheet = book.sheet("one");
  sheet.text(0, 0, "=1");
  sheet.number(1, 0, std::nan(""), Style::euro);
  sheet.formula(2, 0, "=1+1", 2.0, Style::total);
  CHECK_FALSE(book.close());
}

TEST_CASE("on paper a sheet lies on its side, as wide as a page or as many as asked, with its heads on each") {
  const Place place;
  constexpr int columns = 24, rows = 3;
  {
    Book book(place.path / "paper.xlsx");
    for (const int pages : {1, 4}) {
      Sheet sheet = book.sheet(std::to_string(pages));
      sheet.width(0, columns - 1, 16);
      sheet.heads(0, std::vector<std::string>(columns, "Euro"));
      for (int row = 1; row <= rows; ++row) {
        sheet.text(row, 0, "name");
        for (int column = 1; column < columns; ++column) sheet.number(row, column, column, Style::cents);
      }
      sheet.freeze(1, 1);
      sheet.pages_wide(pages);
    }
    REQUIRE(book.close());
  }
  convert(place.path, "pdf", "paper", {"paper.xlsx"});
  const std::string pdf = text_of(place.path / "paper" / "paper.pdf");
  const auto count = [&](const std::string& part) {
    int found = 0;
    for (std::size_t at = pdf.find(part); at != std::string::npos; at = pdf.find(part, at + 1)) ++found;
    return found;
  };
  CHECK(count("/Type/Page/") == 1 + 4);
  CHECK(count("/MediaBox[0 0 841.8") == 1 + 4);  // points: the long side of A4
}
