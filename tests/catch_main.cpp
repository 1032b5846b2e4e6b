// The tests run under the locale of whoever calls them, in C and in C++: with LC_ALL=nl_NL.UTF-8 what formats or
// reads a number by the locale would write a comma.
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>
#include <clocale>
#include <cstdlib>
#include <locale>

int main(int count, char** arguments) {
  // What properties are tried on is the same each time, and none of it may be passed over. To try other data:
  // RC_PARAMS="seed=7 max_success=10000".
  setenv("RC_PARAMS", "seed=20260701 max_success=1000 max_discard_ratio=0", 0);
  std::locale::global(std::locale(""));  // throws where there is no such locale
  std::setlocale(LC_ALL, "");
  return Catch::Session().run(count, arguments);
}
