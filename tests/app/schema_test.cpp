#include "app/schema.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "plots/json.hpp"

using namespace banenplan;

TEST_CASE("the schema is one JSON object, its descriptions in the language that is asked for") {
  for (const auto language : {plots::Language::dutch, plots::Language::english}) {
    std::ostringstream out;
    CHECK(app::schema({language}, out) == app::ExitCode::done);
    const auto schema = plots::Json::parse(out.str());
    CHECK(schema["type"] == "object");
    CHECK(schema["properties"]["period"]["description"] ==
          (language == plots::Language::dutch ? "Waarover wordt gerekend" : "What is computed"));
  }
}
