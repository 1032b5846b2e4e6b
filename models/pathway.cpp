#include "models/pathway.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <stdexcept>

#include "models/document.hpp"
#include "models/home.hpp"

namespace banenplan::models {
namespace {

using engine::Form;

const std::string next_stage = "next";
const std::string nowhere = "mover";  // where those go whom no stage follows, or whose contract no fund can bear

class Reader {
 public:
  Reader(const Scenario& scenario, ProgramBuilder& builder) : scenario_(scenario), builder_(builder) {}

  Pathway read(const Section& file) {
    const auto entries = file.section("states").entries();
    for (const auto& [name, section] : entries) {
      pathway_.states.push_back(
          {name, section.title("title"), section.boolean("works", false), section.boolean("municipal", false)});
      stages_[section.text("stage", "")].push_back(name);
    }
    lay_route();
    for (std::size_t k = 0; k < entries.size(); ++k) add_state(pathway_.states[k], entries[k].second);
    return pathway_;
  }

 private:
  // Which state each stage of the route is: the first one-year contract is another state than the second.
  void lay_route() {
    const std::map<Stage, std::string> names = {{Stage::proefplaatsing, "proefplaatsing"},
                                                {Stage::jaarcontract, "jaarcontract"},
                                                {Stage::trainee, "trainee"},
                                                {Stage::vast, "vast"}};
    std::map<Stage, std::size_t> used;
    for (const Stage stage : scenario_.route) route_.push_back(stages_.at(names.at(stage)).at(used[stage]++));
    if (!route_.empty()) pathway_.entrance = pathway_.find(route_.front());
  }

  std::string after(const std::string& state) const {
    const auto here = std::find(route_.begin(), route_.end(), state);
    return here == route_.end() || here + 1 == route_.end() ? nowhere : *(here + 1);
  }

  engine::StateIndex target(const Section& section, const std::string& from) const {
    const std::string to = section.text("to");
    const auto index = pathway_.find(to == next_stage ? after(from) : to);
    if (index == engine::none) section.refuse("to", quote(to), "a state of this pathway, or next");
    return std::max(index, 0);
  }

  void add_state(const StateText& text, const Section& section) {
    engine::State state;
    state.scale = engine::ExitScale::rates;
    state.waits = section.boolean("waits", false) && !scenario_.channels.empty();
    state.paid_hours = text.works;
    state.in_scope = text.works && text.municipal;
    state.spells = (text.works && text.municipal ? 1U : 0U) | (text.works ? 2U : 0U);
    if (section.has("months")) state.duration = months(section);
    for (const Section& exit : section.sections("exits")) state.exits.push_back(read_exit(exit, text.name));
    for (const Section& branch : section.sections("at_expiry")) {
      const bool has_share = branch.has("share");
      state.at_expiry.push_back(
          {target(branch, text.name), has_share ? builder_.assumption(branch.text("share")) : engine::none});
    }
    if (section.has("contract")) {
      const std::string contract = section.text("contract");
      const auto next = pathway_.find(after(text.name));
      state.signs = true;
      state.refused_to = pathway_.find(nowhere);
      if (contract == "covers_next" && after(text.name) != nowhere) state.covers_next = next;
    }
    builder_.program.states.push_back(std::move(state));
  }

  engine::ValueIndex months(const Section& section) {
    const Node* const node = section.node("months");
    if (node->kind != Node::Kind::map) return builder_.value(section.number("months", {1, 120}));
    const Section source = section.section("months");
    if (source.has("tariff")) return builder_.value(builder_.tariffs().value(source.text("tariff"), scenario_.from));
    source.text("scenario");
    return builder_.value(scenario_.trainee_months);
  }

  engine::Steps chances(const Section& section) {
    engine::Steps steps;
    if (section.node("chance")->kind != Node::Kind::map) {
      steps.from = {0};
      steps.value = {builder_.assumption(section.text("chance"), Form::rate_of_probability)};
      return steps;
    }
    for (const auto& [from, name] : section.section("chance").texts_by_name()) {
      int month = 0;
      std::from_chars(from.data(), from.data() + from.size(), month);
      steps.from.push_back(month);
      steps.value.push_back(builder_.assumption(name, Form::rate_of_probability));
    }
    return steps;
  }

  engine::Exit read_exit(const Section& section, const std::string& from) {
    engine::Exit exit;
    exit.to = target(section, from);
    exit.by_time_in_state = chances(section);
    if (section.boolean("season", false)) exit.by_month_of_year = season();
    if (section.has("part")) add_ratio(exit, builder_.assumption(section.text("part")));
    if (section.has("rest")) add_ratio(exit, builder_.assumption(section.text("rest"), Form::complement));
    if (section.has("by_distance")) {
      std::vector<std::string> names;
      for (int k = 1; k <= distance_classes; ++k)
        names.push_back(section.text("by_distance") + "_" + std::to_string(k));
      exit.ratios.push_back({place(Trait::distance), builder_.assumptions(names)});
    }
    if (section.boolean("supported", false)) {
      if (scenario_.guidance.jobcoach()) add_ratio(exit, builder_.assumption("effect_jobcoach"));
      if (scenario_.guidance.buddy) add_ratio(exit, builder_.assumption("effect_buddy"));
    }
    if (section.has("after_trainee")) {
      exit.ratios.push_back({place(Trait::channel), by_channel(section.text("after_trainee"))});
    }
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

  // 1 for everybody but those who came through a trainee pool.
  engine::ValueIndex by_channel(const std::string& effect) {
    const engine::ValueIndex first = builder_.value(1.0);
    for (const ChannelPlan& channel : scenario_.channels) {
      if (channel.kind == ChannelKind::trainee_pool) {
        builder_.assumptions({effect});
      } else {
        builder_.value(1.0);
      }
    }
    return first;
  }

  const Scenario& scenario_;
  ProgramBuilder& builder_;
  Pathway pathway_;
  std::map<std::string, std::vector<std::string>> stages_;
  std::vector<std::string> route_;
};

}  // namespace

engine::StateIndex Pathway::find(std::string_view name) const {
  const auto found =
      std::find_if(states.begin(), states.end(), [&](const StateText& state) { return state.name == name; });
  return found == states.end() ? engine::none : static_cast<engine::StateIndex>(found - states.begin());
}

Pathway add_pathway(const Scenario& scenario, ProgramBuilder& builder) {
  Problems problems;
  const auto tree = read_file(home() / "models/pathways/banenafspraak.yaml", problems);
  if (!tree) throw std::runtime_error(problems.error_lines().front());
  const Section file(*tree, problems);
  file.text("pathway");
  Pathway pathway = Reader(scenario, builder).read(file);
  file.finish();
  if (problems.has_errors()) throw std::runtime_error(problems.error_lines().front());
  return pathway;
}

}  // namespace banenplan::models
