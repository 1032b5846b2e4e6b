#include "models/general/rewards.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "engine/elementary.hpp"

namespace banenplan::models {
namespace {

using engine::Series;
using Curve = std::vector<double>;

enum class At { moment, start, middle, end };

struct Discount {
  bool exponential = false;
  double money = 0.0;
  double effect = 0.0;
  At at = At::moment;
  int undiscounted = 0;
  int steps_per_year = 1;

  // The weight of what is counted at a moment as part of a step.
  double weight(bool as_money, int step, int moment) const {
    const double rate = as_money ? money : effect;
    if (rate == 0.0) return 1.0;
    double time = moment;
    if (at != At::moment) time = step + (at == At::start ? 0.0 : at == At::middle ? 0.5 : 1.0);
    const double years = std::max(0.0, time - undiscounted) / steps_per_year;
    return exponential ? engine::exponential(-rate * years) : engine::power(1.0 + rate, -years);
  }
};

Discount read_discount(const Section& model, const Timeline& timeline) {
  Discount discount;
  discount.steps_per_year = timeline.steps_per_year;
  const auto section = model.optional_section("discount");
  if (!section) return discount;
  constexpr Range rates{0.0, 1.0};
  discount.exponential = section->choice<bool>("rule", {{"power", false}, {"exponential", true}});
  discount.money = section->share("money", rates);
  discount.effect = section->share("effect", rates);
  discount.at = section->choice<At>(
      "at", {{"moment", At::moment}, {"start", At::start}, {"middle", At::middle}, {"end", At::end}}, At::moment);
  discount.undiscounted = section->whole("undiscounted_steps", 0, timeline.steps, 0);
  return discount;
}

// How moments count.
struct Counting {
  double at_start = 1.0;  // of each step
  double at_end = 0.0;
  Curve given;  // instead: by moment
  bool events_as_states = false;

  double of_moment(int moment, int steps) const {
    if (!given.empty()) return given[static_cast<std::size_t>(moment)];
    return (moment < steps ? at_start : 0.0) + (moment > 0 ? at_end : 0.0);
  }
};

constexpr Range weight_range{0.0, 1e6};

Curve read_weights(const Section& section, const Timeline& timeline) {
  const auto moments = static_cast<std::size_t>(timeline.steps) + 1;
  Curve weights(moments, 0.0);
  const Node* const node = section.node("weights");
  if (node != nullptr && node->kind == Node::Kind::map) {
    const Section pattern = section.section("weights");
    const auto between = pattern.numbers("between", weight_range, {1, moments});
    for (std::size_t k = 1; !between.empty() && k + 1 < moments; ++k) weights[k] = between[(k - 1) % between.size()];
    weights.front() = pattern.number("first", weight_range);
    weights.back() = pattern.number("last", weight_range);
    return weights;
  }
  auto given = section.numbers("weights", weight_range, {moments, moments});
  return given.size() == moments ? given : weights;
}

Counting read_counting(const Section& model, const Timeline& timeline) {
  Counting counting;
  const auto by_word = [&](const Section& section, std::string_view key) {
    const auto ends = section.choice<int>(key, {{"start", 0}, {"end", 2}, {"mean", 1}});
    counting.at_end = ends / 2.0;
    counting.at_start = 1.0 - counting.at_end;
  };
  const Node* const node = model.node("counting");
  if (node == nullptr || node->kind != Node::Kind::map) {
    by_word(model, "counting");
    return counting;
  }
  const Section section = model.section("counting");
  if (section.has("weights")) {
    counting.given = read_weights(section, timeline);
  } else {
    by_word(section, "at");
  }
  counting.events_as_states = section.choice<bool>("events", {{"once", false}, {"as_states", true}}, false);
  return counting;
}

class Compiler {
 public:
  Compiler(const Section& model, const StateNames& states, const Timeline& timeline, engine::Program& program)
      : states_(states),
        timeline_(timeline),
        program_(program),
        events_(program),
        discount_(read_discount(model, timeline)),
        counting_(read_counting(model, timeline)) {
    if (!counting_.given.empty() && discount_.at != At::moment) {
      model.refuse("discount", "found a point of the step", "with given weights only moment is possible");
    }
  }

  Reward reward(const std::string& name, const Section& section) {
    Reward reward{name, section.title("title", Title{name, name}), section.text("unit"), {}};
    as_money_ = section.choice<bool>("discounted_as", {{"money", true}, {"effect", false}}, reward.unit == "euro");
    const Varying when = read_steps(section, timeline_);
    const std::size_t first = program_.measures.size();
    if (const auto values = section.optional_section("per_state")) per_state(*values, when);
    if (const auto values = section.optional_section("per_transition")) per_transition(*values, when);
    if (const auto values = section.optional_section("on_entry")) on_entry(*values, when);
    if (program_.measures.size() == first) {
      section.refuse("unit", "found nothing that is counted", "a reward has per_state, per_transition or on_entry");
    }
    for (std::size_t m = first; m < program_.measures.size(); ++m) reward.measures.push_back(m);
    measure_from_ = program_.measures.size();
    return reward;
  }

