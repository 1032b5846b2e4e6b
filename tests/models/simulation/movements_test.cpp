#include "models/simulation/movements.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "engine/outcome.hpp"
#include "engine/replication.hpp"
#include "models/simulation/banenafspraak.hpp"
#include "tests/models/shipped.hpp"

using namespace banenplan;
using namespace banenplan::models;

namespace {

// A scenario after one replication under its base values.
struct Lived {
  explicit Lived(const std::string& name) : scenario(compile(shipped_scenario(name, {}), tariffs)) {
    engine::Replication replication(scenario.program);
    replication.run(1, 0, scenario.program.values);
    outcome = engine::outcome_of(scenario.program, scenario.program.values, replication);
    for (engine::StateIndex s = 0; s < static_cast<engine::StateIndex>(scenario.pathway.states.size()); ++s)
      for (std::int32_t step = 12; step <= scenario.program.steps; step += 12)
        register_people += static_cast<double>(replication.tally().occupancy(s, step));
  }
  double row(std::size_t place, std::int32_t year) const {
    const engine::OutcomeLayout layout(scenario.program);
    const std::size_t measure = scenario.measures.size() + scenario.rows.size() + place;
    return outcome[static_cast<std::size_t>(layout.first[measure] + year)];
  }
  Tariffs tariffs;
  CompiledScenario scenario;
  std::vector<double> outcome;
  double register_people = 0.0;  // over all year ends
};

bool is_entrance(const Lived& lived, std::size_t group) {
  const Pathway& pathway = lived.scenario.pathway;
  return std::any_of(pathway.entrances.begin(), pathway.entrances.end(), [&](engine::StateIndex state) {
    return pathway.states[static_cast<std::size_t>(state)].group == group;
  });
}

}  // namespace

TEST_CASE("everybody is in one group, and a group grows by who comes less who goes") {
  for (const char* name : {"nulalternatief", "boven-formatie", "trainees"}) {
    const Lived lived(name);
    const MovementText& text = lived.scenario.movements;
    const std::int32_t years = lived.scenario.program.years();
    double counted = 0.0;
    int compared = 0;
    for (std::size_t group = 0; group < text.groups.size(); ++group) {
      // Entrants to the register come from outside to the first two; a placement counts in the step at whose start it
      // is made, and so already at the end of the year before.
      const std::string& key = text.groups[group].name;
      for (std::int32_t year = 0; year < years; ++year) {
        counted += lived.row(group, year);
        if (year == 0 || key == "waiting" || key == "elsewhere" || is_entrance(lived, group)) continue;
        ++compared;
        double change = 0.0;
        for (std::size_t k = 0; k < text.moves.size(); ++k) {
          const double moved = lived.row(text.groups.size() + k, year);
          change += (text.moves[k].to == group ? moved : 0.0) - (text.moves[k].from == group ? moved : 0.0);
        }
        INFO(name << " " << key << " " << year);
        CHECK(lived.row(group, year) - lived.row(group, year - 1) == change);
      }
    }
    CHECK(counted == lived.register_people);
    CHECK(compared >= 4 * (years - 1));
  }
}

TEST_CASE("placements come from those without work") {
  const Lived lived("boven-formatie");
  const MovementText& text = lived.scenario.movements;
  double placed = 0.0;
  for (std::size_t k = 0; k < text.moves.size(); ++k)
    if (text.groups[text.moves[k].from].name == "waiting" && text.groups[text.moves[k].to].name == "trial")
      placed += lived.row(text.groups.size() + k, 0);
  REQUIRE(lived.scenario.measures.front().key == "placements");
  CHECK(placed == lived.outcome.front());
  CHECK(placed > 0.0);
}
