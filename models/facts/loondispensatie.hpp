// Loondispensatie, for people with a Wajong benefit instead of loonkostensubsidie: the employer pays the part of the
// wage that the work is worth, UWV tops it up to the wage.
#pragma once

#include <cmath>
#include <cstdint>

namespace banenplan::models {

struct Loondispensatie {
  std::int64_t employer_cents = 0;
  std::int64_t uwv_cents = 0;
};

// `wage_cents` a month, loonwaarde as a share of it, 0 to 1. The two parts add up to the wage.
inline Loondispensatie loondispensatie(std::int64_t wage_cents, double loonwaarde) {
  const std::int64_t employer = std::llround(static_cast<double>(wage_cents) * loonwaarde);
  return {employer, wage_cents - employer};
}

}  // namespace banenplan::models
