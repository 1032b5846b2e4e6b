#include "models/policy/posts.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "models/policy/scenario.hpp"
#include "models/reading/problems.hpp"

using namespace banenplan::models;

namespace {

std::string refusal(const std::vector<std::string>& overrides) {
  Problems problems;
  const auto scenario = read_scenario({"boven-formatie", overrides, std::nullopt, false}, problems);
  CHECK(scenario.has_value() == !problems.has_errors());
  return problems.has_errors() ? problems.error_lines().front() : "";
}

Scenario read(const std::vector<std::string>& overrides) {
  Problems problems;
  const auto scenario = read_scenario({"boven-formatie", overrides, std::nullopt, false}, problems);
  REQUIRE(scenario.has_value());
  return *scenario;
}

}  // namespace

TEST_CASE("every kind of flow has one post, and every post's whole is a post") {
  const Posts posts = read_posts();
  std::set<std::string> kinds;
  for (const Post& post : posts.posts) {
    for (const std::string& kind : post.kinds) CHECK(kinds.insert(kind).second);
    if (!post.part_of.empty()) CHECK(posts.post(post.part_of) >= 0);
  }
  CHECK(posts.post_of_kind("bijstand") == -1);
  CHECK(posts.posts[static_cast<std::size_t>(posts.post_of_kind("uwv_benefits"))].name == "benefits");
  CHECK(posts.party("nobody") == -1);
  CHECK(posts.parties[static_cast<std::size_t>(posts.party("gemeente_buig"))].municipal);
}

TEST_CASE("an appraisal that says nonsense is refused in words") {
  struct Case {
    const char* override_text;
    const char* word;
  };
  const Case table[] = {
      {"appraisal.discount_rate=-100%", "discount_rate"},
      {"appraisal.discount_rate=-1%", "discount_rate"},
      {"appraisal.discount_rate=.nan", "discount_rate"},
      {"appraisal.discount_rate=900%", "discount_rate"},
      {"appraisal.posts.care=true", "which already holds it"},
      {"appraisal.posts.wages=false", "always counts"},
      {"appraisal.posts.producton=true", "production"},
      {"budget.lks=-5", "lks"},
      {"budget.liks=5", "lks"},
      {"period.years=0", "years"},
  };
  for (const auto& [override_text, word] : table) {
    INFO(override_text);
    CHECK(refusal({override_text}).find(word) != std::string::npos);
  }
}

TEST_CASE("what a scenario says of the appraisal is taken over") {
  const Scenario scenario = read({"appraisal.discount_rate=3%", "appraisal.posts.care_wmo_crime=false",
                                  "appraisal.posts.care=true", "budget.lks=[100000, 120000]"});
  CHECK(scenario.appraisal.discount_rate == Approx(0.03));
  CHECK(scenario.budget.at("lks") == std::vector<double>{100000, 120000});
  const Posts posts = switched(read_posts(), scenario.appraisal);
  CHECK(posts.posts[static_cast<std::size_t>(posts.post("care"))].on);
  CHECK_FALSE(posts.posts[static_cast<std::size_t>(posts.post("care_wmo_crime"))].on);
  CHECK_FALSE(posts.posts[static_cast<std::size_t>(posts.post("wellbeing"))].on);
  CHECK(refusal({"budget.lks=100000"}).empty());
  CHECK_FALSE(read({}).appraisal.discount_rate.has_value());
}
