#include "app/folder_status.hpp"

#include <cerrno>
#include <fmt/format.h>
#include <system_error>

namespace banenplan::app {

namespace {

FolderProblem problem_of(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return FolderProblem::no_room;
    case EROFS:
      return FolderProblem::read_only;
    case EACCES:
    case EPERM:
      return FolderProblem::not_permitted;
    case ENOTDIR:
      return FolderProblem::path_is_file;
    case EBUSY:
      return FolderProblem::in_use;
    default:
      return FolderProblem::failed_otherwise;
  }
}

}  // namespace

namespace fs = std::filesystem;

FolderStatus system_status(fs::path path, int error) {
  return {problem_of(error), std::move(path), std::generic_category().message(error)};
}

std::optional<fs::path> resolved(const fs::path& target) {
  std::error_code error;
  fs::path whole = fs::weakly_canonical(fs::absolute(target, error), error);
  if (error) whole = target.lexically_normal();
  if (!whole.has_filename()) whole = whole.parent_path();  // a slash at the end
  if (whole.empty() || !whole.has_filename()) return std::nullopt;
  return whole;
}

std::string FolderStatus::sentence(plots::Language language) const {
  struct Sentence {
    const char* dutch;
    const char* english;
  };
  const auto text = [this]() -> Sentence {
    switch (problem) {
      case FolderProblem::none:
        return {"", ""};
      case FolderProblem::path_is_file:
        return {"Op {0} staat een bestand, geen map. Kies een andere map.",
                "{0} is a file, not a folder. Choose another folder."};
      case FolderProblem::not_ours:
        return {"{0} is niet door banenplan gemaakt en blijft staan. Kies een nieuwe of lege map.",
                "{0} was not made by banenplan and is left alone. Choose a new or empty folder."};
      case FolderProblem::changed_by_hand:
        return {
            "{0} is sinds de vorige uitkomst veranderd en blijft staan. Kies een andere map, of verplaats de oude.",
            "{0} was changed since the former result and is left alone. Choose another folder, or move the old one."};
      case FolderProblem::claimed:
        return {"Een andere berekening schrijft al in {0}. Wacht tot die klaar is, of kies een andere map.",
                "Another run is already writing {0}. Wait until it is done, or choose another folder."};
      case FolderProblem::in_use:
        return {"{0} is in gebruik en kan niet worden vervangen. Kies een map daarbinnen.",
                "{0} is in use and cannot be replaced. Choose a folder inside it."};
      case FolderProblem::read_only:
        return {"Op {0} kan alleen worden gelezen. Kies een andere map.",
                "{0} can only be read. Choose another folder."};
      case FolderProblem::not_permitted:
        return {"U mag niet schrijven op {0}. Kies een andere map.",
                "You may not write to {0}. Choose another folder."};
      case FolderProblem::no_room:
        return {"Er is geen ruimte om {0} te schrijven. Maak ruimte, of kies een andere schijf.",
                "There is no room to write {0}. Make room, or choose another disk."};
      case FolderProblem::name_not_allowed:
        return {"De bestandsnaam {0} is niet toegestaan of al gebruikt. Dit is een fout in banenplan.",
                "The file name {0} is not allowed or already used. This is a fault in banenplan."};
      case FolderProblem::writer_failed:
        return {"{0} kon niet worden gemaakt.", "{0} could not be made."};
      case FolderProblem::failed_otherwise:
        return {"{0} kon niet worden geschreven.", "{0} could not be written."};
    }
    return {"", ""};
  }();
  const bool explain = (problem == FolderProblem::writer_failed || problem == FolderProblem::failed_otherwise) &&
                       !system_message.empty();
  return fmt::format(fmt::runtime(language == plots::Language::dutch ? text.dutch : text.english), path.string()) +
         (explain ? " (" + system_message + ")" : "");
}

}  // namespace banenplan::app
