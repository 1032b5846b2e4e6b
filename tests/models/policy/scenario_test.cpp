#include "models/policy/scenario.hpp"

#include "tests/models/shipped.hpp"

using namespace banenplan::models;
using banenplan::engine::Month;

namespace {

// A shipped scenario with one piece of its text replaced.
std::string changed(const std::string& name, const std::string& piece, const std::string& by) {
  std::string text = text_of(std::filesystem::path(PROJECT_FOLDER) / "scenarios" / (name + ".yaml"));
  const auto at = text.find(piece);
  CAPTURE(name, piece);
  REQUIRE(at != std::string::npos);
  return text.replace(at, piece.size(), by);
}

Scenario read_good(const std::string& file) {
  Problems problems;
  const auto scenario = read_scenario({file, {}, std::nullopt, false}, problems);
  CAPTURE(problems.error_lines());
  REQUIRE(scenario);
  return *scenario;
}

struct Change {
  const char* scenario;
  const char* piece;
  const char* by;
  const char* line;  // after the file
};

void check_refused(const Change& change) {
  const Folder folder;
  const auto file = folder.write("mine.yaml", changed(change.scenario, change.piece, change.by));
  CAPTURE(change.by);
  CHECK(refusals({file, {}, std::nullopt, false}) == std::vector<std::string>{file + change.line});
}

}  // namespace

TEST_CASE("every shipped scenario reads in every shipped municipality") {
  for (const char* name : {"nulalternatief", "budgettair-neutraal", "boven-formatie", "trainees"}) {
    for (const char* municipality : {"klein", "middelgroot", "groot"}) {
      Problems problems;
      const auto scenario = read_scenario({name, {}, municipality, false}, problems);
      CAPTURE(name, municipality, problems.error_lines(), problems.warning_lines());
      REQUIRE(scenario);
      CHECK(scenario->name == name);
      CHECK(scenario->municipality.name == municipality);
      CHECK(scenario->file.file == std::string("scenarios/") + name + ".yaml");
      CHECK(scenario->warnings.empty());
      CHECK(scenario->from == Month::of(2027, 1));
      CHECK(scenario->years == 10);
      CHECK(!scenario->title.dutch.empty());
      CHECK(!scenario->summary.english.empty());
    }
  }
}

TEST_CASE("the shipped scenarios have the elements of the brochure") {
  const Scenario nothing = shipped_scenario("nulalternatief");
  CHECK(nothing.channels.empty());
  CHECK(nothing.funds.empty());
  CHECK(nothing.municipality.name == "middelgroot");

  const Scenario above = shipped_scenario("boven-formatie");
  REQUIRE(above.channels.size() == 3);
  CHECK(above.channels[1].kind == ChannelKind::functiecreatie);
  CHECK(above.channels[1].per_department_per_year == 1.5);
  CHECK(above.channels[1].hours.low == 24);
  CHECK(above.strength == Strength::strong);
  CHECK(above.route ==
        std::vector<Stage>{Stage::proefplaatsing, Stage::jaarcontract, Stage::jaarcontract, Stage::vast});
  REQUIRE(above.funds.size() == 1);
  CHECK(above.funds[0].base == FundPlan::Base::personnel_budget);
  CHECK(above.funds[0].amount == Approx(0.006));
  CHECK(above.funds[0].carry_over);
  CHECK(above.guidance.buddy);
  CHECK(above.guidance.project_team_fte == 2.5);

  const Scenario within = shipped_scenario("budgettair-neutraal");
  CHECK(within.strength == Strength::weak);
  CHECK_FALSE(within.guidance.buddy);
  // The order in which funds are asked.
  std::vector<std::string> names;
  for (const FundPlan& fund : within.funds) names.push_back(fund.name);
  CHECK(names == std::vector<std::string>{"vacatureruimte", "inhuurbudget", "prestatieafspraak", "projectgeld"});

  const Scenario trainees = shipped_scenario("trainees");
  REQUIRE(trainees.channels.size() == 1);
  CHECK(trainees.channels[0].places == 12);
  CHECK(trainees.route == std::vector<Stage>{Stage::trainee, Stage::vast});
  CHECK(trainees.strength == Strength::limited);
}

