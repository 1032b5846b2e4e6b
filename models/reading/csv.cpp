#include "models/reading/csv.hpp"

#include <fmt/format.h>

#include "models/reading/document.hpp"
#include "models/reading/home.hpp"

namespace banenplan::models {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";  // which spreadsheets put before UTF-8

// Takes a text apart, one field after the other.
class Scanner {
 public:
  Scanner(std::string_view text, std::shared_ptr<const std::string> file, Problems& problems)
      : text_(text), file_(std::move(file)), problems_(problems) {
    const std::string_view first = text_.substr(0, text_.find('\n'));
    if (first.find(';') != std::string_view::npos && first.find(',') == std::string_view::npos) separator_ = ';';
  }

  bool at_end() const { return at_ == text_.size(); }

  // The fields of the next line. Nothing when they cannot be told apart; then reading stops.
  std::optional<std::vector<Csv::Field>> next_line() {
    std::vector<Csv::Field> fields;
    while (true) {
      Csv::Field& field = fields.emplace_back();
      field.line = line_;
      field.column = column_;
      const bool read = !at_end() && text_[at_] == '"' ? read_quoted(field) : read_plain(field);
      if (!read) return std::nullopt;
      if (field.text.size() > limits::text_bytes) {
        return refuse(field, fmt::format("found a text of {} bytes", field.text.size()),
                      fmt::format("a text has at most {}", limits::text_bytes));
      }
      if (fields.size() > limits::csv_columns) {
        return refuse(field, "found too many columns", fmt::format("a table has at most {}", limits::csv_columns));
      }
      if (at_end()) return fields;
      if (text_[at_] == separator_) {
        advance();
        continue;
      }
      if (text_[at_] == '\r') advance();
      if (at_end() || text_[at_] != '\n') return refuse(field, "found a line that ends in half a line end", "");
      ++at_;
      ++line_;
      column_ = 1;
      return fields;
    }
  }

 private:
  std::nullopt_t refuse(const Csv::Field& field, std::string found, std::string allowed) {
    problems_.error(Position{file_, field.line, field.column}, "", std::move(found), std::move(allowed));
    return std::nullopt;
  }

  void advance() {
    const auto byte = static_cast<unsigned char>(text_[at_++]);
    if ((byte & 0xC0) != 0x80) ++column_;  // a character, however many bytes it has
  }

  bool ends_field() const { return at_end() || text_[at_] == separator_ || text_[at_] == '\n' || text_[at_] == '\r'; }

  bool read_plain(Csv::Field& field) {
    while (!ends_field()) {
      if (text_[at_] == '"') {
        refuse(field, "found a quote inside a field", "a field with quotes begins and ends with one");
        return false;
      }
      field.text += text_[at_];
      advance();
    }
    return true;
  }

  bool read_quoted(Csv::Field& field) {
    advance();
    while (!at_end()) {
      const char here = text_[at_];
      if (here == '\n') break;
      advance();
      if (here != '"') {
        field.text += here;
      } else if (!at_end() && text_[at_] == '"') {
        field.text += '"';
        advance();
      } else if (ends_field()) {
        return true;
      } else {
        refuse(field, "found text after the closing quote", "a quote inside a field is written twice");
        return false;
      }
    }
    refuse(field, "found a quote that is not closed on its line", "a field with quotes begins and ends with one");
    return false;
  }

  std::string_view text_;
  std::shared_ptr<const std::string> file_;
  Problems& problems_;
  char separator_ = ',';
  std::size_t at_ = 0;
  int line_ = 1;
  int column_ = 1;
};

std::optional<Csv> scanned(std::string_view text, const std::shared_ptr<const std::string>& file,
                           Problems& problems) {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  Csv csv;
  csv.file = file;
  Scanner scanner(text, file, problems);
  if (scanner.at_end()) {
    problems.error(Position{file, 1, 1}, "", "found an empty file",
                   "a first line of column names, and a row each line");
    return std::nullopt;
  }
  auto names = scanner.next_line();
  if (!names) return std::nullopt;
  csv.names = std::move(*names);
  bool all = true;
  while (!scanner.at_end()) {
    auto row = scanner.next_line();
    if (!row) return std::nullopt;
    if (csv.rows.size() == limits::csv_rows) {
      problems.error(csv.position(row->front()), "", "found too many rows",
                     fmt::format("a table has at most {}", limits::csv_rows));
      return std::nullopt;
    }
    if (row->size() != csv.names.size()) {
      problems.error(csv.position(row->front()), "", fmt::format("found a line of {} fields", row->size()),
                     fmt::format("the first line has {}", csv.names.size()));
      all = false;
    }
    csv.rows.push_back(std::move(*row));
  }
  if (all && csv.rows.empty()) {
    problems.error(Position{file, 1, 1}, "", "found no rows", "a row each line below the names");
  }
  return all && !csv.rows.empty() ? std::optional(std::move(csv)) : std::nullopt;
}

}  // namespace

std::optional<Csv> read_csv(const std::filesystem::path& file, Problems& problems) {
  const auto text = read_plain_text(file, problems);
  return text ? scanned(*text, std::make_shared<const std::string>(shown(file)), problems) : std::nullopt;
}

std::optional<Csv> read_csv_text(std::string_view text, const std::string& name, Problems& problems) {
  return scanned(text, std::make_shared<const std::string>(name), problems);
}

}  // namespace banenplan::models
