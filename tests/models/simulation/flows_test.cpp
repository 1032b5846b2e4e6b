#include "models/simulation/flows.hpp"

#include <array>
#include <cmath>
#include <map>
#include <set>

#include "engine/money.hpp"
#include "models/simulation/banenafspraak.hpp"
#include "models/simulation/people.hpp"
#include "tests/models/switched.hpp"

using namespace banenplan;
using namespace banenplan::models;

namespace {

const char* const scenario_names[] = {"nulalternatief", "budgettair-neutraal", "boven-formatie", "trainees"};

CompiledScenario compiled(const std::string& name, const std::vector<std::string>& overrides = {}) {
  static const Tariffs tariffs;
  return compile(shipped_scenario(name, overrides), tariffs);
}

bool is_municipal(const CompiledScenario& scenario, const engine::Party& party) {
  return scenario.accounts.accounts.at(static_cast<std::size_t>(party.account)).actor == "gemeente";
}

// A person, as levels of the traits.
struct Who {
  int group = 0, loonwaarde = 50, hours = 24, age = 30, household = 0, channel = 1;
};

// Cents in each of the first months of the flow of this name that is paid in a state.
std::vector<std::int64_t> course(const CompiledScenario& scenario, const std::string& flow, const std::string& state,
                                 const Who& who, std::int32_t months) {
  const engine::Program& program = scenario.program;
  engine::Amounts amounts(program);
  amounts.set(program.values);
  const auto level = [](int value) { return static_cast<std::uint8_t>(value); };
  // The order of Trait: group, loonwaarde, hours, age, household, distance, channel, contract hours.
  const std::array<std::uint8_t, 9> levels = {level(who.group),   level(who.loonwaarde), level(who.hours),
                                              level(who.age),     level(who.household),  0,
                                              level(who.channel), level(who.hours)};
  const auto place = static_cast<std::size_t>(scenario.pathway.find(state));
  bool found = false;
  std::vector<std::int64_t> course(static_cast<std::size_t>(months));
  for (const std::int32_t number : program.states.at(place).flows) {
    if (scenario.accounts.flows[static_cast<std::size_t>(number)].name != flow) continue;
    found = true;
    amounts.each(program.flows[static_cast<std::size_t>(number)], {levels.data(), 0, 0, 0}, 0, months,
                 [&](std::int32_t from, std::int32_t to, engine::Cents amount) {
                   for (std::int32_t month = from; month < to; ++month)
                     course[static_cast<std::size_t>(month)] += amount;
                 });
  }
  CAPTURE(flow, state);
  CHECK(found);
  return course;
}

// In the first of them.
std::int64_t cents(const CompiledScenario& scenario, const std::string& flow, const std::string& state,
                   const Who& who) {
  return course(scenario, flow, state, who, 1).front();
}

}  // namespace

TEST_CASE("every flow goes from one account to another") {
  for (const char* name : scenario_names) {
    const auto scenario = compiled(name);
    const auto accounts = static_cast<std::int32_t>(scenario.accounts.accounts.size());
    CHECK(scenario.program.accounts == accounts);
    REQUIRE(scenario.program.flows.size() == scenario.accounts.flows.size());
    for (std::size_t f = 0; f < scenario.accounts.flows.size(); ++f) {
      const engine::Flow& flow = scenario.program.flows[f];
      CAPTURE(name, scenario.accounts.flows[f].name);
      for (const engine::Party& party : {flow.payer, flow.receiver}) {
        CHECK(party.account >= 0);
        CHECK(party.account < accounts);
      }
      CHECK(flow.payer.account != flow.receiver.account);
      if (flow.payer.component != engine::none) CHECK(flow.payer.component != flow.receiver.component);
      CHECK(!scenario.accounts.flows[f].kind.empty());
      CHECK(!scenario.accounts.flows[f].title.dutch.empty());
    }
  }
}

