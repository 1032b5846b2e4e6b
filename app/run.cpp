#include "app/run.hpp"

#include <cmath>

#include "engine/expectation.hpp"
#include "engine/run.hpp"
#include "models/general/model_file.hpp"
#include "plots/model_results.hpp"

namespace banenplan::app {
namespace {

std::vector<plots::RewardResult> results_of(const models::Strategy& strategy, const RunRequest& request) {
  const engine::Program& program = strategy.program;
  const auto course = engine::expected_course(program, program.values);
  const auto expected = models::rewards_per_person(strategy, engine::outcome_of(program, program.values, course));
  engine::RunOptions options;
  options.seed = request.seed;
  options.replications = request.replications;
  options.threads = request.threads;
  const engine::Run run = engine::run(program, options);

  std::vector<plots::RewardResult> results(expected.size());
  std::vector<double> squares(expected.size(), 0.0);
  double count = 0.0;
  for (const auto& outcome : run.outcomes) {
    const auto rewards = models::rewards_per_person(strategy, outcome);
    count += 1.0;
    for (std::size_t k = 0; k < rewards.size(); ++k) {  // Welford 1962, Technometrics 4(3), 419-420
      const double from_mean = rewards[k] - results[k].mean;
      results[k].mean += from_mean / count;
      squares[k] += from_mean * (rewards[k] - results[k].mean);
    }
  }
  for (std::size_t k = 0; k < results.size(); ++k) {
    results[k].expected = expected[k];
    if (count > 1.0) results[k].standard_error = std::sqrt(squares[k] / (count - 1.0) / count);
  }
  return results;
}

}  // namespace

ExitCode run_model(const RunRequest& request, std::ostream& out, std::ostream& err) {
  models::Problems problems;
  auto model = models::read_model(request.file, problems);
  for (const std::string& line : problems.error_lines()) err << line << "\n";
  for (const std::string& line : problems.warning_lines()) err << line << "\n";
  if (!model) return ExitCode::request_is_wrong;
  plots::ModelResults results;
  results.replications = request.replications;
  results.seed = request.seed;
  for (models::Strategy& strategy : model->strategies) {
    if (request.people) strategy.program.population.at_start = *request.people;
    results.people = strategy.program.population.at_start;
    results.strategies.push_back(results_of(strategy, request));
  }
  out << (request.json ? plots::model_json(*model, results) : plots::model_text(*model, results, request.language));
  out.flush();
  return out ? ExitCode::done : ExitCode::could_not_finish;
}

}  // namespace banenplan::app
