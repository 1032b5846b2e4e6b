// A replication told again: the life of one person, with the money that moved because of it, and the contracts for
// which the money was not there. It is the replication that a comparison with the same seed ran, to the cent.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/replication.hpp"
#include "models/policy/scenario.hpp"
#include "models/simulation/banenafspraak.hpp"

namespace banenplan::models {

// Where a place came from.
struct PlaceText {
  std::string channel;              // of the scenario, or `regular_employers`
  std::optional<Title> department;  // where departments are listed
  std::string sector;               // of regular employers; may be empty
  int hours = 0;                    // paid a week
};

// A stay in one state, from the month `from` up to, not including, `to`.
struct StoryStay {
  enum class Ending {
    chance,
    term,
    placement,
    period
  };  // chance: an exit; term: its time was over; period: it lasts
  Title state;
  engine::Month from, to;
  Ending ending = Ending::period;
  Title next;                      // state; empty at the end of the period
  std::optional<PlaceText> place;  // of a placement
  Title refused;                   // the state whose contract the money did not allow on the way to `next`; or empty
};

// Euro a month that moved between two accounts because of the person.
struct StoryFlow {
  Title title, payer, receiver;
  std::size_t payer_account = 0, receiver_account = 0;
  std::vector<double> euro;  // by month of the period, not rounded where the ledger rounds for all people together

  double total() const;  // euro over the period
};

struct Story {
  engine::Month start;  // of the period
  std::string group;    // of group_names
  int age = 0;          // years on coming in
  int loonwaarde = 0;   // percent
  int distance = 0;     // class, from 1
  std::vector<StoryStay> stays;
  std::vector<StoryFlow> flows;  // those that ever move
  std::vector<Title> accounts;   // titles, by account

  std::vector<double> balances() const;  // euro received less paid over the period, by account
};

struct RefusalText {
  engine::Month month;
  std::optional<std::int32_t> person;  // from 0; nothing: a standing cost, such as the project team
  Title state;                         // that the contract was for
  std::optional<PlaceText> place;      // that stayed empty; nothing: the contract was to follow on another one
  Title fund;
  std::optional<Title> part;  // the department whose part of the fund it was
  engine::Month short_in;     // the month in which the money would have been gone
  double needed = 0.0;        // euro up to then
  double there = 0.0;
};

// Places that lapsed because nobody was found for them.
struct LapsedText {
  engine::Month month;
  PlaceText place;
  std::int64_t count = 0;
};

class Replay {
 public:
  // Runs replication `number`, from 0, of this seed. The scenario is for one municipality, and must outlive it.
  Replay(const Scenario& scenario, const Tariffs& tariffs, std::uint64_t seed, std::int32_t number);

  std::int32_t people() const;

  // Of a person, from 0. Throws std::out_of_range when there is none.
  Story story(std::int32_t person) const;

  std::vector<RefusalText> refusals() const;
  std::vector<LapsedText> lapsed() const;

  const CompiledScenario& compiled() const { return compiled_; }
  const engine::Replication& replication() const { return replication_; }

 private:
  Title state_title(engine::StateIndex state) const;
  PlaceText place_of(std::size_t channel) const;
  PlaceText place_of(const engine::Visit& visit) const;
  std::optional<Title> department(std::int32_t unit) const;
  engine::Month month(std::int32_t step) const { return compiled_.program.start + step; }

  const Scenario& scenario_;
  CompiledScenario compiled_;
  std::vector<double> values_;
  engine::Replication replication_;
  std::vector<engine::Visit> visits_;
  std::vector<engine::Refusal> refusals_;
};

}  // namespace banenplan::models
