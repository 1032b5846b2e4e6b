#include "plots/provenance.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "plots/digest.hpp"

namespace banenplan::plots {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

}  // namespace

Table provenance_table(const models::Comparison& comparison, const Words& words) {
  Table table{"", {{"item"}, {"scenario"}, {"value"}}, {}};
  const auto add = [&](const char* item, const std::string& scenario, std::string value) {
    table.rows.push_back({{item}, {scenario}, {std::move(value)}});
  };
  add("version", "", comparison.version);
  add("seed", "", std::to_string(comparison.seed));
  add("replications", "", std::to_string(comparison.replications));
  add("period", "", fmt::format("{}-{}", comparison.first_year, comparison.first_year + comparison.years - 1));
  add("municipality", "", words.of(comparison.municipality.title));
  for (const models::FileText& file : comparison.municipality.files) {
    add("file", "", file.file);
    add("sha256", "", sha256_hexadecimal(file.text));
  }
  for (const models::ScenarioResult& scenario : comparison.scenarios) {
    const auto add_file = [&](const models::FileText& file) {
      add("file", scenario.name, file.file);
      add("sha256", scenario.name, sha256_hexadecimal(file.text));
    };
    add_file(scenario.file);
    for (const std::string& one : scenario.overrides) add("set", scenario.name, one);
    for (std::string& line : lines_of(scenario.file.text)) add("text", scenario.name, std::move(line));
    for (const models::FileText& base : scenario.extended) {
      add_file(base);
      for (std::string& line : lines_of(base.text)) add("text", scenario.name, std::move(line));
    }
  }
  return table;
}

Table tariffs_table(const models::Comparison& comparison, const Words& words) {
  Table table{
      "",
      {{"tariff"}, {"title"}, {"unit"}, {"from"}, {"value"}, {"goes_on_by"}, {"grade"}, {"checked"}, {"source"}},
      {}};
  for (const models::TariffText& tariff : comparison.tariffs) {
    for (const models::DatedValue& value : tariff.values) {
      table.rows.push_back({{tariff.name},
                            {words.of(tariff.title)},
                            {tariff.unit},
                            {date_text(value.from)},
                            {"", value.value},
                            {tariff.goes_on_by},
                            {std::string(1, models::letter(value.grade))},
                            {date_text(value.checked)},
                            {value.source}});
    }
  }
  return table;
}

std::string date_text(engine::Month month) {
  return fmt::format("{:04}-{:02}", month.year(), month.month_of_year());
}

std::string date_text(models::Date date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

}  // namespace banenplan::plots
