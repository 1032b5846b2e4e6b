#include "models/policy/route_plan.hpp"

#include <algorithm>

namespace banenplan::models {
namespace {

void check_route(const Section& section, const Route& route) {
  const auto count = [&](Stage stage) { return std::count(route.begin(), route.end(), stage); };
  if (count(Stage::jaarcontract) > 2) {
    section.refuse("route", "found more than two one-year contracts",
                   "at most two, as the chain rule of the Cao has it");
  } else if (count(Stage::proefplaatsing) > 1 || count(Stage::trainee) > 1 || count(Stage::vast) > 1 ||
             count(Stage::leerwerkplek) > 1 || count(Stage::beschut) > 1 || count(Stage::elders) > 1) {
    section.refuse("route", "found a stage twice", "each stage once, jaarcontract twice");
  } else if (!std::is_sorted(route.begin(), route.end())) {
    section.refuse("route", "found stages that go back",
                   "leerwerkplek, proefplaatsing, jaarcontract, trainee and vast in this order");
  } else if (has_stage(route, Stage::beschut) && route.size() > 1) {
    section.refuse("route", "found beschut beside other stages",
                   "beschut werk is a job of its own that lasts; a channel can have it as its `route: [beschut]`");
  } else if (route.back() == Stage::proefplaatsing || route.back() == Stage::leerwerkplek) {
    const char* const stage = route.back() == Stage::proefplaatsing ? "proefplaatsing" : "leerwerkplek";
    section.refuse("route", std::string("found a ") + stage + " that no job follows",
                   std::string(stage) + ", then jaarcontract, trainee, vast or elders");
  } else if (has_stage(route, Stage::elders) &&
             (count(Stage::jaarcontract) > 0 || has_stage(route, Stage::trainee) || has_stage(route, Stage::vast))) {
    section.refuse("route", "found elders after a job with the municipality",
                   "a job with another employer follows on a leerwerkplek or proefplaatsing, or on nothing");
  }
}

}  // namespace

Route read_route(const Section& section) {
  if (!section.has("route")) return {};
  auto route = section.choices<Stage>("route",
                                             {{"leerwerkplek", Stage::leerwerkplek},
                                              {"proefplaatsing", Stage::proefplaatsing},
                                              {"jaarcontract", Stage::jaarcontract},
                                              {"trainee", Stage::trainee},
                                              {"vast", Stage::vast},
                                              {"beschut", Stage::beschut},
                                              {"elders", Stage::elders}},
                                             {1, 6});
  if (!route.empty()) check_route(section, route);
  return route;
}

bool has_stage(const Route& route, Stage stage) {
  return std::find(route.begin(), route.end(), stage) != route.end();
}

}  // namespace banenplan::models
