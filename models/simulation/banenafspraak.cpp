#include "models/simulation/banenafspraak.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <string>

#include "engine/expectation.hpp"
#include "models/simulation/job_carving.hpp"
#include "models/simulation/levers.hpp"
#include "models/simulation/measures.hpp"
#include "models/simulation/movements.hpp"
#include "models/simulation/people.hpp"
#include "models/simulation/program_builder.hpp"
#include "models/simulation/quarters.hpp"

namespace banenplan::models {
namespace {

// Funds plan this long beyond the period, so that its last years promise no more than the first.
constexpr int planning_months = 60;

// After this many months in a state nothing changes with time any more, so that a start need not tell them apart.
constexpr int longest_tenure = 24;

constexpr int months_to_rest = 960;
constexpr int lasting_months = 12;
constexpr double most_contract_hours = 40.0;

const char* match_assumption(Strength strength) {
  switch (strength) {
    case Strength::weak:
      return "match_weak";
    case Strength::limited:
      return "match_limited";
    case Strength::strong:
      return "match_strong";
  }
  return "match_weak";
}

class Compiler {
 public:
  Compiler(const Scenario& scenario, const Tariffs& tariffs)
      : scenario_(scenario),
        builder_(scenario.assumptions, tariffs, scenario.from, scenario.years * engine::months_per_year,
                 scenario.years * engine::months_per_year + planning_months) {}

  CompiledScenario compile() {
    add_traits(builder_, scenario_.of_register);
    compiled_.pathway = add_pathway(scenario_, builder_);
    builder_.program.spells = {{lasting_months}, {lasting_months}};
    add_population();
    add_openings();
    compiled_.accounts = add_flows(scenario_, compiled_.pathway, builder_);
    compiled_.measures = add_measures(scenario_, compiled_.pathway, compiled_.accounts, compiled_.sectors, builder_);
    add_ledger_rows();
    compiled_.movements = add_movements(compiled_.pathway, builder_);
    compiled_.quarters =
        add_quarters(scenario_.budget, compiled_.accounts, compiled_.rows, compiled_.measures, builder_);
    builder_.program.stream = scenario_.municipality.stream;
    compiled_.program = std::move(builder_.program);
    return std::move(compiled_);
  }

 private:
  double assumed(const char* name) const { return scenario_.assumptions.value(name); }

  void add_ledger_rows() {
    compiled_.rows = engine::Ledger(builder_.program).rows();
    for (std::size_t row = 0; row < compiled_.rows.size(); ++row) {
      const engine::Series series{engine::Series::Kind::ledger_row, static_cast<std::int32_t>(row)};
      builder_.program.measures.push_back(
          {{{series, 1.0, engine::none}}, engine::Measure::Over::year_sum, engine::none});
    }
  }

  // The register without policy, run from a start with everybody looking for work until it rests.
  std::vector<engine::StartCell> at_rest() {
    engine::Program rest = builder_.program;
    rest.steps = months_to_rest;
    rest.population.at_start = 1;
    rest.population.start = {{compiled_.pathway.find("mover"), 0, 0}};
    rest.values.push_back(1.0);
    rest.population.start.front().share = static_cast<engine::ValueIndex>(rest.values.size()) - 1;
    // What is offered before work is policy too.
    for (engine::State& state : rest.states) {
      std::erase_if(state.exits, [&](const engine::Exit& exit) {
        return exit.to == compiled_.pathway.find("day_activities") ||
               exit.to == compiled_.pathway.find("neighbourhood");
      });
    }
    const auto course = engine::expected_course(rest, rest.values);
    std::vector<std::vector<double>> people(rest.states.size(), std::vector<double>(longest_tenure + 1));
    const engine::StateIndex left = compiled_.pathway.find("left");
    for (const auto& cell : course.at_end) {
      if (cell.state == left) continue;
      people[static_cast<std::size_t>(cell.state)]
            [static_cast<std::size_t>(std::min(cell.elapsed, longest_tenure))] += cell.people;
    }
    std::vector<engine::StartCell> start;
    for (std::size_t s = 0; s < people.size(); ++s) {
      for (int elapsed = 0; elapsed <= longest_tenure; ++elapsed) {
        const double count = people[s][static_cast<std::size_t>(elapsed)];
        if (count > 0.0) start.push_back({static_cast<engine::StateIndex>(s), elapsed, builder_.value(count)});
      }
    }
    return start;
  }

  void add_population() {
    auto& population = builder_.program.population;
    const double people = scenario_.municipality.register_people;
    population.at_start = static_cast<std::int32_t>(people + 0.5);
    population.start = at_rest();
    add_known();
    add_entrants(people);
  }

