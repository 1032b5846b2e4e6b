// What is measured: published models from their files, scenarios from theirs, and a queue for places.
#pragma once

#include <cstdint>
#include <string>

#include "engine/program.hpp"

namespace banenplan::benchmark {

// The first strategy of tests/published/STEM.yaml.
engine::Program published(const std::string& stem);

// A scenario of scenarios/ for the municipality that it names.
engine::Program scenario(const std::string& name);

// The same program with every base chance of its exits uncertain by a tenth.
engine::Program with_uncertain_exits(engine::Program program);

// So many people who wait for places, of which ten are filled in a month for a month each; `open` false: none arise.
engine::Program queue(std::int32_t people, bool open);

inline constexpr std::int32_t places_a_month = 10;

}  // namespace banenplan::benchmark