TEST_CASE("a scenario states only what differs from the one that it extends") {
  const Folder folder;
  folder.write("base.yaml",
               "scenario: base\ntitle: {nl: Basis, en: Base}\nextends: boven-formatie\n"
               "guidance: {buddy: false}\n");
  const auto file = folder.write("mine.yaml",
                                 "scenario: mine\nextends: base.yaml\n"
                                 "funds: {centrale_pot: {filled_by: {share: 0.3%}}}\n"
                                 "openings: {job_carving: ~}\n");
  const Scenario mine = read_good(file);
  const Scenario shipped = shipped_scenario("boven-formatie");
  CHECK(mine.funds[0].amount == Approx(0.003));
  CHECK(mine.funds[0].pays == shipped.funds[0].pays);
  CHECK(mine.channels.size() == shipped.channels.size() - 1);
  CHECK_FALSE(mine.guidance.buddy);
  CHECK(mine.guidance.year_1 == shipped.guidance.year_1);
  CHECK(mine.route == shipped.route);
  // What it is called is its own, else two scenarios in a comparison would bear the same title.
  CHECK(mine.title.dutch == "mine");
  CHECK(mine.summary.dutch.empty());
  CHECK(mine.source.empty());
  CHECK(mine.file.file == file);
  CHECK(mine.file.text == text_of(file));
  REQUIRE(mine.extended.size() == 3);
  CHECK(mine.extended[0].file == (folder.path() / "base.yaml").string());
  CHECK(mine.extended[1].file == "scenarios/boven-formatie.yaml");
  CHECK(mine.extended[2].file == "scenarios/nulalternatief.yaml");
  CHECK(mine.extended[2].text == text_of(std::string(PROJECT_FOLDER) + "/scenarios/nulalternatief.yaml"));
  CHECK(mine.municipality.files.at(0).file == "scenarios/municipalities/middelgroot.yaml");
}

TEST_CASE("a name is a scenario's own") {
  const Folder folder;
  const auto file = folder.write("mine.yaml", "extends: boven-formatie\n");
  CHECK(refusals({file, {}, std::nullopt, false}) ==
        std::vector<std::string>{file + ":1:1: scenario: found nothing; this key is required"});
}

TEST_CASE("a value is set for one run") {
  const Scenario scenario =
      shipped_scenario("boven-formatie", {"funds.centrale_pot.filled_by.share=0.3%", "guidance.buddy=false",
                                          "period.years=4", "assumptions.match_strong=50%", "municipality=klein"});
  CHECK(scenario.funds[0].amount == Approx(0.003));
  CHECK_FALSE(scenario.guidance.buddy);
  CHECK(scenario.years == 4);
  CHECK(scenario.municipality.name == "klein");
  const auto place = scenario.assumptions.find("match_strong");
  CHECK(scenario.assumptions[place].spread.value == 0.5);
  CHECK(scenario.overrides.size() == 5);

  const Scenario neutral = *[] {
    Problems problems;
    return read_scenario({"boven-formatie", {}, std::nullopt, true}, problems);
  }();
  CHECK(neutral.assumptions[neutral.assumptions.find("effect_jobcoach")].spread.value == 1.0);
}

