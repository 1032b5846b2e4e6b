// The loop that a textbook gives for a state-transition model, and the exact answer that both it and the engine must
// give: for each person and month one uniform draw (std::mt19937_64, 53 bits), a scan over the cumulative row of the
// state and the months spent in it, and the cost of the month times its discount weight added.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/program.hpp"

namespace banenplan::benchmark {

class Textbook {
 public:
  // Of a program whose exits are probabilities by time in state, and whose measures weigh occupancy.
  explicit Textbook(const engine::Program& program);

  // The sum of the discounted cost of so many people.
  double simulate(std::int32_t people, std::uint64_t seed) const;

  // The expected discounted cost of one person, by dynamic programming backwards over (state, months in state).
  double exact() const;

 private:
  struct Exit {
    double cumulative = 0.0;
    std::int32_t to = 0;
  };
  const Exit* row(std::int32_t state, std::int32_t elapsed) const {
    return &exits_[static_cast<std::size_t>((state * steps_ + (by_elapsed_ ? elapsed : 0)) * width_)];
  }

  std::int32_t steps_ = 0;
  std::int32_t states_ = 0;
  std::int32_t width_ = 1;  // exits of a state at most, and a last one that stays
  std::int32_t start_ = 0;
  bool by_elapsed_ = false;
  std::vector<Exit> exits_;
  std::vector<double> cost_;    // of a month, by state
  std::vector<double> weight_;  // by month
};

}  // namespace banenplan::benchmark
