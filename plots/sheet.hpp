// A workbook for Excel and LibreOffice. Every name is hostile: text goes in as text, never as a formula,
// and what a spreadsheet could take for one gets a leading apostrophe. Each formula carries the value that it has
// now, for viewers that do not compute. Neither time nor machine is in it: the same calls give the same bytes.
//
//   Book book("results.xlsx");
//   Sheet sheet = book.sheet("Samenvatting");
//   sheet.heads(0, {"Scenario", "Netto"});
//   sheet.number(1, 1, 1250.0, Style::euro);
//   sheet.formula(2, 1, "=SUM(B2:B2)", 1250.0, Style::euro);
//   book.name("totaal", sheet, 2, 1);
//   const bool written = book.close();
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace banenplan::plots {

enum class Style { plain, head, title, note, euro, cents, number, decimal, share, input_share, input_euro, total };

// The text as it may stand in a cell: UTF-8, not too long, and with an apostrophe where a spreadsheet would compute.
std::string cell_text(const std::string& text);

// "C7", or "$C$7"; rows and columns from 0.
std::string cell_name(int row, int column);
std::string fixed_cell_name(int row, int column);

class Book;

class Sheet {
 public:
  const std::string& name() const { return name_; }

  void text(int row, int column, const std::string& text, Style style = Style::plain);
  // What is not finite is left empty.
  void number(int row, int column, double value, Style style);
  void formula(int row, int column, const std::string& formula, double value, Style style);
  // A formula whose value is a word now.
  void formula(int row, int column, const std::string& formula, const std::string& value, Style style);
  void heads(int row, const std::vector<std::string>& texts);
  void width(int first_column, int last_column, double letters);
  // Rows above and columns to the left stay in sight; on paper they stand on every page.
  void freeze(int rows, int columns);
  // A sheet is printed on A4 on its side, as wide as a page unless more are asked for.
  void pages_wide(int pages);

  struct Series {
    int name_row, name_column;
    int first_row, first_column, last_row, last_column;                      // values
    int first_axis_row, first_axis_column, last_axis_row, last_axis_column;  // what they stand at
  };
  enum class Kind { columns, lines };
  void chart(int row, int column, Kind kind, const std::string& title, const std::vector<Series>& series);

 private:
  friend class Book;
  Book* book_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  std::string name_;
};

class Book {
 public:
  explicit Book(const std::filesystem::path& path);
  ~Book();
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

  // Names are at most 31 letters long and differ.
  Sheet sheet(const std::string& name);
  // A name for a cell, of letters, digits and "_".
  void name(const std::string& name, const Sheet& sheet, int row, int column);

  // Writes the file; false when that failed, also when there is too little room for it to be tried (errno says why).
  // Nothing may be added after this.
  bool close();

 private:
  friend class Sheet;
  lxw_format* format(Style style);

  std::string folder_;
  lxw_workbook* workbook_;
  std::map<Style, lxw_format*> formats_;
};

}  // namespace banenplan::plots