TEST_CASE("a wrong scenario is refused in one line") {
  const Change changes[] = {
      {"boven-formatie", "  buddy: true", "  budy: true",
       R"(:23:3: guidance.budy: found a key that is not known here; did you mean "buddy"?)"},
      {"boven-formatie", "share: 0.6%", "share: 0.6 euro",
       R"(:18:24: funds.centrale_pot.filled_by.share: found "0.6 euro"; a share is from 0 to 1, as 12% or 0.12)"},
      {"budgettair-neutraal", "amount: 90000", "amount: 90.000",
       R"(:27:25: funds.prestatieafspraak.filled_by.amount: found "90.000"; thousands are written without a point; did you mean "90000"?)"},
      {"nulalternatief", "2027-01", "2027-13",
       R"(:9:16: period.from: found "2027-13"; a month is written as 2026-01)"},
      {"nulalternatief", "2027-01", "2019-01",
       R"(:9:16: period.from: found "2019-01"; a month from 2026-01 to 2100-12)"},
      {"nulalternatief", "2027-01", "2000-01",
       R"(:9:16: period.from: found "2000-01"; a month from 2026-01 to 2100-12)"},
      {"nulalternatief", "years: 10", "years: 100",
       R"(:9:32: period.years: found "100"; a whole number from 1 to 40 is expected)"},
      {"nulalternatief", "years: 10}", "years: 10}\nassumptions: {trial_success: 58}",
       R"(:10:30: assumptions.trial_success: found "58"; a share is from 0 to 1, as 12% or 0.12; did you mean "58%"?)"},
      {"boven-formatie", "{share: 0.6%, of: personnel_budget, every: year}", "{every: year}",
       ":18:16: funds.centrale_pot.filled_by: found a fund that nobody fills; `share` of a budget, an `amount` of "
       "euros, or `establishment: true`"},
      {"boven-formatie", "    filled_by: {share: 0.6%, of: personnel_budget, every: year}\n", "",
       ":17:5: funds.centrale_pot.filled_by: found nothing; this key is required"},
      {"boven-formatie", "{share: 0.6%", "{amount: 5000, share: 0.6%",
       ":18:38: funds.centrale_pot.filled_by.share: found share beside amount; one of the two fills a fund; a key of "
       "an extended scenario is taken away as `amount: ~`"},
      {"boven-formatie", "pays: [wage, guidance, buddy, workplace]", "pays: [wages]",
       R"(:19:12: funds.centrale_pot.pays[0]: found "wages"; allowed is wage, trainee_wage, guidance, buddy, training, workplace, project_team or before_work; did you mean "wage"?)"},
      {"boven-formatie", "pays: [wage, guidance,", "pays: [wage, wage,",
       R"(:19:11: funds.centrale_pot.pays: found "wage" twice; each component once)"},
      {"boven-formatie", "  centrale_pot:", "  Centrale Pot:",
       R"(:17:5: funds.Centrale Pot: found "Centrale Pot"; a name has lower-case letters, digits, _ and -, and starts with a letter)"},
      {"boven-formatie", "route: [proefplaatsing, jaarcontract, jaarcontract, vast]\n", "",
       ":10:3: openings: found openings without a route; a `route` of stages, as [proefplaatsing, jaarcontract, "
       "vast]"},
      {"boven-formatie", "route: [proefplaatsing, jaarcontract, jaarcontract, vast]",
       "route: [jaarcontract, jaarcontract, jaarcontract]",
       ":14:8: route: found more than two one-year contracts; at most two, as the chain rule of the Cao has it"},
      {"boven-formatie", "route: [proefplaatsing, jaarcontract, jaarcontract, vast]",
       "route: [proefplaatsing, proefplaatsing, vast]",
       ":14:8: route: found a stage twice; each stage once, jaarcontract twice"},
      {"boven-formatie", "route: [proefplaatsing, jaarcontract, jaarcontract, vast]", "route: [vast, jaarcontract]",
       ":14:8: route: found stages that go back; leerwerkplek, proefplaatsing, jaarcontract, trainee and vast in "
       "this order"},
      {"boven-formatie", "route: [proefplaatsing, jaarcontract, jaarcontract, vast]", "route: [proefplaatsing]",
       ":14:8: route: found a proefplaatsing that no job follows; proefplaatsing, then jaarcontract, trainee, "
       "vast or elders"},
      {"boven-formatie", "route: [proefplaatsing, jaarcontract, jaarcontract, vast]", "route: [proefplatsing, vast]",
       R"(:14:9: route[0]: found "proefplatsing"; allowed is leerwerkplek, proefplaatsing, jaarcontract, trainee, vast, beschut or elders; did you mean "proefplaatsing"?)"},
      {"boven-formatie", "route: [proefplaatsing, jaarcontract, jaarcontract, vast]", "route: [trainee, vast]",
       ":14:8: route: found a trainee without places; `openings` with a trainee_pool and its places"},
      {"trainees", "route: [trainee, vast]", "route: [jaarcontract, vast]",
       ":13:8: route: found no trainee for the trainee_pool; a route with trainee, as [trainee, vast]"},
      {"nulalternatief", "years: 10}", "years: 10}\nroute: [jaarcontract, vast]",
       ":10:8: route: found a route without places; `openings` in which places arise"},
      {"boven-formatie", "matching: {strength: strong, groups: all, stop_at_quotum: true}\n", "",
       ":10:3: openings: found openings without matching; `matching` with a strength and groups"},
      {"boven-formatie", "groups: all", "priority: [wajong, wsw, wajong]",
       R"(:13:40: matching.priority: found "wajong" twice; each group once)"},
      {"boven-formatie", "groups: all", "groups: [wsw], priority: [wajong]",
       ":13:55: matching.priority: found a priority beside groups; either groups (asked alike) or a priority (asked "
       "in order); groups of an extended scenario are taken away as `groups: ~`"},
      {"boven-formatie", "extends: nulalternatief", "extends: nulalternatif",
       R"(:8:10: extends: found "nulalternatif"; shipped are boven-formatie, budgettair-neutraal, nulalternatief and trainees; a file ends in .yaml; did you mean "nulalternatief"?)"},
      {"boven-formatie", "extends: nulalternatief", "extends: ../../etc/passwd",
       R"(:8:10: extends: found "../../etc/passwd"; shipped are boven-formatie, budgettair-neutraal, nulalternatief and trainees; a file ends in .yaml)"},
      {"boven-formatie", "extends: nulalternatief", "extends: mine.yaml",
       R"(:8:10: extends: found "mine.yaml", which extends this scenario in turn; scenarios do not go in a circle)"},
      {"nulalternatief", "municipality: middelgroot", "municipality: middengroot",
       R"(:8:15: municipality: found "middengroot"; shipped are groot, klein, middelgroot, nederland, stedendriehoek and zaanstreek-waterland; a file ends in .yaml; did you mean "middelgroot"?)"},
      {"nulalternatief", "municipality: middelgroot\n", "",
       ":2:1: municipality: found nothing; this key is required"},
      {"nulalternatief", "nl: \"Nulalternatief\"", R"(nl: "Nul\nSet-Cookie")",
       R"(:3:13: title.nl: found "Nul\nSet-Cookie"; a title is one line of at most 400 characters)"},
      {"nulalternatief", "nl: \"Nulalternatief\"", R"(nl: "Nul\u202Efdp")",
       R"(:3:13: title.nl: found "Nul\u202efdp"; a title is one line of at most 400 characters)"},
      {"boven-formatie", "hours: [12, 12]", "hours: [12.2, 12.8]",
       ":11:54: openings.job_carving.hours: found no whole hour; contracts have whole hours a week, as [24, 32]"},
  };
  for (const Change& change : changes) check_refused(change);
}

