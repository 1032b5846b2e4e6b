#include "engine/controls.hpp"

#include <cstddef>

namespace banenplan::engine {
namespace {

constexpr double least_f_value = 12.0;

double product(const std::vector<double>& one, const std::vector<double>& other) {
  double sum = 0.0;
  for (std::size_t k = 0; k < one.size(); ++k) sum += one[k] * other[k];
  return sum;
}

double mean_of(const std::vector<double>& draws) {
  double sum = 0.0;
  for (const double draw : draws) sum += draw;
  return sum / static_cast<double>(draws.size());
}

// An input about its mean in the draws, and how far that is from the known one.
struct Control {
  std::vector<double> draws;
  double off = 0.0;
  double squares = 0.0;
};

std::vector<double> centred(std::vector<double> draws, double mean) {
  for (double& draw : draws) draw -= mean;
  return draws;
}

void take_off(std::vector<double>& draws, double times, const std::vector<double>& other) {
  for (std::size_t k = 0; k < draws.size(); ++k) draws[k] -= times * other[k];
}

bool tells(double explained, double squares, double count) {
  return explained * (count - 2.0) > least_f_value * (squares - explained);
}

}  // namespace

ControlledMean controlled_mean(const std::vector<double>& output, const std::vector<std::vector<double>>& inputs) {
  const auto count = static_cast<double>(output.size());
  ControlledMean result;
  result.mean = mean_of(output);
  std::vector<double> rest = centred(output, result.mean);
  const std::vector<double> about_mean = rest;
  const double squares = product(rest, rest);
  std::vector<Control> controls;
  for (const std::vector<double>& input : inputs) {
    const double off = mean_of(input);
    Control control{centred(input, off), off, 0.0};
    control.squares = product(control.draws, control.draws);
    const double together = product(control.draws, about_mean);
    if (control.squares == 0.0 || !tells(together * together / control.squares, squares, count)) continue;
    // Each beyond what those before it tell already.
    const double before = control.squares;
    for (const Control& earlier : controls) {
      const double times = product(control.draws, earlier.draws) / earlier.squares;
      take_off(control.draws, times, earlier.draws);
      control.off -= times * earlier.off;
    }
    control.squares = product(control.draws, control.draws);
    if (control.squares < 1e-9 * before) continue;
    const double slope = product(rest, control.draws) / control.squares;
    take_off(rest, slope, control.draws);
    result.mean -= slope * control.off;
    controls.push_back(std::move(control));
  }
  result.controls = static_cast<int>(controls.size());
  const double used = result.controls;
  // Slopes come from the same draws, which costs some of what they gain.
  const double loss = used > 0 ? (count - 2.0) / (count - used - 2.0) : 1.0;
  result.variance = product(rest, rest) / (count - used - 1.0) * loss;
  return result;
}

}  // namespace banenplan::engine
