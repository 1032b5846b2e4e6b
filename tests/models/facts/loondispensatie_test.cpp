#include "models/facts/loondispensatie.hpp"

#include <catch2/catch.hpp>

using namespace banenplan::models;

TEST_CASE("employer and UWV together pay the wage") {
  for (const double loonwaarde : {0.0, 0.335, 0.5, 1.0}) {
    const Loondispensatie parts = loondispensatie(229441, loonwaarde);
    CHECK(parts.employer_cents + parts.uwv_cents == 229441);
  }
  CHECK(loondispensatie(200000, 0.6).employer_cents == 120000);
}