TEST_CASE("a title that would be markup elsewhere is only text") {
  const Folder folder;
  const auto file = folder.write(
      "mine.yaml", changed("nulalternatief", "\"Nulalternatief\"", R"("<script>alert('x')</script> =1+1")"));
  CHECK(read_good(file).title.dutch == "<script>alert('x')</script> =1+1");
}

TEST_CASE("what the command line names wrongly is refused in one line") {
  struct Row {
    ScenarioRequest request;
    const char* line;
  };
  const Row rows[] = {
      {{"boven-formati", {}, std::nullopt, false},
       R"(found "boven-formati"; shipped are boven-formatie, budgettair-neutraal, nulalternatief and trainees; a file ends in .yaml; did you mean "boven-formatie"?)"},
      {{"absent.yaml", {}, std::nullopt, false},
       R"(found no file "absent.yaml"; a file is looked for in the current folder)"},
      {{"trainees", {}, "grot", false},
       R"(--municipality: found "grot"; shipped are groot, klein, middelgroot, nederland, stedendriehoek and zaanstreek-waterland; a file ends in .yaml; did you mean "groot"?)"},
      {{"trainees", {"municipality=grot"}, std::nullopt, false},
       R"(--set: municipality: found "grot"; shipped are groot, klein, middelgroot, nederland, stedendriehoek and zaanstreek-waterland; a file ends in .yaml; did you mean "groot"?)"},
      {{"trainees", {"extends=boven-formatie"}, std::nullopt, false},
       R"(--set: extends: found "extends=boven-formatie"; what a scenario extends stands in its file)"},
      {{"trainees", {"openings.trainee_pool.places=none"}, std::nullopt, false},
       R"(--set: openings.trainee_pool.places: found "none"; a number is from 1 to 1000)"},
      {{"trainees", {"guidance.budy=true"}, std::nullopt, false},
       R"(--set: guidance.budy: found a key that is not known here; did you mean "buddy"?)"},
  };
  for (const Row& row : rows) CHECK(refusals(row.request) == std::vector<std::string>{row.line});
}

