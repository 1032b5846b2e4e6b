// What must hold of a reader whatever it is given: it refuses with lines that a person can read, or has a value.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>

#include "models/reading/problems.hpp"

namespace banenplan::fuzz {

// Ends the program, so that the fuzzer keeps what it gave.
inline void demand(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "this does not hold: %s\n", what);
  std::abort();
}

inline void check(bool has_value, const models::Problems& problems) {
  demand(has_value || problems.has_errors(), "a value, or errors");
  for (const auto& lines : {problems.error_lines(), problems.warning_lines()}) {
    for (const std::string& line : lines) {
      demand(!line.empty(), "a line says something");
      for (const char letter : line) {
        demand(static_cast<unsigned char>(letter) >= 0x20 && letter != 0x7F, "a line has no control characters");
      }
      std::size_t bad = 0;
      demand(models::is_utf8(line, bad), "a line is UTF-8");
    }
  }
}

}  // namespace banenplan::fuzz
