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

// A file that was read: what messages call it, and the whole of its text.
struct FileText {
  std::string file;
  std::string text;
};

// Of a file that has been read before without complaint.
FileText text_of_file(const std::filesystem::path& file);

}  // namespace banenplan::models
