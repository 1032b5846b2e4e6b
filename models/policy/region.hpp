// A region: the municipalities of a Werkbedrijf, or of the whole country by size class, and what it has agreed. It
// stands in the place of a municipality: each of its municipalities is simulated with people of its own, under the
// same draws of what is not known, and the region is their sum.
//
//   region: zaanstreek-waterland
//   title: {nl: "Zaanstreek-Waterland", en: "Zaanstreek-Waterland"}
//   municipalities:
//     zaanstad: {title: {nl: "Zaanstad", en: "Zaanstad"}, inhabitants: 151000}
//     dorpen: {number: 6, title: {nl: "Dorp", en: "Village"}, inhabitants: 17000}    # six alike: Dorp 1 to Dorp 6
//   agreed:                       # extra jobs, counted from the start of the year of the agreement
//     year: 2015
//     market: {2017: 520, 2026: 3715}
//     government: {2017: 340, 2026: 1305}
//   expected:                     # placements in a year by office and group, as they were planned
//     year: 2015
//     total: 3450
//     offices: {apeldoorn: {wajong: 50, wsw: 273, beschut: 52, bijstand: 500}, ...}
//   demand: {low: 45%, middle: 31%, high: 24%}     # vacancies by level of education
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/policy/municipality.hpp"

namespace banenplan::models {

// Extra jobs of 25.5 paid hours by the end of a year, counted in years from the agreement: 1 is its first.
using JobPath = std::map<int, double>;

// Between two years the path is a straight line, before the first from nil, after the last it stays.
double jobs_on(const JobPath& path, double years);

// What a region expected of a year; the offices add up to the total.
struct ExpectedPlacements {
  int year = 0;
  std::vector<std::pair<std::string, std::map<std::string, double>>> offices;  // by group
};

struct Region {
  std::string name;
  Title title;
  std::string source;
  std::string file;
  std::vector<FileText> files;
  std::vector<Municipality> municipalities;
  JobPath market, government;
  std::optional<ExpectedPlacements> expected;
  std::optional<std::array<double, 3>> demand;  // share of vacancies at low, middle and high level

  // All of them together, as if one: sizes are sums.
  Municipality whole() const;
};

// Whether the file describes a region; a file that cannot be read does not.
bool is_region(const std::filesystem::path& file);

// Reads the region that is named. Nothing when it is refused; then `problems` says why.
std::optional<Region> read_region(const Naming& naming, const Assumptions& assumptions, Problems& problems);

}  // namespace banenplan::models
