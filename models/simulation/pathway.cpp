#include "models/simulation/pathway.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>

#include "engine/elementary.hpp"
#include "models/reading/document.hpp"
#include "models/reading/home.hpp"
#include "models/simulation/levers.hpp"

namespace banenplan::models {
namespace {

using engine::Form;

const std::string next_stage = "next";
const std::string nowhere = "mover";  // where those go whom no stage follows, or whose contract no fund can bear

class Reader {
 public:
  Reader(const Scenario& scenario, ProgramBuilder& builder, Problems& problems)
      : scenario_(scenario), builder_(builder), problems_(problems) {}

  Pathway read(const Section& file) {
    const Section groups = file.section("groups");
    for (const std::string& name : groups.keys()) pathway_.groups.push_back({name, groups.title(name)});
    const auto entries = file.section("states").entries();
    for (const auto& [name, section] : entries) {
      pathway_.states.push_back({name, section.title("title"), section.boolean("works", false),
                                 section.boolean("municipal", false), group(section)});
      stages_[section.text("stage", "")].push_back(name);
    }
    problems_.throw_errors();  // ways lead through all of them
    lay_way(scenario_.route);
    for (const ChannelPlan& channel : scenario_.channels) lay_entrance(channel);
    for (std::size_t k = 0; k < entries.size(); ++k) add_state(pathway_.states[k], entries[k].second, 0);
    for (std::size_t way = 1; way < ways_.size(); ++way) {
      for (const Stop& stop : ways_[way].stops) {
        if (static_cast<std::size_t>(stop.state) < entries.size()) continue;  // it stands among those of the file
        add_state(pathway_.states[static_cast<std::size_t>(stop.state)],
                  entries[static_cast<std::size_t>(pathway_.find(stop.name))].second, way);
      }
    }
    return pathway_;
  }

 private:
  // A route laid out in states: the first one-year contract is another state than the second.
  struct Stop {
    std::string name;
    engine::StateIndex state = engine::none;
  };
  struct Way {
    Route route;
    std::vector<Stop> stops;
  };

  // The scenario's own way has the states of the file; any other has states of its own, as each leads to its own
  // next.
  void lay_way(const Route& route) {
    const std::map<Stage, std::string> names = {{Stage::leerwerkplek, "leerwerkplek"},
                                                {Stage::proefplaatsing, "proefplaatsing"},
                                                {Stage::jaarcontract, "jaarcontract"},
                                                {Stage::trainee, "trainee"},
                                                {Stage::vast, "vast"},
                                                {Stage::beschut, "beschut"},
                                                {Stage::elders, "elders"}};
    const bool is_first = ways_.empty();
    Way way{route, {}};
    std::map<Stage, std::size_t> used;
    for (const Stage stage : route) {
      const auto& states = stages_[names.at(stage)];
      if (used[stage] == states.size()) throw std::out_of_range("the pathway has no state for " + names.at(stage));
      const std::string& name = states[used[stage]++];
      engine::StateIndex state = pathway_.find(name);
      if (!is_first && stage != Stage::elders) {  // which leads nowhere else on any way
        pathway_.states.push_back(pathway_.states[static_cast<std::size_t>(state)]);
        state = static_cast<engine::StateIndex>(pathway_.states.size()) - 1;
      }
      way.stops.push_back({name, state});
    }
    ways_.push_back(std::move(way));
  }

  void lay_entrance(const ChannelPlan& channel) {
    const Route& route = scenario_.route_of(channel);
    auto way = std::find_if(ways_.begin(), ways_.end(), [&](const Way& known) { return known.route == route; });
    if (way == ways_.end()) {
      lay_way(route);
      way = ways_.end() - 1;
    }
    pathway_.entrances.push_back(way->stops.front().state);
  }

  std::size_t group(const Section& section) const {
    const std::string name = section.text("group");
    const auto found = std::find_if(pathway_.groups.begin(), pathway_.groups.end(),
                                    [&](const GroupText& known) { return known.name == name; });
    if (found != pathway_.groups.end()) return static_cast<std::size_t>(found - pathway_.groups.begin());
    section.refuse("group", "found " + quote(name), "a group of this pathway is expected");
    return 0;
  }

