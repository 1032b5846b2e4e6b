#include "models/reading/library.hpp"

#include <algorithm>
#include <string_view>

#include "models/reading/home.hpp"
#include "models/reading/scalar.hpp"

namespace banenplan::models {
namespace {

constexpr std::string_view ending = ".yaml";

// The folders of a shelf, below that of the scenarios.
std::vector<std::string_view> folders_of(Shelf shelf) {
  if (shelf == Shelf::scenarios) return {"."};
  if (shelf == Shelf::municipalities) return {"municipalities"};
  return {"municipalities", "regions"};
}

std::filesystem::path path_of(std::string_view folder) {
  return (home() / "scenarios" / folder).lexically_normal();
}

bool is_file(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(path, ignored);
}

}  // namespace

std::vector<std::string> shipped(Shelf shelf) {
  std::vector<std::string> names;
  std::error_code ignored;
  for (const std::string_view folder : folders_of(shelf)) {
    for (const auto& entry : std::filesystem::directory_iterator(path_of(folder), ignored)) {
      if (entry.path().extension() == ending) names.push_back(entry.path().stem().string());
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::optional<std::filesystem::path> find_file(Shelf shelf, const Naming& naming, Problems& problems) {
  const std::string& written = naming.written;
  if (written.size() > ending.size() && written.ends_with(ending)) {
    // Joining leaves a path from the root as it is.
    const auto file = naming.beside.parent_path() / written;
    if (is_file(file)) return file;
    problems.error(naming.position, naming.path, "found no file " + quote(written),
                   naming.beside.empty() ? "a file is looked for in the current folder"
                                         : "a file is looked for beside the file that names it");
    return std::nullopt;
  }
  std::string name = written;
  for (const std::string_view folder : folders_of(shelf)) {
    if (name.starts_with(std::string(folder) + "/")) name.erase(0, folder.size() + 1);
  }
  // Only a plain name makes a path, so that no name leads out of the folder of what is shipped.
  for (const std::string_view folder : folders_of(shelf)) {
    if (!is_name(name)) break;
    const auto file = path_of(folder) / (name + std::string(ending));
    if (is_file(file)) return file;
  }
  const std::string with_ending = name + std::string(ending);
  const bool lies_there = is_name(name) && is_file(naming.beside.parent_path() / with_ending);
  const auto names = shipped(shelf);
  std::string allowed = "shipped are ";
  for (std::size_t k = 0; k < names.size(); ++k) {
    if (k > 0) allowed += k + 1 == names.size() ? " and " : ", ";
    allowed += names[k];
  }
  problems.error(naming.position, naming.path, "found " + quote(written), allowed + "; a file ends in .yaml",
                 lies_there ? with_ending : nearest(name, names));
  return std::nullopt;
}

}  // namespace banenplan::models
