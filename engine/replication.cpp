#include "engine/replication.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace banenplan::engine {
namespace {

bool people_meet(const Program& program) {
  return !program.openings.channels.empty() ||
         std::any_of(program.states.begin(), program.states.end(), [](const State& state) { return state.signs; });
}

}  // namespace

Replication::Replication(const Program& program)
    : program_(program),
      events_(program),
      population_(program.population.at_start + program.population.entrants),
      scarce_(people_meet(program)),
      attribute_count_(program.population.attributes.size()),
      traits_(program),
      sojourns_(program),
      amounts_(program),
      weights_(program),
      funds_(program),
      places_(program),
      target_(program),
      tally_(program),
      ledger_(program),
      due_(static_cast<std::size_t>(program.steps) + 1, none),
      lapsed_(program.openings.channels.size()),
      standing_(program.flows.size(), none),
      signed_(program.components.size(), none) {
  const std::size_t slots = scarce_ ? static_cast<std::size_t>(population_) : abreast;
  people_.resize(slots);
  levels_.resize(slots * std::max<std::size_t>(1, attribute_count_));
  visits_.resize(slots * program.states.size());
  visit_luck_.resize(slots);
  spell_starts_.resize(slots * program.spells.size());
  choices_.resize(slots * program.components.size());
  for (const State& state : program.states) {
    auto& personal = personal_flows_.emplace_back();
    for (const std::int32_t flow : state.flows) {
      const Flow& money = program.flows[static_cast<std::size_t>(flow)];
      const bool of_fund = money.payer.component != none || money.receiver.component != none;
      if (!of_fund && !weights_.holds(flow)) personal.push_back({flow, Gate(program, money)});
    }
    const auto number = static_cast<StateIndex>(briefs_.size());
    Brief& brief = briefs_.emplace_back();
    brief.grows = state.grows;
    brief.plain = !state.waits && !state.paid_hours && !state.in_scope && state.spells == 0 && !state.signs &&
                  !state.under_contract && state.flows.empty();
    brief.fills =
        std::any_of(program.openings.channels.begin(), program.openings.channels.end(),
                    [&](const Channel& channel) { return channel.capacity != none && channel.to == number; });
    brief.chance = !state.exits.empty() || state.at_expiry.size() > 1;
    brief.exits = static_cast<std::int32_t>(state.exits.size());
    brief.first_event = events_.of_exit(number, 0);
  }
  for (const std::int32_t rank : program.openings.order) ranks_ = std::max(ranks_, rank + 1);
  for (const std::int32_t lane : program.openings.lanes)
    lanes_ = std::max(lanes_, static_cast<std::size_t>((lane + 1) * ranks_));
}

void Replication::run(std::uint64_t seed, std::int32_t number, const std::vector<double>& values) {
  prepare(seed, number, values);
  if (scarce_) {
    live_step_by_step();
  } else {
    live_abreast();
  }
  finish();
}

void Replication::prepare(std::uint64_t seed, std::int32_t number, const std::vector<double>& values) {
  values_ = &values;
  luck_ = Luck(seed, static_cast<std::uint64_t>(number), program_.stream);
  traits_.set(values);
  beginnings_.set(program_, values);
  for (std::size_t s = 0; s < briefs_.size(); ++s) {
    const ValueIndex duration = program_.states[s].duration;
    briefs_[s].term = duration == none ? none : std::max(1, whole(value(duration)));
  }
  sojourns_.set(values);
  amounts_.set(values);
  weights_.set(values);
  funds_.set(program_, values);
  funds_.clear();
  places_.set(program_, values);
  places_.clear();
  target_.set(values);
  target_.clear();
  queue_.reset(static_cast<std::int32_t>(people_.size()), lanes_);
  tally_.clear();
  ledger_.clear();
  std::fill(visits_.begin(), visits_.end(), std::uint16_t{0});
  std::fill(due_.begin(), due_.end(), none);
  for (KnownLuck& known : visit_luck_) known[0].of = known[1].of = 0;
  for (std::size_t f = 0; f < program_.flows.size(); ++f) {
    const Flow& flow = program_.flows[f];
    if (flow.when != Flow::When::standing || flow.payer.component == none) continue;
    standing_[f] = funds_.sign_standing(amounts_, flow);
    if (standing_[f] != none) continue;
    tally_.refused(0);
    if (refusals_ != nullptr) refusals_->push_back({none, none, none, 0, funds_.standing_shortage(flow)});
  }
}

