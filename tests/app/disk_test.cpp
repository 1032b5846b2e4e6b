#include "app/disk.hpp"

#include <catch2/catch.hpp>
#include <cerrno>
#include <filesystem>
#include <string>

#include "tests/place.hpp"

using namespace banenplan::app;
using banenplan::test::Place;
using banenplan::test::text_of;

TEST_CASE("a file is written whole, byte by byte, and only where there is none") {
  const Place place;
  std::string content(300'000, 'x');
  content[70'000] = '\0';
  content[299'999] = '\n';
  REQUIRE(write_file(place / "one", content) == 0);
  CHECK(text_of(place / "one") == content);
  CHECK(read_file(place / "one") == content);
  CHECK(write_file(place / "one", "other") == EEXIST);
  CHECK(read_file(place / "one") == content);
  REQUIRE(write_file(place / "empty", "") == 0);
  CHECK(read_file(place / "empty") == "");
  CHECK(flush(place / "one") == 0);
  CHECK(flush(place.path) == 0);
}

TEST_CASE("what the system refuses is told, and what is no file is not read") {
  const Place place;
  CHECK(write_file(place / "missing/one", "x") == ENOENT);
  CHECK(write_file("/dev/full", "x") == EEXIST);
  CHECK(flush(place / "missing") == ENOENT);
  CHECK_FALSE(read_file(place / "missing"));
  CHECK_FALSE(read_file(place.path));
  CHECK_FALSE(read_file("/dev/null"));
  REQUIRE(write_file(place / "one", "x") == 0);
  std::filesystem::create_symlink(place / "one", place / "link");
  CHECK_FALSE(read_file(place / "link"));
  CHECK(write_file(place / "link", "y") == EEXIST);
  CHECK(read_file(place / "one") == "x");
}
