// How much memory a run needs, in a process of its own.
#pragma once

#include "engine/program.hpp"

namespace banenplan::benchmark {

// MiB that one replication of the program takes at its peak, beyond what an idle process has; negative where it could
// not be measured.
double peak_memory(const engine::Program& program);

// The same program with `times` as many people.
engine::Program enlarged(engine::Program program, std::int32_t times);

}  // namespace banenplan::benchmark