  // Those of whom the municipality's own table tells something.
  void add_known() {
    auto& population = builder_.program.population;
    const std::vector<RegisteredPerson>& listed = scenario_.municipality.people;
    const auto count = listed.empty() ? std::size_t{0} : static_cast<std::size_t>(population.at_start);
    for (std::size_t k = 0; k < count; ++k) {
      const RegisteredPerson& row = listed[k * listed.size() / count];
      engine::KnownPerson& person = population.known.emplace_back();
      person.levels.assign(population.attributes.size(), engine::none);
      const auto set = [&](Trait trait, const std::optional<int>& level) {
        if (level) person.levels[static_cast<std::size_t>(place(trait))] = static_cast<std::int16_t>(*level);
      };
      set(Trait::group, static_cast<int>(row.group));
      set(Trait::loonwaarde, row.loonwaarde);
      set(Trait::hours, row.hours);
      set(Trait::age, row.age);
      set(Trait::household, row.household);
      set(Trait::distance, row.distance);
      if (row.state.empty()) continue;
      person.state = compiled_.pathway.find(row.state);
      person.elapsed = std::min(row.months, longest_tenure);
    }
  }

  // Who comes into the register: evenly, but for newcomers, and partly from school.
  void add_entrants(double people) {
    auto& population = builder_.program.population;
    const int months = builder_.program.steps;
    std::vector<double> arrived;
    double total = 0.0;
    for (int step = 0; step < months; ++step) {
      const auto& newcomers = scenario_.risks.newcomers;
      const bool more = newcomers && !(builder_.month(step) < newcomers->from);
      arrived.push_back(total += more ? 1.0 + newcomers->share : 1.0);
    }
    if (scenario_.risks.newcomers) {
      for (double& share : arrived) share /= total;
      population.arrivals = arrived;
    }
    population.entrants =
        static_cast<std::int32_t>(people * assumed("entrants_per_year") * total / engine::months_per_year + 0.5);
    const bool school = scenario_.of_register.school_leavers;
    add_entry("entrants_working",
              school ? builder_.assumption("school_leavers", engine::Form::complement) : engine::none, Origin::usual);
    if (school) add_entry("school_leavers_working", builder_.assumption("school_leavers"), Origin::school);
  }

  void add_entry(const char* working, engine::ValueIndex of, Origin origin) {
    const auto from = static_cast<std::int32_t>(origin);
    auto& entry = builder_.program.population.entry;
    entry.push_back({compiled_.pathway.find("regular_job"), 0, builder_.assumption(working), of, from});
    entry.push_back(
        {compiled_.pathway.find("mover"), 0, builder_.assumption(working, engine::Form::complement), of, from});
  }

  void add_openings() {
    auto& openings = builder_.program.openings;
    openings.channel_attribute = place(Trait::channel);
    openings.priority_attribute = place(Trait::group);
    for (const std::string_view group : group_names) openings.lanes.push_back(lane_of(group));
    if (scenario_.allocation() == Allocation::highest_retention) {
      openings.order_attribute = place(Trait::distance);
      openings.order = by_expected_retention();
    }
    openings.unit_attribute = place(Trait::unit);
    openings.units = static_cast<std::int32_t>(unit_targets().size());
    for (std::size_t k = 0; k < scenario_.channels.size(); ++k) {
      if (scenario_.channels[k].kind == ChannelKind::regular_employers) {
        add_regular_employers(k);
        continue;
      }
      for (const Department* const department : departments_of(scenario_.channels[k])) {
        add(channel(k, department), "");
      }
      if (scenario_.channels[k].kind == ChannelKind::leerwerkplek && moves({Lever::learning_places})) {
        engine::Channel further = channel(k, nullptr);
        by_lever(further, [](const Moved& moved) { return moved.learning_places; }, {"learning_places_additional"});
        add(std::move(further), "");
      }
    }
    if (scenario_.stop_at_quotum && !openings.channels.empty()) {
      const double job_hours = builder_.tariffs().value("banenafspraak_job_hours", scenario_.from);
      openings.target_hours = builder_.value(scenario_.target_jobs() * job_hours);
      if (scenario_.target.path != TargetPlan::Path::at_once) {
        auto& curves = builder_.program.curves;
        openings.target_curve = static_cast<std::int32_t>(curves.size());
        curves.emplace_back();
        for (int step = 0; step <= builder_.program.steps; ++step) {
          curves.back().push_back(scenario_.target.share(scenario_.from, builder_.month(step), builder_.tariffs()));
        }
      }
    }
    if (scenario_.allocation() == Allocation::largest_gap) {
      for (const double target : unit_targets()) openings.unit_targets.push_back(builder_.value(target));
    }
  }

