// A pathway: the states a person can be in and the ways out of each, as data. The same structure carries a published
// state-transition model and the course from a register into a lasting job.
//
// Every number that may be uncertain or set by the user is not stored here but is an index into the values of a
// replication (see program.hpp), so that a new parameter draw rebuilds nothing of this.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace banenplan::engine {

using ValueIndex = std::int32_t;  // a place in the values of a replication
using StateIndex = std::int32_t;
inline constexpr std::int32_t none = -1;

// A value that changes in steps: value[k] holds from `from[k]` (inclusive) to `from[k + 1]`; from[0] is 0.
struct Steps {
  std::vector<int> from;
  std::vector<ValueIndex> value;

  bool empty() const { return from.empty(); }
  ValueIndex at(int position) const {
    const auto after = std::upper_bound(from.begin() + 1, from.end(), position);
    return value[static_cast<std::size_t>(after - from.begin()) - 1];
  }
};

// A factor on a hazard by the level of a person's attribute: values[first + level]; for everybody values[first] where
// the attribute is `none`.
struct Ratio {
  std::int32_t attribute = none;
  ValueIndex first = none;
};

// A way out of a state that chance opens. The chance in a step is base x factor of the step x factor of the season:
// a probability or a rate as the state says. Ratios then multiply the hazard, which is -log(1 - probability).
struct Exit {
  StateIndex to = none;
  Steps by_time_in_state;           // base, by completed steps in the state
  ValueIndex weibull_shape = none;  // instead of steps: cumulative hazard (d / scale)^shape
  ValueIndex weibull_scale = none;  // in steps
  // Instead of steps, where both times matter and not as a product: a row for each number of completed steps in the
  // state (the last row holds from there on) with a column for each step of the model.
  ValueIndex by_both = none;
  std::int32_t rows = 0;
  std::vector<Steps> by_time;                // factors, each by steps since the start of the model
  std::vector<ValueIndex> by_month_of_year;  // factor, 12 of them from January; empty: 1
  std::vector<Ratio> ratios;

  bool changes_with_calendar() const {
    return std::any_of(by_time.begin(), by_time.end(), [](const Steps& steps) { return steps.from.size() > 1; });
  }
};

// Where a state of fixed duration leads when its time is over. The last branch of a state takes what the others
// leave.
struct Branch {
  StateIndex to = none;
  ValueIndex probability = none;
};

// Whether the numbers of a state's exits are probabilities of leaving that way in a step (they compete, and sum to at
// most 1), or rates per step (of which any number may compete).
enum class ExitScale : std::uint8_t { probabilities, rates };

struct State {
  ExitScale scale = ExitScale::probabilities;
  std::vector<Exit> exits;
  ValueIndex duration = none;  // in steps; none: open
  std::vector<Branch> at_expiry;

  bool waits = false;       // who is here can be placed on an opening
  bool paid_hours = false;  // the hours attribute of who is here counts as paid
  bool in_scope =
      false;  // counts towards the target, and ends a place of its channel when left for outside the scope
  std::uint32_t spells = 0;  // bit s: this state belongs to spell s (see program.hpp)

  bool under_contract = false;      // funds bear a part of what is paid here
  bool signs = false;               // entering needs a contract that the funds can bear
  StateIndex covers_next = none;    // the contract also covers this next state
  StateIndex refused_to = none;     // where a person goes when the contract cannot be borne
  std::vector<std::int32_t> flows;  // what is paid while a person is here, or on entry
};

}  // namespace banenplan::engine