 private:
  void per_state(const Section& values, const Varying& when) {
    for (const std::string& key : values.keys()) {
      const auto state = states_.find(values, key, key);
      const Varying value = reward_value(values, key) * when;
      if (state) add(state_curve(value), {Series::Kind::occupancy, *state});
    }
  }

  void per_transition(const Section& values, const Varying& when) {
    for (const std::string& key : values.keys()) {
      const auto move = states_.move(values, key, key);
      const Varying value = reward_value(values, key) * when;
      if (move && !add_events(*move, value)) {
        values.refuse(key, "found a move that the model does not have", "rewards are for transitions that exist");
      }
    }
  }

  void on_entry(const Section& values, const Varying& when) {
    for (const std::string& key : values.keys()) {
      const auto state = states_.find(values, key, key);
      const Varying value = reward_value(values, key) * when;
      if (state && !add_events({engine::none, *state}, value)) {
        values.refuse(key, "found a state that nobody enters",
                      "rewards on entry are for states with transitions to them");
      }
    }
  }

  Varying reward_value(const Section& values, const std::string& key) const {
    Varying value = read_varying(values, key, timeline_, any_number);
    if (value.rows() > 1) values.refuse(key, "found by_time_in_state", "rewards do not vary by time in the state");
    return value;
  }

  bool add_events(const Move& move, const Varying& value) {
    bool any = false;
    for (std::size_t s = 0; s < program_.states.size(); ++s) {
      const auto& exits = program_.states[s].exits;
      for (std::size_t j = 0; j < exits.size(); ++j) {
        const auto from = static_cast<engine::StateIndex>(s);
        if (!move.covers(from, exits[j].to)) continue;
        any = true;
        add(event_curve(value), {Series::Kind::exits, events_.of_exit(from, static_cast<std::int32_t>(j))});
      }
    }
    return any;
  }

  // What a person in a state at each moment counts for, value included.
  Curve state_curve(const Varying& value) const {
    Curve curve(static_cast<std::size_t>(timeline_.steps) + 1, 0.0);
    const auto count = [&](int moment, int step, double weight) {
      if (weight == 0.0) return;
      curve[static_cast<std::size_t>(moment)] +=
          weight * discount_.weight(as_money_, step, moment) * value.at(0, step);
    };
    for (int step = 0; counting_.given.empty() && step < timeline_.steps; ++step) {
      count(step, step, counting_.at_start);
      count(step + 1, step, counting_.at_end);
    }
    for (int moment = 0; !counting_.given.empty() && moment <= timeline_.steps; ++moment) {
      count(moment, std::min(moment, timeline_.steps - 1), counting_.given[static_cast<std::size_t>(moment)]);
    }
    return curve;
  }

  // What an event in each step counts for; it happens at the end of the step.
  Curve event_curve(const Varying& value) const {
    Curve curve(static_cast<std::size_t>(timeline_.steps) + 1, 0.0);
    for (int step = 0; step < timeline_.steps; ++step) {
      const double weight = counting_.events_as_states ? counting_.of_moment(step + 1, timeline_.steps) : 1.0;
      curve[static_cast<std::size_t>(step)] =
          weight * discount_.weight(as_money_, step, step + 1) * value.at(0, step);
    }
    return curve;
  }

  // Series of one reward with the same curve share a measure.
  void add(const Curve& curve, const Series& series) {
    for (std::size_t m = measure_from_; m < program_.measures.size(); ++m) {
      engine::Measure& measure = program_.measures[m];
      if (program_.curves[static_cast<std::size_t>(measure.curve)] != curve) continue;
      measure.terms.push_back({series, 1.0, engine::none});
      return;
    }
    program_.curves.push_back(curve);
    engine::Measure measure;
    measure.terms.push_back({series, 1.0, engine::none});
    measure.over = engine::Measure::Over::weighted;
    measure.curve = static_cast<std::int32_t>(program_.curves.size()) - 1;
    program_.measures.push_back(std::move(measure));
  }

  const StateNames& states_;
  const Timeline& timeline_;
  engine::Program& program_;
  engine::EventNumbers events_;
  Discount discount_;
  Counting counting_;
  bool as_money_ = false;
  std::size_t measure_from_ = 0;
};

}  // namespace

std::vector<Reward> compile_rewards(const Section& model, const StateNames& states, const Timeline& timeline,
                                    engine::Program& program) {
  Compiler compiler(model, states, timeline, program);
  std::vector<Reward> rewards;
  for (const auto& [name, section] : model.section("rewards").entries()) {
    rewards.push_back(compiler.reward(name, section));
  }
  return rewards;
}

}  // namespace banenplan::models
