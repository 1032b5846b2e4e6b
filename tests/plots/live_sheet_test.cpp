#include "plots/live_sheet.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "plots/results.hpp"
#include "plots/valuation.hpp"
#include "plots/workbook.hpp"
#include "tests/plots/small_simulation.hpp"

using namespace banenplan;
using namespace banenplan::plots;
namespace fs = std::filesystem;

namespace {

struct Place {
  fs::path path;
  Place() {
    std::string name = (fs::temp_directory_path() / "banenplan-live-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~Place() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
};

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Opens workbooks in LibreOffice, which computes every formula anew, and has each sheet written as CSV.
void recompute(const fs::path& folder, const std::vector<std::string>& names) {
  fs::create_directories(folder / "user" / "user");
  std::ofstream(folder / "user" / "user" / "registrymodifications.xcu") << R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
)";
  const std::string where = folder.string();
  std::string command = "soffice --headless -env:UserInstallation=file://" + where + "/user --convert-to " +
                        "'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1' --outdir " +
                        where + "/csv";
  for (const std::string& name : names) command += " " + where + "/" + name + ".xlsx";
  command += " > " + where + "/log 2>&1";
  REQUIRE(std::system(command.c_str()) == 0);
}

// The numbers beside this word in the third column of a sheet, in the order of the rows.
std::vector<double> values_of(const std::string& csv, const std::string& word) {
  std::vector<double> values;
  const std::string start = "," + word + ",";
  for (std::size_t at = csv.find(start); at != std::string::npos; at = csv.find(start, at + 1)) {
    const std::size_t from = at + start.size() + (csv[at + start.size()] == '"' ? 1 : 0);
    values.push_back(std::strtod(csv.c_str() + from, nullptr));
  }
  return values;
}

std::vector<double> net_means(const Valuation& valued) {
  std::vector<double> values;
  for (std::size_t k = 1; k < valued.scenarios.size(); ++k) {
    values.push_back(valued.scenarios[k].society.net.mean);
    values.push_back(valued.scenarios[k].municipality.net.mean);
  }
  return values;
}

void check_to_the_cent(const std::vector<double>& found, const std::vector<double>& expected) {
  REQUIRE(found.size() == expected.size());
  for (std::size_t k = 0; k < found.size(); ++k) CHECK(std::abs(found[k] - expected[k]) < 0.005);
}

}  // namespace

TEST_CASE(
    "LibreOffice recomputes the workbook without errors, to the totals of results.json; changed cells change them") {
  const Place place;
  models::Comparison comparison =
      small_simulation({"nulalternatief", "budgettair-neutraal", "boven-formatie"}, 12, {"budget.lks=200000"});
  comparison.scenarios[2].title = {"=HYPERLINK(\"http://x\")", "=1+1"};
  const Words words{Language::dutch};
  const Summary summary = summary_of(comparison);
  REQUIRE(save_workbook(comparison, summary, words, place.path / "as_computed.xlsx"));
  // What a user does: another discount rate in the cell, while all that the file remembers is of the old one.
  constexpr double other_rate = 0.05;
  Summary changed = summary;
  auto edited = std::make_shared<Valuation>(*summary.valuation);
  edited->appraisal.rates.assign(edited->appraisal.rates.size(), other_rate);
  changed.valuation = edited;
  REQUIRE(save_workbook(comparison, changed, words, place.path / "changed.xlsx"));
  recompute(place.path, {"as_computed", "changed"});

  int sheets = 0;
  for (const auto& entry : fs::directory_iterator(place.path / "csv")) {
    const std::string csv = content(entry.path());
    INFO(entry.path());
    for (const char* const error :
         {"#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "Err:", "\"inf", "\"nan"}) {
      CHECK(csv.find(error) == std::string::npos);
    }
    ++sheets;
  }
  CHECK(sheets == 18);

  const std::string word = words("workbook.net");
  const auto json = nlohmann::json::parse(results_json(comparison, summary));
  std::vector<double> in_json;
  for (std::size_t k = 1; k < 3; ++k) {
    for (const char* const side : {"society", "municipality"}) {
      in_json.push_back(json["appraisal"]["scenarios"][k][side]["net"]["mean"]);
    }
  }
  const auto sheet = [&](const std::string& name) {
    return content(place.path / "csv" / (name + "-" + words("workbook.live") + ".csv"));
  };
  check_to_the_cent(values_of(sheet("as_computed"), word), in_json);

  models::Comparison at_other_rate = comparison;
  at_other_rate.discount_rates.assign(comparison.discount_rates.size(), other_rate);
  const auto expected = net_means(*valuation_of(at_other_rate));
  check_to_the_cent(values_of(sheet("changed"), word), expected);
  CHECK(std::abs(expected[0] - in_json[0]) > 1.0);  // else the changed cell would show nothing
  CHECK(content(place.path / "csv" / "as_computed-Samenvatting.csv").find("'=HYPERLINK") != std::string::npos);
}

TEST_CASE("without a valuation there is no live sheet") {
  const Place place;
  Book book(place.path / "empty.xlsx");
  book.sheet("one");
  add_live_sheet(book, {}, {}, Words{Language::english});
  CHECK(book.close());
}
