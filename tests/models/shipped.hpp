// What tests of scenarios share: shipped scenarios, and a folder with the files of a user.
#pragma once

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <unistd.h>
#include <vector>

#include "models/policy/scenario.hpp"

namespace banenplan::models {

inline Scenario shipped_scenario(const std::string& name, const std::vector<std::string>& overrides = {}) {
  Problems problems;
  const auto scenario = read_scenario({name, overrides, std::nullopt, false}, problems);
  INFO((problems.has_errors() ? problems.error_lines().front() : ""));
  REQUIRE(scenario.has_value());
  return *scenario;
}

inline std::vector<std::string> refusals(const ScenarioRequest& request) {
  Problems problems;
  const auto scenario = read_scenario(request, problems);
  CHECK(scenario.has_value() == problems.error_lines().empty());
  return problems.error_lines();
}

inline std::string text_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  REQUIRE(stream);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// A folder that goes away with the test.
class Folder {
 public:
  Folder() {
    static int count = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("banenplan-" + std::to_string(getpid()) + "-" + std::to_string(count++));
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::string write(const std::string& name, const std::string& text) const {
    const auto file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
    return file.string();
  }

 private:
  std::filesystem::path path_;
};

}  // namespace banenplan::models
