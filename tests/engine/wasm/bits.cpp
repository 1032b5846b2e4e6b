// Prints the bits of what the engine computes. Built for this machine and for WebAssembly, both must print the same.
#include <array>
#include <bit>
#include <cinttypes>
#include <cstdint>
#include <cstdio>

#include "engine/elementary.hpp"

#ifdef BOOST_NO_EXCEPTIONS
#include <boost/throw_exception.hpp>
#include <cstdlib>

// Boost calls these where it would throw; the engine never asks for what makes it do so.
namespace boost {
BOOST_NORETURN void throw_exception(const std::exception&) {
  std::abort();
}
BOOST_NORETURN void throw_exception(const std::exception&, const source_location&) {
  std::abort();
}
}  // namespace boost
#endif

namespace {

using namespace banenplan::engine;

void print(const char* name, double argument, double value) {
#ifdef PLANTED_DIFFERENCE
  if (argument == 1.0) value = std::bit_cast<double>(std::bit_cast<std::uint64_t>(value) ^ 1);
#endif
  std::printf("%s %016" PRIx64 " %016" PRIx64 "\n", name, std::bit_cast<std::uint64_t>(argument),
              std::bit_cast<std::uint64_t>(value));
}

struct Function {
  const char* name;
  double (*of)(double);
  double from, to;
};

constexpr std::array functions{
    Function{"exponential", exponential, -750.0, 712.0},
    Function{"exponential_minus_one", exponential_minus_one, -2.0, 2.0},
    Function{"logarithm", logarithm, 0.0, 40.0},
    Function{"logarithm_one_plus", logarithm_one_plus, -1.0, 3.0},
    Function{"normal_quantile", normal_quantile, 0.0005, 0.9995},
    Function{"normal_probability", normal_probability, -9.0, 9.0},
};

}  // namespace

int main() {
  constexpr int steps = 997;  // a prime, so that the arguments are not round numbers
  for (const Function& function : functions)
    for (int step = 0; step <= steps; ++step) {
      const double argument = function.from + (function.to - function.from) * step / steps;
      print(function.name, argument, function.of(argument));
    }
  for (int step = 1; step <= steps; ++step) print("power", step / 7.0, power(step / 7.0, 1.0 / 12.0));
  return std::fflush(stdout) == 0 ? 0 : 1;
}
