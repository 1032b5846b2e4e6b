#include "models/general/timeline.hpp"

#include <algorithm>
#include <climits>
#include <cmath>
#include <fmt/format.h>

namespace banenplan::models {
namespace {

constexpr int most_steps = 2400;

// What the ranges of a map say about each position asked for; a problem for each that is wrong.
std::vector<double> spread_out(const Section& map, std::string_view key, const std::vector<int>& positions,
                               Range range) {
  const Section ranges = map.section(key);
  std::vector<double> values(positions.size(), std::nan(""));
  for (const auto& [text, value] : ranges.numbers_by_name(range)) {
    const auto span = span_from(text);
    if (!span) {
      ranges.refuse(text, "found " + quote(text), "a range is written 3, 1-2 or 3+");
      continue;
    }
    for (std::size_t i = 0; i < positions.size(); ++i) {
      if (positions[i] < span->first || positions[i] > span->last) continue;
      if (!std::isnan(values[i])) {
        ranges.refuse(text, fmt::format("found {} twice", positions[i]), "ranges do not overlap");
        break;
      }
      values[i] = value;
    }
  }
  for (std::size_t i = 0; i < positions.size(); ++i) {
    if (!std::isnan(values[i])) continue;
    map.refuse(key, fmt::format("found nothing for {}", positions[i]), "ranges cover all that the model reaches");
    values.assign(positions.size(), 0.0);
  }
  return values;
}

std::vector<double> by_age(const Section& map, const Timeline& timeline, Range range) {
  if (!timeline.age_at_start) map.refuse("by_age", "found ages", "this needs time.age_at_start");
  std::vector<int> ages;
  for (int step = 0; step < timeline.steps; ++step) {
    ages.push_back(timeline.age_at_start.value_or(0) + step / timeline.steps_per_year);
  }
  return spread_out(map, "by_age", ages, range);
}

std::vector<double> by_month(const Section& map, const Timeline& timeline, Range range) {
  const auto year = map.shares("by_month_of_year", range, {engine::months_per_year, engine::months_per_year});
  if (!timeline.start || timeline.steps_per_year == 1) {
    map.refuse("by_month_of_year", "found months", "this needs time.unit month and time.start");
  }
  std::vector<double> values(static_cast<std::size_t>(timeline.steps), 0.0);
  if (year.size() != engine::months_per_year || !timeline.start) return values;
  for (int step = 0; step < timeline.steps; ++step) {
    const int month = (*timeline.start + step).month_of_year() - 1;
    values[static_cast<std::size_t>(step)] = year[static_cast<std::size_t>(month)];
  }
  return values;
}

template <class Values>
double held(const Values& values, int position) {
  return values[std::min(static_cast<std::size_t>(position), values.size() - 1)];
}

std::vector<double> product(const std::vector<double>& a, const std::vector<double>& b) {
  std::vector<double> result(std::max(a.size(), b.size()));
  for (std::size_t i = 0; i < result.size(); ++i) {
    result[i] = held(a, static_cast<int>(i)) * held(b, static_cast<int>(i));
  }
  return result;
}

}  // namespace

std::optional<Span> span_from(std::string_view text) {
  if (text.ends_with('+')) {
    const auto first = whole_from(text.substr(0, text.size() - 1));
    return first && *first >= 0 ? std::optional<Span>{{*first, INT_MAX}} : std::nullopt;
  }
  const auto dash = text.find('-');
  const auto first = whole_from(text.substr(0, dash));
  const auto last = dash == std::string_view::npos ? first : whole_from(text.substr(dash + 1));
  if (!first || !last || *first < 0 || *last < *first) return std::nullopt;
  return Span{*first, *last};
}

Timeline read_timeline(const Section& model) {
  const Section time = model.section("time");
  Timeline timeline;
  timeline.steps_per_year = time.choice<int>("unit", {{"month", engine::months_per_year}, {"year", 1}});
  timeline.steps = std::max(1, time.whole("steps", 1, most_steps));
  if (time.has("start")) timeline.start = time.month("start");
  if (time.has("age_at_start")) timeline.age_at_start = time.whole("age_at_start", 0, 120);
  return timeline;
}

Varying Varying::constant(double value) {
  return by_time_in_state({value});
}

Varying Varying::by_time_in_state(std::vector<double> values) {
  Varying result;
  result.by_elapsed_ = std::move(values);
  return result;
}

Varying Varying::by_step(std::vector<double> values) {
  Varying result;
  result.by_step_ = std::move(values);
  return result;
}

double Varying::at(int elapsed, int step) const {
  return held(by_elapsed_, elapsed) * held(by_step_, step);
}

Varying operator*(const Varying& a, const Varying& b) {
  Varying result;
  result.by_elapsed_ = product(a.by_elapsed_, b.by_elapsed_);
  result.by_step_ = product(a.by_step_, b.by_step_);
  return result;
}

std::optional<Varying> read_factors(const Section& map, const Timeline& timeline, Range range) {
  Varying result;
  bool any = false;
  const auto along_steps = [&](const std::vector<double>& values) {
    result = result * Varying::by_step(values);
    any = true;
  };
  if (map.has("value")) {
    result = result * Varying::constant(map.share("value", range));
    any = true;
  }
  if (map.has("by_time_in_state")) {
    auto values = map.shares("by_time_in_state", range, {1, static_cast<std::size_t>(most_steps)});
    if (!values.empty()) result = result * Varying::by_time_in_state(std::move(values));
    any = true;
  }
  if (map.has("by_step")) {
    std::vector<int> steps;
    for (int step = 1; step <= timeline.steps; ++step) steps.push_back(step);
    along_steps(spread_out(map, "by_step", steps, range));
  }
  if (map.has("by_age")) along_steps(by_age(map, timeline, range));
  if (map.has("by_month_of_year")) along_steps(by_month(map, timeline, range));
  return any ? std::optional{result} : std::nullopt;
}

Varying read_varying(const Section& section, std::string_view key, const Timeline& timeline, Range range) {
  const Node* const node = section.node(key);
  if (node == nullptr || node->kind != Node::Kind::map) return Varying::constant(section.share(key, range));
  const Section map = section.section(key);
  if (auto factors = read_factors(map, timeline, range)) return *factors;
  section.refuse(key, "found a map",
                 "a value is a number, or a map of value, by_time_in_state, by_step, by_age or by_month_of_year");
  return Varying::constant(0.0);
}

Varying read_steps(const Section& section, const Timeline& timeline) {
  if (!section.has("steps")) return Varying::constant(1.0);
  const auto span = span_from(section.text("steps"));
  const bool fits = span && span->first >= 1 && span->first <= timeline.steps &&
                    (span->last <= timeline.steps || span->last == INT_MAX);
  if (!fits) {
    section.refuse("steps", "found other steps than the model has",
                   fmt::format("steps are 1 to {}, written 3, 1-2 or 3+", timeline.steps));
    return Varying::constant(0.0);
  }
  std::vector<double> values;
  for (int step = 1; step <= timeline.steps; ++step) {
    values.push_back(step >= span->first && step <= span->last ? 1.0 : 0.0);
  }
  return Varying::by_step(std::move(values));
}

}  // namespace banenplan::models
