#include "models/simulation/flows.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

#include "models/facts/minimumloon.hpp"
#include "models/reading/document.hpp"
#include "models/reading/home.hpp"
#include "models/simulation/funds.hpp"
#include "models/simulation/job_carving.hpp"
#include "models/simulation/people.hpp"
#include "models/simulation/prices.hpp"

namespace banenplan::models {
namespace {

const std::string trainee_state = "trainee";
const std::string jobcoach_prefix = "jobcoach_chosen_";
const std::string displacement_prefix = "displacement_";  // the price after it, from the month of the risk on

// What a channel's placements have to do with the establishment, by the name of the factor.
using ChannelFactor = bool (*)(const ChannelPlan&);
// Whether a placement takes a place of the establishment, with its wage budget.
bool on_establishment(const ChannelPlan& channel) {
  using enum ChannelKind;
  const bool stands_beside = channel.kind == functiecreatie || channel.kind == detachering ||
                             channel.kind == leerwerkplek || channel.kind == beschut_werk;
  return !stands_beside && !channel.carving;
}

const std::map<std::string, ChannelFactor, std::less<>>& channel_factors() {
  using enum ChannelKind;
  static const std::map<std::string, ChannelFactor, std::less<>> factors = {
      {"on_establishment", on_establishment},
      {"above_establishment",
       [](const ChannelPlan& channel) { return !on_establishment(channel) && !channel.carving; }},
      {"carved", [](const ChannelPlan& channel) { return channel.carving.has_value(); }},
      {"ahead_of_retirement", [](const ChannelPlan& channel) { return channel.kind == retirement; }},
      {"seconded", [](const ChannelPlan& channel) { return channel.kind == detachering; }}};
  return factors;
}

class Reader {
 public:
  Reader(const Scenario& scenario, const Pathway& pathway, ProgramBuilder& builder, Problems& problems)
      : scenario_(scenario), pathway_(pathway), builder_(builder), problems_(problems) {}

  Accounts read(const Section& file, const Section& posts) {
    for (const auto& [name, section] : file.section("accounts").entries()) {
      const std::string actor = section.text("actor");
      accounts_.accounts.push_back(
          {name, section.title("title"), actor, section.text("party", actor), section.boolean("resource", false)});
    }
    problems_.throw_errors();  // funds and flows have accounts
    add_funds(scenario_, builder_, accounts_);
    for (const Section* const flows : {&file, &posts}) {
      for (const auto& [name, section] : flows->section("flows").entries()) read_flow(name, section);
    }
    builder_.program.accounts = static_cast<std::int32_t>(accounts_.accounts.size());
    return accounts_;
  }

 private:
  // Whether the scenario has the element that brings the flow.
  bool is_on(const Section& section) const {
    if (!section.has("when")) return true;
    const GuidancePlan& guidance = scenario_.guidance;
    const BeforeWorkPlan& before_work = scenario_.before_work;
    const RiskPlan& risks = scenario_.risks;
    const ChannelPlan* const secondment = scenario_.channel(ChannelKind::detachering);
    const ChannelPlan* const carving = scenario_.channel(ChannelKind::job_carving);
    return section.choice<bool>(
        "when",
        {{"guidance.buddy", guidance.buddy},
         {"guidance.training", guidance.training},
         {"guidance.aftercare", guidance.aftercare},
         {"guidance.diagnosis", guidance.diagnosis},
         {"guidance.project_team_fte", guidance.project_team_fte > 0.0},
         {"before_work.dagbesteding", before_work.dagbesteding.has_value()},
         {"before_work.wijkparticipatie", before_work.wijkparticipatie.has_value()},
         {"risks.quotum_levy", risks.quotum_levy.has_value()},
         {"risks.buig_cut", risks.buig_cut.has_value()},
         {"risks.buig_follows_benefits", risks.buig_follows_benefits},
         {"risks.displacement", risks.displacement.has_value()},
         {"register.tail", scenario_.of_register.tail},
         {"werkbedrijf", scenario_.werkbedrijf.has_value()},
         {"werkbedrijf.paid_by", scenario_.werkbedrijf && scenario_.werkbedrijf->paid_by_rijk},
         {"openings.job_carving.from_scale", carving != nullptr && carving->carving},
         {"openings.retirement", scenario_.channel(ChannelKind::retirement) != nullptr},
         {"openings.detachering", secondment != nullptr},
         {"openings.detachering.coordinator_fte", secondment != nullptr && secondment->coordinator_fte > 0.0}});
  }

