// How much memory a run needs, in a process of its own.
#pragma once

#include "engine/program.hpp"

namespace banenplan::benchmark {

// MiB of a process that runs one replication of the program, at its peak; negative where it could not be measured.
double peak_memory(const engine::Program& program);

// The same program with `times` as many people.
engine::Program enlarged(engine::Program program, std::int32_t times);

}  // namespace banenplan::benchmark
