#include "plots/sheet.hpp"

#include <cerrno>
#include <cmath>
#include <fcntl.h>
#include <locale.h>
#include <stdlib.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "plots/text.hpp"

namespace banenplan::plots {
namespace {

constexpr std::size_t most_letters = 32000;  // a cell holds 32,767
constexpr time_t long_ago = 946684800;       // 2000-01-01: the library would write the time of the day

// The library writes numbers as the locale of the process has them; a comma makes a workbook that no program reads.
class PlainNumbers {
 public:
  PlainNumbers() : plain_(newlocale(LC_ALL_MASK, "C", nullptr)), before_(uselocale(plain_)) {}
  ~PlainNumbers() {
    uselocale(before_);
    freelocale(plain_);
  }
  PlainNumbers(const PlainNumbers&) = delete;
  PlainNumbers& operator=(const PlainNumbers&) = delete;

 private:
  locale_t plain_;
  locale_t before_;
};

// The library's parts of a workbook are files too, of which it does not check whether they were written, and a
// failure of the file itself it tells on standard error. So all of their room is asked for beforehand, in the same
// folder: several times what a workbook takes.
bool has_room(const std::string& folder) {
  constexpr off_t bytes = 16'000'000;
  std::string name = folder + "/room-XXXXXX";
  const int file = mkstemp(name.data());
  if (file < 0) return false;
  unlink(name.c_str());
  const int error = posix_fallocate(file, 0, bytes);
  ::close(file);
  if (error != 0) errno = error;
  return error == 0;
}

lxw_row_t row_of(int row) {
  return static_cast<lxw_row_t>(row);
}

lxw_col_t column_of(int column) {
  return static_cast<lxw_col_t>(column);
}

std::string column_name(int column) {
  std::string name;
  for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return name;
}

void add_style(lxw_format* format, Style style) {
  constexpr lxw_color_t input_ground = 0xFFF2CC;
  switch (style) {
    case Style::plain:
      format_set_text_wrap(format);
      format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
      break;
    case Style::head:
      format_set_bold(format);
      format_set_text_wrap(format);
      format_set_bottom(format, LXW_BORDER_THIN);
      break;
    case Style::title:
      format_set_bold(format);
      format_set_font_size(format, 14);
      break;
    case Style::note:
      format_set_italic(format);
      break;
    case Style::euro:
      format_set_num_format(format, "€ #,##0;[Red]-€ #,##0");
      break;
    case Style::cents:
      format_set_num_format(format, "€ #,##0.00;[Red]-€ #,##0.00");
      break;
    case Style::number:
      format_set_num_format(format, "#,##0");
      break;
    case Style::decimal:
      format_set_num_format(format, "#,##0.00");
      break;
    case Style::share:
      format_set_num_format(format, "0.0%");
      break;
    case Style::input_share:
      format_set_num_format(format, "0.00%");
      format_set_bg_color(format, input_ground);
      break;
    case Style::input_euro:
      format_set_num_format(format, "€ #,##0.00");
      format_set_bg_color(format, input_ground);
      break;
    case Style::total:
      format_set_bold(format);
      format_set_top(format, LXW_BORDER_THIN);
      format_set_num_format(format, "€ #,##0.00;[Red]-€ #,##0.00");
      break;
  }
}

}  // namespace

std::string cell_text(const std::string& text) {
  std::u32string found = letters(text);
  if (found.size() > most_letters) found.resize(most_letters);
  constexpr std::u32string_view computes = U"=+-@\t\r";
  if (!found.empty() && computes.find(found.front()) != std::u32string_view::npos) found.insert(found.begin(), U'\'');
  for (char32_t& letter : found) {
    if (letter < 0x20 && letter != U'\n') letter = U' ';
  }
  return utf8(found);
}

std::string cell_name(int row, int column) {
  return column_name(column) + std::to_string(row + 1);
}

std::string fixed_cell_name(int row, int column) {
  return "$" + column_name(column) + "$" + std::to_string(row + 1);
}

void Sheet::text(int row, int column, const std::string& text, Style style) {
  worksheet_write_string(sheet_, row_of(row), column_of(column), cell_text(text).c_str(), book_->format(style));
}

void Sheet::number(int row, int column, double value, Style style) {
  if (!std::isfinite(value)) return;
  worksheet_write_number(sheet_, row_of(row), column_of(column), value, book_->format(style));
}

void Sheet::formula(int row, int column, const std::string& formula, double value, Style style) {
  worksheet_write_formula_num(sheet_, row_of(row), column_of(column), formula.c_str(), book_->format(style), value);
}

void Sheet::formula(int row, int column, const std::string& formula, const std::string& value, Style style) {
  worksheet_write_formula_str(sheet_, row_of(row), column_of(column), formula.c_str(), book_->format(style),
                              cell_text(value).c_str());
}

void Sheet::heads(int row, const std::vector<std::string>& texts) {
  int column = 0;
  for (const std::string& one : texts) text(row, column++, one, Style::head);
}

void Sheet::width(int first_column, int last_column, double letters) {
  worksheet_set_column(sheet_, column_of(first_column), column_of(last_column), letters, nullptr);
}

void Sheet::freeze(int rows, int columns) {
  worksheet_freeze_panes(sheet_, row_of(rows), column_of(columns));
  worksheet_repeat_rows(sheet_, 0, row_of(rows - 1));
  worksheet_repeat_columns(sheet_, 0, column_of(columns - 1));
}

void Sheet::pages_wide(int pages) {
  constexpr std::uint16_t as_long_as_it_is = 0;
  worksheet_fit_to_pages(sheet_, static_cast<std::uint16_t>(pages), as_long_as_it_is);
}

void Sheet::chart(int row, int column, Kind kind, const std::string& title, const std::vector<Series>& series) {
  lxw_chart* const chart =
      workbook_add_chart(book_->workbook_, kind == Kind::columns ? LXW_CHART_COLUMN : LXW_CHART_LINE);
  if (chart == nullptr) return;
  for (const Series& one : series) {
    lxw_chart_series* const added = chart_add_series(chart, nullptr, nullptr);
    chart_series_set_categories(added, name_.c_str(), row_of(one.first_axis_row), column_of(one.first_axis_column),
                                row_of(one.last_axis_row), column_of(one.last_axis_column));
    chart_series_set_values(added, name_.c_str(), row_of(one.first_row), column_of(one.first_column),
                            row_of(one.last_row), column_of(one.last_column));
    chart_series_set_name_range(added, name_.c_str(), row_of(one.name_row), column_of(one.name_column));
  }
  chart_title_set_name(chart, cell_text(title).c_str());
  worksheet_insert_chart(sheet_, row_of(row), column_of(column), chart);
}

Book::Book(const std::filesystem::path& path)
    : folder_(path.has_parent_path() ? path.parent_path().string() : "."), workbook_([&] {
        lxw_workbook_options options{};
        options.tmpdir = folder_.data();
        return workbook_new_opt(path.c_str(), &options);
      }()) {
  lxw_doc_properties properties{};
  properties.created = long_ago;
  workbook_set_properties(workbook_, &properties);
}

Book::~Book() {
  if (workbook_ != nullptr) lxw_workbook_free(workbook_);
}

Sheet Book::sheet(const std::string& name) {
  Sheet sheet;
  sheet.book_ = this;
  sheet.name_ = name;
  sheet.sheet_ = workbook_add_worksheet(workbook_, name.c_str());
  constexpr std::uint8_t a4 = 9;
  worksheet_set_paper(sheet.sheet_, a4);
  worksheet_set_landscape(sheet.sheet_);
  worksheet_set_footer(sheet.sheet_, "&L&A&R&P / &N");  // the sheet's name, and which page of how many
  sheet.pages_wide(1);
  return sheet;
}

void Book::name(const std::string& name, const Sheet& sheet, int row, int column) {
  const std::string place = "='" + sheet.name() + "'!" + fixed_cell_name(row, column);
  workbook_define_name(workbook_, name.c_str(), place.c_str());
}

bool Book::close() {
  if (!has_room(folder_)) return false;
  const PlainNumbers plain;
  const lxw_error error = workbook_close(workbook_);
  workbook_ = nullptr;
  return error == LXW_NO_ERROR;
}

lxw_format* Book::format(Style style) {
  const auto [found, is_new] = formats_.try_emplace(style, nullptr);
  if (is_new) {
    found->second = workbook_add_format(workbook_);
    add_style(found->second, style);
  }
  return found->second;
}

}  // namespace banenplan::plots
