#include "plots/municipalities.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include "plots/phrases.hpp"

namespace banenplan::plots {
namespace {

constexpr std::size_t most_shown = 40;

// Places of the largest, in the order of the region.
std::vector<std::size_t> largest(const Json& municipalities) {
  std::vector<std::size_t> places(municipalities.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
    const auto people = [&](std::size_t place) { return municipalities[place].at("register_people").get<double>(); };
    return people(a) > people(b);
  });
  places.resize(std::min(places.size(), most_shown));
  std::sort(places.begin(), places.end());
  return places;
}

Cell cell_of(const Json& scenario, std::string_view key, const Json& results, const Words& words) {
  const Json* const measure = measure_in(scenario, key);
  const std::optional<Band> band = measure == nullptr ? std::nullopt : band_in(measure->at("total").at("value"));
  return {band_text(
              band, banded(results), [&](double value) { return words.number(value); }, words),
          band ? std::optional{band->median} : std::nullopt};
}

}  // namespace

const std::vector<std::string_view>& municipality_measures() {
  static const std::vector<std::string_view> keys = {
      "placements",         "jobs",        "quotum_share", "people_at_work",
      "lasting_placements", "all_at_work", "lks",          "guidance",
      "municipal_wages",    "benefits",    "net_cost"};
  return keys;
}

std::optional<Table> agreement_overview(const Json& results, const Words& words) {
  struct Line {
    const char* title;
    const char* agreed;
    const char* measure;
  };
  constexpr Line lines[] = {{"municipalities.market", "market", "extra_jobs_elsewhere"},
                            {"municipalities.government", "government", "jobs"}};
  if (!results.contains("agreement")) return std::nullopt;
  Table table{words("municipalities.agreement", {{"to", std::to_string(last_year(results))}}),
              {{words("municipalities.employers")}, {words("municipalities.agreed"), Alignment::right}},
              {}};
  for (const Json& scenario : results.at("scenarios"))
    table.columns.push_back({title_in(scenario, words), Alignment::right});
  for (const Line& line : lines) {
    const Json& agreed = results["agreement"].at(line.agreed);
    if (agreed.empty()) continue;
    const double jobs = agreed.back().get<double>();
    std::vector<Cell> row{{words(line.title)}, {words.number(jobs), jobs}};
    for (const Json& scenario : results.at("scenarios"))
      row.push_back(cell_of(scenario, line.measure, results, words));
    table.rows.push_back(std::move(row));
  }
  if (table.rows.empty()) return std::nullopt;
  return table;
}

std::optional<Table> expected_overview(const Json& results, const Words& words) {
  if (!results.contains("expected_placements")) return std::nullopt;
  const Json& expected = results["expected_placements"];
  std::set<std::string> groups;
  for (const Json& office : expected.at("offices")) {
    for (const Json& group : office.at("groups")) groups.insert(group.at("name").get<std::string>());
  }
  Table table{words("municipalities.expected", {{"year", expected.at("year").dump()}}),
              {{words("municipalities.office")}},
              {}};
  for (const std::string& group : groups) table.columns.push_back({group, Alignment::right});
  table.columns.push_back({words("municipalities.all"), Alignment::right});
  std::vector<double> sums(groups.size() + 1);
  const auto add = [&](std::vector<Cell>& row, double placements) {
    row.push_back({words.number(placements), placements});
  };
  for (const Json& office : expected.at("offices")) {
    std::vector<Cell> row{{office.at("name").get<std::string>()}};
    double all = 0.0;
    std::size_t k = 0;
    for (const std::string& group : groups) {
      double placements = 0.0;
      for (const Json& one : office.at("groups")) {
        if (one.at("name") == group) placements += one.at("placements").get<double>();
      }
      all += placements;
      sums[k++] += placements;
      add(row, placements);
    }
    sums.back() += all;
    add(row, all);
    table.rows.push_back(std::move(row));
  }
  std::vector<Cell> last{{words("municipalities.region")}};
  for (const double sum : sums) add(last, sum);
  table.rows.push_back(std::move(last));
  return table;
}

std::optional<Table> municipalities_overview(const Json& results, const Words& words) {
  if (!results.contains("municipalities") || results["municipalities"].empty()) return std::nullopt;
  const Json& municipalities = results["municipalities"];
  const auto shown = largest(municipalities);
  const bool all = shown.size() == municipalities.size();
  Table table{words(all ? "municipalities.jobs" : "municipalities.jobs_of_largest",
                    {{"to", std::to_string(last_year(results))},
                     {"shown", std::to_string(shown.size())},
                     {"count", std::to_string(municipalities.size())}}),
              {{words("municipalities.municipality")}, {words("municipalities.quotum"), Alignment::right}},
              {}};
  for (const Json& scenario : results.at("scenarios"))
    table.columns.push_back({title_in(scenario, words), Alignment::right});
  for (const std::size_t place : shown) {
    const Json& municipality = municipalities[place];
    const double quotum = municipality.at("quotum_jobs").get<double>();
    std::vector<Cell> row{{title_in(municipality, words)}, {words.number(quotum), quotum}};
    for (const Json& scenario : municipality.at("scenarios"))
      row.push_back(cell_of(scenario, "jobs", results, words));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace banenplan::plots