  engine::StateIndex after(const std::string& name, std::size_t way) const {
    const auto& stops = ways_[way].stops;
    const auto here = std::find_if(stops.begin(), stops.end(), [&](const Stop& stop) { return stop.name == name; });
    return here == stops.end() || here + 1 == stops.end() ? pathway_.find(nowhere) : (here + 1)->state;
  }

  engine::StateIndex named(const Section& section, std::string_view key, const std::string& name) const {
    const auto index = pathway_.find(name);
    if (index == engine::none) section.refuse(key, "found " + quote(name), "a state of this pathway is expected");
    return std::max(index, 0);
  }

  // The value of the assumption that a key names.
  engine::ValueIndex assumption(const Section& section, std::string_view key, Form form = Form::as_it_is) {
    const std::string name = section.text(key);
    if (scenario_.assumptions.find(name) >= 0) return builder_.assumption(name, form);
    if (!name.empty()) section.refuse(key, "found " + quote(name), "an assumption is expected");
    return builder_.value(0.0);
  }

  engine::StateIndex target(const Section& section, const std::string& from, std::size_t way) const {
    const std::string to = section.text("to");
    return to == next_stage ? after(from, way) : named(section, "to", to);
  }

  void add_state(const StateText& text, const Section& section, std::size_t way) {
    engine::State state;
    state.scale = engine::ExitScale::rates;
    state.waits = section.boolean("waits", false) && !scenario_.channels.empty();
    state.paid_hours = text.works;
    state.in_scope = text.works && text.municipal;
    state.spells = (text.works && text.municipal ? 1U : 0U) | (text.works ? 2U : 0U);
    if (section.has("months")) state.duration = months(section);
    state.grows = text.works && scenario_.of_register.loonwaarde_grows;
    for (const Section& exit : section.sections("exits")) {
      if (exit.has("before_work")) {
        add_offer(state, exit, text.name, way);
        continue;
      }
      state.exits.push_back(read_exit(exit, text.name, way));
      if (exit.has("tail") && scenario_.of_register.tail) {
        state.exits.push_back(to_tail(state.exits.back(), named(exit, "tail", exit.text("tail"))));
      }
    }
    if (section.boolean("may_close", false) && scenario_.risks.employer_closes) state.exits.push_back(closure());
    for (const Section& branch : section.sections("at_expiry")) {
      const bool has_share = branch.has("share");
      state.at_expiry.push_back(
          {target(branch, text.name, way), has_share ? assumption(branch, "share") : engine::none});
    }
    if (section.has("contract")) {
      const std::string contract = section.text("contract");
      const auto next = after(text.name, way);
      state.signs = true;
      state.refused_to = named(section, "refused_to", section.text("refused_to", nowhere));
      if (contract == "covers_next" && next != pathway_.find(nowhere)) state.covers_next = next;
    }
    builder_.program.states.push_back(std::move(state));
  }

  engine::ValueIndex months(const Section& section) {
    const Node* const node = section.node("months");
    if (node->kind != Node::Kind::map) return builder_.value(section.number("months", {1, 120}));
    const Section source = section.section("months");
    if (source.has("tariff")) return builder_.value(builder_.tariffs().value(source.text("tariff"), scenario_.from));
    constexpr double weeks_per_month = 52.0 / engine::months_per_year;
    const std::string key = source.text("scenario");
    const BeforeWorkPlan::Activity unused;
    if (key == "learning_weeks") {
      return builder_.value(std::max(1.0, std::round(scenario_.learning_weeks / weeks_per_month)));
    }
    if (key == "dagbesteding") return builder_.value(scenario_.before_work.dagbesteding.value_or(unused).months);
    if (key == "wijkparticipatie") {
      return builder_.value(scenario_.before_work.wijkparticipatie.value_or(unused).months);
    }
    return builder_.value(scenario_.trainee_months);
  }

