#include "models/facts/assumptions.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <stdexcept>

#include "models/reading/document.hpp"
#include "models/reading/home.hpp"
#include "models/reading/problems.hpp"

namespace banenplan::models {
namespace {

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

Spread::Shape shape_of(const Section& section, bool has_range) {
  return section.choice<Spread::Shape>("shape",
                                       {{"fixed", Spread::Shape::fixed},
                                        {"uniform", Spread::Shape::uniform},
                                        {"triangular", Spread::Shape::triangular},
                                        {"normal", Spread::Shape::normal},
                                        {"lognormal", Spread::Shape::lognormal}},
                                       has_range ? Spread::Shape::triangular : Spread::Shape::fixed);
}

// Units that are written as a percentage, or as the ratio that it is.
bool is_share(const std::string& unit) {
  return unit == "share" || unit == "per_month" || unit == "per_year" || unit == "ratio";
}

}  // namespace

engine::Distribution distribution_of(const Spread& spread) {
  using Kind = engine::Distribution::Kind;
  Kind kind = Kind::fixed;
  switch (spread.shape) {
    case Spread::Shape::fixed:
      kind = Kind::fixed;
      break;
    case Spread::Shape::uniform:
      kind = Kind::uniform;
      break;
    case Spread::Shape::triangular:
      kind = Kind::triangular;
      break;
    case Spread::Shape::normal:
      kind = Kind::normal;
      break;
    case Spread::Shape::lognormal:
      kind = Kind::lognormal;
      break;
  }
  return {kind, spread.low, spread.value, spread.high};
}

Assumptions::Assumptions() {
  Problems problems;
  for (const auto& file : files_in(home() / "models/parameters/assumptions")) {
    const auto tree = read_file(file, problems);
    if (!tree) continue;
    const Section section(*tree, problems);
    for (const auto& [name, entry] : section.section("assumptions").entries()) {
      Assumption assumption;
      assumption.name = name;
      all_.push_back(assumption);
      read(entry);
    }
    section.finish();
  }
  problems.throw_errors();
}

void Assumptions::read(const Section& section) {
  Assumption& assumption = all_.back();
  assumption.title = section.title("title");
  assumption.unit = section.text("unit");
  assumption.allowed = section.share_interval("allowed", any_number);
  const Range allowed{assumption.allowed.low, assumption.allowed.high};
  assumption.spread.value = section.share("value", allowed);
  const bool has_range = section.has("range");
  const Interval range =
      section.share_interval("range", allowed, Interval{assumption.spread.value, assumption.spread.value});
  assumption.spread.low = range.low;
  assumption.spread.high = range.high;
  assumption.spread.shape = shape_of(section, has_range);
  assumption.is_effect = section.has("neutral");
  assumption.neutral = section.share("neutral", allowed, 0.0);
  assumption.grade = grade_of(section);
  assumption.checked = section.date("checked");
  assumption.source = section.text("source");
  if (range.low > assumption.spread.value || range.high < assumption.spread.value) {
    section.refuse("range", "a range that does not hold the value", "low <= value <= high");
  }
}

void Assumptions::overlay(const Section& section) {
  // All names are asked for, so that the section can point a misspelt one to the nearest.
  for (Assumption& assumption : all_) {
    if (!section.has(assumption.name)) continue;
    const Range allowed{assumption.allowed.low, assumption.allowed.high};
    assumption.spread = is_share(assumption.unit) ? section.share_spread(assumption.name, allowed)
                                                  : section.spread(assumption.name, allowed);
  }
  check_together(section);
}

void Assumptions::check_together(const Section& section) const {
  const auto set_by_scenario = [&](const std::vector<std::string>& names) {
    return std::find_if(names.begin(), names.end(), [&](const std::string& name) { return section.has(name); });
  };
  const std::vector<std::string> wholes[] = {
      {"share_participatiewet", "share_wajong", "share_wsw", "share_wiw_id", "share_niet_uitkeringsgerechtigd"},
      {"benefit_single", "benefit_couple"},
      {"distance_1", "distance_2", "distance_3", "distance_4", "distance_5", "distance_6"}};
  for (const auto& names : wholes) {
    const auto first = set_by_scenario(names);
    double sum = 0.0;
    for (const std::string& name : names) sum += value(name);
    if (first == names.end() || std::abs(sum - 1.0) < 1e-9) continue;
    section.refuse(*first, fmt::format("found shares that sum to {:.4g}", sum),
                   fmt::format("{} to {} sum to 1", names.front(), names.back()));
  }
  const std::vector<std::string> parts[] = {{"wsw_benefit_single", "wsw_benefit_couple"},
                                            {"trial_success", "trial_failed_keeps_looking"}};
  for (const auto& names : parts) {
    const auto first = set_by_scenario(names);
    double most = 0.0;
    for (const std::string& name : names) most += (*this)[place_of(name)].spread.high;
    if (first == names.end() || most <= 1.0 + 1e-9) continue;
    section.refuse(*first, fmt::format("found shares that sum to {:.4g} at the end of their ranges", most),
                   fmt::format("{} and {} sum to at most 1", names.front(), names.back()));
  }
  for (const char* trait : {"loonwaarde", "hours", "age", "school_leavers_age"}) {
    const std::vector<std::string> names = {std::string(trait) + "_lowest", std::string(trait) + "_highest"};
    const auto first = set_by_scenario(names);
    if (first == names.end() || value(names[0]) < value(names[1])) continue;
    section.refuse(*first, fmt::format("found {} to {}", value(names[0]), value(names[1])),
                   names[0] + " lies below " + names[1]);
  }
}

void Assumptions::without_assumed_effects() {
  for (Assumption& assumption : all_) {
    if (!assumption.is_effect || assumption.grade != Grade::assumption) continue;
    assumption.spread = {assumption.neutral, assumption.neutral, assumption.neutral, Spread::Shape::fixed};
  }
}

std::int32_t Assumptions::find(std::string_view name) const {
  const auto found =
      std::find_if(all_.begin(), all_.end(), [&](const Assumption& assumption) { return assumption.name == name; });
  return found == all_.end() ? -1 : static_cast<std::int32_t>(found - all_.begin());
}

std::int32_t Assumptions::place_of(std::string_view name) const {
  const std::int32_t place = find(name);
  if (place < 0) throw std::out_of_range(fmt::format("there is no assumption {}", name));
  return place;
}

}  // namespace banenplan::models
