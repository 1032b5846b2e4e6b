#include "app/output.hpp"

#include "plots/report.hpp"
#include "plots/results.hpp"
#include "plots/tables.hpp"
#include "plots/workbook.hpp"

namespace banenplan::app {

FolderStatus write_results(const models::Comparison& comparison, const plots::Summary& summary,
                           const std::filesystem::path& target, const plots::Words& words) {
  Folder folder{target, comparison.version};
  folder.write("report.html", plots::report_html(comparison, summary, words));
  folder.write("results.json", plots::results_json(comparison, summary));
  folder.write_with("results.xlsx", [&](const std::filesystem::path& path) {
    return plots::save_workbook(comparison, summary, words, path);
  });
  for (const plots::NamedTable& one : plots::tables_of(comparison, summary, words))
    folder.write("tables/" + one.file, plots::csv_text(one.table));
  return folder.complete();
}

}  // namespace banenplan::app
