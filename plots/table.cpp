#include "plots/table.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "plots/markup.hpp"
#include "plots/text.hpp"

namespace banenplan::plots {
namespace {

const Cell& cell_of(const std::vector<Cell>& row, std::size_t column) {
  static const Cell empty;
  return column < row.size() ? row[column] : empty;
}

std::string on_one_line(const std::string& text) {
  std::u32string line = letters(text);
  for (char32_t& letter : line)
    if (letter < 0x20 || (letter >= 0x7F && letter < 0xA0)) letter = U' ';
  return utf8(line);
}

std::string padded(const std::string& text, int width, Alignment alignment) {
  const std::string space(static_cast<std::size_t>(std::max(0, width - columns(text))), ' ');
  return alignment == Alignment::left ? text + space : space + text;
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> found;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) found.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return found;
}

int widest_word(const std::string& title) {
  int width = 0;
  for (const std::string& word : words_of(title)) width = std::max(width, columns(word));
  return width;
}

// A column's title, broken between words; never empty.
std::vector<std::string> title_lines(const std::string& title, int width) {
  std::vector<std::string> lines(1);
  for (const std::string& word : words_of(title)) {
    std::string& line = lines.back();
    if (!line.empty() && columns(line) + 1 + columns(word) > width)
      lines.push_back(word);
    else
      line += (line.empty() ? "" : " ") + word;
  }
  return lines;
}

std::string csv_quoted(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string csv_safe(const std::string& text) {
  const bool formula = !text.empty() && std::string_view{"=+-@\t\r"}.find(text.front()) != std::string_view::npos;
  return csv_quoted(formula ? std::string{"'"}.append(text) : text);
}

std::string csv_cell(const Cell& cell) {
  if (!cell.value) return csv_safe(cell.text);
  if (!std::isfinite(*cell.value)) return {};
  // In full where that is readable: not every program reads 1e+06.
  const double size = std::abs(*cell.value);
  const auto format =
      size == 0.0 || (size >= 1e-6 && size < 1e15) ? std::chars_format::fixed : std::chars_format::scientific;
  std::array<char, 64> buffer;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), *cell.value, format).ptr;
  return {buffer.data(), end};
}

std::string html_class(Alignment alignment) {
  return alignment == Alignment::right ? " class=\"number\"" : "";
}

}  // namespace

std::string terminal_text(const Table& table) {
  std::vector<std::vector<std::string>> lines;
  for (const auto& row : table.rows) {
    lines.emplace_back();
    for (std::size_t k = 0; k < table.columns.size(); ++k) lines.back().push_back(on_one_line(cell_of(row, k).text));
  }
  std::vector<int> widths;
  std::vector<std::vector<std::string>> titles;
  std::size_t highest = 1;
  for (std::size_t k = 0; k < table.columns.size(); ++k) {
    const std::string title = on_one_line(table.columns[k].title);
    int width = widest_word(title);
    for (const auto& line : lines) width = std::max(width, columns(line[k]));
    widths.push_back(width);
    titles.push_back(title_lines(title, width));
    highest = std::max(highest, titles.back().size());
  }

  std::string text;
  const auto add_line = [&](const auto& field) {
    std::string line;
    for (std::size_t k = 0; k < widths.size(); ++k) {
      if (k > 0) line += "  ";
      line += padded(field(k), widths[k], table.columns[k].alignment);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  };
  if (!table.caption.empty()) text += on_one_line(table.caption) + "\n";
  for (std::size_t i = 0; i < highest; ++i)
    add_line([&](std::size_t k) {
      const std::size_t above = highest - titles[k].size();  // titles stand on the rule
      return i < above ? std::string{} : titles[k][i - above];
    });
  add_line([&](std::size_t k) { return std::string(static_cast<std::size_t>(widths[k]), '-'); });
  for (const auto& line : lines) add_line([&](std::size_t k) { return line[k]; });
  return text;
}

std::string csv_text(const Table& table) {
  std::string text;
  const auto add_line = [&](const auto& field) {
    for (std::size_t k = 0; k < table.columns.size(); ++k) {
      if (k > 0) text += ',';
      text += field(k);
    }
    text += "\r\n";
  };
  add_line([&](std::size_t k) { return csv_safe(table.columns[k].title); });
  for (const auto& row : table.rows) add_line([&](std::size_t k) { return csv_cell(cell_of(row, k)); });
  return text;
}

std::string html_text(const Table& table) {
  const auto spaced = [](const std::string& attributes) { return attributes.empty() ? "" : " " + attributes; };
  std::string text = "<table class=\"utrecht-table utrecht-table--html-table\">\n";
  if (!table.caption.empty()) text += "<caption>" + escaped(table.caption) + "</caption>\n";
  text += "<thead><tr>";
  for (const Column& column : table.columns)
    text += "<th scope=\"col\"" + html_class(column.alignment) + spaced(column.attributes) + ">" +
            escaped(column.title) + "</th>";
  text += "</tr></thead>\n<tbody>\n";
  for (const auto& row : table.rows) {
    text += "<tr" + spaced(cell_of(row, 0).attributes) + ">";
    for (std::size_t k = 0; k < table.columns.size(); ++k) {
      const Column& column = table.columns[k];
      const Cell& cell = cell_of(row, k);
      const std::string inside = html_class(column.alignment) +
                                 (k == 0 ? "" : spaced(column.attributes) + spaced(cell.attributes)) + ">" +
                                 escaped(unbroken(cell.text));
      text += k == 0 ? "<th scope=\"row\"" + inside + "</th>"
                     : "<td data-title=\"" + escaped(column.title) + "\"" + inside + "</td>";
    }
    text += "</tr>\n";
  }
  return text + "</tbody>\n</table>\n";
}

}  // namespace banenplan::plots
