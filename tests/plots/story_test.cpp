#include "plots/story.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/plots/sample_story.hpp"

using namespace banenplan;
using namespace banenplan::plots;

namespace {

bool says(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a story tells each stay, each amount with its months, why it ended, and the sums") {
  const std::string text = story_text(sample_story(), Words(Language::english));
  for (const char* const part :
       {"Wajong, 30 years, loonwaarde 52%, distance to work 3 of 6", "Jan 2027 – Mar 2027 (3 mo.): Looks",
        "Placed through functiecreatie, Green for 28 hours a week: Job.", "Apr 2027 (1 mo.): Job",
        "The term is over. Then: Looks. There was no money for: Lasting.", "This lasts beyond the period.", "€510.50",
        "-€510.50"}) {
    INFO(part << "\n" << text);
    CHECK(says(text, part));
  }
  CHECK(says(text, "Jan 2027 – Feb 2027  Benefit  €100.00  State  People\nMar 2027             Benefit  €110.50"));
  CHECK(says(story_text(sample_story(), Words(Language::dutch)),
             "Geplaatst via functiecreatie, Groen voor 28 uur per week"));
}

TEST_CASE("refusals and lapsed places are tables; where nothing was refused that is said") {
  const Words words(Language::english);
  CHECK(says(refusals_text({}, {}, words), "Nothing was refused"));
  const models::RefusalText refusal = sample_refusal();
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
  models::Story story = sample_story();
  const models::Title hostile{"\x1b[2J\x07\n=1+1", "\x1b[2J\x07\n=1+1"};
  story.stays[0].state = story.stays[0].next = hostile;
  story.stays[0].place->department = hostile;
  story.flows[0].title = story.flows[0].payer = hostile;
  const std::string text = story_text(story, Words(Language::dutch));
  CHECK(std::none_of(text.begin(), text.end(), [](char c) { return c == '\x1b' || c == '\x07'; }));
}
