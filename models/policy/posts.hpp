// Parties and posts of the appraisal (models/pathways/posts.yaml): who gains and loses, and under which name; and
// what a scenario may say of them:
//
//   appraisal:
//     discount_rate: 2.25%                         # real, a year; absent: the one in force, year by year
//     posts: {wellbeing: true, production: false}  # those that have a switch
//   budget: {lks: 400000, guidance: [90000, 95000]}  # euro a year by measure; the last amount holds for later years
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/reading/section.hpp"

namespace banenplan::models {

struct Party {
  std::string name;
  Title title;
  bool municipal = false;
};

struct Post {
  std::string name;
  Title title;
  bool is_cost = false;  // else a benefit
  std::vector<std::string> kinds;
  bool has_switch = false;
  bool on = true;
  std::string part_of;  // a post that already holds it; empty when there is none
};

struct Posts {
  std::vector<Party> parties;
  std::vector<Post> posts;

  // Places; -1 when there is none.
  std::int32_t party(std::string_view name) const;
  std::int32_t post(std::string_view name) const;
  std::int32_t post_of_kind(std::string_view kind) const;
};

// The project's own. Throws std::runtime_error with the first problem when the file is refused.
Posts read_posts();

struct AppraisalPlan {
  std::optional<double> discount_rate;   // real, a year
  std::map<std::string, bool> switches;  // by post, what differs from the default

  bool operator==(const AppraisalPlan&) const = default;
};

// Refuses posts without a switch, a rate outside 0 to 20 %, and a post beside one that already holds it.
AppraisalPlan read_appraisal(const Section& section);

// The posts with their switches as the plan has them.
Posts switched(Posts posts, const AppraisalPlan& plan);

// Euro in each year, by the key of a measure.
using Budget = std::map<std::string, std::vector<double>>;

Budget read_budget(const Section& section);

// The measures that may have a budget.
const std::vector<std::string>& budget_keys();

}  // namespace banenplan::models
