#include "models/policy/consistency.hpp"

#include "tests/models/shipped.hpp"

using namespace banenplan::models;

namespace {

const std::string listed = "departments: {groen: {staff_fte: 300}, sociaal: {staff_fte: 132}}\n";

std::string municipality(const std::string& more) {
  return "municipality: m\ntitle: {nl: M, en: M}\ninhabitants: 60000\nquotum_jobs: 15\n" + more;
}

struct Contradiction {
  const char* scenario;
  std::string municipality;
  std::vector<std::string> changes;
  const char* sentence;  // from the key's path on
};

std::string after_position(const std::string& line) {
  return line.substr(line.find(": ") + 2);
}

Problems problems_of(const Contradiction& row) {
  const Folder folder;
  ScenarioRequest request;
  request.name_or_file = row.scenario;
  request.overrides = row.changes;
  request.overrides.push_back("municipality=" + folder.write("m.yaml", row.municipality));
  Problems problems;
  const bool is_read = read_scenario(request, problems).has_value();
  CHECK(is_read == !problems.has_errors());
  return problems;
}

const std::string pot = "funds.centrale_pot.";
const std::string second_pot = "funds.tweede={filled_by: {amount: 5000}, pays: [buddy], allocation: largest_gap}";

}  // namespace

TEST_CASE("elements that contradict each other are refused with a sentence that says what to write") {
  const std::string whole = municipality("");
  const std::string departments = municipality(listed);
  const std::string tiny = municipality("staff_fte: 9\n");
  const Contradiction rows[] = {
      // A pot without contributors, or shared out over nobody.
      {"boven-formatie",
       whole,
       {"funds.centrale_pot.filled_by={every: year}"},
       "funds.centrale_pot.filled_by: found a fund that nobody fills; `share` of a budget, an `amount` of euros, or "
       "`establishment: true`"},
      {"boven-formatie",
       whole,
       {pot + "sharing=equal"},
       "funds.centrale_pot: found a fund that is shared out over departments, of which none is listed; departments "
       "one by one in the municipality's file, as `departments: {groen: {staff_fte: 90}}`, or `sharing: free`"},
      {"trainees",
       departments,
       {"funds.traineebudget.sharing=equal"},
       "funds.traineebudget: found a fund that is shared out over departments, of which none has places; a channel "
       "of departments, as functiecreatie or natural_turnover, or `sharing: free`"},
      {"boven-formatie",
       departments,
       {pot + "filled_by={amount: 90000}", pot + "sharing=as_contributed"},
       "funds.centrale_pot.sharing: found as_contributed for an amount, to which no department contributes; equal or "
       "by_establishment; or a fund filled by a `share` of a budget of departments"},
      {"budgettair-neutraal",
       departments,
       {"funds.vacatureruimte.sharing=equal"},
       "funds.vacatureruimte.sharing: found shares of a fund that is filled by the places themselves; no sharing: "
       "each placement brings the wage budget of its own place"},
      {"boven-formatie",
       departments,
       {pot + "common_from=2030-01"},
       "funds.centrale_pot.common_from: found a date from which the fund is common, and no shares before it; "
       "`sharing: equal`, by_establishment or as_contributed beside it"},
      {"boven-formatie",
       departments,
       {pot + "sharing=equal", pot + "common_from=2037-01"},
       "funds.centrale_pot: found a date outside the period from which the fund is common; a month after the start "
       "and before the end; common from the start is `sharing: free`"},
      {"boven-formatie",
       departments,
       {pot + "sharing=equal", pot + "pays=[wage, before_work]", "before_work={dagbesteding: {starts_per_year: 5%}}"},
       "funds.centrale_pot: found before_work paid from a fund that is shared out over departments; a fund of its "
       "own: what people do before work is no department's"},
      // An order of allocation that says nothing, or two things.
      {"boven-formatie",
       whole,
       {pot + "allocation=first_come", second_pot},
       "funds.tweede: found another order of allocation than that of centrale_pot; places and people are asked in "
       "one order: the same in each fund, or stated in one of them"},
      {"boven-formatie",
       whole,
       {pot + "allocation=priority_group"},
       "funds.centrale_pot.allocation: found priority_group without groups; `priority_groups` with those who come "
       "first, as [wajong]"},
      {"boven-formatie",
       whole,
       {pot + "priority_groups=[wajong]"},
       "funds.centrale_pot.priority_groups: found groups that come first in another order; `allocation: "
       "priority_group` beside them"},
      {"boven-formatie",
       whole,
       {"matching.groups=[participatiewet]", pot + "allocation=priority_group", pot + "priority_groups=[wajong]"},
       "funds.centrale_pot: found \"wajong\" first, which nobody may place; groups among those of `matching`"},
      {"boven-formatie",
       whole,
       {"matching={strength: strong, priority: [wsw, wajong]}", pot + "allocation=priority_group",
        pot + "priority_groups=[wajong]"},
       "funds.centrale_pot: found priority_groups beside a priority of `matching`; one of the two says who is asked "
       "first"},
      {"boven-formatie",
       municipality("").replace(municipality("").find("15"), 2, "0"),
       {pot + "allocation=largest_gap", "matching.stop_at_quotum=false"},
       "funds.centrale_pot: found largest_gap in a municipality without a quotum; quotum_jobs in its file: the gap "
       "is what a department lacks of its part of the quotum"},
      {"trainees",
       whole,
       {"funds.traineebudget.allocation=largest_gap"},
       "funds.traineebudget: found largest_gap where there is one channel, and no department is listed; departments "
       "one by one in the municipality's file, or several channels: else nobody is before another"},
      // A route without places, and places that no municipality of this size has.
      {"boven-formatie",
       whole,
       {"route=[trainee, vast]"},
       "route: found a trainee without places; `openings` with a trainee_pool and its places"},
      {"nulalternatief",
       whole,
       {"route=[jaarcontract, vast]"},
       "route: found a route without places; `openings` in which places arise"},
      {"boven-formatie",
       tiny,
       {"openings={retirement: {hours: 24, stays_open: 6, overlap_months: 0}}"},
       "openings.retirement: found a channel that opens 0.3 places in 10 years with 9 FTE; a municipality of this "
       "size does not have it: another channel, as detachering or leerwerkplek"},
      {"boven-formatie",
       whole,
       {"assumptions.staff_inflow=8%"},
       "openings.open_vacancy: found a channel that opens 0.0 places in 10 years with 432 FTE; a municipality of "
       "this size does not have it: another channel, as detachering or leerwerkplek"},
      {"boven-formatie",
       municipality("").replace(municipality("").find("15"), 2, "6"),
       {"openings={detachering: {per_year: 1, group_size: 8, hours: 24, stays_open: 6}}"},
       "openings.detachering: found a group of 8 where the quotum is 6 jobs; people one by one (`group_size: 1`), or "
       "`stop_at_quotum: false` under matching"},
      {"boven-formatie",
       municipality("").replace(municipality("").find("15"), 2, "0"),
       {},
       "openings: found places that stop at the quotum, in a municipality without one; `stop_at_quotum: false` under "
       "matching, or quotum_jobs in the municipality's file"},
      {"boven-formatie",
       whole,
       {"matching.groups=[wsw]", "assumptions={share_wsw: 0%, share_participatiewet: 50.4%}"},
       "matching: found only groups of which nobody is in the register; a group with a share in the register, as "
       "participatiewet"},
  };
  for (const Contradiction& row : rows) {
    const auto lines = problems_of(row).error_lines();
    CAPTURE(row.changes, lines);
    REQUIRE(lines.size() == 1);
    CHECK(after_position(lines.front()) == row.sentence);
  }
}

