// Where the project's own data files (parameters, pathways, scenarios, words) are found at run time.
#pragma once

#include <filesystem>

namespace banenplan::models {

// The folder named by the environment variable BANENPLAN_HOME, else the folder that the program was built from.
std::filesystem::path home();

}  // namespace banenplan::models
