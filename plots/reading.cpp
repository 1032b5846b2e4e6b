#include "plots/reading.hpp"

#include <algorithm>
#include <array>

#include "plots/form.hpp"
#include "plots/results.hpp"
#include "plots/text.hpp"

namespace banenplan::plots {
namespace {

constexpr double widest_title = 22.0;  // ems

std::string text_at(const Json& object, std::string_view key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

Reading refused(Reading::Problem problem, std::string place = {}) {
  return {Json{}, problem, std::move(place)};
}

}  // namespace

std::string Reading::sentence(const Words& words) const {
  switch (problem) {
    case Problem::none:
      return "";
    case Problem::no_json:
      return words("reading.no_json");
    case Problem::not_ours:
      return words("reading.not_ours");
    case Problem::older:
      return words("reading.older");
    case Problem::newer:
      return words("reading.newer");
    case Problem::damaged:
      return words("reading.damaged", {{"place", place}});
  }
  return "";
}

Reading read_results(std::string_view text) {
  Json results = Json::parse(text, nullptr, false);
  if (results.is_discarded()) return refused(Reading::Problem::no_json);
  if (!results.is_object() || !results.contains("format") || !results["format"].is_number_integer() ||
      !results.contains("scenarios"))
    return refused(Reading::Problem::not_ours);
  const auto format = results["format"].get<std::int64_t>();
  if (format > results_format) return refused(Reading::Problem::newer);
  if (format < results_format) return refused(Reading::Problem::older);
  if (const auto place = misformed(results)) return refused(Reading::Problem::damaged, *place);
  return {std::move(results), Reading::Problem::none, {}};
}

std::optional<Band> band_in(const Json& band) {
  if (!band.is_object()) return std::nullopt;
  const double median = band.at("median").get<double>();
  const auto edge = [&](const char* key) { return band.at(key).is_number() ? band.at(key).get<double>() : median; };
  const auto mean = band.find("mean");
  return Band{median, edge("low"), edge("high"), mean == band.end() ? median : mean->get<double>()};
}

models::Title title_at(const Json& titled, std::string_view key) {
  const auto found = titled.find(key);
  if (found == titled.end() || !found->is_object()) return {};
  return {text_at(*found, "nl"), text_at(*found, "en")};
}

std::string whole_title(const Json& named, const Words& words) {
  const models::Title title = title_at(named);
  const std::string& found = words.of(title);
  if (!found.empty()) return found;
  return named.contains("name") ? text_at(named, "name") : text_at(named, "key");
}

std::string title_in(const Json& named, const Words& words) {
  return wrapped(whole_title(named, words), widest_title, 1).front();
}

const Json* named(const Json& list, std::string_view name, std::string_view key) {
  const auto found =
      std::find_if(list.begin(), list.end(), [&](const Json& one) { return text_at(one, key) == name; });
  return found == list.end() ? nullptr : &*found;
}

const Json* measure_in(const Json& scenario, std::string_view key) {
  return named(scenario.at("measures"), key, "key");
}

bool has_differences(const Json& results) {
  for (const Json& scenario : results.at("scenarios"))
    for (const Json& measure : scenario.at("measures"))
      if (!measure.at("total").at("difference").is_null()) return true;
  return false;
}

std::optional<std::size_t> null_place(const Json& results) {
  const Json& scenarios = results.at("scenarios");
  const std::string name = text_at(results, "null_alternative");
  if (!results.at("null_alternative").is_string()) return std::nullopt;
  for (std::size_t k = 0; k < scenarios.size(); ++k)
    if (text_at(scenarios[k], "name") == name) return k;
  return std::nullopt;
}

std::int32_t last_year(const Json& results) {
  return results.at("period").at("to").get<std::int32_t>();
}

bool banded(const Json& results) {
  return results.at("banded").get<bool>();
}

}  // namespace banenplan::plots