  // Whether a series or a scale is of an element that the scenario does not have.
  bool is_absent(const std::string& name) const {
    const RiskPlan& risks = scenario_.risks;
    const ChannelPlan* const carving = scenario_.channel(ChannelKind::job_carving);
    if (name == "levy_of_missing_hours") return !risks.quotum_levy;
    if (name == "buig_cut") return !risks.buig_cut;
    if (name == "werkbedrijf") return !scenario_.werkbedrijf;
    if (name == "carved_budget") return carving == nullptr || !carving->carving;
    if (name == "overlap_months") return scenario_.channel(ChannelKind::retirement) == nullptr;
    if (name == "coordinator_fte_each") return scenario_.channel(ChannelKind::detachering) == nullptr;
    return name == "displacement_risk" && !risks.displacement;
  }

  // The first of a flow's series and scales that is absent, or nothing.
  std::string lacking_of(const std::string& series, const std::vector<std::string>& scales) const {
    if (is_absent(series) || (series.starts_with(displacement_prefix) && !scenario_.risks.displacement))
      return series;
    const auto found =
        std::find_if(scales.begin(), scales.end(), [&](const std::string& name) { return is_absent(name); });
    return found == scales.end() ? std::string() : *found;
  }

  // Nothing before the month of an event.
  template <class Amount>
  std::vector<double> from_month(engine::Month from, Amount amount) const {
    std::vector<double> series;
    for (int step = 0; step < builder_.program.plan_steps; ++step) {
      const engine::Month month = builder_.month(step);
      series.push_back(month < from ? 0.0 : amount(month));
    }
    return series;
  }

  // Euro a month for each paid hour a week that is missing.
  std::vector<double> levy() const {
    const Tariffs& tariffs = builder_.tariffs();
    return from_month(*scenario_.risks.quotum_levy, [&](engine::Month month) {
      return tariffs.value("quotum_levy_year", month) / engine::months_per_year /
             tariffs.value("banenafspraak_job_hours", month);
    });
  }

  // What follows the minimum wage rises with it.
  std::vector<double> with_risks(const std::string& name) const {
    static const std::set<std::string> follow = {"wage",
                                                 "on_costs_of_law",
                                                 "on_costs_of_municipality",
                                                 "lks",
                                                 "wage_and_on_costs",
                                                 "wage_and_municipal_on_costs",
                                                 "bijstand",
                                                 "wajong",
                                                 "no_risk"};
    std::vector<double> series = price_series(name, builder_);
    if (!scenario_.risks.minimum_wage_rise || !follow.contains(name)) return series;
    const RiskPlan::Change& rise = *scenario_.risks.minimum_wage_rise;
    for (std::size_t step = 0; step < series.size(); ++step) {
      if (!(builder_.month(static_cast<int>(step)) < rise.from)) series[step] *= 1.0 + rise.share;
    }
    return series;
  }

  // A bought job coach is paid for a share of the hours, which falls by year at work and ends after the third.
  engine::Steps bought_shares(const std::string& first_year) {
    const char* const tariffs[] = {"jobcoach_external_year_1", "jobcoach_external_year_2",
                                   "jobcoach_external_year_3"};
    const std::size_t first = first_year == "year_1" ? 0 : first_year == "year_2" ? 1 : 2;
    engine::Steps steps;
    for (std::size_t year = first; year < std::size(tariffs); ++year) {
      steps.from.push_back(static_cast<int>(year - first) * engine::months_per_year);
      steps.value.push_back(builder_.value(builder_.tariffs().value(tariffs[year], scenario_.from)));
    }
    steps.from.push_back(static_cast<int>(std::size(tariffs) - first) * engine::months_per_year);
    steps.value.push_back(builder_.value(0.0));
    return steps;
  }

