// What it would be worth to know one assumption exactly before choosing, from the same draws that the choice rests
// on: the mean net benefit of each option given the assumption, by regression (Strong, Oakley and Brennan 2014,
// Medical Decision Making 34(3), 311-326).
#pragma once

#include <cstdint>
#include <vector>

namespace banenplan::engine {

// In the unit of the net benefits, which stand at draw x options + option (see net_benefits). `input` is the
// assumption's value in each draw. Never below 0, nor above what knowing all would be worth.
double partial_information(const std::vector<double>& net_benefits, std::int32_t options,
                           const std::vector<double>& input);

}  // namespace banenplan::engine
