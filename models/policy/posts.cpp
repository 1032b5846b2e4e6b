#include "models/policy/posts.hpp"

#include <algorithm>
#include <stdexcept>

#include "models/reading/document.hpp"
#include "models/reading/home.hpp"

namespace banenplan::models {
namespace {

template <typename Named>
std::int32_t place_of(const std::vector<Named>& all, std::string_view name) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Named& one) { return one.name == name; });
  return found == all.end() ? -1 : static_cast<std::int32_t>(found - all.begin());
}

Post read_post(const std::string& name, const Section& section) {
  Post post;
  post.name = name;
  post.title = section.title("title");
  post.is_cost = section.choice<bool>("side", {{"cost", true}, {"benefit", false}});
  post.kinds = section.texts("kinds");
  post.has_switch = section.has("switch");
  if (post.has_switch) post.on = section.choice<bool>("switch", {{"on", true}, {"off", false}});
  post.part_of = section.text("part_of", "");
  return post;
}

constexpr Range allowed_rates{0.0, 0.2};

}  // namespace

std::int32_t Posts::party(std::string_view name) const {
  return place_of(parties, name);
}

std::int32_t Posts::post(std::string_view name) const {
  return place_of(posts, name);
}

std::int32_t Posts::post_of_kind(std::string_view kind) const {
  for (std::size_t p = 0; p < posts.size(); ++p) {
    const auto& kinds = posts[p].kinds;
    if (std::find(kinds.begin(), kinds.end(), kind) != kinds.end()) return static_cast<std::int32_t>(p);
  }
  return -1;
}

Posts read_posts() {
  Problems problems;
  const auto tree = read_file(home() / "models/pathways/posts.yaml", problems);
  problems.throw_errors();
  const Section file(*tree, problems);
  Posts posts;
  for (const auto& [name, section] : file.section("parties").entries()) {
    posts.parties.push_back({name, section.title("title"), section.boolean("municipal", false)});
  }
  for (const auto& [name, section] : file.section("posts").entries()) posts.posts.push_back(read_post(name, section));
  file.has("flows");  // which models/simulation/flows reads
  file.finish();
  problems.throw_errors();
  return posts;
}

AppraisalPlan read_appraisal(const Section& section) {
  AppraisalPlan plan;
  if (section.has("discount_rate")) plan.discount_rate = section.share("discount_rate", allowed_rates);
  const auto switches = section.optional_section("posts");
  if (!switches) return plan;
  Posts posts = read_posts();
  for (Post& post : posts.posts) {
    if (!switches->has(post.name)) continue;
    if (!post.has_switch) {
      switches->refuse(post.name, "a switch for a post that always counts", "posts that have a switch");
      continue;
    }
    post.on = plan.switches[post.name] = switches->boolean(post.name);
  }
  for (const Post& post : posts.posts) {
    if (!post.on || post.part_of.empty()) continue;
    const Post& whole = posts.posts[static_cast<std::size_t>(posts.post(post.part_of))];
    if (whole.on) {
      switches->refuse(post.name, quote(post.name) + " beside " + quote(whole.name) + ", which already holds it",
                       "one of the two, so that no benefit counts twice");
    }
  }
  return plan;
}

Posts switched(Posts posts, const AppraisalPlan& plan) {
  for (Post& post : posts.posts) {
    const auto found = plan.switches.find(post.name);
    if (found != plan.switches.end()) post.on = found->second;
  }
  return posts;
}

const std::vector<std::string>& budget_keys() {
  static const std::vector<std::string> keys = {"lks",       "lks_municipal", "benefits",        "guidance",
                                                "workplace", "net_cost",      "municipal_wages", "project_team"};
  return keys;
}

Budget read_budget(const Section& section) {
  Budget budget;
  for (const std::string& key : budget_keys()) {
    if (section.has(key)) budget[key] = section.numbers(key, {0.0, 1e12}, {1, 100});
  }
  return budget;
}

}  // namespace banenplan::models
