#include "models/facts/assumptions.hpp"

#include <set>

#include "models/reading/document.hpp"
#include "tests/models/shipped.hpp"

using namespace banenplan;
using namespace banenplan::models;

namespace {

const Assumption& named(const Assumptions& assumptions, const std::string& name) {
  const auto place = assumptions.find(name);
  CAPTURE(name);
  REQUIRE(place >= 0);
  return assumptions[place];
}

// The lines with which a scenario's `assumptions` are refused.
std::vector<std::string> refused(Assumptions& assumptions, const std::string& text) {
  Problems problems;
  const auto tree = read_text(text, "a.yaml", problems);
  REQUIRE(tree);
  const Section section(*tree, problems);
  assumptions.overlay(section.section("assumptions"));
  section.finish();
  return problems.error_lines();
}

}  // namespace

TEST_CASE("assumptions have the values that were measured or assumed") {
  struct Row {
    const char* name;
    double low, value, high;
    char grade;
    const char* source;
  };
  const Row rows[] = {
      {"register_per_1000_inhabitants", 14.7, 14.7, 14.7, 'D', "263,435 people on 17.9 million inhabitants"},
      {"staff_per_1000_inhabitants", 7.2, 7.2, 7.2, 'O', "personnel monitor of municipalities"},
      {"wage_cost_per_fte", 85000, 94000, 105000, 'D', "personnel monitor of municipalities"},
      {"external_hire_share", 0.181, 0.181, 0.181, 'O', "personnel monitor of municipalities 2023"},
      {"staff_outflow", 0.068, 0.083, 0.098, 'O', "personnel monitor of municipalities 2022"},
      {"trial_success", 0.50, 0.58, 0.66, 'O', "UWV: nearly 60 %"},
      {"loonwaarde_mean", 0.53, 0.57, 0.62, 'D', "fitted to recipients of 2020-2022"},
      {"benefit_gross_up", 1.12, 1.17, 1.22, 'D', "BUIG price against the net norm"},
      {"municipal_wage_level", 1.0, 1.05, 1.2, 'O', "Cao Gemeenten, scale A"},
      {"effect_buddy", 0.85, 0.925, 1.0, 'A', "assumption"},
  };
  const Assumptions assumptions;
  for (const Row& row : rows) {
    CAPTURE(row.name, row.source);
    const Assumption& assumption = named(assumptions, row.name);
    CHECK(assumption.spread.low == Approx(row.low).epsilon(1e-12));
    CHECK(assumption.spread.value == Approx(row.value).epsilon(1e-12));
    CHECK(assumption.spread.high == Approx(row.high).epsilon(1e-12));
    CHECK(letter(assumption.grade) == row.grade);
    CHECK((assumption.spread.shape == Spread::Shape::fixed) == (row.low == row.high));
  }
}

TEST_CASE("each assumption is named once, in two languages, within what is allowed, and from a source") {
  const Assumptions assumptions;
  std::set<std::string> names;
  for (const Assumption& assumption : assumptions.all()) {
    CAPTURE(assumption.name);
    CHECK(names.insert(assumption.name).second);
    CHECK(assumptions.find(assumption.name) == &assumption - assumptions.all().data());
    CHECK(!assumption.title.dutch.empty());
    CHECK(!assumption.title.english.empty());
    CHECK(!assumption.source.empty());
    CHECK(assumption.checked.year >= 2026);  // before that nobody can have looked
    CHECK(assumption.allowed.low <= assumption.spread.low);
    CHECK(assumption.spread.low <= assumption.spread.value);
    CHECK(assumption.spread.value <= assumption.spread.high);
    CHECK(assumption.spread.high <= assumption.allowed.high);
  }
  CHECK(assumptions.find("no_such_assumption") == -1);
}

TEST_CASE("each assumption is used by the model") {
  const std::filesystem::path models = std::filesystem::path(PROJECT_FOLDER) / "models";
  std::string all;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(models)) {
    const auto extension = entry.path().extension();
    if (extension == ".cpp" || entry.path().parent_path().filename() == "pathways") all += text_of(entry.path());
  }
  const auto used = [&](std::string name) {
    // A class of distance is named by its family and a number.
    if (name.size() > 2 && name[name.size() - 2] == '_' && std::isdigit(name.back())) name.resize(name.size() - 2);
    return all.find(name) != std::string::npos;
  };
  const Assumptions assumptions;
  for (const Assumption& assumption : assumptions.all()) {
    CAPTURE(assumption.name);
    CHECK(used(assumption.name));
  }
  CHECK_FALSE(used("an_assumption_that_nobody_uses"));
}

