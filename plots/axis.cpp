#include "plots/axis.hpp"

#include <algorithm>
#include <cmath>

namespace banenplan::plots {
namespace {

// 1, 2 and 5 times powers of ten, counted upwards.
struct Step {
  int power;
  int place;  // 0, 1, 2 for 1, 2, 5

  // Multiples are divided by powers of ten where these are below 1, so that 3 x 0.1 is 0.3 to the last digit.
  double times(double count) const {
    constexpr double digits[] = {1.0, 2.0, 5.0};
    const double scale = std::pow(10.0, std::abs(power));
    return power < 0 ? count * digits[place] / scale : count * digits[place] * scale;
  }
  Step next() const { return place == 2 ? Step{power + 1, 0} : Step{power, place + 1}; }
};

std::vector<Tick> ticks_of(double low, double high, Step step, const NumberText& number) {
  const double size = step.times(1.0);
  std::vector<Tick> ticks;
  // A value that is a tick but for rounding must not ask for one more.
  for (double count = std::floor(low / size + 1e-9); count <= std::ceil(high / size - 1e-9); count += 1.0)
    ticks.push_back({step.times(count == 0.0 ? 0.0 : count), {}});
  for (Tick& tick : ticks) tick.text = number(tick.value);
  return ticks;
}

bool texts_differ(const std::vector<Tick>& ticks) {
  return std::adjacent_find(ticks.begin(), ticks.end(),
                            [](const Tick& a, const Tick& b) { return a.text == b.text; }) == ticks.end();
}

}  // namespace

bool drawable(double value) {
  return std::abs(value) < 1e15;
}

Axis axis_for(const std::vector<double>& values, int steps, const NumberText& number) {
  double low = 0.0;
  double high = 0.0;
  for (const double value : values) {
    if (!drawable(value)) continue;
    low = std::min(low, value);
    high = std::max(high, value);
  }
  if (high - low < 1e-9) {
    low = 0.0;
    high = 1.0;
  }
  Step step{static_cast<int>(std::floor(std::log10((high - low) / steps))) - 1, 0};
  while (step.times(steps) < (high - low) * (1.0 - 1e-9)) step = step.next();

  std::vector<Tick> ticks = ticks_of(low, high, step, number);
  // Some ten steps on, a formatter that still cannot tell them apart never will.
  Step wider = step;
  for (int tries = 0; !texts_differ(ticks) && tries < 10; ++tries) {
    wider = wider.next();
    std::vector<Tick> wider_ticks = ticks_of(low, high, wider, number);
    if (texts_differ(wider_ticks)) ticks = std::move(wider_ticks);
  }
  return {ticks.front().value, ticks.back().value, ticks};
}

}  // namespace banenplan::plots
