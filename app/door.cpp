#include "app/door.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <stdexcept>

#include "app/lks.hpp"
#include "models/problems.hpp"

namespace banenplan::app {

namespace {

CLI::App* add_lks(CLI::App& app, LksRequest& request) {
  CLI::App* command = app.add_subcommand("lks", "loonkostensubsidie for one person in one month, with every step");
  command->add_option("--loonwaarde", request.loonwaarde, "share of the minimum wage, as 60%");
  command->add_option("--hours", request.hours, "paid hours a week")->required();
  command->add_option("--month", request.month, "as 2026-01")->required();
  command->add_option("--age", request.age, "years")->capture_default_str();
  command->add_flag("--forfait", request.forfait, "the forfaitary amount instead of a measured loonwaarde");
  command->add_option("--running-since", request.running_since, "month in which the subsidy was granted");
  command->add_option("--full-time-week", request.full_time_week, "of the sector, hours")->capture_default_str();
  command->add_option("--group", request.group, "participatiewet, wajong or wsw")->capture_default_str();
  command->add_option("--lang", request.language, "nl or en")->capture_default_str();
  command->add_flag("--json", request.json, "one JSON object");
  return command;
}

}  // namespace

int door(int argument_count, const char* const* arguments) {
  CLI::App app{"banenplan: try a policy before you decide on it", "banenplan"};
  app.set_version_flag("--version", BANENPLAN_VERSION);
  app.require_subcommand(1);
  LksRequest lks_request;
  const CLI::App* lks_command = add_lks(app, lks_request);
  try {
    app.parse(argument_count, arguments);
  } catch (const CLI::Success& help) {
    return app.exit(help);
  } catch (const CLI::ParseError& error) {
    constexpr std::size_t longest = 300;
    std::cerr << "banenplan: " << models::printable(error.what(), longest) << '\n';
    return static_cast<int>(ExitCode::request_is_wrong);
  }
  try {
    ExitCode code = ExitCode::done;
    if (lks_command->parsed()) code = lks(lks_request, std::cout, std::cerr);
    if (!std::cout.flush()) throw std::runtime_error("standard output could not be written");
    return static_cast<int>(code);
  } catch (const std::exception& error) {
    std::cerr << "banenplan: " << error.what() << '\n';
    return static_cast<int>(ExitCode::could_not_finish);
  }
}

}  // namespace banenplan::app