TEST_CASE("a component is borne only where a fund pays it, by its funds in the order of the scenario") {
  for (const char* name : scenario_names) {
    const auto scenario = compiled(name);
    for (const engine::Flow& flow : scenario.program.flows) {
      for (const engine::Party& party : {flow.payer, flow.receiver}) {
        if (party.component == engine::none) continue;
        CHECK(!scenario.program.components.at(static_cast<std::size_t>(party.component)).funds.empty());
      }
    }
  }
  const auto within = compiled("budgettair-neutraal");
  const auto& names = component_names();
  std::map<std::string_view, std::vector<std::int32_t>> funds;
  for (std::size_t c = 0; c < names.size(); ++c) funds[names[c]] = within.program.components[c].funds;
  // vacatureruimte 0, inhuurbudget 1, prestatieafspraak 2, projectgeld 3
  CHECK(funds["wage"] == std::vector<std::int32_t>{0, 1});
  CHECK(funds["workplace"] == std::vector<std::int32_t>{1, 3});
  CHECK(funds["guidance"] == std::vector<std::int32_t>{2});
  CHECK(funds["project_team"].empty());
}

TEST_CASE("what the municipality pays is on a taakveld that Iv3 knows") {
  // Iv3: 0.4 overhead, 6.3 income schemes, 6.4 sheltered and supported work, 6.5 participation; `department` is the
  // taakveld of the department that employs.
  const std::set<std::string> known = {"0.4", "6.3", "6.4", "6.5", "department"};
  for (const char* name : scenario_names) {
    const auto scenario = compiled(name);
    for (std::size_t f = 0; f < scenario.accounts.flows.size(); ++f) {
      const engine::Flow& flow = scenario.program.flows[f];
      const FlowText& text = scenario.accounts.flows[f];
      CAPTURE(name, text.name);
      if (is_municipal(scenario, flow.payer)) CHECK(known.contains(text.taakveld));
      if (!is_municipal(scenario, flow.payer) && !is_municipal(scenario, flow.receiver)) CHECK(text.taakveld.empty());
    }
  }
}

TEST_CASE("flows of guidance are there only with the guidance") {
  const auto has = [](const CompiledScenario& scenario, const std::string& name) {
    return std::any_of(scenario.accounts.flows.begin(), scenario.accounts.flows.end(),
                       [&](const FlowText& flow) { return flow.name == name; });
  };
  struct Row {
    const char* scenario;
    std::set<std::string> there;
  };
  const std::set<std::string> all = {"buddy", "training", "project_team", "jobcoach_year_1", "jobcoach_later"};
  const Row rows[] = {{"nulalternatief", {}},
                      {"budgettair-neutraal", {"project_team", "jobcoach_year_1", "jobcoach_later"}},
                      {"boven-formatie", {"buddy", "project_team", "jobcoach_year_1", "jobcoach_later"}},
                      {"trainees", all}};
  for (const Row& row : rows) {
    const auto scenario = compiled(row.scenario);
    for (const std::string& name : all) {
      CAPTURE(row.scenario, name);
      CHECK(has(scenario, name) == row.there.contains(name));
    }
  }
}

