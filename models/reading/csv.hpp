// A table as spreadsheets write it (RFC 4180): UTF-8, a first line of column names, fields between commas or, as
// Dutch spreadsheets have it, semicolons, with double quotes where a field needs them. Strict: every line has as many
// fields as the first, and what is not exactly such a table is refused.
//
// A reader of our own, as those that Debian ships do not tell the column in which a field stands.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/reading/problems.hpp"

namespace banenplan::models {

namespace limits {
inline constexpr std::size_t csv_rows = 100'000;
inline constexpr std::size_t csv_columns = 50;
}  // namespace limits

struct Csv {
  struct Field {
    std::string text;
    int line = 0;
    int column = 0;  // of its first character
  };

  std::shared_ptr<const std::string> file;
  std::vector<Field> names;              // of the columns
  std::vector<std::vector<Field>> rows;  // each with as many fields as there are names

  Position position(const Field& field) const { return {file, field.line, field.column}; }
};

// Nothing when the file cannot be read or is no such table; then `problems` says why.
std::optional<Csv> read_csv(const std::filesystem::path& file, Problems& problems);

// The same for text in memory; `name` stands for the file in messages.
std::optional<Csv> read_csv_text(std::string_view text, const std::string& name, Problems& problems);

}  // namespace banenplan::models
