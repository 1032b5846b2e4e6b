#include "plots/story.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace banenplan;
using namespace banenplan::plots;

namespace {

using models::StoryStay;

models::Story sample() {
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

bool says(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a story tells each stay, each amount with its months, why it ended, and the sums") {
  const std::string text = story_text(sample(), Words(Language::english));
  for (const char* const part :
       {"Wajong, 30 years, loonwaarde 52%, distance to work 3 of 6", "Jan 2027 – Mar 2027 (3 mo.): Looks",
        "Placed through functiecreatie, Green for 28 hours a week: Job.", "Apr 2027 (1 mo.): Job",
        "The term is over. Then: Looks. There was no money for: Lasting.", "This lasts beyond the period.", "€510.50",
        "-€510.50"}) {
    INFO(part << "\n" << text);
    CHECK(says(text, part));
  }
  CHECK(says(text, "Jan 2027 – Feb 2027  Benefit  €100.00  State  People\nMar 2027             Benefit  €110.50"));
  CHECK(
      says(story_text(sample(), Words(Language::dutch)), "Geplaatst via functiecreatie, Groen voor 28 uur per week"));
}

TEST_CASE("refusals and lapsed places are tables; where nothing was refused that is said") {
  const Words words(Language::english);
  CHECK(says(refusals_text({}, {}, words), "Nothing was refused"));
  models::RefusalText refusal;
  refusal.month = engine::Month::of(2028, 2);
  refusal.person = 41;
  refusal.state = {"Baan", "Job"};
  refusal.fund = {"Pot", "Pot"};
  refusal.part = models::Title{"Groen", "Green"};
  refusal.short_in = engine::Month::of(2028, 12);
  refusal.needed = 200.0;
  refusal.there = 150.25;
  models::RefusalText standing = refusal;
  standing.person.reset();
  const std::string text =
      refusals_text({refusal, standing}, {{engine::Month::of(2029, 3), {"job_carving", {}, "", 0}, 2}}, words);
  INFO(text);
  CHECK(says(text, "Refused for want of money: 2"));
  CHECK(says(text, "42  follows an earlier contract  Job"));
  CHECK(says(text, "Pot, Green  €200.00  €150.25  Dec 2028"));
  CHECK(says(text, "standing cost"));
  CHECK(says(text, "Mar 2029  job_carving       2"));
}

TEST_CASE("a hostile name cannot write to the terminal") {
  models::Story story = sample();
  const models::Title hostile{"\x1b[2J\x07\n=1+1", "\x1b[2J\x07\n=1+1"};
  story.stays[0].state = story.stays[0].next = hostile;
  story.stays[0].place->department = hostile;
  story.flows[0].title = story.flows[0].payer = hostile;
  const std::string text = story_text(story, Words(Language::dutch));
  CHECK(std::none_of(text.begin(), text.end(), [](char c) { return c == '\x1b' || c == '\x07'; }));
}
