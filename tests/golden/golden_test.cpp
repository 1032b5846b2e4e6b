// The figures of the shipped scenarios, as they are known to be. A change that should move none is held against
// tests/golden/expected; one that should is seen there, cell by cell, once the files have been renewed:
//
//   build/release/tests/golden_test "[.renew]"
#include "tests/golden/golden.hpp"

#include <bit>
#include <catch2/catch.hpp>
#include <cstdint>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <sstream>

#include "plots/summary.hpp"

using namespace banenplan;
namespace fs = std::filesystem;

namespace {

const fs::path folder = PROJECT_FOLDER "/tests/golden/expected";

constexpr const char* column_names = "measure,year,mean,median,low,high";

// scenarios/examples/x.yaml has examples/x.csv.
fs::path expected_file(const std::string& scenario) {
  return folder / fs::path(scenario).lexically_relative("scenarios").replace_extension("csv");
}

// Each measure in the first, the fifth and the last year, with all digits; the hash stands for the rest.
std::string text_of(const std::string& scenario, const models::Comparison& comparison) {
  std::string text =
      fmt::format("# {} in {}, {} replications, seed {}\n# sha256 {}\n{}\n", scenario, comparison.municipality.name,
                  comparison.replications, comparison.seed, golden::hash_of(comparison), column_names);
  const plots::Summary summary = plots::summary_of(comparison);
  for (const plots::MeasureSummary& measure : summary.scenarios.front().measures) {
    for (const std::size_t year : {std::size_t{0}, std::size_t{4}, measure.years.size() - 1}) {
      const plots::Band band = measure.years.at(year).value();
      text += fmt::format("{},{},{},{},{},{}\n", measure.text.key,
                          comparison.first_year + static_cast<std::int32_t>(year), band.mean, band.median, band.low,
                          band.high);
    }
  }
  return text;
}

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, at);) parts.push_back(part);
  return parts;
}

// The first cell in which two texts differ, or the first line where that is no cell; empty when they are equal. A
// hash that differs is named only where nothing else does.
std::string first_difference(const std::string& was, const std::string& is) {
  if (was == is) return "";
  const auto before = split(was, '\n'), after = split(is, '\n'), columns = split(column_names, ',');
  std::string of_hash;
  for (std::size_t line = 0; line < std::max(before.size(), after.size()); ++line) {
    const std::string one = line < before.size() ? before[line] : "no such line";
    const std::string other = line < after.size() ? after[line] : "no such line";
    if (one == other) continue;
    if (one.starts_with("# sha256 ") && other.starts_with("# sha256 ")) {
      of_hash = "no cell, but the hash of all outcomes: was " + one.substr(9) + ", is " + other.substr(9);
      continue;
    }
    const auto cells = split(one, ','), others = split(other, ',');
    if (cells.size() == columns.size() && others.size() == columns.size() && cells[0] == others[0] &&
        cells[1] == others[1]) {
      for (std::size_t k = 2; k < cells.size(); ++k) {
        if (cells[k] != others[k])
          return fmt::format("{} {}, {}: was {}, is {}", cells[0], cells[1], columns[k], cells[k], others[k]);
      }
    }
    return fmt::format("line {}: was \"{}\", is \"{}\"", line + 1, one, other);
  }
  return of_hash.empty() ? "an end of line" : of_hash;
}

std::string text_in(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<fs::path> golden_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  return files;
}

}  // namespace

TEST_CASE("each shipped scenario has the outcomes of its golden file") {
  std::size_t compared = 0;
  for (const std::string& scenario : golden::shipped_scenarios()) {
    const fs::path file = expected_file(scenario);
    const std::string difference = first_difference(text_in(file), text_of(scenario, golden::simulated(scenario)));
    INFO(fs::relative(file, PROJECT_FOLDER).string() << ": " << difference);
    CHECK(difference.empty());
    ++compared;
  }
  CHECK(compared == golden_files().size());
  CHECK(compared >= 4);
}

TEST_CASE("renews the golden files", "[.renew]") {
  fs::remove_all(folder);
  for (const std::string& scenario : golden::shipped_scenarios()) {
    const fs::path file = expected_file(scenario);
    fs::create_directories(file.parent_path());
    std::ofstream stream(file, std::ios::binary);
    stream << text_of(scenario, golden::simulated(scenario));
    stream.close();
    REQUIRE(stream);
  }
}

TEST_CASE("the first cell that moved is named") {
  const std::string head = std::string("# a\n# sha256 12\n") + column_names + "\n";
  const std::string was = head + "jobs,2027,1,2,3,4\njobs,2028,1,2,3,4\n";
  struct Row {
    std::string is, said;
  };
  const std::vector<Row> rows = {
      {was, ""},
      {head + "jobs,2027,1,2,3,4\njobs,2028,1,2.5,3,5\n", "jobs 2028, median: was 2, is 2.5"},
      {"# a\n# sha256 13\n" + was.substr(16), "no cell, but the hash of all outcomes: was 12, is 13"},
      {"# a\n# sha256 13\n" + head.substr(16) + "jobs,2027,1,2,3,5\njobs,2028,1,2,3,4\n",
       "jobs 2027, high: was 4, is 5"},
      {head + "jobs,2027,1,2,3,4\n", "line 5: was \"jobs,2028,1,2,3,4\", is \"no such line\""},
      {head + "people,2027,1,2,3,4\njobs,2028,1,2,3,4\n",
       "line 4: was \"jobs,2027,1,2,3,4\", is \"people,2027,1,2,3,4\""},
      {was.substr(0, was.size() - 1), "an end of line"},
  };
  for (const Row& row : rows) CHECK(first_difference(was, row.is) == row.said);
}

TEST_CASE("one bit of one outcome moves the hash") {
  models::Comparison comparison = golden::simulated("scenarios/trainees.yaml");
  const std::string hash = golden::hash_of(comparison);
  for (engine::Run* const run : {&comparison.scenarios[0].run, &comparison.scenarios[0].chance}) {
    double& number = run->outcomes.back().back();
    number = std::bit_cast<double>(std::bit_cast<std::uint64_t>(number) ^ 1U);
    CHECK(golden::hash_of(comparison) != hash);
    number = std::bit_cast<double>(std::bit_cast<std::uint64_t>(number) ^ 1U);
    CHECK(golden::hash_of(comparison) == hash);
  }
}
