// What makes no sense, or leaves nothing to divide by, is refused or said in words; no file that is written holds
// what is not a number.
#include <catch2/catch.hpp>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/models/shipped.hpp"

namespace fs = std::filesystem;
using banenplan::models::Folder;
using banenplan::models::text_of;

namespace {

struct Ran {
  int code = -1;
  std::string said;
};

Ran compare(const Folder& folder, const std::string& arguments) {
  const std::string said = (folder.path() / "said").string();
  const std::string command =
      PROGRAM " compare --out " + (folder.path() / "out").string() + " " + arguments + " > " + said + " 2>&1";
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, text_of(said)};
}

// Whether the letters stand in the text as a word of their own, whatever their case.
bool has_word(const std::string& text, const std::string& word) {
  const auto is_letter = [&](std::size_t at) {
    return at < text.size() && (std::isalnum(static_cast<unsigned char>(text[at])) != 0 || text[at] == '_');
  };
  for (std::size_t at = 0; at + word.size() <= text.size(); ++at) {
    bool same = true;
    for (std::size_t k = 0; k < word.size() && same; ++k)
      same = std::tolower(static_cast<unsigned char>(text[at + k])) == word[k];
    if (same && (at == 0 || !is_letter(at - 1)) && !is_letter(at + word.size())) return true;
  }
  return false;
}

bool holds_no_number(const std::string& text) {
  return has_word(text, "nan") || has_word(text, "inf");
}

// The page without its script and style, which are the same for all.
std::string words_of_page(std::string page) {
  for (const char* const tag : {"script", "style"}) {
    const std::string ends = std::string("</") + tag + ">";
    for (std::size_t at = page.find(std::string("<") + tag); at != std::string::npos;
         at = page.find(std::string("<") + tag, at)) {
      const std::size_t end = page.find(ends, at);
      REQUIRE(end != std::string::npos);
      page.erase(at, end + ends.size() - at);
    }
  }
  return page;
}

void check_files(const Folder& folder) {
  const fs::path out = folder.path() / "out";
  CHECK_FALSE(holds_no_number(words_of_page(text_of(out / "report.html"))));
  std::string numbers = text_of(out / "results.json");
  CHECK_FALSE(holds_no_number(numbers));
  int tables = 0;
  for (const auto& entry : fs::directory_iterator(out / "tables")) {
    INFO(entry.path());
    CHECK_FALSE(holds_no_number(text_of(entry.path())));
    ++tables;
  }
  CHECK(tables >= 7);
  const fs::path cells = folder.path() / "cells";
  REQUIRE(std::system(("unzip -p " + (out / "results.xlsx").string() + " > " + cells.string()).c_str()) == 0);
  const std::string workbook = text_of(cells);
  CHECK(workbook.size() > 10000);
  CHECK_FALSE(holds_no_number(workbook));
}

}  // namespace

TEST_CASE("the words that are looked for are found where they stand") {
  for (const char* const text : {"nan", "a,nan\r\n", ">-inf<", "\"NaN\""}) CHECK(holds_no_number(text));
  for (const char* const text : {"financien", "information", "banana", "info", "nan_1"})
    CHECK_FALSE(holds_no_number(text));
}

TEST_CASE("what makes no sense is refused in a line that says what is allowed, and nothing is written") {
  struct Row {
    const char* set;
    const char* says;
  };
  const Row rows[] = {
      {"appraisal.discount_rate=-100%", "a share is from 0 to 0.2"},
      {"appraisal.discount_rate=1e400", "appraisal.discount_rate"},
      {"period.years=0.08", "period.years"},  // a month
      {"period.years=0", "period.years"},
      {"assumptions.inflation=-100%", "a share is from 0 to 0.1"},
      {"'appraisal.posts={care_wmo_crime: true, care: true}'", "care"},  // a benefit counted twice
      {"budget.lks=-5", "budget.lks"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.set);
    const Folder folder;
    const Ran ran = compare(folder, std::string("trainees --municipality klein --replications 5 --set ") + row.set);
    CAPTURE(ran.said);
    CHECK(ran.code == 2);
    CHECK(ran.said.find(row.says) != std::string::npos);
    CHECK_FALSE(fs::exists(folder.path() / "out"));
  }
}

TEST_CASE("where there is nothing to divide by, words say so, and no file holds what is not a number") {
  struct Row {
    const char* what;
    std::string arguments;
    const char* kind;  // of the last scenario against the null alternative
    int replications = 40;
  };
  const Folder files;
  const std::string nothing = files.write("nothing.yaml", "scenario: nothing\nextends: nulalternatief\n");
  // Places that nobody fills: equal effects and no cost at all.
  const std::string idle = files.write("idle.yaml",
                                       "scenario: idle\nextends: nulalternatief\nopenings:\n"
                                       "  leerwerkplek: {per_year: 0, hours: [24, 32], stays_open: 6, route: "
                                       "[leerwerkplek, elders]}\nmatching: {strength: weak, groups: all}\n");
  // A team that costs and places nobody: equal effects at a cost.
  const std::string team = files.write(
      "team.yaml",
      "scenario: team\nextends: nulalternatief\nopenings:\n"
      "  leerwerkplek: {per_year: 0, hours: [24, 32], stays_open: 6, route: "
      "[leerwerkplek, elders]}\nmatching: {strength: weak, groups: all}\nguidance: {project_team_fte: 2.5}\n");
  const Row rows[] = {
      {"the same twice", "nulalternatief " + nothing, "equal"},
      {"no cost and no effect", idle, "equal"},
      {"equal effects at a cost", team, "is_dominated"},
      {"one year", "boven-formatie --set period.years=1", nullptr},
      {"a budget of nothing", "boven-formatie --set budget.lks=0", nullptr},
      {"one replication", "boven-formatie", nullptr, 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Folder folder;
    const Ran ran =
        compare(folder, row.arguments + " --municipality klein --replications " + std::to_string(row.replications));
    CAPTURE(ran.said);
    REQUIRE(ran.code == 0);
    CHECK_FALSE(holds_no_number(ran.said));
    check_files(folder);
    const auto json = nlohmann::json::parse(text_of(folder.path() / "out" / "results.json"));
    const auto& last = json["appraisal"]["decisions"]["municipality"]["increments"].back();
    if (row.kind == nullptr) continue;
    CHECK(last["kind"] == row.kind);
    CHECK(last["ratio"].is_null());
    CHECK(last["effect"] == 0.0);
    // On the page and in the workbook the ratio is words.
    CHECK(text_of(folder.path() / "out" / "report.html").find("niet te bepalen") != std::string::npos);
    CHECK(text_of(folder.path() / "cells").find("niet te bepalen") != std::string::npos);
  }
}
