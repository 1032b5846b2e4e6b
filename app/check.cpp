#include "app/check.hpp"

#include <ostream>

#include "models/general/model_file.hpp"
#include "models/policy/municipality.hpp"
#include "models/policy/region.hpp"
#include "models/policy/scenario.hpp"
#include "models/reading/document.hpp"
#include "models/reading/library.hpp"
#include "plots/json.hpp"

namespace banenplan::app {
namespace {

void read_as(FileKind kind, const std::string& file, models::Problems& problems) {
  switch (kind) {
    case FileKind::model:
      models::read_model(file, problems);
      break;
    case FileKind::municipality:
      models::read_municipality({file, {}, {}, ""}, models::Assumptions(), problems);
      break;
    case FileKind::region:
      models::read_region({file, {}, {}, ""}, models::Assumptions(), problems);
      break;
    case FileKind::scenario:
    case FileKind::unknown:
      models::read_scenario({file, {}, std::nullopt, false}, problems);
      break;
  }
}

}  // namespace

FileKind kind_of_file(const std::string& name_or_file) {
  models::Problems ignored;
  const auto file = models::find_file(models::Shelf::scenarios, {name_or_file, {}, {}, ""}, ignored);
  if (!file) return FileKind::unknown;
  const auto tree = models::read_file(*file, ignored);
  if (!tree) return FileKind::unknown;
  // A scenario names its municipality too.
  if (tree->find("scenario") != nullptr) return FileKind::scenario;
  if (tree->find("model") != nullptr) return FileKind::model;
  if (tree->find("region") != nullptr) return FileKind::region;
  return tree->find("municipality") != nullptr ? FileKind::municipality : FileKind::unknown;
}

ExitCode check(const CheckRequest& request, std::ostream& out, std::ostream& error) {
  ExitCode code = ExitCode::done;
  plots::Json json{{"command", "check"}, {"version", BANENPLAN_VERSION}, {"files", plots::Json::array()}};
  for (const std::string& file : request.files) {
    models::Problems problems;
    read_as(kind_of_file(file), file, problems);
    const bool ok = !problems.has_errors();
    if (!ok) code = ExitCode::request_is_wrong;
    const std::vector<std::string> errors = problems.error_lines(), warnings = problems.warning_lines();
    if (request.json) {
      json["files"].push_back({{"file", file}, {"ok", ok}, {"errors", errors}, {"warnings", warnings}});
      continue;
    }
    for (const std::string& line : errors) error << line << '\n';
    for (const std::string& line : warnings) error << line << '\n';
    if (ok) out << file << ": ok\n";
  }
  if (request.json) out << plots::json_text(json);
  return code;
}

}  // namespace banenplan::app