// A visit is a chain of look-ups in which each waits for the one before; the processor fills the time of one life
// with the others.
void Replication::live_abreast() {
  std::int32_t arrived = 0;
  const auto arrive = [&](std::int32_t slot) {
    std::fill_n(visits_.begin() + slot * static_cast<std::int32_t>(program_.states.size()), program_.states.size(),
                std::uint16_t{0});
    visit_luck_[static_cast<std::size_t>(slot)][0] = draw_luck(arrived, 0, 0);
    visit_luck_[static_cast<std::size_t>(slot)][1].of = 0;
    enter(slot, arrived, beginnings_.draw(program_, luck_, arrived));
    ++arrived;
  };
  std::int32_t living = 0;
  while (living < abreast && arrived < population_) arrive(living++);
  while (living > 0) {
    for (std::int32_t slot = 0; slot < living; ++slot) {
      if (person(slot).due != nothing_due) {
        proceed(slot);
        continue;
      }
      end(slot, program_.steps + 1);
      if (arrived < population_) {
        arrive(slot);
        continue;
      }
      for (std::int32_t other = slot + 1; other < living; ++other) {
        while (person(other).due != nothing_due) proceed(other);
        end(other, program_.steps + 1);
      }
      living = slot;
    }
  }
}

void Replication::live_step_by_step() {
  std::int32_t arrived = 0;
  Beginning next = beginnings_.draw(program_, luck_, 0);
  for (std::int32_t step = 0; step <= program_.steps; ++step) {
    while (arrived < population_ && next.step == step) {
      enter(arrived, arrived, next);
      schedule(arrived);
      if (++arrived < population_) next = beginnings_.draw(program_, luck_, arrived);
    }
    std::int32_t& first = due_[static_cast<std::size_t>(step)];
    while (first != none) {
      const std::int32_t slot = first;
      unschedule(slot);
      proceed(slot);
      schedule(slot);
    }
    if (step < program_.steps && !lapsed_.empty()) match(step);
  }
  for (std::int32_t slot = 0; slot < arrived; ++slot) end(slot, program_.steps + 1);
}

void Replication::pay_lagged(std::int32_t number) {
  const Flow& flow = program_.flows[static_cast<std::size_t>(number)];
  for (const std::int32_t repeated : flow.repeats) ledger_.repeat(ledger_.row(number, 0), repeated, flow.lag);
}

// A standing cost that no fund could bear is not made.
void Replication::pay_standing(std::int32_t number) {
  const Flow& flow = program_.flows[static_cast<std::size_t>(number)];
  const std::int32_t choice = standing_[static_cast<std::size_t>(number)];
  if (flow.payer.component != none && choice == none) return;
  const std::int32_t row = ledger_.row(number, std::max(0, choice));
  amounts_.each(flow, Stay{}, 0, program_.steps,
                [&](std::int32_t from, std::int32_t to, Cents cents) { ledger_.post(row, from, to, cents); });
}

// What the tally, which is closed by now, shows to be missing.
void Replication::pay_shortfall(std::int32_t number) {
  const Flow& flow = program_.flows[static_cast<std::size_t>(number)];
  for (std::int32_t step = 0; step < program_.steps; ++step) {
    double missing = value(flow.target_hours);
    for (std::size_t s = 0; s < program_.states.size(); ++s) {
      if (!program_.states[s].in_scope) continue;
      missing -= static_cast<double>(tally_.hours(static_cast<StateIndex>(s), step));
    }
    double amount = program_.prices[static_cast<std::size_t>(flow.series)][static_cast<std::size_t>(step)];
    for (const ValueIndex scale : flow.scales) amount *= value(scale);
    if (missing > 0.0) ledger_.post(ledger_.row(number, 0), step, step + 1, to_cents(missing * amount));
  }
}

