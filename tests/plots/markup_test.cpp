#include "plots/markup.hpp"

#include <catch2/catch.hpp>

using namespace banenplan::plots;

TEST_CASE("no text can leave its place in a page") {
  CHECK(escaped("<script>alert(1)</script>") == "&lt;script&gt;alert(1)&lt;/script&gt;");
  CHECK(escaped("\" onload='x' &amp;") == "&quot; onload=&#39;x&#39; &amp;amp;");
  CHECK(escaped("één € 5\n") == "één € 5\n");
  CHECK(escaped(std::string("a\0b\x1b[31m\x7f", 8)) == "a\uFFFDb\uFFFD[31m");
  CHECK(escaped("\xff\xc2\x85") == "\uFFFD\uFFFD");
}

TEST_CASE("no name ends the script that its JSON stands in") {
  CHECK(in_script("[\"</script><!--\", 1]") == "[\"\\u003c/script>\\u003c!--\", 1]");
}
