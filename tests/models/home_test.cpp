#include "models/home.hpp"

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