  // What a colleague's hours cost a month that are carved out of a job.
  std::vector<double> carved_budget() const {
    const ChannelPlan* const channel = scenario_.channel(ChannelKind::job_carving);
    std::vector<double> series;
    for (int step = 0; step < builder_.program.plan_steps; ++step) {
      const engine::Month month = builder_.month(step);
      const Tariffs& tariffs = builder_.tariffs();
      const CarvingPlan& plan = *channel->carving;
      series.push_back(scale_wage(tariffs, plan.from_scale, plan.from_step, month) * plan.hours_given_up /
                       tariffs.value("cao_gemeenten_week", month) *
                       (1.0 + Minimumloon(tariffs).holiday_share(month)) *
                       (1.0 + tariffs.value("on_costs_share", month)));
    }
    return series;
  }

  // Whole cents, so that the municipalities of a region together pay its budget exactly.
  std::vector<double> werkbedrijf() const {
    std::vector<double> series;
    for (int step = 0; step < builder_.program.plan_steps; ++step) {
      series.push_back(static_cast<double>(scenario_.werkbedrijf->cents(step)) / 100.0);
    }
    return series;
  }

  // The series of a flow; none where the scenario has no such guidance.
  std::int32_t series(const std::string& name) {
    if (name.empty()) return engine::none;  // which has been refused
    if (name == "levy_of_missing_hours") return builder_.series(name, levy());
    if (name == "buig_cut") {
      const RiskPlan::Cut& cut = *scenario_.risks.buig_cut;
      const double a_month = cut.amount / engine::months_per_year;
      return builder_.series(name, from_month(cut.from, [&](engine::Month) { return a_month; }));
    }
    if (name == "werkbedrijf") return builder_.series(name, werkbedrijf());
    if (name.rfind(displacement_prefix, 0) == 0) {
      const std::vector<double> prices = with_risks(name.substr(displacement_prefix.size()));
      return builder_.series(name, from_month(scenario_.risks.displacement->from, [&](engine::Month month) {
                               return prices[static_cast<std::size_t>(month - scenario_.from)];
                             }));
    }
    if (name == "carved_budget") return builder_.series(name, carved_budget());
    if (name.rfind(jobcoach_prefix, 0) != 0) return builder_.series(name, with_risks(name));
    const std::map<std::string, std::string> chosen = {{"year_1", scenario_.guidance.year_1},
                                                       {"year_2", scenario_.guidance.year_2},
                                                       {"later", scenario_.guidance.later}};
    const std::string& intensity = chosen.at(name.substr(jobcoach_prefix.size()));
    if (intensity.empty()) return engine::none;
    if (scenario_.guidance.bought_coach) return builder_.series("bought jobcoach", bought_coach_series(builder_));
    return builder_.series("jobcoach " + intensity, jobcoach_series(intensity, builder_));
  }

  engine::ValueIndex scale(const std::string& name) {
    if (name == "project_team_fte") return builder_.value(scenario_.guidance.project_team_fte);
    if (name == "displacement_risk") return builder_.value(scenario_.risks.displacement->share);
    if (name == "overlap_months") return builder_.value(scenario_.channel(ChannelKind::retirement)->overlap_months);
    if (name == "coordinator_fte_each") {
      const ChannelPlan* const secondment = scenario_.channel(ChannelKind::detachering);
      return builder_.value(secondment->coordinator_fte / secondment->group_size);
    }
    return builder_.assumption(name);
  }

  // A value by year in the state; a tariff's at the start of the period.
  engine::Steps by_year(const std::vector<std::string>& names) {
    engine::Steps steps;
    for (const std::string& name : names) {
      steps.from.push_back(static_cast<int>(steps.from.size()) * engine::months_per_year);
      const std::string tariff = "jobcoach_person_year_" + name.substr(name.rfind('_') + 1);
      steps.value.push_back(
          builder_.value(builder_.tariffs().has(tariff) ? builder_.tariffs().value(tariff, scenario_.from) : 0.0));
    }
    return steps;
  }

