// Openings: places that arise by channel, stay open for some steps and lapse if nobody is found. A pool is a number
// of places that are filled again at each intake.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/luck.hpp"
#include "engine/program.hpp"

namespace banenplan::engine {

// One open place. Its number is its identity for luck: the channel and the how-manieth of that channel.
struct Opening {
  std::uint64_t number = 0;
  std::int32_t channel = 0;
  std::int32_t lapses = 0;  // the first step in which it is no longer there
  bool refused = false;     // the money was not there when a candidate was
};

class OpenPlaces {
 public:
  explicit OpenPlaces(const Program& program);

  void set(const Program& program, const std::vector<double>& values);
  void clear();

  // Lets new places arise and old ones lapse; `lapsed` counts the latter by channel.
  void advance(const Luck& luck, std::int32_t step, std::vector<std::int32_t>& lapsed);

  std::vector<Opening>& open() { return open_; }
  double match_probability(std::int32_t channel) const { return terms_[static_cast<std::size_t>(channel)].match; }

  // A place of a pool is taken, or free again.
  void take(std::int32_t channel) { ++terms_[static_cast<std::size_t>(channel)].taken; }
  void leave(std::int32_t channel) { --terms_[static_cast<std::size_t>(channel)].taken; }

 private:
  struct Terms {
    double per_step = 0.0;
    const std::vector<double>* curve = nullptr;
    std::int32_t each = 1;
    std::int32_t capacity = none;
    std::int32_t intake_every = 1;
    std::int32_t stays_open = 1;
    double match = 0.0;
    std::int32_t taken = 0;  // places of a pool in use
    std::uint64_t arisen = 0;
  };
  std::int32_t arising(const Terms& terms, std::int32_t channel, const Luck& luck, std::int32_t step) const;

  std::vector<Terms> terms_;
  std::vector<Opening> open_;
};

// The number of events of a Poisson process with this mean that the uniform draw u stands for, by inversion.
std::int32_t poisson_quantile(double mean, double u);

}  // namespace banenplan::engine
