// A program is a model compiled into the engine's terms: flat tables of states, people, openings, funds and flows.
// It has no names and reads no files; whoever compiles it keeps the names in the same order.
//
// Structure and numbers are apart: `values` holds the base value of every number that may be uncertain, and a
// replication works on its own copy in which the uncertain ones have been drawn.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/calendar.hpp"
#include "engine/pathway.hpp"
#include "engine/uncertainty.hpp"

namespace banenplan::engine {

// A trait of a person, as a level from 0 to 255.
struct Attribute {
  enum class Kind : std::uint8_t {
    shares,            // values[first + parent level x levels + k] is the share of level k
    truncated_normal,  // values[first .. first + 3]: mean, standard deviation, low, high; the level is 100 x draw,
                       // rounded
    uniform,           // values[first + parent level x 2], and the one after it: lowest and highest level
    set_by_placement   // 0 until an opening sets it
  };
  Kind kind = Kind::shares;
  ValueIndex first = none;
  std::int32_t levels = 0;
  std::int32_t parent = none;  // an earlier attribute on whose level the distribution depends, or by_origin
};

// As the parent of an attribute: its distribution depends on the cell by which the person came in.
inline constexpr std::int32_t by_origin = -2;

// The chance that somebody is in this state at the start (or on entering), having spent this many steps in it.
struct StartCell {
  StateIndex state = 0;
  std::int32_t elapsed = 0;
  ValueIndex share = none;
  ValueIndex of = none;     // the share is one of this other share; none: of all
  std::int32_t origin = 0;  // what attributes with the parent by_origin depend on
};

// Somebody of whom something is known; the rest is drawn.
struct KnownPerson {
  StateIndex state = none;  // none: drawn
  std::int32_t elapsed = 0;
  std::vector<std::int16_t> levels;  // by attribute; none: drawn
};

// An attribute that grows with the steps spent in states that let it grow: its level is the one drawn, plus
// `per_year` for each model year of them, rounded, at most `highest`. It is measured on coming into a state, and
// there again every `measured_every` steps.
struct Growth {
  std::int32_t attribute = none;  // none: nothing grows
  ValueIndex per_year = none;
  ValueIndex measured_every = none;
  std::int32_t highest = 255;
};

struct Population {
  std::int32_t at_start = 0;
  std::int32_t entrants = 0;
  std::vector<double> arrivals;  // share of the entrants who have come by the end of each step; empty: evenly
  std::vector<StartCell> start;
  std::vector<StartCell> entry;
  std::vector<KnownPerson> known;  // the first of those who are there at the start
  std::vector<Attribute> attributes;
  std::int32_t hours_attribute = none;           // paid hours a week of who works elsewhere
  std::int32_t contract_hours_attribute = none;  // of who was placed in the scope
  std::int32_t age_attribute = none;  // age in years on coming in; a birthday follows from the person's luck
  Growth growth;
  std::int32_t ages_matter_until = 0;  // below this age a factor may differ by age
};

// Who pays or receives: an account, or the fund that the person's contract chose for a component. Of the two ends of
// a flow at most one is a component.
struct Party {
  std::int32_t account = none;
  std::int32_t component = none;
};

// Table of factors by the level of an attribute: tables[first + level].
struct Factor {
  std::int32_t attribute = none;
  std::int32_t first = none;
  bool as_measured = false;  // of an attribute that grows: by its level when it was last measured
};

// Money that moves because of a person in a state, or regardless of persons. Amount in euro in a step =
// price[series][step] x values[scales] x factors; rounded to the cent once for each person where funds bear a part of
// it or `by_person` asks for it, and once for all people together where not. A lagged flow pays in a step what the
// flows of `repeats` came to `lag` steps before; before the start they are taken to have been as in the first step. A
// shortfall is paid in a step for each paid hour a week in scope that is missing at its start; its price is per hour.
struct Flow {
  enum class When : std::uint8_t { each_step, on_entry, standing, lagged, shortfall };
  When when = When::each_step;
  Party payer;
  Party receiver;
  std::int32_t series = none;
  std::vector<ValueIndex> scales;
  bool by_person = false;       // each person's amount is a whole number of cents, as a law may have it
  bool set_in_january = false;  // the price of the step of entry holds until January, then January's
  std::vector<Factor> factors;
  Steps by_time_in_state;             // factor by completed steps in the state; empty: 1
  std::vector<std::int32_t> repeats;  // of a lagged flow: earlier flows
  std::int32_t lag = 0;
  ValueIndex target_hours = none;  // of a shortfall
};

// Money set apart for a purpose. It is never overdrawn: a contract is signed only if in every step of the plan what
// has come in covers what has been promised.
struct Fund {
  std::int32_t account = none;
  std::int32_t from_account = none;  // who fills it
  std::int32_t series = none;        // euro in each step
  ValueIndex scale = none;           // none: 1
  bool carry_over = true;            // else what is left in December goes back to where it came from
  // What the contracts of a unit may take of it at most, as shares of what comes in, by unit; empty: no unit has a
  // limit. Contracts signed from step `common_from` on have none; none: all have.
  std::vector<ValueIndex> unit_shares;
  std::int32_t common_from = none;
};

// A component of cost and the funds that may bear it, in order of preference.
struct Component {
  std::vector<std::int32_t> funds;
};

// A kind of place that arises for people who wait.
struct Channel {
  // Mean number of places that arise in a step (Poisson): the product of these values.
  std::vector<ValueIndex> per_step_factors;
  std::int32_t curve = none;            // a further factor, by step; none: 1
  ValueIndex places_each = none;        // places that arise together each time; none: 1
  ValueIndex capacity = none;           // instead: a pool of so many places, refilled at each intake
  std::int32_t intake_every = 1;        // steps between intakes of a pool
  ValueIndex stays_open = none;         // steps after which an unfilled place lapses
  ValueIndex match_probability = none;  // chance in a step that an open place finds its candidate
  StateIndex to = none;
  std::int32_t level = 0;       // what placement writes into the channel attribute
  std::int32_t unit = 0;        // what it writes into the unit attribute: whose place it is, from 1; 0: nobody's
  bool stops_at_target = true;  // no placements by this channel while the target is reached
  ValueIndex hours_low = none;  // the contract's paid hours a week, drawn uniformly
  ValueIndex hours_high = none;
};

struct Openings {
  std::vector<Channel> channels;
  std::int32_t channel_attribute = none;
  std::int32_t priority_attribute = none;
  // By level of that attribute, the lane in which somebody waits; lanes are asked in order, `none` never.
  std::vector<std::int32_t> lanes;
  // By level of another attribute, who is asked first within a lane; none: all are alike.
  std::int32_t order_attribute = none;
  std::vector<std::int32_t> order;
  ValueIndex target_hours = none;    // channels stop placing while the paid hours in scope reach this
  std::int32_t target_curve = none;  // the part of the target that holds in a step; none: all of it
  // Parts of the organisation to which places belong.
  std::int32_t units = 0;
  std::int32_t unit_attribute = none;
  // The paid hours in scope that each unit is to reach. Within a step the places of the unit that lacks most hours
  // are asked first, then those of nobody, then those of units ahead of their target. Empty: in the order in which
  // the places arose.
  std::vector<ValueIndex> unit_targets;
};

// A series that a replication leaves behind, by step.
struct Series {
  enum class Kind : std::uint8_t {
    occupancy,       // people in state `index` at the start of the step (and one more at the end of the horizon)
    hours,           // paid hours a week of people in state `index`
    unit_hours,      // paid hours a week in scope on places of unit `index`, from 1
    exits,           // exit or expiry number `index` (see Program::event_of_*), by the step at whose end it happened
    entries,         // people entering state `index` by a placement
    spells_started,  // spells of kind `index` that begin
    spells_lasting,  // spells of kind `index` that reach their threshold
    flow,            // cents of flow `index`
    fund_balance,    // cents in fund `index` at the end of the step
    ledger_row,      // cents of row `index` of the ledger
    account,         // net cents received by account `index`
    refused_money,   // placements and contracts refused for want of money, in channel or state order together
    lapsed,          // openings of channel `index` that found nobody
    filled,          // openings of channel `index` that found somebody
    turned_away      // people on their way into state `index` who went to its `refused_to`; steps as of exits
  };
  Kind kind = Kind::occupancy;
  std::int32_t index = 0;
};

// A result: a weighted sum of series, per year or in total.
struct Measure {
  struct Term {
    Series series;
    double factor = 1.0;
    ValueIndex scale = none;
  };
  enum class Over : std::uint8_t {
    year_sum,
    year_mean,
    year_end,
    year_growth,  // at the end of the year, less what there was at the start of the horizon
    quarter_sum,  // four numbers a year, where a year has steps for it
    weighted      // sum over steps of weights[curve][step] x series: one number
  };
  std::vector<Term> terms;
  Over over = Over::year_sum;
  std::int32_t curve = none;
};

struct Spell {
  std::int32_t threshold = 12;  // steps
};

struct Program {
  std::int32_t steps = 0;  // horizon
  std::int32_t steps_per_year = months_per_year;
  Month start;                  // calendar month of step 0
  std::int32_t plan_steps = 0;  // steps over which funds plan ahead; at least `steps`
  std::uint64_t stream = 0;     // programs side by side whose people are not the same people have each their own