void Replication::finish() {
  tally_.close();
  weights_.post(ledger_);
  for (std::int32_t number = 0; number < static_cast<std::int32_t>(program_.flows.size()); ++number) {
    switch (program_.flows[static_cast<std::size_t>(number)].when) {
      case Flow::When::lagged:
        pay_lagged(number);
        break;
      case Flow::When::shortfall:
        pay_shortfall(number);
        break;
      case Flow::When::standing:
        pay_standing(number);
        break;
      case Flow::When::each_step:
      case Flow::When::on_entry:
        break;  // paid with the stays
    }
  }
  funds_.post(ledger_);
  ledger_.close();
}

void Replication::enter(std::int32_t slot, std::int32_t number, const Beginning& beginning) {
  Person& who = person(slot);
  who = {};
  who.number = number;
  who.birth_month = beginning.birth_month;
  traits_.draw(luck_, static_cast<std::uint64_t>(number), levels(slot), beginning.origin);
  std::fill_n(choices_.begin() + slot * static_cast<std::int32_t>(program_.components.size()),
              program_.components.size(), none);
  const std::uint32_t spells = state_of(beginning.state).spells;
  for (std::size_t s = 0; s < program_.spells.size(); ++s) {
    // Whoever starts inside a spell began it before the first step: it is neither counted as begun nor as lasting.
    if (spells >> s & 1U) spell_start(slot, s) = beginning.step - std::max(1, beginning.elapsed) - program_.steps;
  }
  begin(slot, beginning.state, beginning.step, beginning.elapsed);
}

Stay Replication::stay(std::int32_t slot) {
  const Person& who = person(slot);
  return {levels(slot), who.birth_month, who.entered, who.elapsed, who.grown, state_of(who.state).grows};
}

std::int32_t Replication::paid_hours(std::int32_t slot) {
  const Population& population = program_.population;
  const std::int32_t attribute =
      state_of(person(slot).state).in_scope ? population.contract_hours_attribute : population.hours_attribute;
  return attribute == none ? 0 : levels(slot)[attribute];
}

// Whether the person may enter the state in this step: it asks for no contract, or the funds bear it.
inline bool Replication::may_enter(std::int32_t slot, StateIndex state, std::int32_t step) {
  Person& who = person(slot);
  if (!state_of(state).signs || who.contract_ends > step || step >= program_.steps) return true;
  const Stay contract{levels(slot), who.birth_month, step, 0, who.grown};
  std::int32_t ends = 0;
  if (!funds_.sign(amounts_, contract, state, signed_, ends)) return false;
  std::copy(signed_.begin(), signed_.end(), choices(slot));
  who.contract_ends = ends;
  return true;
}

inline void Replication::begin(std::int32_t slot, StateIndex state, std::int32_t step, std::int32_t elapsed) {
  Person& who = person(slot);
  if (who.state != none && brief_of(who.state).grows) who.grown += step - who.entered;
  while (!brief_of(state).plain && !may_enter(slot, state, step)) {
    refuse(slot, state, none, step);
    state = state_of(state).refused_to;
    elapsed = 0;
  }
  who.state = state;
  who.entered = step;
  who.elapsed = elapsed;
  if (!brief_of(state).plain) arrive(slot, state_of(state));
  draw_visit(slot);
}

void Replication::arrive(std::int32_t slot, const State& here) {
  if (here.in_scope) target_.add(unit_of(slot), paid_hours(slot));
  if (!here.waits || program_.openings.priority_attribute == none) return;
  if (program_.openings.lanes[levels(slot)[program_.openings.priority_attribute]] != none) {
    queue_.add(slot, lane_of(slot));
  }
}

