// The target of placements: the paid hours a week of all who count, in all and of each unit, beside those asked for.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/openings.hpp"
#include "engine/program.hpp"

namespace banenplan::engine {

class Target {
 public:
  // The program must outlive it.
  explicit Target(const Program& program);

  void set(const std::vector<double>& values);
  void clear();

  // Hours that count from now on, or no longer where they are negative. Unit 0 is nobody's.
  void add(std::int32_t unit, std::int32_t hours) {
    hours_ += hours;
    unit_hours_[static_cast<std::size_t>(unit)] += hours;
  }

  bool reached(std::int32_t step) const {
    return hours_ >= (curve_ == nullptr ? asked_ : asked_ * (*curve_)[static_cast<std::size_t>(step)]);
  }

  // Where units have targets: of the places from `next` on, puts the first of the unit that lacks most hours at
  // `next`. Nobody's places lack nothing.
  void bring_forward(std::vector<Opening>& open, std::size_t next) const;

 private:
  double missing(const Opening& opening) const;

  const Program& program_;
  const std::vector<double>* curve_;
  double asked_ = 0.0;  // infinite where there is no target
  std::vector<double> unit_asked_;
  std::int32_t hours_ = 0;
  std::vector<std::int32_t> unit_hours_;  // of which by unit
};

}  // namespace banenplan::engine
