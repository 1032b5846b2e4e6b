#include "plots/phrases.hpp"

#include <algorithm>
#include <cmath>

#include "plots/text.hpp"

namespace banenplan::plots {
namespace {

constexpr double million = 1e6;
constexpr double widest_title = 22.0;  // ems

// As few decimals as show the value, six at most.
int decimals_for(double value) {
  constexpr int most = 6;
  int decimals = 0;
  double scaled = std::abs(value);
  while (decimals < most && std::abs(scaled - std::round(scaled)) > 1e-6 * std::max(1.0, scaled)) {
    scaled *= 10;
    ++decimals;
  }
  return decimals;
}

std::string plain_value(double value, const std::string& unit, const Words& words) {
  if (unit == "share" || unit == "per_month" || unit == "per_year")
    return words.share(value, std::max(0, decimals_for(value) - 2));
  if (unit.starts_with("euro")) return words.euros(value, value == std::floor(value) ? 0 : 2);
  return words.number(value, decimals_for(value));
}

std::string unit_after(const std::string& unit, const Words& words) {
  const std::string key = "unit." + unit;
  const std::string after = words.has(key) ? words(key) : unit;
  return after.empty() ? "" : " " + after;
}

}  // namespace

std::string title_of(const models::ScenarioResult& scenario, const Words& words) {
  const std::string& title = words.of(scenario.title);
  return wrapped(title.empty() ? scenario.name : title, widest_title, 1).front();
}

std::string band_text(const std::optional<Band>& band, bool banded, const NumberText& number, const Words& words) {
  if (!band) return "–";
  if (!banded) return number(band->median);
  const std::string low = number(band->low);
  const std::string high = number(band->high);
  const std::string between = low.starts_with('-') || high.starts_with('-') ? words("phrase.to") : "–";
  return number(band->median) + " (" + low + between + high + ")";
}

std::string rounded_euros(double value, const Words& words) {
  const double size = std::abs(value);
  const double step = size >= million ? 1.0 : size >= 10000 ? 1000.0 : size >= 1000 ? 100.0 : 1.0;
  return words.large_euros(std::round(value / step) * step);
}

std::string millions(const std::optional<Band>& band, bool banded, const Words& words) {
  if (!band) return "–";
  const double largest = std::max({std::abs(band->low), std::abs(band->high), std::abs(band->median)}) / million;
  const int decimals = largest >= 9.95 ? 0 : largest < 0.995 && band->low >= 0 ? 2 : 1;
  return band_text(
      band, banded, [&](double value) { return words.number(value / million, decimals); }, words);
}

std::string list_of(const std::vector<std::string>& names, const Words& words) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " " + words("phrase.and") + " " : ", ";
    text += names[i];
  }
  return text;
}

std::string value_in_unit(double value, const std::string& unit, const Words& words) {
  return plain_value(value, unit, words) + unit_after(unit, words);
}

std::string range_in_unit(models::Interval range, const std::string& unit, const Words& words) {
  return plain_value(range.low, unit, words) + words("phrase.to") + plain_value(range.high, unit, words) +
         unit_after(unit, words);
}

}  // namespace banenplan::plots