// The uniform draw of the person's next visit to a state, the same in every scenario.
inline double Replication::visit_luck(std::int32_t slot, StateIndex state) {
  const std::uint32_t visit =
      visits_[static_cast<std::size_t>(slot) * program_.states.size() + static_cast<std::size_t>(state)]++;
  const auto number = static_cast<std::uint32_t>(state);
  const std::uint32_t group = number / Luck::block_size;
  const std::uint32_t pair = visit / 2;
  VisitLuck& known = visit_luck_[static_cast<std::size_t>(slot)][pair % 2];
  if (known.of != name(group, pair)) known = draw_luck(person(slot).number, group, pair);
  const std::uint64_t word = known.words[number % Luck::block_size];
  return Luck::uniform(std::rotl(word, visit % 2 == 0 ? 0 : 32));
}

inline Replication::VisitLuck Replication::draw_luck(std::int32_t number, std::uint32_t group,
                                                     std::uint32_t pair) const {
  return {name(group, pair), luck_.words(Purpose::visit, static_cast<std::uint64_t>(number), group, pair)};
}

// Decides when and how the visit that begins will end.
inline void Replication::draw_visit(std::int32_t slot) {
  Person& who = person(slot);
  const Brief& here = brief_of(who.state);
  who.due = nothing_due;
  if (here.exits == 0 && here.term == none) return;
  const std::int32_t left = program_.steps - who.entered;
  const std::int32_t term = here.term == none ? left + 1 : std::max(1, here.term - who.elapsed);
  const double u = here.chance ? visit_luck(slot, who.state) : 0.0;
  const Sojourns::Ending ending =
      here.exits == 0 ? Sojourns::Ending{term, none, u}
                      : sojourns_.draw(who.state, levels(slot), who.elapsed, who.entered, std::min(term, left), u);
  if (ending.exit != none) {
    who.due = who.entered + ending.length;
    who.event = here.first_event + ending.exit;
  } else if (term <= left) {
    who.due = who.entered + term;
    who.event = here.first_event + here.exits + branch_of(state_of(who.state), ending.rest);
  }
}

inline std::int32_t Replication::branch_of(const State& state, double u) const {
  std::size_t branch = 0;
  while (branch + 1 < state.at_expiry.size() && u >= value(state.at_expiry[branch].probability)) {
    u -= value(state.at_expiry[branch].probability);
    ++branch;
  }
  return static_cast<std::int32_t>(branch);
}

// Counts and pays for the stay that ends at `step`; steps + 1 is the end of the horizon.
inline void Replication::end(std::int32_t slot, std::int32_t step) {
  const Person& who = person(slot);
  tally_.stay(who.state, who.entered, step);
  if (!brief_of(who.state).plain) leave(slot, state_of(who.state), step);
  if (trace_ != nullptr) keep_visit(slot, step);
}

void Replication::keep_visit(std::int32_t slot, std::int32_t step) {
  const Person& who = person(slot);
  const bool horizon = step > program_.steps;
  const bool event = !horizon && who.due == step;
  const auto* const chosen = choices(slot);
  trace_->push_back({who.number, who.state, who.entered, step,
                     horizon ? Visit::Ending::horizon
                     : event ? Visit::Ending::event
                             : Visit::Ending::placement,
                     event ? who.event : none, who.birth_month, who.elapsed, who.grown,
                     std::vector<std::uint8_t>(levels(slot), levels(slot) + attribute_count_),
                     std::vector<std::int32_t>(chosen, chosen + program_.components.size())});
}

// A contract that has just not been signed.
void Replication::refuse(std::int32_t slot, StateIndex state, std::int32_t channel, std::int32_t step) {
  tally_.refused(step);
  if (refusals_ == nullptr) return;
  const Stay contract{levels(slot), person(slot).birth_month, step, 0, person(slot).grown};
  refusals_->push_back({person(slot).number, state, channel, step, funds_.shortage(contract, signed_)});
}

void Replication::leave(std::int32_t slot, const State& here, std::int32_t step) {
  const Person& who = person(slot);
  if (here.paid_hours) tally_.hours(who.state, who.entered, step, paid_hours(slot));
  if (here.in_scope) {
    const std::int32_t hours = paid_hours(slot);
    const std::int32_t unit = unit_of(slot);
    target_.add(unit, -hours);
    if (unit > 0) tally_.unit_hours(unit, who.entered, step, hours);
  }
  if (!here.flows.empty()) pay(slot, here, std::min(step, program_.steps));
  if (here.waits) queue_.remove(slot);
  if (step > program_.steps) note_lasting(slot, here.spells, program_.steps);
}

