#include "models/simulation/story.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "engine/life.hpp"
#include "engine/run.hpp"
#include "models/simulation/people.hpp"

namespace banenplan::models {
namespace {

constexpr double euro_per_cent = 0.01;

std::size_t at(std::int32_t index) {
  return static_cast<std::size_t>(index);
}

int level(const engine::Visit& visit, Trait trait) {
  return visit.levels[at(place(trait))];
}

}  // namespace

double StoryFlow::total() const {
  return std::accumulate(euro.begin(), euro.end(), 0.0);
}

std::vector<double> Story::balances() const {
  std::vector<double> balances(accounts.size());
  for (const StoryFlow& flow : flows) {
    for (const double euro : flow.euro) {
      balances[flow.payer_account] -= euro;
      balances[flow.receiver_account] += euro;
    }
  }
  return balances;
}

Replay::Replay(const Scenario& scenario, const Tariffs& tariffs, std::uint64_t seed, std::int32_t number)
    : scenario_(scenario),
      compiled_(compile(scenario, tariffs)),
      values_(engine::values_of(compiled_.program, seed, number)),
      replication_(compiled_.program) {
  replication_.trace(&visits_);
  replication_.trace(&refusals_);
  replication_.run(seed, number, values_);
}

std::int32_t Replay::people() const {
  return compiled_.program.population.at_start + compiled_.program.population.entrants;
}

Title Replay::state_title(engine::StateIndex state) const {
  return compiled_.pathway.states[at(state)].title;
}

std::optional<Title> Replay::department(std::int32_t unit) const {
  const auto& listed = scenario_.municipality.listed;
  if (unit <= 0 || listed.empty()) return std::nullopt;
  return listed[at(unit) - 1].title;
}

PlaceText Replay::place_of(std::size_t channel) const {
  const engine::Channel& from = compiled_.program.openings.channels[channel];
  return {scenario_.channels[at(from.level) - 1].name, department(from.unit), compiled_.sectors[channel], 0};
}

PlaceText Replay::place_of(const engine::Visit& visit) const {
  const int channel = level(visit, Trait::channel);
  return {channel == 0 ? std::string() : scenario_.channels[at(channel) - 1].name,
          department(level(visit, Trait::unit)), std::string(), level(visit, Trait::contract_hours)};
}

Story Replay::story(std::int32_t person) const {
  if (person < 0 || person >= people()) throw std::out_of_range("no person has this number");
  const engine::Program& program = compiled_.program;
  std::vector<engine::Visit> own;
  std::copy_if(visits_.begin(), visits_.end(), std::back_inserter(own),
               [&](const engine::Visit& visit) { return visit.person == person; });
  Story story;
  story.start = program.start;
  const engine::Visit& first = own.front();
  story.group = group_names[at(level(first, Trait::group))];
  story.age = level(first, Trait::age);
  story.loonwaarde = level(first, Trait::loonwaarde);
  story.distance = level(first, Trait::distance) + 1;

  const engine::EventNumbers events(program);
  for (std::size_t k = 0; k < own.size(); ++k) {
    const engine::Visit& visit = own[k];
    StoryStay stay;
    stay.state = state_title(visit.state);
    stay.from = month(visit.from);
    stay.to = month(std::min(visit.to, program.steps));
    if (visit.ending == engine::Visit::Ending::horizon) {
      story.stays.push_back(stay);
      continue;
    }
    stay.next = state_title(own[k + 1].state);
    if (visit.ending == engine::Visit::Ending::placement) {
      stay.ending = StoryStay::Ending::placement;
      stay.place = place_of(own[k + 1]);
    } else {
      const bool expired = visit.event >= events.of_branch(visit.state, 0);
      stay.ending = expired ? StoryStay::Ending::term : StoryStay::Ending::chance;
    }
    for (const engine::Refusal& refusal : refusals_) {
      const bool here = refusal.person == person && refusal.step == visit.to && refusal.channel == engine::none;
      if (here) stay.refused = state_title(refusal.state);
    }
    story.stays.push_back(stay);
  }

  for (const AccountText& account : compiled_.accounts.accounts) story.accounts.push_back(account.title);
  engine::Life life(program, values_);
  life.live(own);
  for (std::int32_t row = 0; row < static_cast<std::int32_t>(life.rows().size()); ++row) {
    if (!life.of_people(row)) continue;
    const engine::LedgerRow& between = life.rows()[at(row)];
    StoryFlow flow{compiled_.accounts.flows[at(between.flow)].title,
                   story.accounts[at(between.payer)],
                   story.accounts[at(between.receiver)],
                   at(between.payer),
                   at(between.receiver),
                   {}};
    for (std::int32_t step = 0; step < program.steps; ++step) flow.euro.push_back(life.euro(row, step));
    const bool moves = std::any_of(flow.euro.begin(), flow.euro.end(), [](double euro) { return euro != 0.0; });
    if (moves) story.flows.push_back(std::move(flow));
  }
  return story;
}

std::vector<RefusalText> Replay::refusals() const {
  std::vector<RefusalText> texts;
  for (const engine::Refusal& refusal : refusals_) {
    RefusalText text;
    text.month = month(refusal.step);
    if (refusal.person != engine::none) text.person = refusal.person;
    if (refusal.state != engine::none) text.state = state_title(refusal.state);
    if (refusal.channel != engine::none) text.place = place_of(at(refusal.channel));
    text.fund = scenario_.funds[at(refusal.shortage.fund)].title;
    text.part = department(refusal.shortage.unit);
    text.short_in = month(refusal.shortage.step);
    text.needed = static_cast<double>(refusal.shortage.needed) * euro_per_cent;
    text.there = static_cast<double>(refusal.shortage.there) * euro_per_cent;
    texts.push_back(std::move(text));
  }
  return texts;
}

std::vector<LapsedText> Replay::lapsed() const {
  std::vector<LapsedText> texts;
  const engine::Program& program = compiled_.program;
  for (std::int32_t step = 0; step < program.steps; ++step) {
    for (std::size_t k = 0; k < program.openings.channels.size(); ++k) {
      const auto count =
          replication_.tally().count({engine::Series::Kind::lapsed, static_cast<std::int32_t>(k)}, step);
      if (count > 0) texts.push_back({month(step), place_of(k), count});
    }
  }
  return texts;
}

}  // namespace banenplan::models
