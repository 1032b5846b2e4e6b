// A table of results, in three dresses: aligned text for a terminal, CSV for other programs, HTML for the report.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace banenplan::plots {

enum class Alignment { left, right };

// Attributes, of columns and cells, are the markup that a script finds them by; only HTML has them. Those of the
// first cell of a row are the row's.
struct Column {
  std::string title;
  Alignment alignment = Alignment::left;
  std::string attributes = {};
};

// What a person reads; a number also carries its value, which CSV writes in full with a decimal point.
struct Cell {
  std::string text;
  std::optional<double> value = std::nullopt;
  std::string attributes = {};
};

// The first column names the rows. Rows that are shorter than the columns end in empty cells, longer ones are cut.
struct Table {
  std::string caption;
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
};

// The caption, the titles, a rule and the rows, aligned by letters. Control characters become spaces. A title that is
// wider than the cells below it goes on, between words, on a next line.
std::string terminal_text(const Table& table);

// RFC 4180, lines end in CR LF, without the caption. Text that a spreadsheet would take for a formula (= + - @, tab,
// return first) gets a leading apostrophe; a value that is not finite is left empty.
std::string csv_text(const Table& table);

// A table element, everything escaped; numbers carry class="number", so that a style sheet can align them, and each
// cell its column's title as data-title, to show where there is no room for columns.
std::string html_text(const Table& table);

}  // namespace banenplan::plots
