#include "models/reading/home.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>

using banenplan::models::home;

TEST_CASE("home is the folder that was built from, unless the environment names another") {
  unsetenv("BANENPLAN_HOME");
  CHECK(home() == std::filesystem::path(PROJECT_FOLDER));
  setenv("BANENPLAN_HOME", "/elsewhere", 1);
  CHECK(home() == "/elsewhere");
  unsetenv("BANENPLAN_HOME");
}

TEST_CASE("a file is shown from home on, one elsewhere as it was given") {
  unsetenv("BANENPLAN_HOME");
  const std::filesystem::path project(PROJECT_FOLDER);
  struct Row {
    std::filesystem::path file;
    std::string text;
  };
  const Row rows[] = {
      {project / "scenarios/trainees.yaml", "scenarios/trainees.yaml"},
      {project / "scenarios/../models/./reading/home.hpp", "models/reading/home.hpp"},
      {"scenarios/trainees.yaml", "scenarios/trainees.yaml"},  // tests run in the project's folder
      {"/elsewhere/./mine.yaml", "/elsewhere/mine.yaml"},
      {"../mine.yaml", "../mine.yaml"},
      {project.parent_path() / (project.filename().string() + "-2") / "a.yaml",
       (project.parent_path() / (project.filename().string() + "-2") / "a.yaml").string()},
  };
  for (const Row& row : rows) CHECK(banenplan::models::shown(row.file) == row.text);
}
