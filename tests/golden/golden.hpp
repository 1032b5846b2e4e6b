// The shipped scenarios as golden files know them: few replications, seed 1, and one hash of all that came out.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/simulation/comparison.hpp"

namespace banenplan::golden {

inline constexpr std::uint64_t seed = 1;
inline constexpr std::int32_t replications = 20;

// Files of all shipped scenarios, from the project's folder, by alphabet.
std::vector<std::string> shipped_scenarios();

// One of them alone, in its own municipality or region; a small one where it names none. Throws std::runtime_error
// when the file is refused.
models::Comparison simulated(const std::string& file);

// SHA-256 over the bits of all outcomes of the one scenario, 64 digits: those of the run, then those under the base
// values; numbers by replication, each as eight bytes, the lowest first.
std::string hash_of(const models::Comparison& comparison);

}  // namespace banenplan::golden
