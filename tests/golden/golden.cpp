#include "tests/golden/golden.hpp"

#include <algorithm>
#include <bit>
#include <filesystem>

#include "models/policy/scenario.hpp"
#include "models/reading/home.hpp"
#include "models/simulation/simulation.hpp"
#include "plots/digest.hpp"

namespace banenplan::golden {
namespace {

namespace fs = std::filesystem;

// Where `nulalternatief` stands, and with it all scenarios that name no municipality; and what stands in for it here.
const std::string by_default = "middelgroot";
const std::string small = "klein";

models::Scenario scenario_in(const std::string& file) {
  models::Problems problems;
  models::ScenarioRequest request{(models::home() / file).string(), {}, std::nullopt, false};
  auto scenario = models::read_scenario(request, problems);
  if (scenario && !scenario->region && scenario->municipality.name == by_default) {
    request.municipality = small;
    scenario = models::read_scenario(request, problems);
  }
  problems.throw_errors();
  return *scenario;
}

void append_bits(const engine::Run& run, std::string& bytes) {
  for (const auto& outcome : run.outcomes) {
    for (const double number : outcome) {
      const auto bits = std::bit_cast<std::uint64_t>(number);
      for (unsigned shift = 0; shift < 64; shift += 8) bytes += static_cast<char>((bits >> shift) & 0xFFU);
    }
  }
}

}  // namespace

std::vector<std::string> shipped_scenarios() {
  std::vector<std::string> files;
  for (const char* const folder : {"scenarios", "scenarios/examples", "scenarios/cases"}) {
    for (const auto& entry : fs::directory_iterator(models::home() / folder)) {
      if (entry.path().extension() != ".yaml") continue;
      models::Problems problems;
      const auto tree = models::read_file(entry.path(), problems);
      problems.throw_errors();
      if (tree->find("scenario") != nullptr) files.push_back(folder + ("/" + entry.path().filename().string()));
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

models::Comparison simulated(const std::string& file) {
  models::SimulationOptions options;
  options.seed = seed;
  options.replications = replications;
  // What is run besides, to hold it against the expectation, is in no outcome and need not take longer than these.
  options.run = [](const engine::Program& program, engine::RunOptions run) {
    run.replications = std::min(run.replications, replications);
    return engine::run(program, run);
  };
  return models::simulate({scenario_in(file)}, options);
}

std::string hash_of(const models::Comparison& comparison) {
  std::string bytes;
  append_bits(comparison.scenarios.front().run, bytes);
  append_bits(comparison.scenarios.front().chance, bytes);
  return plots::sha256_hexadecimal(bytes);
}

}  // namespace banenplan::golden
