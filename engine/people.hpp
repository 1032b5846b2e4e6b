// People: a structure of arrays. Traits are levels drawn once from the model's distributions and the person's own
// luck; the rest is where the person is now.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engine/luck.hpp"
#include "engine/program.hpp"

namespace banenplan::engine {

// Draws traits and starting points for given values. Draws depend on the person's number alone.
class Traits {
 public:
  explicit Traits(const Program& program);

  void set(const std::vector<double>& values);

  // Writes one level for each attribute.
  void draw(const Luck& luck, std::uint64_t person, std::uint8_t* levels) const;

 private:
  // What a draw of an attribute needs under these values.
  struct Draw {
    Attribute::Kind kind = Attribute::Kind::shares;
    std::int32_t half = none;  // of the words of luck that all attributes share
    std::int32_t parent = none;
    std::size_t first_row = 0;  // of the parent's level 0
    double from = 0.0;          // the draw goes from here,
    double width = 0.0;         // so far
    double mean = 0.0, deviation = 0.0;
    double low = 0.0, high = 0.0;  // levels
  };

  // Cumulative shares of levels, and a guide to them as in sojourns.hpp.
  struct Row {
    static constexpr std::int32_t guides = 64;
    std::array<std::uint8_t, guides> guide{};  // by floor(u x guides): the first level that u may stand for
    std::vector<double> bounds;                // rising; the last is above every u
    std::uint8_t level(double u) const {
      std::uint8_t level = guide[static_cast<std::size_t>(static_cast<std::int32_t>(u * guides))];
      while (u >= bounds[level]) ++level;
      return level;
    }
  };
  void set_rows(const Attribute& attribute, const std::vector<double>& values, Draw& draw);

  const Program& program_;
  std::vector<Draw> draws_;  // by attribute
  std::vector<Row> rows_;
};

// Where and when a person starts.
struct Beginning {
  StateIndex state = 0;
  std::int32_t elapsed = 0;
  std::int32_t step = 0;
  std::int32_t birth_month = 0;  // 0..11: months from the start of a model year to the birthday
};

class Beginnings {
 public:
  void set(const Program& program, const std::vector<double>& values);
  Beginning draw(const Program& program, const Luck& luck, std::int32_t person) const;

 private:
  static const StartCell& pick(const std::vector<StartCell>& cells, const std::vector<double>& cumulative, double u);
  std::vector<double> at_start_;
  std::vector<double> on_entry_;
};

// The people who wait for a place, by level of priority; adding, taking out and picking at random take constant time.
class Queue {
 public:
  void reset(std::int32_t people, std::size_t lanes);
  void add(std::int32_t person, std::size_t lane);
  void remove(std::int32_t person);
  std::int32_t size(std::size_t lane) const { return static_cast<std::int32_t>(lanes_[lane].size()); }
  // The person at the fraction u of the lane, 0 < u < 1; the lane is not empty.
  std::int32_t at(std::size_t lane, double u) const;

 private:
  struct Spot {
    std::int32_t lane = none;
    std::int32_t place = none;
  };
  std::vector<std::vector<std::int32_t>> lanes_;
  std::vector<Spot> spots_;
};

}  // namespace banenplan::engine
