#include "plots/words.hpp"

#include <catch2/catch.hpp>

TEST_CASE("there are two languages") {
  CHECK(banenplan::plots::Language::dutch != banenplan::plots::Language::english);
}
