#include "app/output.hpp"

#include "plots/report.hpp"
#include "plots/results.hpp"
#include "plots/tables.hpp"
#include "plots/workbook.hpp"

namespace banenplan::app {

Written written_results(const models::Comparison& comparison, const plots::Summary& summary) {
  Written written{plots::results_json(comparison, summary), {}};
  written.results = plots::Json::parse(written.text);
  return written;
}

FolderStatus write_results(const models::Comparison& comparison, const plots::Summary& summary,
                           const Written& written, const std::filesystem::path& target, const plots::Words& words,
                           std::string_view theme, const Claim* claim) {
  Folder folder{target, comparison.version, claim};
  for (const plots::NamedTable& one : plots::tables_of(comparison, summary, words))
    folder.write("tables/" + one.file, plots::csv_text(one.table));
  folder.write("results.json", written.text);
  folder.write("report.html", plots::report_html(written.results, words, theme));
  folder.write_with("results.xlsx", [&](const std::filesystem::path& path) {
    return plots::save_workbook(comparison, summary, words, path);
  });
  return folder.complete();
}

}  // namespace banenplan::app
