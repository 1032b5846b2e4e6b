#include "models/reading/library.hpp"

#include "tests/models/shipped.hpp"

using namespace banenplan::models;

namespace {

std::vector<std::string> lines(Shelf shelf, const Naming& naming) {
  Problems problems;
  const auto file = find_file(shelf, naming, problems);
  CHECK_FALSE(file);
  return problems.error_lines();
}

}  // namespace

TEST_CASE("what is shipped") {
  CHECK(shipped(Shelf::scenarios) ==
        std::vector<std::string>{"boven-formatie", "budgettair-neutraal", "nulalternatief", "trainees"});
  CHECK(shipped(Shelf::municipalities) == std::vector<std::string>{"groot", "klein", "middelgroot"});
  CHECK(shipped(Shelf::places) == std::vector<std::string>{"groot", "klein", "middelgroot", "nederland",
                                                           "stedendriehoek", "zaanstreek-waterland"});
}

TEST_CASE("a name is one of what is shipped") {
  const std::filesystem::path home(PROJECT_FOLDER);
  struct Row {
    Shelf shelf;
    const char* written;
    std::filesystem::path file;
  };
  const Row rows[] = {
      {Shelf::scenarios, "trainees", home / "scenarios/trainees.yaml"},
      {Shelf::municipalities, "groot", home / "scenarios/municipalities/groot.yaml"},
      {Shelf::municipalities, "municipalities/groot", home / "scenarios/municipalities/groot.yaml"},
      {Shelf::places, "klein", home / "scenarios/municipalities/klein.yaml"},
      {Shelf::places, "regions/nederland", home / "scenarios/regions/nederland.yaml"},
  };
  for (const Row& row : rows) {
    Problems problems;
    CHECK(find_file(row.shelf, {row.written, {}, {}, ""}, problems) == row.file);
    CHECK_FALSE(problems.has_errors());
  }
}

TEST_CASE("a name leads nowhere else") {
  const std::string scenarios =
      "; shipped are boven-formatie, budgettair-neutraal, nulalternatief and trainees; a file ends in .yaml";
  const std::string municipalities = "; shipped are groot, klein and middelgroot; a file ends in .yaml";
  struct Row {
    Shelf shelf;
    const char* written;
    std::string line;
  };
  const Row rows[] = {
      {Shelf::scenarios, "trainee", R"(x: found "trainee")" + scenarios + R"(; did you mean "trainees"?)"},
      {Shelf::scenarios, "../models/pathways/flows", R"(x: found "../models/pathways/flows")" + scenarios},
      {Shelf::scenarios, "municipalities/groot", R"(x: found "municipalities/groot")" + scenarios},
      {Shelf::scenarios, "/etc/passwd", R"(x: found "/etc/passwd")" + scenarios},
      {Shelf::scenarios, "", R"(x: found "")" + scenarios},
      {Shelf::scenarios, ".yaml", R"(x: found ".yaml")" + scenarios},
      {Shelf::municipalities, "municipalities/../trainees",
       R"(x: found "municipalities/../trainees")" + municipalities},
      {Shelf::municipalities, "grot", R"(x: found "grot")" + municipalities + R"(; did you mean "groot"?)"},
  };
  for (const Row& row : rows)
    CHECK(lines(row.shelf, {row.written, {}, {}, "x"}) == std::vector<std::string>{row.line});
}

TEST_CASE("a file is looked for beside the one that names it, and only there") {
  const Folder folder;
  const auto beside = folder.write("deep/mine.yaml", "");
  const std::filesystem::path other = folder.write("deep/other.yaml", "");
  Problems problems;
  CHECK(find_file(Shelf::scenarios, {"other.yaml", beside, {}, ""}, problems) == other);
  CHECK(find_file(Shelf::scenarios, {other.string(), beside, {}, ""}, problems) == other);
  CHECK(find_file(Shelf::scenarios, {other.string(), {}, {}, ""}, problems) == other);
  CHECK_FALSE(problems.has_errors());
  CHECK(lines(Shelf::municipalities, {"other", beside, {}, "municipality"}) ==
        std::vector<std::string>{R"(municipality: found "other"; shipped are groot, klein and middelgroot; a file )"
                                 R"(ends in .yaml; did you mean "other.yaml"?)"});
  // This one does lie in the folder in which tests run.
  CHECK(find_file(Shelf::scenarios, {"scenarios/trainees.yaml", {}, {}, ""}, problems).has_value());
  CHECK(
      lines(Shelf::scenarios, {"scenarios/trainees.yaml", beside, {}, "extends"}) ==
      std::vector<std::string>{
          R"(extends: found no file "scenarios/trainees.yaml"; a file is looked for beside the file that names it)"});
  CHECK(lines(Shelf::scenarios, {"absent.yaml", {}, {}, ""}) ==
        std::vector<std::string>{R"(found no file "absent.yaml"; a file is looked for in the current folder)"});
}
