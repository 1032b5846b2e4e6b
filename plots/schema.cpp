#include "plots/schema.hpp"

#include <cmath>

#include "models/facts/assumptions.hpp"
#include "models/policy/posts.hpp"
#include "models/reading/document.hpp"
#include "models/reading/home.hpp"
#include "models/reading/scalar.hpp"

namespace banenplan::plots {
namespace {

using models::Section;

Json number_json(double number) {
  if (std::floor(number) == number) return static_cast<std::int64_t>(number);
  return number;
}

Json word_json(const std::string& word) {
  const auto number = models::number_from(word);
  return number ? number_json(*number) : Json(word);
}

class Reader {
 public:
  explicit Reader(const Words& words) : words_(words) {}

  // Whatever is no keyword of those here is refused.
  Json schema(const Section& section) const {
    Json json = Json::object();
    for (const char* const keyword : {"type", "$ref", "pattern"}) {
      if (section.has(keyword)) json[keyword] = section.text(keyword);
    }
    for (const char* const keyword : {"minimum", "maximum", "minItems", "maxItems"}) {
      if (section.has(keyword)) json[keyword] = number_json(section.number(keyword));
    }
    if (section.has("const")) json["const"] = section.boolean("const");
    if (section.has("required")) json["required"] = section.texts("required");
    if (section.has("enum")) {
      for (const std::string& word : section.texts("enum")) json["enum"].push_back(word_json(word));
    }
    if (section.has("description")) json["description"] = words_.of(section.title("description"));
    for (const char* const keyword : {"items", "propertyNames"}) {
      if (const auto inner = section.optional_section(keyword)) json[keyword] = schema(*inner);
    }
    if (const models::Node* const others = section.node("additionalProperties")) {
      json["additionalProperties"] = others->kind == models::Node::Kind::text
                                         ? Json(section.boolean("additionalProperties"))
                                         : schema(section.section("additionalProperties"));
    }
    if (section.has("anyOf")) {
      for (const Section& one : section.sections("anyOf")) json["anyOf"].push_back(schema(one));
    }
    for (const char* const keyword : {"properties", "definitions"}) {
      const auto named = section.optional_section(keyword);
      if (!named) continue;
      json[keyword] = Json::object();
      for (const auto& [name, inner] : named->entries()) json[keyword][name] = schema(inner);
    }
    return json;
  }

 private:
  const Words& words_;
};

// A key without a value takes the key of an extended scenario away.
void let_be_taken_away(Json& schema) {
  for (auto& [keyword, inner] : schema.items()) {
    if (keyword == "properties") {
      for (auto& [name, property] : inner.items()) {
        let_be_taken_away(property);
        Json either = Json::object();
        if (property.contains("description")) either["description"] = property["description"];
        property.erase("description");
        either["anyOf"] = {property, {{"type", "null"}}};
        property = std::move(either);
      }
    } else if (keyword == "definitions") {
      for (auto& [name, definition] : inner.items()) let_be_taken_away(definition);
    } else if (inner.is_object()) {
      let_be_taken_away(inner);
    } else if (keyword == "anyOf") {
      for (Json& one : inner) let_be_taken_away(one);
    }
  }
}

}  // namespace

Json scenario_schema(const Words& words) {
  models::Problems problems;
  const auto tree = models::read_file(models::home() / "models/policy/scenario_schema.yaml", problems);
  problems.throw_errors();
  const Section file(*tree, problems);
  Json schema{{"$schema", "http://json-schema.org/draft-07/schema#"}};
  schema.update(Reader(words).schema(file));
  file.finish();
  problems.throw_errors();
  Json& assumptions = schema["properties"]["assumptions"]["properties"];
  const models::Assumptions shipped;
  for (const models::Assumption& assumption : shipped.all())
    assumptions[assumption.name] = {{"description", words.of(assumption.title) + " (" + assumption.unit + ")"},
                                    {"$ref", "#/definitions/assumption"}};
  Json& switches = schema["properties"]["appraisal"]["properties"]["posts"]["properties"];
  const models::Posts posts = models::read_posts();
  for (const models::Post& post : posts.posts) {
    if (post.has_switch) switches[post.name] = {{"description", words.of(post.title)}, {"type", "boolean"}};
  }
  let_be_taken_away(schema);
  return schema;
}

}  // namespace banenplan::plots
