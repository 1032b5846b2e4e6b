#include "models/reading/library.hpp"

#include <algorithm>
#include <string_view>

#include "models/reading/home.hpp"
#include "models/reading/scalar.hpp"

namespace banenplan::models {
namespace {

constexpr std::string_view ending = ".yaml";
constexpr std::string_view municipality_prefix = "municipalities/";

std::filesystem::path folder_of(Shelf shelf) {
  const auto scenarios = home() / "scenarios";
  return shelf == Shelf::scenarios ? scenarios : scenarios / "municipalities";
}

bool is_file(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(path, ignored);
}

}  // namespace

std::vector<std::string> shipped(Shelf shelf) {
  std::vector<std::string> names;
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(folder_of(shelf), ignored)) {
    if (entry.path().extension() == ending) names.push_back(entry.path().stem().string());
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
  if (shelf == Shelf::municipalities && name.starts_with(municipality_prefix)) {
    name.erase(0, municipality_prefix.size());
  }
  // Only a plain name makes a path, so that no name leads out of the folder of what is shipped.
  if (is_name(name)) {
    const auto file = folder_of(shelf) / (name + std::string(ending));
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
