// A life made up by hand: a place, a term after which the money refuses a contract, and one flow of money.
#pragma once

#include "models/simulation/story.hpp"

namespace banenplan {

inline models::Story sample_story() {
  using models::StoryStay;
  const auto from = engine::Month::of(2027, 1);
  models::Story story;
  story.start = from;
  story.group = "wajong";
  story.age = 30;
  story.loonwaarde = 52;
  story.distance = 3;
  story.accounts = {{"Rijk", "State"}, {"Mensen", "People"}};
  story.stays = {
      {{"Zoekt", "Looks"},
       from,
       from + 3,
       StoryStay::Ending::placement,
       {"Baan", "Job"},
       models::PlaceText{"functiecreatie", models::Title{"Groen", "Green"}, "", 28},
       {}},
      {{"Baan", "Job"}, from + 3, from + 4, StoryStay::Ending::term, {"Zoekt", "Looks"}, {}, {"Vast", "Lasting"}},
      {{"Zoekt", "Looks"}, from + 4, from + 6, StoryStay::Ending::period, {}, {}, {}}};
  story.flows = {
      {{"Uitkering", "Benefit"}, story.accounts[0], story.accounts[1], 0, 1, {100, 100, 110.5, 0, 100, 100}}};
  return story;
}

// A contract of person 42 that was to follow on another one.
inline models::RefusalText sample_refusal() {
  models::RefusalText refusal;
  refusal.month = engine::Month::of(2028, 2);
  refusal.person = 41;
  refusal.state = {"Baan", "Job"};
  refusal.fund = {"Pot", "Pot"};
  refusal.part = models::Title{"Groen", "Green"};
  refusal.short_in = engine::Month::of(2028, 12);
  refusal.needed = 200.0;
  refusal.there = 150.25;
  return refusal;
}

}  // namespace banenplan