void Replication::pay(std::int32_t slot, const State& here, std::int32_t to) {
  const Person& who = person(slot);
  const Stay stay{levels(slot), who.birth_month, who.entered, who.elapsed, who.grown, here.grows};
  weights_.add(who.state, stay, to);
  for (const PersonalFlow& flow : personal_flows_[static_cast<std::size_t>(who.state)]) {
    if (flow.gate.shut(stay.levels)) continue;
    const std::int32_t row = ledger_.row(flow.number, 0);
    amounts_.each(program_.flows[static_cast<std::size_t>(flow.number)], stay, who.entered, to,
                  [&](std::int32_t from, std::int32_t end, Cents cents) { ledger_.post(row, from, end, cents); });
  }
  if (here.under_contract) funds_.settle(amounts_, stay, who.state, choices(slot), to, ledger_);
}

// What was due happens.
inline void Replication::proceed(std::int32_t slot) {
  Person& who = person(slot);
  const StateIndex from = who.state;
  const Brief& here = brief_of(from);
  const std::int32_t step = who.due;
  const bool expires = who.event >= here.first_event + here.exits;
  const StateIndex to = events_.destination(who.event);
  tally_.event(who.event, step - 1);
  end(slot, step);
  if (who.contract_ends > step && !(expires && to == state_of(from).covers_next)) release(slot, step);
  if (here.fills) leave_place(slot);
  begin(slot, to, step, 0);
  if (who.state != to) tally_.turned_away(to, step - 1);
  if (here.plain && brief_of(who.state).plain) return;
  change_spells(slot, state_of(from).spells, state_of(who.state).spells, step);
}

// The place of a pool that the person filled is free again.
void Replication::leave_place(std::int32_t slot) {
  for (std::size_t k = 0; k < program_.openings.channels.size(); ++k) {
    const Channel& channel = program_.openings.channels[k];
    const bool through = levels(slot)[program_.openings.channel_attribute] == channel.level;
    if (channel.capacity != none && channel.to == person(slot).state && through)
      places_.leave(static_cast<std::int32_t>(k));
  }
}

// Gives back what the contract has not used, also of the states that it covers and that were never entered.
void Replication::release(std::int32_t slot, std::int32_t step) {
  Person& who = person(slot);
  Stay piece = stay(slot);
  std::int32_t from = step;
  for (StateIndex state = who.state; state != none; state = state_of(state).covers_next) {
    funds_.release(amounts_, piece, state, choices(slot), from);
    from = funds_.term_end(state, piece.entered, piece.elapsed);
    if (state_of(state).grows) piece.grown += from - piece.entered;
    piece.entered = from;
    piece.elapsed = 0;
  }
  who.contract_ends = step;
}

inline void Replication::change_spells(std::int32_t slot, std::uint32_t before, std::uint32_t after,
                                       std::int32_t step) {
  note_lasting(slot, before & ~after, step);
  const std::uint32_t begun = after & ~before;
  for (std::size_t s = 0; s < program_.spells.size(); ++s) {
    if (!(begun >> s & 1U)) continue;
    spell_start(slot, s) = step;
    tally_.spell_started(static_cast<std::int32_t>(s), step);
  }
}

inline void Replication::note_lasting(std::int32_t slot, std::uint32_t spells, std::int32_t step) {
  for (std::size_t s = 0; s < program_.spells.size(); ++s) {
    if (!(spells >> s & 1U)) continue;
    const std::int32_t start = spell_start(slot, s);
    const std::int32_t lasts = start + program_.spells[s].threshold;
    if (start >= 0 && lasts <= step) tally_.spell_lasts(static_cast<std::int32_t>(s), lasts);
  }
}

std::size_t Replication::lane_of(std::int32_t slot) {
  const Openings& openings = program_.openings;
  const std::int32_t lane = openings.lanes[levels(slot)[openings.priority_attribute]];
  const std::int32_t rank =
      openings.order_attribute == none ? 0 : openings.order[levels(slot)[openings.order_attribute]];
  return static_cast<std::size_t>(lane * ranks_ + rank);
}