  // Some of those who are here begin each month what the scenario offers before work; `response` of those asked.
  void add_offer(engine::State& state, const Section& section, const std::string& from, std::size_t way) {
    const bool day = section.text("before_work") == "dagbesteding";
    const auto& plan = day ? scenario_.before_work.dagbesteding : scenario_.before_work.wijkparticipatie;
    engine::Exit exit;
    exit.to = target(section, from, way);
    const std::string response = section.text("response", "");
    if (!plan || plan->share_per_year == 0.0) return;
    exit.by_time_in_state.from = {0};
    exit.by_time_in_state.value = {
        builder_.value(-engine::logarithm_one_plus(-plan->share_per_year) / engine::months_per_year)};
    if (!response.empty()) add_ratio(exit, builder_.assumption(response));
    state.exits.push_back(std::move(exit));
  }

  engine::Steps chances(const Section& section) {
    engine::Steps steps;
    const Node* const chance = section.node("chance");
    if (chance == nullptr || chance->kind != Node::Kind::map) {
      steps.from = {0};
      steps.value = {assumption(section, "chance", Form::rate_of_probability)};
      return steps;
    }
    const Section by_month = section.section("chance");
    for (const std::string& from : by_month.keys()) {
      const auto month = whole_from(from);
      const bool follows = month && (steps.from.empty() ? *month == 0 : *month > steps.from.back());
      if (!follows) by_month.refuse(from, "found " + quote(from), "months in the state are expected, from 0 upwards");
      steps.from.push_back(month.value_or(0));
      steps.value.push_back(assumption(by_month, from, Form::rate_of_probability));
    }
    return steps;
  }

  engine::Exit read_exit(const Section& section, const std::string& from, std::size_t way) {
    engine::Exit exit;
    exit.to = target(section, from, way);
    if (section.has("in_december_after")) {
      make_certain(exit, section.whole("in_december_after", 0, 120));
      return exit;
    }
    exit.by_time_in_state = chances(section);
    if (section.boolean("season", false)) exit.by_month_of_year = season();
    if (section.has("part")) add_ratio(exit, assumption(section, "part"));
    if (section.has("rest")) add_ratio(exit, assumption(section, "rest", Form::complement));
    if (section.has("by_distance")) {
      std::vector<std::string> names;
      for (int k = 1; k <= distance_classes; ++k)
        names.push_back(section.text("by_distance") + "_" + std::to_string(k));
      exit.ratios.push_back({place(Trait::distance), builder_.assumptions(names)});
    }
    if (section.boolean("supported_by_werkbedrijf", false) && scenario_.werkbedrijf) {
      if (scenario_.werkbedrijf->moves(Lever::coaching_months)) {
        exit.by_time.push_back(werkbedrijf_support("effect_jobcoach", &Moved::coached));
      }
      if (scenario_.werkbedrijf->moves(Lever::buddies)) {
        exit.by_time.push_back(werkbedrijf_support("effect_buddy", &Moved::buddies));
      }
    }
    if (section.boolean("supported", false)) {
      if (scenario_.guidance.jobcoach()) add_ratio(exit, builder_.assumption("effect_jobcoach"));
      if (scenario_.guidance.buddy) add_ratio(exit, builder_.assumption("effect_buddy"));
      const ChannelPlan* const secondment = scenario_.channel(ChannelKind::detachering);
      if (secondment != nullptr && secondment->coordinator_fte > 0.0) {
        exit.ratios.push_back({place(Trait::channel), by_channel("effect_coordinator", ChannelKind::detachering)});
      }
    }
    for (const auto& [key, is_on] : {std::pair{"aftercare", scenario_.guidance.aftercare},
                                     std::pair{"diagnosis", scenario_.guidance.diagnosis}}) {
      if (section.has(key) && is_on) add_ratio(exit, assumption(section, key));
    }
    if (section.has("after_trainee")) {
      exit.ratios.push_back(
          {place(Trait::channel), by_channel(section.text("after_trainee"), ChannelKind::trainee_pool)});
    }
    return exit;
  }

  // Coaches or buddies of the werkbedrijf, for a part of those at work, by year.
  engine::Steps werkbedrijf_support(const char* effect, double Moved::*part) {
    engine::Steps steps;
    const auto years = static_cast<int>(scenario_.werkbedrijf->years.size());
    for (int year = 0; year <= years; ++year) {
      const Moved moved = moved_in(*scenario_.werkbedrijf, scenario_.assumptions, year);
      steps.from.push_back(year * engine::months_per_year);
      steps.value.push_back(builder_.for_part(effect, moved.*part));
    }
    return steps;
  }

