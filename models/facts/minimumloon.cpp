#include "models/facts/minimumloon.hpp"

#include <fmt/format.h>

namespace banenplan::models {

Minimumloon::Minimumloon(const Tariffs& tariffs)
    : month_(tariffs["wml_month"]),
      adult_age_(tariffs["wml_adult_age"]),
      holiday_(tariffs["wml_holiday_share"]) {
  int age = youngest;
  for (const Tariff*& tariff : youth_) tariff = &tariffs[fmt::format("wml_youth_{}", age++)];
}

}  // namespace banenplan::models
