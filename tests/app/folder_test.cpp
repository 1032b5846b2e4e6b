#include "app/folder.hpp"

#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "plots/digest.hpp"
#include "tests/place.hpp"

using namespace banenplan::app;
using banenplan::plots::Language;
using banenplan::test::Place;
using banenplan::test::text_of;
namespace fs = std::filesystem;

namespace {

void put(const fs::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

FolderStatus write_two(const fs::path& target, const std::string& content) {
  Folder folder{target, "1.2.3"};
  folder.write("results.json", content);
  folder.write("tables/costs.csv", "a,b\r\n");
  return folder.complete();
}

// No file may grow beyond this many bytes while it lives: what a full disk does, without one.
struct LargestFile {
  rlimit former{};
  explicit LargestFile(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &former);
    const rlimit now{bytes, former.rlim_max};
    setrlimit(RLIMIT_FSIZE, &now);
  }
  ~LargestFile() { setrlimit(RLIMIT_FSIZE, &former); }
};

}  // namespace

TEST_CASE("a folder appears when complete, with a manifest of what is in it") {
  const Place place;
  const fs::path target = place.path / "new" / "out";
  {
    Folder folder{target, "1.2.3"};
    folder.write("results.json", "{}\n");
    folder.write_with("results.xlsx", [](const fs::path& path) { return put(path, "sheet"), true; });
    CHECK_FALSE(fs::exists(target));
    CHECK(folder.complete().done());
    CHECK(folder.status().sentence(Language::dutch).empty());
  }
  const auto manifest = nlohmann::json::parse(text_of(target / "manifest.json"));
  CHECK(manifest["program"] == "banenplan");
  CHECK(manifest["version"] == "1.2.3");
  REQUIRE(manifest["files"].size() == 2);
  CHECK(manifest["files"][1]["name"] == "results.xlsx");
  CHECK(manifest["files"][1]["bytes"] == 5);
  CHECK(manifest["files"][1]["sha256"] == banenplan::plots::sha256_hexadecimal("sheet"));
  CHECK(std::distance(fs::directory_iterator(target.parent_path()), fs::directory_iterator()) == 1);
  // As readable as any folder that this user makes.
  const mode_t mask = umask(0);
  umask(mask);
  CHECK((static_cast<mode_t>(fs::status(target).permissions()) & 0777) == (0777 & ~mask));
}

TEST_CASE("a folder that is not completed leaves nothing") {
  const Place place;
  {
    Folder folder{place.path / "out", "1"};
    CHECK(folder.write("a.txt", "a").done());
  }
  CHECK(place.items() == 0);
}

TEST_CASE("an empty folder and a former result are replaced as a whole") {
  const Place place;
  fs::create_directory(place.path / "out");
  REQUIRE(write_two(place.path / "out", "first").done());
  REQUIRE(write_two(place.path / "out/", "second").done());
  CHECK(text_of(place.path / "out/results.json") == "second");
  {
    Folder folder{place.path / "out", "1"};
    folder.write("other.txt", "third");
    REQUIRE(folder.complete().done());
  }
  CHECK_FALSE(fs::exists(place.path / "out/results.json"));
  CHECK(place.items() == 1);
}

TEST_CASE("a former result survives a full disk") {
  const Place place;
  REQUIRE(write_two(place.path / "out", "first").done());
  FolderStatus status;
  FolderStatus status_with;
  {
    const LargestFile limit{4096};
    status = write_two(place.path / "out", std::string(10000, 'x'));
    Folder folder{place.path / "out", "1"};
    status_with = folder.write_with("big.bin", [](const fs::path& path) {
      std::ofstream file(path, std::ios::binary);
      file << std::string(100000, 'x') << std::flush;
      return file.good();
    });
  }
  CHECK(status.problem == FolderProblem::no_room);
  CHECK(status_with.problem == FolderProblem::no_room);
  CHECK(status.sentence(Language::dutch).find("geen ruimte") != std::string::npos);
  CHECK(status.path == fs::canonical(place.path) / "out/results.json");
  CHECK(text_of(place.path / "out/results.json") == "first");
  CHECK(place.items() == 1);
}

TEST_CASE("a disk that is really full is reported, where one may be mounted") {
  const Place place;
  if (mount("none", place.path.c_str(), "tmpfs", 0, "size=64k") != 0) return;
  const FolderStatus status = write_two(place.path / "out", std::string(200000, 'x'));
  const std::size_t left = place.items();
  umount(place.path.c_str());
  CHECK(status.problem == FolderProblem::no_room);
  CHECK(left == 0);
}