TEST_CASE("what a person costs in January 2027, by hand") {
  // Half a year's growth of 3 % a year after the minimum wage and benefits of July 2026; other prices at a year.
  const double half_year = std::sqrt(1.03);
  const double wage = 2337.00 * 1.08 * half_year;  // with holiday pay, 36 hours
  const double benefit = 1419.46 * half_year;
  const double coach = std::pow(1.03, 13) / 12.0;  // tariffs of 2014
  const Who usual;                                 // Participatiewet, loonwaarde 50 %, 24 hours, 30, single
  const Who weak{0, 10, 36, 30, 0, 1};
  const Who young{0, 60, 30, 20, 0, 1};
  const Who wajong{1, 40, 24, 30, 2, 1};
  const Who wsw{2, 50, 24, 30, 2, 1};
  const Who wiw_id{3, 50, 24, 30, 2, 1};
  const Who without{4, 50, 24, 30, 2, 1};  // a benefit
  const Who couple{0, 50, 24, 30, 1, 1};
  struct Row {
    const char* flow;
    const char* state;
    Who who;
    double euro;
    const char* how;
  };
  const Row rows[] = {
      {"bijstand", "mover", usual, benefit * 1.17, "norm x gross-up"},
      {"bijstand", "dropped_out", couple, 2027.79 * half_year * 1.17, "norm of a couple"},
      {"bijstand", "mover", wajong, 0.0, "not with Wajong"},
      {"wajong_benefit", "mover", wajong, wage * 0.70, "70 % of the minimum wage"},
      {"regular_wage", "regular_job", usual, wage * 24 / 36, "minimum wage by hours"},
      {"regular_wage", "regular_job", young, wage * 30 / 36 * 0.80, "80 % at 20"},
      {"regular_lks", "regular_job", usual, wage * 0.50 * 1.25 * 24 / 36, "half of B, and 25 % charges"},
      {"regular_lks", "regular_job", weak, wage * 0.70 * 1.25, "capped at 70 % of B"},
      {"regular_lks", "regular_job", young, wage * 0.80 * 0.40 * 1.25 * 30 / 36, "of the youth wage"},
      {"regular_lks", "regular_job", wajong, 0.0, "only under the Participatiewet"},
      {"regular_wsw_subsidy", "regular_job", wsw, wage * 0.50 * 1.25 * 24 / 36, "as the subsidy"},
      {"regular_wsw_subsidy", "regular_job", wiw_id, 0.0, "has a flow of its own, on taakveld 6.5"},
      {"regular_wiw_id_subsidy", "regular_job", wiw_id, wage * 0.50 * 1.25 * 24 / 36, "as the subsidy"},
      {"municipal_wiw_id_subsidy", "permanent_job", wiw_id, wage * 0.50 * 1.25 * 24 / 36, "as the subsidy"},
      {"regular_lks", "regular_job", without, wage * 0.50 * 1.25 * 24 / 36, "also without a benefit"},
      {"regular_lks", "regular_job", wiw_id, 0.0, "no two subsidies for a job"},
      {"bijstand", "mover", without, 0.0, "has none"},
      {"regular_wage_wajong", "regular_job", wajong, wage * 24 / 36 * 0.40,
       "loondispensatie: what the work is worth"},
      {"regular_wage_top_up", "regular_job", wajong, wage * 24 / 36 * 0.60, "loondispensatie: the rest, by UWV"},
      {"regular_jobcoach", "regular_job", usual, 5500 * 1.03 / 12 * 0.35, "35 % have a coach; price of 2026"},
      {"regular_no_risk", "regular_job", usual, wage * 24 / 36 * 0.70 * 0.065, "70 % in 6.5 % of the time"},
      {"regular_lkv", "regular_job", usual, 105.04, "24 x 52 x 1.01 / 12"},
      {"regular_production", "regular_job", usual, wage * 1.25 * 24 / 36 * 0.50, "cost of the work it replaces"},
      {"municipal_wage", "first_year_contract", usual, wage * 1.05 * 24 / 36, "scale A, 105 %"},
      {"municipal_wage", "permanent_job", wajong, 0.0, "has a flow of its own"},
      {"municipal_wage_wajong", "permanent_job", wajong, wage * 1.05 * 24 / 36 * 0.40, "loondispensatie"},
      {"municipal_wage_top_up", "permanent_job", wajong, wage * 1.05 * 24 / 36 * 0.60, "loondispensatie, by UWV"},
      {"municipal_on_costs", "first_year_contract", usual, wage * 1.05 * 24 / 36 * 0.30, "30 % on-costs"},
      {"municipal_lks", "second_year_contract", usual, wage * 0.50 * 1.25 * 24 / 36,
       "of the minimum wage, not of 105 %"},
      {"municipal_no_risk", "permanent_job", usual, wage * 1.05 * 24 / 36 * 0.70 * 0.065, "as elsewhere"},
      {"jobcoach_year_1", "trial", usual, 6800 * coach, "intensive, whole from 24 hours"},
      {"jobcoach_year_2", "second_year_contract", usual, 4500 * coach, "middle"},
      {"jobcoach_later", "permanent_job", usual, 2700 * coach, "light"},
      {"jobcoach_later", "permanent_job", wajong, 0.0, "by UWV"},
      {"jobcoach_wajong_later", "permanent_job", wajong, 2700 * coach, "by UWV"},
      {"buddy", "first_year_contract", usual, 94000.0 / 12 / 36 * 2, "two hours a week"},
      {"workplace", "first_year_contract", usual, 2000.0, "once"},
      // The open vacancy is the first channel of the scenario, functiecreatie the second.
      {"establishment_released", "first_year_contract", usual, wage * 1.30 * 1.25 * 24 / 36,
       "the vacancy's wage, 125 %"},
      {"establishment_released", "first_year_contract", Who{0, 50, 24, 30, 0, 2}, 0.0,
       "a new function frees nothing"},
  };
  const auto scenario = compiled("boven-formatie");
  for (const Row& row : rows) {
    CAPTURE(row.flow, row.state, row.how);
    CHECK(cents(scenario, row.flow, row.state, row.who) == std::llround(row.euro * 100.0));
  }
}

