// The scenarios, municipalities and regions that are shipped, and which file somebody means who names one.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "models/reading/problems.hpp"

namespace banenplan::models {

enum class Shelf { scenarios, municipalities, places };  // places: municipalities and regions

// The names of what is shipped, by alphabet.
std::vector<std::string> shipped(Shelf shelf);

// How a user points to a file, and where a message should point when there is none.
struct Naming {
  std::string written;           // `groot`, `municipalities/groot`, `regions/nederland`, or a file that ends in .yaml
  std::filesystem::path beside;  // the file in which it stands; empty: the command line
  Position position;
  std::string path;  // the key
};

// A name is looked for among what is shipped and nowhere else; a file that ends in .yaml beside the file that names
// it, or, from the command line, in the current folder. Nothing when there is none; then `problems` says so.
std::optional<std::filesystem::path> find_file(Shelf shelf, const Naming& naming, Problems& problems);

}  // namespace banenplan::models
