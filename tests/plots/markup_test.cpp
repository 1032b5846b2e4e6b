#include "plots/markup.hpp"

#include <catch2/catch.hpp>
#include <limits>

using namespace banenplan::plots;

TEST_CASE("no text can leave its place in a page") {
  CHECK(escaped("<script>alert(1)</script>") == "&lt;script&gt;alert(1)&lt;/script&gt;");
  CHECK(escaped("\" onload='x' &amp;") == "&quot; onload=&#39;x&#39; &amp;amp;");
  CHECK(escaped("één € 5\n") == "één € 5\n");
  CHECK(escaped(std::string("a\0b\x1b[31m\x7f", 8)) == "a\uFFFDb\uFFFD[31m");
  CHECK(escaped("\xff\xc2\x85") == "\uFFFD\uFFFD");
}

TEST_CASE("coordinates are plain numbers") {
  CHECK(coordinate(12.0) == "12");
  CHECK(coordinate(-0.001) == "0");
  CHECK(coordinate(100.0) == "100");
  CHECK(coordinate(0.125) == "0.12");
  CHECK(coordinate(std::numeric_limits<double>::quiet_NaN()) == "0");
  CHECK(coordinate(-std::numeric_limits<double>::infinity()) == "0");
}

TEST_CASE("identifiers hold letters, digits and dashes") {
  CHECK(identifier("banen") == "banen");
  CHECK(identifier("1 \"x\" é") == "x-1--x----");
  CHECK(identifier("") == "x");
}