TEST_CASE("what merely has no use is warned about, and the scenario runs") {
  const std::string whole = municipality("");
  const Contradiction rows[] = {
      {"boven-formatie",
       whole,
       {"guidance.training=true"},
       "guidance: found training without trainees; only a stage trainee has training; nothing will be paid for it"},
      {"boven-formatie",
       whole,
       {"guidance.aftercare=true", "route=[jaarcontract]"},
       "guidance: found aftercare without permanent jobs; it comes with a stage vast; nobody will get it"},
      {"boven-formatie",
       whole,
       {"guidance.diagnosis=true", "route=[vast]"},
       "guidance: found a diagnosis before no contract; it comes with a stage jaarcontract or trainee; nobody will "
       "get it"},
      {"nulalternatief",
       whole,
       {"guidance={buddy: true}"},
       "guidance: found guidance in a scenario without openings; nobody is placed whom it could guide"},
      {"nulalternatief",
       whole,
       {"matching={strength: weak, groups: [wsw]}"},
       "matching: found matching in a scenario without openings; there are no places to match"},
      {"boven-formatie",
       whole,
       {"trainee_months=12"},
       "trainee_months: found months of a trainee stage that no route has; a route with trainee, as [trainee, vast]"},
      {"boven-formatie",
       whole,
       {"learning_weeks=12"},
       "learning_weeks: found weeks of a learning place that no route has; a route with leerwerkplek"},
      {"trainees",
       whole,
       {"period.years=2"},
       "period: found a period that ends before the first trainees are ready; more years, or fewer trainee_months"},
      {"trainees",
       whole,
       {"openings.trainee_pool.places=20"},
       "openings.trainee_pool: found a pool of 20 places where the quotum is 15 jobs; places stay empty once the "
       "quotum is reached"},
  };
  for (const Contradiction& row : rows) {
    const Problems problems = problems_of(row);
    CAPTURE(row.changes, problems.error_lines(), problems.warning_lines());
    CHECK_FALSE(problems.has_errors());
    REQUIRE(problems.warning_lines().size() == 1);
    CHECK_THAT(problems.warning_lines().front(), Catch::EndsWith(row.sentence));
  }
}
