#include "models/reading/home.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace banenplan::models {

std::filesystem::path home() {
  const char* named = std::getenv("BANENPLAN_HOME");
  return named != nullptr ? named : BANENPLAN_SOURCE_FOLDER;
}

std::string shown(const std::filesystem::path& file) {
  std::error_code failed;
  const auto whole = std::filesystem::weakly_canonical(file, failed);
  if (failed) return file.lexically_normal().string();
  const auto root = std::filesystem::weakly_canonical(home(), failed);
  if (failed) return file.lexically_normal().string();
  const auto inside = whole.lexically_relative(root);
  const bool lies_inside = !inside.empty() && inside != "." && *inside.begin() != "..";
  return (lies_inside ? inside : file.lexically_normal()).string();
}

FileText text_of_file(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return {shown(file), text.str()};
}

}  // namespace banenplan::models