  engine::Factor by_group(const Section& groups) {
    std::vector<double> factors(group_count, 0.0);
    const std::vector<std::string> known(std::begin(group_names), std::end(group_names));
    for (const auto& [name, factor] : groups.numbers_by_name(not_negative)) {
      if (group_place(name) < group_count) {
        factors[group_place(name)] = factor;
      } else {
        groups.refuse(name, "found " + quote(name), "a group of people is expected", nearest(name, known));
      }
    }
    return {place(Trait::group), builder_.table(factors)};
  }

  engine::Factor by_channel(ChannelFactor applies) {
    std::vector<double> factors = {0.0};
    for (const ChannelPlan& channel : scenario_.channels) factors.push_back(applies(channel) ? 1.0 : 0.0);
    return {place(Trait::channel), builder_.table(factors)};
  }

  std::vector<engine::Factor> factors(const Section& section) {
    std::vector<engine::Factor> result;
    const Node* const list = section.node("factors");
    if (list == nullptr) return result;
    for (const Node& item : list->items) {
      if (item.kind == Node::Kind::map) {
        const Section groups(item, problems_);
        result.push_back(by_group(groups.section("group")));
      } else if (const auto found = channel_factors().find(item.text); found != channel_factors().end()) {
        result.push_back(by_channel(found->second));
      } else {
        result.push_back(known_factor(item.text));
      }
    }
    return result;
  }

  engine::Factor known_factor(const std::string& written) {
    // An own coach has a full amount from 24 hours on, a bought one is paid by the hour.
    const bool by_hour = written == "coach_hours" && scenario_.guidance.bought_coach;
    const std::string name = by_hour ? "contract_week_share" : written;
    const auto [known, is_new] = factors_.try_emplace(name);
    if (is_new) known->second = factor_of(name, builder_);
    return known->second;
  }

  std::int32_t account(const Section& section, const std::string& key) const {
    const std::string name = section.text(key);
    const std::int32_t place = accounts_.find(name);
    if (place == engine::none && !name.empty()) refuse_name(section, key, name, "an account");
    return place;
  }

  std::size_t component(const Section& section, const std::string& key, std::string_view usual = {}) const {
    const std::string name = usual.empty() ? section.text(key) : section.text(key, std::string(usual));
    const std::size_t place = component_place(name);
    if (place < component_names().size()) return place;
    if (!name.empty()) refuse_name(section, key, name, "a component of the cost");
    return 0;
  }

  static void refuse_name(const Section& section, const std::string& key, const std::string& name,
                          const std::string& what) {
    section.refuse(key, "found " + quote(name), what + " is expected");
  }

  engine::Party party(const Section& section, const std::string& key, bool of_trainees) {
    const Node* const node = section.node(key);
    if (node == nullptr || node->kind != Node::Kind::map) return {account(section, key), engine::none};
    const Section choice = section.section(key);
    const std::size_t usual = component(choice, "component");
    const std::size_t trainees = component(choice, "of_trainees", component_names()[usual]);
    const std::size_t paid = of_trainees ? trainees : usual;
    const std::int32_t otherwise = account(choice, "else");
    if (builder_.program.components[paid].funds.empty()) return {otherwise, engine::none};
    return {otherwise, static_cast<std::int32_t>(paid)};
  }

