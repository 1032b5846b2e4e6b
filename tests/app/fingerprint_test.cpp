#include "app/fingerprint.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "models/policy/scenario.hpp"
#include "models/simulation/banenafspraak.hpp"

using namespace banenplan;
using namespace banenplan::app;

namespace {

models::CompiledScenario compiled(const std::string& name, const std::vector<std::string>& overrides,
                                  bool without_effects = false) {
  models::Problems problems;
  models::ScenarioRequest request;
  request.name_or_file = name;
  request.overrides = overrides;
  request.municipality = "klein";
  request.without_assumed_effects = without_effects;
  const auto scenario = models::read_scenario(request, problems);
  REQUIRE(scenario);
  return models::compile(*scenario, models::Tariffs());
}

}  // namespace

TEST_CASE("a program has one fingerprint, and another one for each thing that is set otherwise") {
  const std::string base = fingerprint(compiled("boven-formatie", {}).program);
  CHECK(base.size() == 64);
  CHECK(fingerprint(compiled("boven-formatie", {}).program) == base);
  std::set<std::string> all{base};
  const char* const overrides[] = {"funds.centrale_pot.filled_by.share=0.3%",
                                   "period.years=9",
                                   "period.from=2028-01",
                                   "matching.strength=weak",
                                   "guidance.buddy=false",
                                   "assumptions.effect_buddy=0.95",
                                   "register.tail=true",
                                   "openings.job_carving.stays_open=7",
                                   "funds.centrale_pot.carry_over=false",
                                   "target.jobs=50"};
  for (const char* one : overrides) {
    INFO(one);
    CHECK(all.insert(fingerprint(compiled("boven-formatie", {one}).program)).second);
  }
  CHECK(all.insert(fingerprint(compiled("boven-formatie", {}, true).program)).second);
  CHECK(all.insert(fingerprint(compiled("trainees", {}).program)).second);
}

TEST_CASE("a run is told apart by its seed and by what it draws, and by nothing else") {
  const engine::Program program = compiled("trainees", {}).program;
  engine::RunOptions options;
  const std::string base = fingerprint(program, options);
  options.replications = 3;
  options.first = 1;
  options.threads = 5;
  CHECK(fingerprint(program, options) == base);
  options.draw_parameters = false;
  const std::string fixed = fingerprint(program, options);
  CHECK(fixed != base);
  options.seed = 2;
  CHECK(fingerprint(program, options) != fixed);
}
