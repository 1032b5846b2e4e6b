#include "app/folder_status.hpp"

#include <catch2/catch.hpp>
#include <cerrno>
#include <filesystem>
#include <set>
#include <string>

#include "tests/place.hpp"

using namespace banenplan::app;
using banenplan::plots::Language;
using banenplan::test::Place;

TEST_CASE("what the system reports comes to what a person can do about it") {
  struct Row {
    int error;
    FolderProblem problem;
  };
  const Row rows[] = {{ENOSPC, FolderProblem::no_room},       {EDQUOT, FolderProblem::no_room},
                      {EFBIG, FolderProblem::no_room},        {EROFS, FolderProblem::read_only},
                      {EACCES, FolderProblem::not_permitted}, {EPERM, FolderProblem::not_permitted},
                      {ENOTDIR, FolderProblem::path_is_file}, {EBUSY, FolderProblem::in_use},
                      {EIO, FolderProblem::failed_otherwise}};
  for (const Row& row : rows) {
    CAPTURE(row.error);
    const FolderStatus status = system_status("out", row.error);
    CHECK(status.problem == row.problem);
    CHECK(status.path == "out");
    CHECK_FALSE(status.done());
  }
}

TEST_CASE("each problem has a sentence of its own in both languages, with the path; none has none") {
  std::set<std::string> sentences;
  int problems = 0;
  for (int k = 1; k <= static_cast<int>(FolderProblem::failed_otherwise); ++k) {
    const FolderStatus status{static_cast<FolderProblem>(k), "some {place}", ""};
    for (const Language language : {Language::dutch, Language::english}) {
      const std::string sentence = status.sentence(language);
      CAPTURE(sentence);
      CHECK(sentence.find("some {place}") != std::string::npos);
      CHECK(sentence.find('\n') == std::string::npos);
      CHECK(sentence.ends_with('.'));
      sentences.insert(sentence);
      ++problems;
    }
  }
  CHECK(static_cast<int>(sentences.size()) == problems);
  CHECK(FolderStatus{}.done());
  CHECK(FolderStatus{}.sentence(Language::dutch).empty());
}

TEST_CASE("the system's own words stand only where ours say nothing about the cause") {
  const std::string words = system_status("out", EIO).system_message;
  REQUIRE(!words.empty());
  CHECK(system_status("out", EIO).sentence(Language::dutch) == "out kon niet worden geschreven. (" + words + ")");
  CHECK(system_status("out", ENOSPC).sentence(Language::english) ==
        "There is no room to write out. Make room, or choose another disk.");
}

TEST_CASE("a target is followed to where it leads, also before it is there, and a root has no name") {
  const Place place;
  const auto real = std::filesystem::canonical(place.path);
  std::filesystem::create_directory(place / "there");
  std::filesystem::create_directory_symlink(place / "there", place / "link");
  CHECK(resolved(place / "link") == real / "there");
  CHECK(resolved(place / "link/new/") == real / "there/new");
  CHECK(resolved(place / "there/../other") == real / "other");
  CHECK_FALSE(resolved("/"));
}
