// Prints one line a shipped scenario: the hash of its outcomes, and its file.
#include <cstdio>
#include <exception>

#include "tests/golden/golden.hpp"

int main() {
  using namespace banenplan::golden;
  try {
    for (const std::string& file : shipped_scenarios()) {
      std::printf("%s %s\n", hash_of(simulated(file)).c_str(), file.c_str());
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return std::fflush(stdout) == 0 ? 0 : 1;
}
