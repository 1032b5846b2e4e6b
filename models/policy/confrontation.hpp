// The confrontatiematrix (models/parameters/confrontatiematrix.yaml): which scenario, or which mix, goes with what a
// municipality is like. Size and quotum are known of each; the other nine points stand in its file, as far as it
// knows them:
//
//   profile: {freedom: much, budget: none, knowledge: none, sentiment: interested, demand: open_vacancies}
//
// A point that is not stated counts for no scenario. The matrix is an estimate; the simulation says what each costs.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "models/policy/municipality.hpp"

namespace banenplan::models {

using Profile = std::map<std::string, std::string>;  // the word of each point that is stated

// Reads the key `profile` of a municipality; empty when it is absent. Words that the matrix does not have are
// refused.
Profile read_profile(const Section& municipality);

// The profile in a municipality's file, which has been read without problems.
Profile profile_of(const std::filesystem::path& file);

struct ScoredPoint {
  std::string name;
  Title title;
  std::vector<bool> fits;  // by scenario
  bool known = false;
};

struct Advice {
  std::vector<std::string> scenarios;
  std::vector<int> scores;          // by scenario: points that fit
  std::vector<ScoredPoint> points;  // in the order of the matrix
  int known = 0;
  // Those that fit best, as places among the scenarios: one, or a mix of all that are at most one point behind it.
  std::vector<std::size_t> best;
};

Advice advise(const Municipality& municipality, const Profile& profile);

}  // namespace banenplan::models
