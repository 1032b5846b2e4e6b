#include "app/check.hpp"

#include <ostream>

#include "models/general/model_file.hpp"
#include "models/policy/municipality.hpp"
#include "models/policy/region.hpp"
#include "models/policy/scenario.hpp"
#include "models/reading/document.hpp"
#include "models/reading/library.hpp"

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
  for (const std::string& file : request.files) {
    models::Problems problems;
    read_as(kind_of_file(file), file, problems);
    for (const std::string& line : problems.error_lines()) error << line << '\n';
    for (const std::string& line : problems.warning_lines()) error << line << '\n';
    if (problems.has_errors()) {
      code = ExitCode::request_is_wrong;
    } else {
      out << file << ": ok\n";
    }
  }
  return code;
}

}  // namespace banenplan::app
