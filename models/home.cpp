#include "models/home.hpp"

#include <cstdlib>

namespace banenplan::models {

std::filesystem::path home() {
  const char* named = std::getenv("BANENPLAN_HOME");
  return named != nullptr ? named : BANENPLAN_SOURCE_FOLDER;
}

std::filesystem::path find_scenario_file(const std::string& name_or_file, const std::filesystem::path& beside,
                                         const std::filesystem::path& folder) {
  const std::filesystem::path named(name_or_file);
  std::error_code ignored;
  if (std::filesystem::is_regular_file(named, ignored)) return named;
  if (named.extension() == ".yaml") {
    const auto there = beside.parent_path() / named;
    return std::filesystem::exists(there, ignored) ? there : named;
  }
  return home() / "scenarios" / folder / (name_or_file + ".yaml");
}

}  // namespace banenplan::models