TEST_CASE("without assumed effects, effects of grade A are neutral and nothing else changes") {
  const Assumptions before;
  Assumptions after;
  after.without_assumed_effects();
  std::set<std::string> neutral;
  for (std::size_t k = 0; k < before.all().size(); ++k) {
    const Assumption& was = before.all()[k];
    const Assumption& is = after.all()[k];
    CAPTURE(was.name);
    if (was.is_effect && was.grade == Grade::assumption) {
      neutral.insert(was.name);
      CHECK(is.spread.value == was.neutral);
      CHECK(is.spread.low == was.neutral);
      CHECK(is.spread.high == was.neutral);
      CHECK(is.spread.shape == Spread::Shape::fixed);
    } else {
      CHECK(is.spread.value == was.spread.value);
      CHECK(is.spread.low == was.spread.low);
      CHECK(is.spread.high == was.spread.high);
      CHECK(is.spread.shape == was.spread.shape);
    }
  }
  CHECK(neutral == std::set<std::string>{
                       "day_activities_moves_on", "effect_aftercare", "effect_buddy", "effect_coordinator",
                       "effect_diagnosis", "effect_jobcoach", "effect_project_team", "effect_trainee",
                       "job_end_distance_1", "job_end_distance_2", "job_end_distance_3", "job_end_distance_4",
                       "job_end_distance_5", "job_end_distance_6", "learning_places_additional", "loonwaarde_growth",
                       "neighbourhood_moves_on", "places_additional", "places_per_employer"});
  CHECK(named(after, "effect_buddy").spread.value == 1.0);
}

TEST_CASE("a scenario sets a value, or a value with its range") {
  Assumptions assumptions;
  CHECK(refused(assumptions, R"(assumptions:
  effect_buddy: 0.8
  match_strong: 35%
  wage_cost_per_fte: {value: 100000, range: [90000, 120000], shape: uniform}
)")
            .empty());
  const Spread buddy = named(assumptions, "effect_buddy").spread;
  CHECK(buddy.value == 0.8);
  CHECK(buddy.shape == Spread::Shape::fixed);
  CHECK(named(assumptions, "match_strong").spread.value == 0.35);
  const Spread wage = named(assumptions, "wage_cost_per_fte").spread;
  CHECK(wage.low == 90000);
  CHECK(wage.high == 120000);
  CHECK(wage.shape == Spread::Shape::uniform);
  CHECK(named(assumptions, "effect_jobcoach").spread.value == 0.9);
}

TEST_CASE("what a scenario may not assume is refused in a line") {
  struct Row {
    const char* entry;
    const char* line;
  };
  const Row rows[] = {
      {"effect_budy: 0.8",
       R"(a.yaml:2:3: assumptions.effect_budy: found a key that is not known here; did you mean "effect_buddy"?)"},
      {"trial_success: 1.2",
       R"(a.yaml:2:18: assumptions.trial_success: found "1.2"; a share is from 0 to 1, as 12% or 0.12; did you mean "1.2%"?)"},
      {"buddy_hours: 20%", R"(a.yaml:2:16: assumptions.buddy_hours: found "20%"; a number is from 0 to 36)"},
      {"share_wajong: 30%",
       "a.yaml:2:17: assumptions.share_wajong: found shares that sum to 0.88; share_participatiewet to "
       "share_niet_uitkeringsgerechtigd sum to 1"},
      {"distance_6: 35%",
       "a.yaml:2:15: assumptions.distance_6: found shares that sum to 1.05; distance_1 to distance_6 sum to 1"},
      {"trial_failed_keeps_looking: 40%",
       "a.yaml:2:31: assumptions.trial_failed_keeps_looking: found shares that sum to 1.06 at the end of their "
       "ranges; trial_success and trial_failed_keeps_looking sum to at most 1"},
      {"hours_lowest: 36",
       "a.yaml:2:17: assumptions.hours_lowest: found 36 to 36; hours_lowest lies below hours_highest"},
      {"buddy_hours: {value: 2, range: [3, 4]}",
       R"(a.yaml:2:24: assumptions.buddy_hours.value: found 2; the value is within its range, 3 to 4)"},
  };
  for (const Row& row : rows) {
    Assumptions assumptions;
    const auto lines = refused(assumptions, std::string("assumptions:\n  ") + row.entry + "\n");
    CHECK(lines == std::vector<std::string>{row.line});
  }
}

TEST_CASE("a spread becomes the distribution of its shape") {
  using Kind = engine::Distribution::Kind;
  struct Row {
    Spread::Shape shape;
    Kind kind;
    double median;  // of 1, 2, 4
  };
  // Triangular: below the top lies (2 - 1) / (4 - 1) of the mass, so the median is 4 - sqrt(0.5 x 3 x 2).
  const Row rows[] = {{Spread::Shape::fixed, Kind::fixed, 2.0},
                      {Spread::Shape::uniform, Kind::uniform, 2.5},
                      {Spread::Shape::triangular, Kind::triangular, 4.0 - std::sqrt(3.0)},
                      {Spread::Shape::normal, Kind::normal, 2.0},
                      {Spread::Shape::lognormal, Kind::lognormal, 2.0}};
  for (const Row& row : rows) {
    const auto distribution = distribution_of({2.0, 1.0, 4.0, row.shape});
    CHECK(distribution.kind == row.kind);
    CHECK(distribution.quantile(0.5) == Approx(row.median).margin(1e-12));
  }
}