TEST_CASE("scenarios in a circle of two are refused") {
  const Folder folder;
  folder.write("a.yaml", "scenario: a\nextends: b.yaml\n");
  const auto b = folder.write("b.yaml", "scenario: b\nextends: a.yaml\n");
  CHECK(
      refusals({(folder.path() / "a.yaml").string(), {}, std::nullopt, false}) ==
      std::vector<std::string>{
          b +
          R"(:2:10: extends: found "a.yaml", which extends this scenario in turn; scenarios do not go in a circle)"});
}

TEST_CASE("all that is wrong with a file is said at once") {
  const Folder folder;
  const auto file =
      folder.write("mine.yaml", "scenario: mine\nextends: nulalternatief\nmunicipality: grot\nperiod: {years: 0}\n");
  CHECK(refusals({file, {}, std::nullopt, false}).size() == 2);
}

TEST_CASE("a scenario that can run but in which something has no use is warned about") {
  struct Row {
    const char* scenario;
    const char* assignment;
    const char* warning;
  };
  const Row rows[] = {
      {"boven-formatie", "funds={opleiding: {filled_by: {amount: 5000}, pays: [training]}}",
       "--set: funds.opleiding: found a fund for costs that cannot occur; route and guidance of this scenario hold "
       "nothing that it pays"},
      {"boven-formatie", "funds.centrale_pot.pays=[trainee_wage, project_team]", nullptr},
      {"boven-formatie", "funds.centrale_pot.filled_by.share=0%",
       "--set: funds.centrale_pot.filled_by.share: found 0; nothing will be paid from this fund"},
      {"nulalternatief", "funds={pot: {filled_by: {amount: 5000}, pays: [wage]}}",
       "--set: funds: found funds in a scenario without openings; nothing will be paid from them"},
  };
  for (const Row& row : rows) {
    const Scenario scenario = shipped_scenario(row.scenario, {row.assignment});
    std::vector<std::string> expected;
    if (row.warning != nullptr) expected.push_back(row.warning);
    CHECK(scenario.warnings == expected);
  }
}

TEST_CASE("every worked example reads without a warning") {
  int count = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(PROJECT_FOLDER) / "scenarios/examples")) {
    const bool is_municipality = entry.path().stem().string().starts_with("gemeente-met-");
    if (is_municipality || entry.path().extension() != ".yaml") continue;
    Problems problems;
    const auto scenario = read_scenario({entry.path().string(), {}, std::nullopt, false}, problems);
    CAPTURE(entry.path(), problems.error_lines());
    REQUIRE(scenario);
    CHECK(scenario->warnings.empty());
    CHECK(scenario->name == entry.path().stem().string());
    CHECK(!scenario->source.empty());
    ++count;
  }
  CHECK(count == 11);
}
