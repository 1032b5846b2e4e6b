#include "app/door.hpp"

#include <CLI/CLI.hpp>

namespace banenplan::app {

int door(int argument_count, const char* const* arguments) {
  CLI::App app{"banenplan: try a policy before you decide on it", "banenplan"};
  app.set_version_flag("--version", BANENPLAN_VERSION);
  app.require_subcommand(1);
  try {
    app.parse(argument_count, arguments);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? static_cast<int>(ExitCode::done) : static_cast<int>(ExitCode::request_is_wrong);
  }
  return static_cast<int>(ExitCode::done);
}

}  // namespace banenplan::app
