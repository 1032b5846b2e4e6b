// Prints the bits of what the engine computes. Built for this machine and for WebAssembly, both must print the same.
#include <array>
#include <bit>
#include <cinttypes>
#include <cstdint>
#include <cstdio>

#include "engine/elementary.hpp"
#include "engine/expectation.hpp"
#include "engine/outcome.hpp"
#include "engine/replication.hpp"
#include "engine/uncertainty.hpp"
#include "tests/engine/small_models.hpp"

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

// Whole replications: people with contracts and funds, and models with everything that a clock can depend on.
void print_replications() {
  test::Dice dice(7);
  for (int model = 0; model < 12; ++model) {
    test::Builder builder = model % 2 == 0 ? test::contracts(dice) : test::random_model(dice, 200);
    Program& program = builder.program;
    for (std::size_t f = 0; f < program.flows.size(); ++f) builder.measure(Series::Kind::flow, static_cast<int>(f));
    for (int fund = 0; fund < static_cast<int>(program.funds.size()); ++fund) {
      builder.measure(Series::Kind::fund_balance, fund);
    }
    builder.measure_all();
    program.uncertain = {{0, 0, {Distribution::Kind::triangular, 0.5, 1.0, 1.5}}};
    const ParameterDraws draws(3, 8, 1);
    Replication replication(program);
    for (std::int32_t number = 0; number < 8; ++number) {
      auto values = program.values;
      draws.draw(program.uncertain, number, values);
      replication.run(3, number, values);
      for (const double result : outcome_of(program, values, replication)) print("outcome", number, result);
    }
    const auto course = expected_course(program, program.values);
    for (const double result : outcome_of(program, program.values, course)) print("expected", model, result);
  }
}

}  // namespace

int main() {
  constexpr int steps = 997;  // a prime, so that the arguments are not round numbers
  for (const Function& function : functions)
    for (int step = 0; step <= steps; ++step) {
      const double argument = function.from + (function.to - function.from) * step / steps;
      print(function.name, argument, function.of(argument));
    }
  for (int step = 1; step <= steps; ++step) print("power", step / 7.0, power(step / 7.0, 1.0 / 12.0));
  print_replications();
  return std::fflush(stdout) == 0 ? 0 : 1;
}
