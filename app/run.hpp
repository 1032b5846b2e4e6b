// `banenplan run MODEL.yaml`: a general model under all its strategies, by expectation and by individuals.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <ostream>

#include "app/door.hpp"
#include "plots/words.hpp"

namespace banenplan::app {

struct RunRequest {
  std::filesystem::path file;
  std::int32_t replications = 200;
  std::optional<std::int32_t> people;  // instead of what the model says
  std::uint64_t seed = 1;
  std::int32_t threads = 0;  // 0: as many as the machine has
  plots::Language language = plots::Language::dutch;
  bool json = false;
};

// Writes the results to `out`, in JSON as plots/model_results.hpp says, or one line for each problem with the file to
// `err`.
ExitCode run_model(const RunRequest& request, std::ostream& out, std::ostream& err);

}  // namespace banenplan::app
