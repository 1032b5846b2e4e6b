// Where the project's own data files (parameters, pathways, scenarios, words) are found at run time.
#pragma once

#include <filesystem>
#include <string>

namespace banenplan::models {

// The folder named by the environment variable BANENPLAN_HOME, else the folder that the program was built from.
std::filesystem::path home();

// The file that a user means: the file itself where it exists or is written as one (with `.yaml`, looked for beside
// the file that names it), else the shipped one of that name in scenarios/ or a folder inside.
std::filesystem::path find_scenario_file(const std::string& name_or_file, const std::filesystem::path& beside,
                                         const std::filesystem::path& folder = {});

}  // namespace banenplan::models