std::int32_t Replication::candidate(double u) const {
  for (std::size_t lane = 0; lane < lanes_; ++lane) {
    if (queue_.size(lane) > 0) return queue_.at(lane, u);
  }
  return none;
}

void Replication::match(std::int32_t step) {
  std::fill(lapsed_.begin(), lapsed_.end(), 0);
  places_.advance(luck_, step, lapsed_);
  for (std::size_t k = 0; k < lapsed_.size(); ++k) tally_.lapsed(static_cast<std::int32_t>(k), step, lapsed_[k]);
  auto& open = places_.open();
  std::size_t kept = 0;
  for (std::size_t next = 0; next < open.size(); ++next) {
    target_.bring_forward(open, next);
    Opening opening = open[next];
    const auto draw = luck_.block(Purpose::match, opening.number, 0, static_cast<std::uint32_t>(step));
    const bool stops = program_.openings.channels[static_cast<std::size_t>(opening.channel)].stops_at_target;
    const bool found = !(stops && target_.reached(step)) && draw[0] < places_.match_probability(opening.channel);
    const std::int32_t slot = found ? candidate(draw[1]) : none;
    if (slot == none || !place(slot, opening, step)) open[kept++] = opening;
  }
  open.resize(kept);
}

// Places the person in slot `slot` on the opening, unless the money is not there.
bool Replication::place(std::int32_t slot, Opening& opening, std::int32_t step) {
  const Channel& channel = program_.openings.channels[static_cast<std::size_t>(opening.channel)];
  std::uint8_t* const traits = levels(slot);
  const auto channel_attribute = static_cast<std::size_t>(program_.openings.channel_attribute);
  const auto hours_attribute = static_cast<std::size_t>(program_.population.contract_hours_attribute);
  const std::uint8_t former_channel = traits[channel_attribute];
  const std::uint8_t former_hours = traits[hours_attribute];
  const std::int32_t unit_attribute = program_.openings.unit_attribute;
  const std::uint8_t former_unit = unit_attribute == none ? std::uint8_t{0} : traits[unit_attribute];
  const double u = luck_.block(Purpose::contract_hours, opening.number, 0, 0)[0];
  const double low = value(channel.hours_low);
  traits[channel_attribute] = static_cast<std::uint8_t>(channel.level);
  if (unit_attribute != none) traits[unit_attribute] = static_cast<std::uint8_t>(channel.unit);
  traits[hours_attribute] = static_cast<std::uint8_t>(low + std::floor(u * (value(channel.hours_high) - low + 1.0)));
  Person& who = person(slot);
  const StateIndex to = channel.to;
  if (!may_enter(slot, to, step)) {
    if (!opening.refused) refuse(slot, to, opening.channel, step);
    opening.refused = true;
    traits[channel_attribute] = former_channel;
    traits[hours_attribute] = former_hours;
    if (unit_attribute != none) traits[unit_attribute] = former_unit;
    return false;
  }
  const std::uint32_t spells = state_of(who.state).spells;
  end(slot, step);
  unschedule(slot);
  begin(slot, to, step, 0);
  change_spells(slot, spells, state_of(to).spells, step);
  schedule(slot);
  tally_.placed(to, step);
  tally_.filled(opening.channel, step);
  if (channel.capacity != none) places_.take(opening.channel);
  return true;
}

void Replication::schedule(std::int32_t slot) {
  Person& who = person(slot);
  if (who.due == nothing_due) return;
  std::int32_t& first = due_[static_cast<std::size_t>(who.due)];
  who.previous = none;
  who.next = first;
  if (first != none) person(first).previous = slot;
  first = slot;
}

void Replication::unschedule(std::int32_t slot) {
  Person& who = person(slot);
  if (who.due == nothing_due) return;
  if (who.previous != none) {
    person(who.previous).next = who.next;
  } else {
    due_[static_cast<std::size_t>(who.due)] = who.next;
  }
  if (who.next != none) person(who.next).previous = who.previous;
}

}  // namespace banenplan::engine
