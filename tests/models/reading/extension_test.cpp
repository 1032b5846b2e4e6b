#include "models/reading/extension.hpp"

#include "tests/models/shipped.hpp"

using namespace banenplan::models;

TEST_CASE("a file lies on top of all that it extends, each beside the one that names it") {
  const Folder folder;
  folder.write("deep/grandparent.yaml", "scenario: grandparent\ntitle: {nl: A, en: A}\nroute: [vast]\nx: 1\ny: 1\n");
  folder.write("deep/parent.yaml", "scenario: parent\nextends: grandparent.yaml\nsource: here\nx: 2\n");
  const auto file = folder.write("child.yaml", "scenario: child\nextends: deep/parent.yaml\ny: 3\n");
  Problems problems;
  const auto extended = extended_tree(file, problems);
  CAPTURE(problems.error_lines());
  REQUIRE(extended);
  CHECK(extended->tree.find("scenario")->text == "child");
  CHECK(extended->tree.find("x")->text == "2");
  CHECK(extended->tree.find("y")->text == "3");
  CHECK(extended->tree.find("route")->items.size() == 1);
  CHECK(extended->tree.find("title") == nullptr);
  CHECK(extended->tree.find("source") == nullptr);
  CHECK(*extended->tree.find("x")->position.file == (folder.path() / "deep/parent.yaml").string());
  CHECK(extended->tree.find("x")->position.line == 4);
}

TEST_CASE("a chain is at most eight scenarios long") {
  struct Row {
    int extensions;
    bool good;
  };
  for (const Row& row : {Row{8, true}, Row{9, false}}) {
    const Folder folder;
    folder.write("0.yaml", "scenario: a\n");
    for (int k = 1; k <= row.extensions; ++k) {
      folder.write(std::to_string(k) + ".yaml", "extends: " + std::to_string(k - 1) + ".yaml\n");
    }
    Problems problems;
    const auto extended = extended_tree(folder.path() / (std::to_string(row.extensions) + ".yaml"), problems);
    CHECK(extended.has_value() == row.good);
    CHECK(problems.errors().size() == (row.good ? 0U : 1U));
  }
}

TEST_CASE("what extends is no name is refused") {
  const Folder folder;
  const auto file = folder.write("a.yaml", "extends: [a, b]\n");
  Problems problems;
  CHECK_FALSE(extended_tree(file, problems));
  CHECK(problems.error_lines() ==
        std::vector<std::string>{file + ":1:10: extends: found a list; the name or file of one scenario"});
}

TEST_CASE("what is shipped is called from home on, so that messages and results name no machine") {
  Problems problems;
  const auto extended = extended_tree(std::filesystem::path(PROJECT_FOLDER) / "scenarios/trainees.yaml", problems);
  REQUIRE(extended);
  CHECK(*extended->tree.find("route")->position.file == "scenarios/trainees.yaml");
  CHECK(*extended->tree.find("period")->position.file == "scenarios/nulalternatief.yaml");
}