  void read_flow(const std::string& name, const Section& section) {
    const FlowText text{name, section.title("title"), section.text("kind"), section.text("taakveld", "")};
    engine::Flow flow;
    const bool on = is_on(section);
    for (const char* const key : {"payer", "receiver"}) party(section, key, false);  // also of a flow that is not on
    if (section.has("repeats")) {
      flow.when = engine::Flow::When::lagged;
      flow.lag = section.whole("months_later", 1, 120);
      for (const std::string& source : section.texts("repeats")) {
        for (std::size_t f = 0; f < accounts_.flows.size(); ++f) {
          if (accounts_.flows[f].name == source) flow.repeats.push_back(static_cast<std::int32_t>(f));
        }
        if (flow.repeats.empty()) refuse_name(section, "repeats", source, "a flow that stands before");
      }
      if (on) add(flow, text, section, {}, false);
      return;
    }
    const std::string price = section.text("series");
    const std::vector<std::string> scales = section.texts("scales");
    const std::string lacking = on ? lacking_of(price, scales) : std::string();
    if (!lacking.empty()) {
      section.refuse("when", "found " + quote(lacking) + ", of which the scenario has nothing",
                     "a flow that speaks of an element says that it is there `when` the scenario has it");
      return;
    }
    flow.series = on ? series(price) : engine::none;
    flow.set_in_january = section.boolean("set_in_january", false);
    flow.by_person = section.boolean("by_person", false);
    for (const std::string& name_of_scale : scales) {
      if (on) flow.scales.push_back(scale(name_of_scale));
    }
    flow.factors = factors(section);
    if (section.has("by_year_in_state")) flow.by_time_in_state = by_year(section.texts("by_year_in_state"));
    if (on && scenario_.guidance.bought_coach && price.rfind(jobcoach_prefix, 0) == 0) {
      flow.by_time_in_state = bought_shares(price.substr(jobcoach_prefix.size()));
    }
    if (section.boolean("for_missing_hours", false)) flow.when = engine::Flow::When::shortfall;
    if (section.boolean("once", false)) flow.when = engine::Flow::When::on_entry;
    if (section.boolean("standing", false)) flow.when = engine::Flow::When::standing;
    const auto in = section.texts("in");
    if (!on || flow.series == engine::none) return;
    if (flow.when == engine::Flow::When::shortfall) {
      const double job_hours = builder_.tariffs().value("banenafspraak_job_hours", scenario_.from);
      flow.target_hours = builder_.value(scenario_.municipality.quotum_jobs * job_hours);
    }
    if (flow.when == engine::Flow::When::standing || flow.when == engine::Flow::When::shortfall) {
      add(flow, text, section, {}, false);
      return;
    }
    std::vector<engine::StateIndex> trainees, others;
    for (const std::string& state : in) {
      auto& group = state == trainee_state ? trainees : others;
      const auto all = pathway_.all(state);
      if (all.empty()) refuse_name(section, "in", state, "a state of the pathway");
      group.insert(group.end(), all.begin(), all.end());
    }
    if (!others.empty()) add(flow, text, section, others, false);
    if (!trainees.empty()) add(flow, text, section, trainees, true);
  }

  void add(engine::Flow flow, const FlowText& text, const Section& section,
           const std::vector<engine::StateIndex>& states, bool of_trainees) {
    flow.payer = party(section, "payer", of_trainees);
    flow.receiver = party(section, "receiver", of_trainees);
    const auto number = static_cast<std::int32_t>(builder_.program.flows.size());
    builder_.program.flows.push_back(std::move(flow));
    accounts_.flows.push_back(text);
    const engine::Flow& added = builder_.program.flows.back();
    for (const engine::StateIndex index : states) {
      engine::State& state = builder_.program.states[static_cast<std::size_t>(index)];
      state.flows.push_back(number);
      if (added.payer.component != engine::none || added.receiver.component != engine::none)
        state.under_contract = true;
    }
  }

  const Scenario& scenario_;
  const Pathway& pathway_;
  ProgramBuilder& builder_;
  Problems& problems_;
  Accounts accounts_;
  std::map<std::string, engine::Factor> factors_;
};

}  // namespace

std::int32_t Accounts::find(std::string_view name) const {
  const auto found = std::find_if(accounts.begin(), accounts.end(),
                                  [&](const AccountText& account) { return account.name == name; });
  return found == accounts.end() ? engine::none : static_cast<std::int32_t>(found - accounts.begin());
}

Accounts add_flows(const Scenario& scenario, const Pathway& pathway, ProgramBuilder& builder) {
  Problems problems;
  const auto tree = read_file(home() / "models/pathways/flows.yaml", problems);
  const auto posts_tree = read_file(home() / "models/pathways/posts.yaml", problems);
  problems.throw_errors();
  const Section file(*tree, problems);
  const Section posts(*posts_tree, problems);
  Accounts accounts = Reader(scenario, pathway, builder, problems).read(file, posts);
  file.finish();
  for (const char* const of_appraisal : {"parties", "posts"}) posts.has(of_appraisal);
  posts.finish();
  problems.throw_errors();
  return accounts;
}

}  // namespace banenplan::models
