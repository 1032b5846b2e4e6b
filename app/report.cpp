#include "app/report.hpp"

#include <ostream>

#include "app/disk.hpp"
#include "app/folder.hpp"
#include "app/theme.hpp"
#include "models/reading/problems.hpp"
#include "plots/reading.hpp"
#include "plots/report.hpp"

namespace banenplan::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* page_name = "report.html";
constexpr const char* results_name = "results.json";

}  // namespace

ExitCode report(const ReportRequest& request, std::ostream& out, std::ostream& error) {
  const plots::Words words(request.language);
  const fs::path folder = request.folder;
  const auto refuse = [&](const std::string& sentence) {
    error << models::printable((folder / results_name).string(), 200) << ": " << sentence << '\n';
    return ExitCode::request_is_wrong;
  };
  const auto text = read_file(folder / results_name);
  if (!text) return refuse(words("reading.absent"));
  const plots::Reading reading = plots::read_results(*text);
  if (!reading.done()) return refuse(reading.sentence(words));
  const auto theme = read_theme(request.theme, words, error);
  if (!theme) return ExitCode::request_is_wrong;
  const auto fail = [&](const FolderStatus& status) {
    error << "banenplan: " << status.sentence(request.language) << '\n';
    return status.problem == FolderProblem::not_ours || status.problem == FolderProblem::changed_by_hand
               ? ExitCode::request_is_wrong
               : ExitCode::could_not_finish;
  };
  if (const auto status = check_target(folder); !status.done()) return fail(status);
  Folder renewed{folder, reading.results.at("version").get<std::string>()};
  for (const std::string& name : files_of(folder)) {
    if (name == page_name) {
      renewed.write(name, plots::report_html(reading.results, words, *theme));
    } else {
      const auto content = read_file(folder / name);
      if (!content) return refuse(words("reading.absent"));
      renewed.write(name, *content);
    }
  }
  if (const auto status = renewed.complete(); !status.done()) return fail(status);
  out << words("compare.report_written", {{"file", (folder / page_name).string()}}) << '\n';
  return ExitCode::done;
}

}  // namespace banenplan::app
