// What tells programs apart: a digest of all that decides about the outcomes of a run, except how many replications
// it has. Law, assumptions, scenarios, what they extend and the people of a table have all become part of the program
// by then.
#pragma once

#include <cstdint>
#include <string>

#include "engine/program.hpp"
#include "engine/run.hpp"

namespace banenplan::app {

// 64 hexadecimal digits.
std::string fingerprint(const engine::Program& program);

// Of a run: its program, seed, and whether it draws what is uncertain.
std::string fingerprint(const engine::Program& program, const engine::RunOptions& options);

}  // namespace banenplan::app