  // Splits an exit: who leaves the target group, and not for age or death, goes on being registered for a while.
  engine::Exit to_tail(engine::Exit& leaving, engine::StateIndex state) {
    engine::Exit tail = leaving;
    tail.to = state;
    add_ratio(tail, builder_.assumption("leaves_target_group"));
    add_ratio(leaving, builder_.assumption("leaves_target_group", Form::complement));
    return tail;
  }

  // In the first December after so many months nobody stays.
  void make_certain(engine::Exit& exit, int months) {
    constexpr double certain = 50.0;  // a rate: exp(-50) is nobody
    exit.by_time_in_state.from = {0, months};
    exit.by_time_in_state.value = {builder_.value(0.0), builder_.value(certain)};
    exit.by_month_of_year.assign(engine::months_per_year, builder_.value(0.0));
    exit.by_month_of_year.back() = builder_.value(1.0);
  }

  // A share of all who work elsewhere lose their job in one month.
  engine::Exit closure() {
    const RiskPlan::Change& event = *scenario_.risks.employer_closes;
    const int step = event.from - scenario_.from;
    engine::Exit exit;
    exit.to = pathway_.find(nowhere);
    exit.by_time_in_state.from = {0};
    exit.by_time_in_state.value = {builder_.value(-engine::logarithm_one_plus(-event.share))};
    engine::Steps& in_its_month = exit.by_time.emplace_back();
    if (step > 0) {
      in_its_month.from.push_back(0);
      in_its_month.value.push_back(builder_.value(0.0));
    }
    in_its_month.from.insert(in_its_month.from.end(), {step, step + 1});
    in_its_month.value.push_back(builder_.value(1.0));
    in_its_month.value.push_back(builder_.value(0.0));
    return exit;
  }

  static void add_ratio(engine::Exit& exit, engine::ValueIndex value) {
    exit.ratios.push_back({engine::none, value});
  }

  std::vector<engine::ValueIndex> season() {
    std::vector<engine::ValueIndex> months;
    for (int month = 1; month <= engine::months_per_year; ++month) {
      months.push_back(builder_.assumption(month <= 3 ? "season_first_quarter" : "season_other_quarters"));
    }
    return months;
  }

  // 1 for everybody but those who came through a channel of this kind.
  engine::ValueIndex by_channel(const std::string& effect, ChannelKind kind) {
    const engine::ValueIndex first = builder_.value(1.0);
    for (const ChannelPlan& channel : scenario_.channels) {
      if (channel.kind == kind) {
        builder_.assumptions({effect});
      } else {
        builder_.value(1.0);
      }
    }
    return first;
  }

  const Scenario& scenario_;
  ProgramBuilder& builder_;
  Problems& problems_;
  Pathway pathway_;
  std::map<std::string, std::vector<std::string>> stages_;
  std::vector<Way> ways_;  // the scenario's own first
};

}  // namespace

engine::StateIndex Pathway::find(std::string_view name) const {
  const auto found =
      std::find_if(states.begin(), states.end(), [&](const StateText& state) { return state.name == name; });
  return found == states.end() ? engine::none : static_cast<engine::StateIndex>(found - states.begin());
}

std::vector<engine::StateIndex> Pathway::all(std::string_view name) const {
  std::vector<engine::StateIndex> indices;
  for (std::size_t s = 0; s < states.size(); ++s) {
    if (states[s].name == name) indices.push_back(static_cast<engine::StateIndex>(s));
  }
  return indices;
}

Pathway add_pathway(const Scenario& scenario, ProgramBuilder& builder) {
  Problems problems;
  const auto tree = read_file(home() / "models/pathways/banenafspraak.yaml", problems);
  problems.throw_errors();
  const Section file(*tree, problems);
  file.text("pathway");
  Pathway pathway = Reader(scenario, builder, problems).read(file);
  file.finish();
  problems.throw_errors();
  return pathway;
}

}  // namespace banenplan::models