  // Where people of a group wait: those who come first in a lane each, the others together.
  std::int32_t lane_of(std::string_view group) const {
    const auto place_in = [&](const std::vector<std::string>& names) {
      const auto found = std::find(names.begin(), names.end(), group);
      return found == names.end() ? engine::none : static_cast<std::int32_t>(found - names.begin());
    };
    const std::int32_t among = place_in(scenario_.groups);
    if (among == engine::none || scenario_.in_order) return among;
    if (scenario_.allocation() != Allocation::priority_group) return 0;
    const auto& first = scenario_.ordering_fund()->priority_groups;
    const std::int32_t preferred = place_in(first);
    return preferred == engine::none ? static_cast<std::int32_t>(first.size()) : preferred;
  }

  // Ranks of the classes of distance, those whose jobs are expected to last longest first; equal ones share a rank.
  std::vector<std::int32_t> by_expected_retention() const {
    std::vector<double> ratios;
    for (int k = 1; k <= distance_classes; ++k) {
      ratios.push_back(assumed(("job_end_distance_" + std::to_string(k)).c_str()));
    }
    std::vector<std::int32_t> ranks;
    for (const double ratio : ratios) {
      const std::set<double> lower(ratios.begin(), ratios.end());
      ranks.push_back(static_cast<std::int32_t>(std::distance(lower.begin(), lower.find(ratio))));
    }
    return ranks;
  }

  // Whose places are told apart: listed departments, or else channels where the gaps between them say who is asked
  // first. The paid hours of each that make up the quotum: by establishment, or equal parts.
  std::vector<double> unit_targets() const {
    const double hours =
        scenario_.municipality.quotum_jobs * builder_.tariffs().value("banenafspraak_job_hours", scenario_.from);
    std::vector<double> targets;
    for (const Department& department : scenario_.municipality.listed) {
      targets.push_back(hours * department.staff_fte / scenario_.municipality.staff_fte);
    }
    if (targets.empty() && scenario_.allocation() == Allocation::largest_gap) {
      const auto count = scenario_.channels.size();
      targets.assign(count, hours / static_cast<double>(count));
    }
    return targets;
  }

  // From 1; 0: nobody's, such as beschut werk, whose jobs count for no quotum.
  std::int32_t unit_of(std::size_t number, const Department* department) const {
    const auto& listed = scenario_.municipality.listed;
    if (!listed.empty()) return department == nullptr ? 0 : static_cast<std::int32_t>(department - listed.data()) + 1;
    const bool told_apart = scenario_.allocation() == Allocation::largest_gap &&
                            scenario_.channels[number].kind != ChannelKind::beschut_werk;
    return told_apart ? static_cast<std::int32_t>(number) + 1 : 0;
  }

  void add(engine::Channel channel, const std::string& sector) {
    builder_.program.openings.channels.push_back(std::move(channel));
    compiled_.sectors.push_back(sector);
  }

  bool moves(std::initializer_list<Lever> levers) const {
    return scenario_.werkbedrijf && std::any_of(levers.begin(), levers.end(),
                                                [&](Lever lever) { return scenario_.werkbedrijf->moves(lever); });
  }

  // Places that the money of the werkbedrijf opens, instead of a number a year.
  template <class ByYear>
  void by_lever(engine::Channel& channel, ByYear by_year, std::initializer_list<const char*> effects) {
    auto& curves = builder_.program.curves;
    channel.curve = static_cast<std::int32_t>(curves.size());
    curves.push_back(monthly(*scenario_.werkbedrijf, builder_, by_year));
    channel.per_step_factors.clear();
    for (const char* const effect : effects) channel.per_step_factors.push_back(builder_.assumption(effect));
  }

  // By sector, those that employers open anyway and those of the werkbedrijf.
  void add_regular_employers(std::size_t number) {
    for (const Sector& sector : scenario_.channels[number].sectors) {
      const engine::Channel usual = channel(number, nullptr);
      const auto share = builder_.value(sector.share);
      if (scenario_.channels[number].per_1000_people > 0.0) {
        engine::Channel own = usual;
        own.per_step_factors.push_back(share);
        add(std::move(own), sector.name);
      }
      if (moves({Lever::employers_campaign, Lever::employers_meetings, Lever::employers_network})) {
        engine::Channel reached = usual;
        by_lever(reached, [](const Moved& moved) { return moved.employers; }, {"places_per_employer"});
        reached.per_step_factors.push_back(low_level_vacancies());
        reached.per_step_factors.push_back(share);
        add(std::move(reached), sector.name);
      }
      if (moves({Lever::places})) {
        engine::Channel piloted = usual;
        by_lever(piloted, [](const Moved& moved) { return moved.places; }, {"places_additional"});
        piloted.per_step_factors.push_back(share);
        add(std::move(piloted), sector.name);
      }
    }
  }

  engine::ValueIndex low_level_vacancies() {
    const auto& stated = scenario_.low_level_vacancies;
    return stated ? builder_.value(*stated) : builder_.assumption("low_level_vacancies");
  }

