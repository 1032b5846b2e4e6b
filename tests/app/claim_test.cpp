#include "app/claim.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/place.hpp"

using namespace banenplan::app;
using banenplan::test::Place;
namespace fs = std::filesystem;

TEST_CASE("one run at a time has a target, by whichever name it asks") {
  const Place place;
  {
    const Claim first(place / "out");
    REQUIRE(first.status().done());
    CHECK(fs::is_directory(first.room()));
    fs::create_directory(place / "out");
    fs::create_directory_symlink(place / "out", place / "link");
    for (const char* name : {"out", "out/", "./out", "link"}) {
      const Claim second(place.path / name);
      CHECK(second.status().problem == FolderProblem::claimed);
      CHECK(second.status().sentence(banenplan::plots::Language::english).find("Another run") == 0);
    }
    CHECK(Claim(place / "other").status().done());
  }
  CHECK(Claim(place / "out").status().done());
  CHECK(place.items() == 2);  // out and the link: no room is left behind
}

TEST_CASE("a process that is killed gives its claim back, and what it left half is cleared away") {
  const Place place;
  const pid_t child = ::fork();
  if (child == 0) {
    const Claim claim(place / "out");
    fs::create_directories(place / ".out.unfinished-1-0/tables");
    std::ofstream(claim.room() / "run.json") << "kept";
    ::raise(SIGKILL);
  }
  int state = 0;
  REQUIRE(::waitpid(child, &state, 0) == child);
  REQUIRE(WIFSIGNALED(state));
  REQUIRE(fs::exists(place / ".out.unfinished-1-0"));
  const char* const others[] = {".out.unfinished-1-0-former", ".out.unfinished", ".other.unfinished-1-0"};
  for (const char* other : others) fs::create_directory(place / other);
  fs::path room;
  {
    const Claim next(place / "out");
    REQUIRE(next.status().done());
    room = next.room();
    CHECK_FALSE(fs::exists(place / ".out.unfinished-1-0"));
    for (const char* other : others) CHECK(fs::exists(place / other));
  }
  CHECK(banenplan::test::text_of(room / "run.json") == "kept");  // what is kept stays until its run is done
}

TEST_CASE("a claim needs a folder that can be written") {
  const Place place;
  std::ofstream(place / "file") << "text";
  CHECK(Claim(place / "file/out").status().problem == FolderProblem::path_is_file);
  CHECK(Claim("/").status().problem == FolderProblem::in_use);
  CHECK(Claim("/proc/out").status().problem != FolderProblem::none);
}
