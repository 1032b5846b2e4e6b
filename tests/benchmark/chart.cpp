#include "tests/benchmark/chart.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fstream>

namespace banenplan::benchmark {
namespace {

struct Bar {
  const char* label;
  const char* name;  // of the median
  bool engine;       // else the textbook loop
};

constexpr std::array bars{
    Bar{"five states, textbook loop", "five_state textbook", false},
    Bar{"five states", "five_state engine", true},
    Bar{"by time in state, textbook loop", "five_state_time_in_state textbook", false},
    Bar{"by time in state", "five_state_time_in_state engine", true},
    Bar{"nulalternatief", "nulalternatief", true},
    Bar{"budgettair-neutraal", "budgettair-neutraal", true},
    Bar{"boven-formatie", "boven-formatie", true},
    Bar{"trainees", "trainees", true},
};

constexpr double left = 230.0, right = 60.0, top = 34.0, bar = 18.0, pitch = 26.0, width = 720.0;

}  // namespace

bool write_chart(const std::string& path, const std::map<std::string, double>& medians) {
  if (path.empty()) return true;
  double most = 0.0;
  for (const Bar& each : bars) {
    if (medians.count(each.name) > 0) most = std::max(most, medians.at(each.name));
  }
  std::string drawn;
  double y = top;
  for (const Bar& each : bars) {
    if (medians.count(each.name) == 0) continue;
    const double nanoseconds = medians.at(each.name);
    const double length = (width - left - right) * nanoseconds / most;
    const double text = y + bar - 4.0;
    drawn += fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>\n", left - 8.0, text, each.label);
    drawn += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{:.1f}\" height=\"{}\" fill=\"{}\"/>\n", left, y, length,
                         bar, each.engine ? "#1b6ca8" : "#b0b0b0");
    drawn += fmt::format("<text x=\"{:.1f}\" y=\"{}\">{:.2f}</text>\n", left + length + 6.0, text, nanoseconds);
    y += pitch;
  }
  std::ofstream file(path);
  file << fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" "
      "font-family=\"sans-serif\" font-size=\"13\">\n<rect width=\"{0}\" height=\"{1}\" fill=\"white\"/>\n"
      "<text x=\"{2}\" y=\"20\">nanoseconds per person-month on one core: engine blue, textbook loop grey</text>\n"
      "{3}</svg>\n",
      width, y + 6.0, 12.0, drawn);
  file.close();
  return static_cast<bool>(file);
}

}  // namespace banenplan::benchmark