TEST_CASE("guidance that is switched on costs money and keeps people in their jobs") {
  // One place more or less changes who is placed on the next: enough of them that this evens out.
  constexpr std::int32_t replications = 400;
  const auto with = [](const std::string& element, const char* key) {
    return total(shipped_scenario("boven-formatie", {"matching.stop_at_quotum=false", "funds={}", element}), key,
                 replications);
  };
  for (const char* element : {"guidance.aftercare=", "guidance.diagnosis=", "guidance.buddy="}) {
    CAPTURE(element);
    const std::string on = std::string(element) + "true", off = std::string(element) + "false";
    CHECK(with(off, "guidance") < with(on, "guidance"));
    CHECK(with(off, "jobs") < with(on, "jobs"));
  }
}

TEST_CASE("a bought job coach is paid by the hour, ever less, and three years at most") {
  const std::string bought = "guidance={jobcoach: {year_1: intensive, year_2: middle, later: light, by: bought}}";
  const CompiledScenario scenario = compiled("boven-formatie", {bought});
  const Tariffs tariffs;
  // 52 weeks of 24 hours, 15 / 7.5 / 6 % of them at the coach's rate, spread over the months of the first year.
  const double rate = tariffs.value("jobcoach_external_hour", scenario.program.start);
  const std::pair<const char*, double> rows[] = {
      {"first_year_contract", 0.15}, {"second_year_contract", 0.075}, {"permanent_job", 0.06}};
  const char* const flows[] = {"jobcoach_year_1", "jobcoach_year_2", "jobcoach_later"};
  for (std::size_t k = 0; k < std::size(rows); ++k) {
    CAPTURE(rows[k].first);
    CHECK(cents(scenario, flows[k], rows[k].first, Who{}) ==
          Approx(100.0 * rate * 24 * 52 / 12 * rows[k].second).margin(1.0));
  }
  // Whoever stays in the first state for four years.
  const auto paid = course(scenario, flows[0], rows[0].first, Who{}, 48);
  const double shares[] = {0.15, 0.075, 0.06, 0.0};
  for (std::size_t month = 0; month < paid.size(); ++month) {
    CAPTURE(month);
    const double hour = tariffs.value("jobcoach_external_hour", scenario.program.start + static_cast<int>(month));
    CHECK(paid[month] == Approx(100.0 * hour * 24 * 52 / 12 * shares[month / 12]).margin(1.0));
  }
}