  static bool follows_from_staff(const ChannelPlan& plan) {
    return plan.kind == ChannelKind::open_vacancy || plan.kind == ChannelKind::natural_turnover ||
           plan.kind == ChannelKind::retirement;
  }

  Interval contract_hours(const ChannelPlan& plan) const {
    if (!plan.carving) return plan.hours;
    const double hours = std::clamp(std::floor(carved_hours(builder_.tariffs(), *plan.carving, scenario_.from)), 1.0,
                                    most_contract_hours);
    return {hours, hours};
  }

  // Each listed department has its own places; nullptr stands for all departments together, or for none.
  std::vector<const Department*> departments_of(const ChannelPlan& plan) const {
    std::vector<const Department*> departments;
    if (arises_in_departments(plan.kind)) {
      for (const Department& department : scenario_.municipality.listed) departments.push_back(&department);
    }
    if (departments.empty()) departments.push_back(nullptr);
    return departments;
  }

  // What a department states, else what is assumed.
  engine::ValueIndex stated(const std::optional<double>& figure, const char* assumption) {
    return figure ? builder_.value(*figure) : builder_.assumption(assumption);
  }

  engine::Channel channel(std::size_t number, const Department* department) {
    const ChannelPlan& plan = scenario_.channels[number];
    static const Department unstated;
    const Department& its = department == nullptr ? unstated : *department;
    engine::Channel channel;
    channel.to = compiled_.pathway.entrances[number];
    channel.level = channel_level(number);
    channel.unit = unit_of(number, department);
    const Interval hours = contract_hours(plan);
    channel.hours_low = builder_.value(std::ceil(hours.low));
    channel.hours_high = builder_.value(std::floor(hours.high));
    channel.stays_open = builder_.value(plan.stays_open);
    channel.match_probability = builder_.assumption(match_assumption(scenario_.strength));
    // Neither counts for the quotum.
    channel.stops_at_target = plan.kind != ChannelKind::beschut_werk && plan.kind != ChannelKind::regular_employers;
    if (plan.group_size > 1) channel.places_each = builder_.value(plan.group_size);
    if (plan.kind == ChannelKind::trainee_pool || plan.kind == ChannelKind::beschut_werk) {
      channel.capacity = builder_.value(plan.places);
      channel.intake_every = plan.intake_every;
      return channel;
    }
    channel.per_step_factors.push_back(builder_.value(places_per_year(plan, department) / engine::months_per_year));
    if (follows_from_staff(plan)) {
      const bool planned = plan.kind == ChannelKind::retirement;
      channel.per_step_factors.push_back(stated(its.suitable, "suitable_vacancies"));
      channel.per_step_factors.push_back(builder_.assumption(planned ? "planned_offered" : "offered_vacancies"));
    }
    if (plan.kind == ChannelKind::natural_turnover) {
      channel.per_step_factors.push_back(stated(its.turnover, "staff_outflow"));
    }
    if (plan.kind == ChannelKind::retirement) {
      channel.per_step_factors.push_back(builder_.assumption("staff_retirement"));
    }
    // The project team is for places of the municipality's own.
    if (scenario_.guidance.project_team_fte > 0.0 && plan.kind != ChannelKind::regular_employers) {
      channel.per_step_factors.push_back(builder_.assumption("effect_project_team"));
    }
    return channel;
  }

  // Before the shares that are uncertain.
  double places_per_year(const ChannelPlan& plan, const Department* department) const {
    const Municipality& municipality = scenario_.municipality;
    const double staff_fte = department == nullptr ? municipality.staff_fte : department->staff_fte;
    switch (plan.kind) {
      case ChannelKind::natural_turnover:
      case ChannelKind::retirement:
        return staff_fte;
      case ChannelKind::open_vacancy:  // beyond what replaces leavers
        if (department != nullptr && department->vacancies_per_year) return *department->vacancies_per_year;
        return staff_fte * std::max(0.0, assumed("staff_inflow") - assumed("staff_outflow"));
      case ChannelKind::functiecreatie:
      case ChannelKind::job_carving:
        return (department == nullptr ? municipality.departments : 1.0) * plan.per_department_per_year;
      case ChannelKind::detachering:  // groups, where they come in groups
      case ChannelKind::leerwerkplek:
        return plan.per_year;
      case ChannelKind::regular_employers:
        return plan.per_1000_people * municipality.register_people / 1000.0;
      case ChannelKind::trainee_pool:
      case ChannelKind::beschut_werk:
        break;
    }
    return 0.0;
  }

  const Scenario& scenario_;
  ProgramBuilder builder_;
  CompiledScenario compiled_;
};

}  // namespace

CompiledScenario compile(const Scenario& scenario, const Tariffs& tariffs) {
  return Compiler(scenario, tariffs).compile();
}

}  // namespace banenplan::models
