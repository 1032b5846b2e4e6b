#include "plots/schema.hpp"

#include <catch2/catch.hpp>

#include "models/facts/assumptions.hpp"

using namespace banenplan;
using namespace banenplan::plots;

namespace {

void check_references(const Json& schema, const Json& whole) {
  if (schema.is_array()) {
    for (const Json& one : schema) check_references(one, whole);
  } else if (schema.is_object()) {
    const auto reference = schema.find("$ref");
    if (reference != schema.end()) {
      CAPTURE(reference->dump());
      CHECK(whole.contains(Json::json_pointer(reference->get<std::string>().substr(1))));
    }
    for (const auto& [key, inner] : schema.items()) check_references(inner, whole);
  }
}

}  // namespace

TEST_CASE("the schema says in either language what a key means, and all that it refers to is there") {
  const Json dutch = scenario_schema(Words(Language::dutch));
  const Json english = scenario_schema(Words(Language::english));
  check_references(dutch, dutch);
  const auto described = [](const Json& schema, const char* key) {
    return schema["properties"][key].value("description", "");
  };
  for (const auto& [key, property] : dutch["properties"].items()) {
    CAPTURE(key);
    CHECK(property["anyOf"].back() == Json{{"type", "null"}});  // may be taken away
    if (key == "route") continue;                               // described where it is defined
    CHECK_FALSE(described(dutch, key.c_str()).empty());
    CHECK_FALSE(described(english, key.c_str()).empty());
  }
  CHECK(described(dutch, "matching") == "Wie wordt gevraagd, en hoe goed het zoeken gaat");
  CHECK(described(english, "matching") == "Who is asked, and how well the search goes");
}

TEST_CASE("the schema knows every assumption and every post that has a switch") {
  const Json schema = scenario_schema(Words(Language::dutch));
  const auto properties = [](const Json& property) { return property["anyOf"][0]["properties"]; };
  const models::Assumptions assumptions;
  CHECK(properties(schema["properties"]["assumptions"]).size() == assumptions.all().size());
  const Json posts = properties(properties(schema["properties"]["appraisal"])["posts"]);
  CHECK(posts.contains("production"));
  CHECK_FALSE(posts.contains("wages"));  // always counts
}
