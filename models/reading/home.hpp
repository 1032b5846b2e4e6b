// Where the project's own data files (parameters, pathways, scenarios, words) are found at run time.
#pragma once

#include <filesystem>
#include <string>

namespace banenplan::models {

// The folder named by the environment variable BANENPLAN_HOME, else the folder that the program was built from.
std::filesystem::path home();

// What messages and results call a file: relative to home where it lies inside, so that they do not tell on which
// machine they were made; else as it was given.
std::string shown(const std::filesystem::path& file);

}  // namespace banenplan::models
