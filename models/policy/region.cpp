#include "models/policy/region.hpp"

#include <charconv>
#include <cmath>
#include <fmt/format.h>

#include "models/reading/document.hpp"

namespace banenplan::models {
namespace {

constexpr int most_alike = 400;
constexpr std::size_t most_municipalities = 500;

// A municipality keeps its luck when others join the region or leave it. FNV-1a, 64 bits.
std::uint64_t stream_of(std::string_view name) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char letter : name) {
    hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3ULL;
  }
  return hash;
}

void add(const std::string& name, const Section& entry, const Assumptions& assumptions, Region& region) {
  Municipality municipality;
  municipality.title = entry.title("title", Title{name, name});
  municipality.file = region.file;
  municipality.source = entry.text("source", region.source);
  const int number = entry.whole("number", 1, most_alike, 1);
  read_size(entry, assumptions, municipality);
  for (int k = 1; k <= number; ++k) {
    Municipality one = municipality;
    one.name = number == 1 ? name : name + "-" + std::to_string(k);
    if (number > 1) {
      one.title.dutch += " " + std::to_string(k);
      one.title.english += " " + std::to_string(k);
    }
    one.stream = stream_of(one.name);
    region.municipalities.push_back(std::move(one));
  }
}

JobPath read_path(const Section& agreed, const char* sector, int first_year) {
  JobPath path;
  const auto jobs_by_year = agreed.optional_section(sector);
  if (!jobs_by_year) return path;
  double before = 0.0;
  for (const auto& [written, jobs] : jobs_by_year->numbers_by_name({0, 1e6})) {
    int year = 0;
    const char* const end = std::from_chars(written.data(), written.data() + written.size(), year).ptr;
    if (end != written.data() + written.size() || year < first_year || year > 2100) {
      jobs_by_year->refuse(written, "found " + quote(written), "a year from that of the agreement on, as 2026: 3715");
    } else if (jobs < before || (!path.empty() && path.rbegin()->first >= year - first_year + 1)) {
      jobs_by_year->refuse(written, "found a path that goes back", "years in order, each with at least as many jobs");
    } else {
      path[year - first_year + 1] = before = jobs;
    }
  }
  return path;
}

void read_agreed(const Section& section, Region& region) {
  const auto agreed = section.optional_section("agreed");
  if (!agreed) return;
  const int year = agreed->year("year");
  region.market = read_path(*agreed, "market", year);
  region.government = read_path(*agreed, "government", year);
}

void read_expected(const Section& section, Region& region) {
  const auto written = section.optional_section("expected");
  if (!written) return;
  ExpectedPlacements expected;
  expected.year = written->year("year");
  const double total = written->quantity("total");
  double sum = 0.0;
  for (const auto& [name, groups] : written->section("offices").entries()) {
    auto& office = expected.offices.emplace_back(name, std::map<std::string, double>{});
    for (const auto& [group, placements] : groups.numbers_by_name(not_negative)) {
      office.second[group] = placements;
      sum += placements;
    }
  }
  if (std::abs(sum - total) > 1e-9) {
    written->refuse("total", fmt::format("found {:.0f}", total),
                    fmt::format("what the offices add up to, {:.0f}", sum));
  }
  region.expected = std::move(expected);
}

void read_demand(const Section& section, Region& region) {
  const auto demand = section.optional_section("demand");
  if (!demand) return;
  const std::array<double, 3> shares{demand->share("low"), demand->share("middle"), demand->share("high")};
  const double sum = shares[0] + shares[1] + shares[2];
  if (sum < 1.0 - 1e-9 || sum > 1.0 + 1e-9) {
    section.refuse("demand", "found shares that do not sum to 100 %",
                   "low, middle and high together are all vacancies");
  }
  region.demand = shares;
}

}  // namespace

double jobs_on(const JobPath& path, double years) {
  double from_year = 0.0, from_jobs = 0.0;
  for (const auto& [year, jobs] : path) {
    if (years <= year) return from_jobs + (jobs - from_jobs) * (years - from_year) / (year - from_year);
    from_year = year;
    from_jobs = jobs;
  }
  return from_jobs;
}

Municipality Region::whole() const {
  Municipality sum;
  sum.name = name;
  sum.title = title;
  sum.source = source;
  sum.file = file;
  sum.files = files;
  for (const Municipality& one : municipalities) {
    sum.inhabitants += one.inhabitants;
    sum.quotum_jobs += one.quotum_jobs;
    sum.register_people += one.register_people;
    sum.staff_fte += one.staff_fte;
    sum.departments += one.departments;
  }
  return sum;
}

bool is_region(const std::filesystem::path& file) {
  Problems ignored;
  const auto tree = read_file(file, ignored);
  return tree && tree->find("region") != nullptr && tree->find("scenario") == nullptr;
}

std::optional<Region> read_region(const Naming& naming, const Assumptions& assumptions, Problems& problems) {
  const auto file = find_file(Shelf::places, naming, problems);
  if (!file) return std::nullopt;
  const auto tree = read_file(*file, problems);
  if (!tree) return std::nullopt;
  const Section section(*tree, problems);
  Region region;
  region.name = section.name("region");
  region.title = section.title("title");
  region.source = section.text("source", "");
  region.file = file->string();
  region.files.push_back(text_of_file(*file));
  const Section municipalities = section.section("municipalities");
  for (const auto& [name, entry] : municipalities.entries()) {
    if (!is_name(name)) {
      municipalities.refuse(name, "found " + quote(name),
                            "a name has lower-case letters, digits, _ and -, and starts with a letter");
    }
    add(name, entry, assumptions, region);
  }
  if (region.municipalities.empty() || region.municipalities.size() > most_municipalities) {
    section.refuse("municipalities", "found " + std::to_string(region.municipalities.size()) + " municipalities",
                   "a region has 1 to 500");
  }
  read_agreed(section, region);
  read_expected(section, region);
  read_demand(section, region);
  section.finish();
  if (problems.has_errors()) return std::nullopt;
  return region;
}

}  // namespace banenplan::models