TEST_CASE("what others made is refused and left alone") {
  const Place place;
  const fs::path target = place.path / "out";
  FolderProblem expected = FolderProblem::not_ours;
  SECTION("a folder without a manifest") {
    fs::create_directory(target);
    put(target / "thesis.txt", "years of work");
  }
  SECTION("a manifest of another program") {
    fs::create_directory(target);
    put(target / "manifest.json", R"({"name": "web app", "files": []})");
  }
  SECTION("a manifest that is no JSON") {
    fs::create_directory(target);
    put(target / "manifest.json", "{");
  }
  SECTION("a manifest that names files elsewhere") {
    fs::create_directory(target);
    put(target / "manifest.json", R"({"program": "banenplan", "files": [{"name": "../x", "sha256": ""}]})");
  }
  SECTION("a former result with a file of the user's own in it") {
    REQUIRE(write_two(target, "first").done());
    put(target / "tables/notes.txt", "mine");
  }
  SECTION("a former result with a file changed since") {
    REQUIRE(write_two(target, "first").done());
    put(target / "results.json", "edited");
    expected = FolderProblem::changed_by_hand;
  }
  SECTION("a file") {
    put(target, "text");
    expected = FolderProblem::path_is_file;
  }
  const auto tree = [&] {
    std::ostringstream text;
    for (const auto& item : fs::recursive_directory_iterator(place.path))
      text << item.path() << (item.is_regular_file() ? text_of(item.path()) : "") << '\n';
    return text.str();
  };
  const std::string before = tree();
  CHECK(check_target(target).problem == expected);
  const FolderStatus status = write_two(target, "second");
  CHECK(status.problem == expected);
  CHECK(status.sentence(Language::dutch).find(target.filename()) != std::string::npos);
  CHECK(status.sentence(Language::dutch) != status.sentence(Language::english));
  CHECK(tree() == before);
}

TEST_CASE("a place where nothing can be written is said beforehand") {
  const Place place;
  put(place.path / "file", "text");
  CHECK(check_target(place.path / "file/out").problem == FolderProblem::path_is_file);
  CHECK(check_target("/").problem == FolderProblem::in_use);
  CHECK(check_target(".").problem == FolderProblem::in_use);
  CHECK(check_target(place.path / "a/b/c").done());
  CHECK(place.items() == 1);
  CHECK_FALSE(Folder("/proc/banenplan", "1").complete().done());
  if (geteuid() != 0) {
    fs::create_directory(place.path / "closed");
    chmod((place.path / "closed").c_str(), 0500);
    CHECK(check_target(place.path / "closed/out").problem == FolderProblem::not_permitted);
  }
}

TEST_CASE("a link is followed to the folder that it names") {
  const Place place;
  REQUIRE(write_two(place.path / "real", "first").done());
  fs::create_directory_symlink("real", place.path / "link");
  REQUIRE(write_two(place.path / "link", "second").done());
  CHECK(fs::is_symlink(place.path / "link"));
  CHECK(text_of(place.path / "real/results.json") == "second");
}

TEST_CASE("file names come from an allow-list") {
  const Place place;
  for (const char* name : {"", "../out.txt", "/etc/passwd", "a//b", "a/", ".hidden", "-rf", "a b", "caf\xc3\xa9",
                           "a/../../b", "manifest.json", "Manifest.JSON", "a\nb", "a\\b", "tables/.x"}) {
    Folder folder{place.path / "out", "1"};
    CHECK(folder.write(name, "x").problem == FolderProblem::name_not_allowed);
    CHECK(folder.complete().problem == FolderProblem::name_not_allowed);
  }
  Folder folder{place.path / "out", "1"};
  CHECK(folder.write("costs.csv", "x").done());
  CHECK(folder.write("Costs.csv", "x").problem == FolderProblem::name_not_allowed);
  CHECK_FALSE(fs::exists(place.path / "out"));
}

TEST_CASE("a writer that fails or writes nothing is a failure") {
  const Place place;
  for (const bool answer : {false, true}) {
    Folder folder{place.path / "out", "1"};
    CHECK(folder.write_with("a.xlsx", [answer](const fs::path&) { return answer; }).problem ==
          FolderProblem::writer_failed);
    CHECK(folder.complete().problem == FolderProblem::writer_failed);
  }
  CHECK(place.items() == 0);
}
