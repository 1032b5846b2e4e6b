#include "plots/markup.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <rapidcheck/catch.h>

#include "models/reading/problems.hpp"
#include "tests/generators.hpp"

using namespace banenplan::plots;
using banenplan::test::any_bytes;
using banenplan::test::any_text_of;

namespace {

const std::vector<std::string> pieces{"a",
                                      " ",
                                      "&",
                                      "<",
                                      ">",
                                      "\"",
                                      "'",
                                      "&amp;",
                                      "&#",
                                      ";",
                                      "\n",
                                      "\t",
                                      "</script>",
                                      "<!--",
                                      "]]>",
                                      "\\",
                                      "amp",
                                      "lt;",
                                      "u003c",
                                      "\xC3\xA9",
                                      "\xE2\x82\xAC",
                                      "{\"a\":",
                                      "\xF0\x9F\x98\x80"};

std::string decoded(std::string text) {
  const std::pair<std::string, std::string> entities[] = {
      {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}};
  for (std::size_t at = text.find('&'); at != std::string::npos; at = text.find('&', at + 1)) {
    for (const auto& [entity, sign] : entities) {
      if (text.compare(at, entity.size(), entity) != 0) continue;
      text.replace(at, entity.size(), sign);
      break;
    }
  }
  return text;
}

}  // namespace

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

TEST_CASE("whatever text is escaped, it has no sign of markup, and a browser shows it as it was") {
  rc::prop("shown as it was", [] {
    const std::string text = *any_text_of(pieces);
    const std::string found = escaped(text);
    RC_ASSERT(found.find_first_of("<>\"'") == std::string::npos);
    RC_ASSERT(decoded(found) == text);
  });
}

TEST_CASE("whatever bytes are escaped, they become text without signs of markup and without control characters") {
  rc::prop("bytes", [] {
    const std::string bytes = *any_bytes();
    const std::string found = escaped(bytes);
    std::size_t bad = 0;
    RC_ASSERT(banenplan::models::is_utf8(found, bad));
    RC_ASSERT(found.find_first_of("<>\"'\x1b\x7f") == std::string::npos);
    RC_ASSERT(found.find('\0') == std::string::npos);
  });
}

TEST_CASE("JSON in a script is the same JSON, and nothing in it ends the script") {
  rc::prop("the same JSON", [] {
    const nlohmann::json json = {{*any_text_of(pieces), *any_text_of(pieces)}};
    const std::string found = in_script(json.dump());
    RC_ASSERT(found.find('<') == std::string::npos);
    RC_ASSERT(nlohmann::json::parse(found) == json);
  });
}