  std::vector<double> values;
  std::vector<Uncertain> uncertain;

  std::vector<State> states;
  Population population;
  Openings openings;
  std::vector<Spell> spells;

  std::vector<double> tables;               // factors by level
  std::vector<std::vector<double>> prices;  // euro by step, plan_steps long
  std::int32_t accounts = 0;
  std::vector<Flow> flows;
  std::vector<Fund> funds;
  std::vector<Component> components;

  std::vector<std::vector<double>> curves;  // weights by step, steps + 1 long
  std::vector<Measure> measures;

  std::int32_t years() const { return (steps + steps_per_year - 1) / steps_per_year; }
};

// A value that counts steps or places, as the whole number that it stands for.
inline std::int32_t whole(double value) {
  return static_cast<std::int32_t>(value + 0.5);
}

// Events are numbered state by state: the exits of a state in their order, then its branches.
struct EventNumbers {
  explicit EventNumbers(const Program& program);
  std::int32_t of_exit(StateIndex state, std::int32_t exit) const { return first_[index(state)] + exit; }
  std::int32_t of_branch(StateIndex state, std::int32_t branch) const {
    return first_[index(state)] + exits_[index(state)] + branch;
  }
  std::int32_t count() const { return first_.back(); }
  // Where an event leads, by its number.
  StateIndex destination(std::int32_t event) const { return destinations_[index(event)]; }

 private:
  static std::size_t index(std::int32_t number) { return static_cast<std::size_t>(number); }
  std::vector<std::int32_t> first_;
  std::vector<std::int32_t> exits_;
  std::vector<StateIndex> destinations_;
};

}  // namespace banenplan::engine
