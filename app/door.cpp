#include "app/door.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <map>

#include "app/run.hpp"

namespace banenplan::app {
namespace {

void add_run(CLI::App& app, RunRequest& request, ExitCode& code) {
  CLI::App* const run = app.add_subcommand("run", "a model file under all its strategies");
  run->add_option("MODEL", request.file, "the model, as YAML")->required();
  run->add_option("--replications", request.replications, "how often everybody lives through it")
      ->check(CLI::Range(1, 1'000'000));
  run->add_option("--people", request.people, "instead of what the model says")->check(CLI::Range(1, 10'000'000));
  run->add_option("--seed", request.seed, "of all chance");
  run->add_option("--threads", request.threads, "0: as many as the machine has")->check(CLI::Range(0, 1024));
  const std::map<std::string, plots::Language> languages{{"nl", plots::Language::dutch},
                                                         {"en", plots::Language::english}};
  run->add_option("--lang", request.language, "nl or en")->transform(CLI::CheckedTransformer(languages));
  run->add_flag("--json", request.json, "one JSON object on standard output");
  run->callback([&] { code = run_model(request, std::cout, std::cerr); });
}

}  // namespace

int door(int argument_count, const char* const* arguments) {
  CLI::App app{"banenplan: try a policy before you decide on it", "banenplan"};
  app.set_version_flag("--version", BANENPLAN_VERSION);
  app.require_subcommand(1);
  RunRequest request;
  ExitCode code = ExitCode::done;
  add_run(app, request, code);
  try {
    app.parse(argument_count, arguments);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? static_cast<int>(ExitCode::done) : static_cast<int>(ExitCode::request_is_wrong);
  }
  return static_cast<int>(code);
}

}  // namespace banenplan::app
