#include "plots/json.hpp"

#include <catch2/catch.hpp>

using namespace banenplan::plots;

TEST_CASE("JSON keeps the order of its keys, ends its last line, and takes no bytes that are not UTF-8") {
  const Json json{{"title", title_json({"Baan", "Job"})}, {"a", "\xff"}};
  CHECK(json_text(json) ==
        "{\n \"title\": {\n  \"nl\": \"Baan\",\n  \"en\": \"Job\"\n },\n \"a\": \"\xef\xbf\xbd\"\n}\n");
}
