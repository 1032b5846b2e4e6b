#include "models/home.hpp"

#include <cstdlib>

namespace banenplan::models {

std::filesystem::path home() {
  const char* named = std::getenv("BANENPLAN_HOME");
  return named != nullptr ? named : BANENPLAN_SOURCE_FOLDER;
}

}  // namespace banenplan::models
