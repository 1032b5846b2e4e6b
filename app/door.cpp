#include "app/door.hpp"

#include <CLI/CLI.hpp>
#include <csignal>
#include <iostream>
#include <map>
#include <stdexcept>

#include "app/advise.hpp"
#include "app/check.hpp"
#include "app/compare.hpp"
#include "app/lks.hpp"
#include "app/ranks.hpp"
#include "app/report.hpp"
#include "app/run.hpp"
#include "app/schema.hpp"
#include "app/story.hpp"
#include "models/reading/problems.hpp"

namespace banenplan::app {
namespace {

constexpr int most_replications = 1'000'000;
constexpr int most_threads = 1024;

const std::map<std::string, plots::Language>& languages() {
  static const std::map<std::string, plots::Language> words{{"nl", plots::Language::dutch},
                                                            {"en", plots::Language::english}};
  return words;
}

// What was typed, to be typed once more to go on: with --resume and the folder, instead of --out.
std::string command_to_go_on(const std::vector<std::string>& typed, const std::string& folder) {
  std::string command;
  const auto add = [&](std::string_view word) {
    const bool plain = !word.empty() && word.find_first_not_of(
                                            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                            "0123456789_-+=./,:%@") == std::string_view::npos;
    if (!command.empty()) command += ' ';
    if (plain) {
      command += word;
      return;
    }
    command += '\'';
    for (const char letter : word) command += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    command += '\'';
  };
  for (std::size_t k = 0; k < typed.size(); ++k) {
    const std::string_view word = typed[k];
    if (word == "--out" || word == "--resume") {
      ++k;  // its folder
    } else if (!word.starts_with("--out=") && !word.starts_with("--resume=")) {
      add(word);
    }
  }
  add("--resume");
  add(folder);
  return models::printable(command, command.size());
}

// A file that grows too large is an error to report, and not the end of the program.
void report_files_that_grow_too_large() {
  std::signal(SIGXFSZ, SIG_IGN);
}

void add_lks(CLI::App& app, LksRequest& request, ExitCode& code) {
  CLI::App* const command =
      app.add_subcommand("lks", "loonkostensubsidie for one person in one month, with every step");
  command->add_option("--loonwaarde", request.loonwaarde, "share of the minimum wage, as 60%");
  command->add_option("--hours", request.hours, "paid hours a week")->required();
  command->add_option("--month", request.month, "as 2026-01")->required();
  command->add_option("--age", request.age, "years")->capture_default_str();
  command->add_flag("--forfait", request.forfait, "the forfaitary amount instead of a measured loonwaarde");
  command->add_option("--running-since", request.running_since, "month in which the subsidy was granted");
  command->add_option("--full-time-week", request.full_time_week, "of the sector, hours")->capture_default_str();
  command->add_option("--group", request.group, "participatiewet, wajong, wsw, wiw_id or niet_uitkeringsgerechtigd")
      ->capture_default_str();
  command->add_option("--lang", request.language, "nl or en")->capture_default_str();
  command->add_flag("--json", request.json, "one JSON object");
  command->callback([&] { code = lks(request, std::cout, std::cerr); });
}

void add_simulation_options(CLI::App& command, CompareRequest& request) {
  command.add_option("--municipality", request.municipality,
                     "instead of the scenario's own: klein, middelgroot, groot, a region (stedendriehoek) or a file");
  auto* const out = command.add_option("--out", request.out, "folder of the results")->capture_default_str();
  command
      .add_option_function<std::string>(
          "--resume",
          [&request](const std::string& folder) {
            request.out = folder;
            request.resume = true;
          },
          "instead: go on with the interrupted run whose results were to stand in this folder")
      ->excludes(out);
  command.add_option("--set", request.overrides, "key.path=value for this run; may be repeated")
      ->allow_extra_args(false);
  auto* const replications =
      command.add_option("--replications", request.replications, "how often everybody lives through it")
          ->check(CLI::Range(1, most_replications))
          ->capture_default_str();
  command.add_option("--precision", request.precision, "instead: until the headline figures are exact to it, as 1%")
      ->excludes(replications);
  command.add_option("--seed", request.seed, "of all chance")->capture_default_str();
  command.add_option("--threads", request.threads, "0: as many as the machine has")
      ->check(CLI::Range(0, most_threads));
  command.add_option("--lang", request.language, "nl or en")->transform(CLI::CheckedTransformer(languages()));
  command.add_option("--theme", request.theme, "CSS file with a municipality's design tokens, for the page");
  command.add_flag("--without-assumed-effects", request.without_assumed_effects, "all effects of grade A set to nil");
  command.add_flag("--json", request.json, "results.json on standard output, and nothing else");
  command.add_flag("--quiet", request.quiet, "no table and no progress");
}

void add_compare(CLI::App& app, CompareRequest& request, const std::vector<std::string>& typed, ExitCode& code) {
  CLI::App* const command = app.add_subcommand("compare", "policies side by side on one municipality");
  command->add_option("SCENARIO", request.scenarios,
                      "names or files; none: the null alternative and the three policies; a municipality or region "
                      "file among them is where");
  add_simulation_options(*command, request);
  command->callback([&] {
    request.go_on_by = command_to_go_on(typed, request.out);
    code = compare(request, std::cout, std::cerr);
  });
}

void add_report(CLI::App& app, ReportRequest& request, ExitCode& code) {
  CLI::App* const command = app.add_subcommand("report", "the page of a former comparison once more");
  command->add_option("DIR", request.folder, "folder that compare made")->required();
  command->add_option("--lang", request.language, "nl or en")->transform(CLI::CheckedTransformer(languages()));
  command->add_option("--theme", request.theme, "CSS file with a municipality's design tokens");
  command->callback([&] { code = report(request, std::cout, std::cerr); });
}

// A scenario, or any model file of the engine: what the file says decides.
struct RunOptions {
  std::string file;
  std::optional<std::int32_t> people;
  CompareRequest scenario;
};

ExitCode run(const RunOptions& options, const std::vector<std::string>& typed) {
  if (kind_of_file(options.file) != FileKind::model) {
    CompareRequest request = options.scenario;
    request.scenarios = {options.file};
    request.beside_null = false;
    request.go_on_by = command_to_go_on(typed, request.out);
    return compare(request, std::cout, std::cerr);
  }
  if (options.scenario.resume) {
    std::cerr << "--resume: a model file leaves no folder to go on with\n";
    return ExitCode::request_is_wrong;
  }
  RunRequest request;
  request.file = options.file;
  request.replications = options.scenario.replications;
  request.people = options.people;
  request.seed = options.scenario.seed;
  request.threads = options.scenario.threads;
  request.language = options.scenario.language;
  request.json = options.scenario.json;
  return run_model(request, std::cout, std::cerr);
}

void add_run(CLI::App& app, RunOptions& options, const std::vector<std::string>& typed, ExitCode& code) {
  CLI::App* const command = app.add_subcommand("run", "one scenario, or a model file under all its strategies");
  command->add_option("FILE", options.file, "a scenario by name or file, or a model file")->required();
  command->add_option("--people", options.people, "of a model file, instead of what it says")
      ->check(CLI::Range(1, 10'000'000));
  add_simulation_options(*command, options.scenario);
  command->callback([&] { code = run(options, typed); });
}

void add_story(CLI::App& app, StoryRequest& request, ExitCode& code) {
  CLI::App* const command = app.add_subcommand("story", "one replication told again: a life, or what was refused");
  command->add_option("SCENARIO", request.scenario, "name or file")->required();
  command->add_option("--replication", request.replication, "of a comparison with this seed, from 1")
      ->check(CLI::Range(1, most_replications))
      ->capture_default_str();
  command->add_option("--person", request.person, "from 1: that life, month by month, with the euros")
      ->check(CLI::Range(1, 10'000'000));
  command->add_flag("--why-refused", request.why_refused,
                    "instead: the contracts that the money did not allow, and places for which nobody was found");
  command->add_option("--municipality", request.municipality, "instead of the scenario's own");
  command->add_option("--set", request.overrides, "key.path=value; may be repeated")->allow_extra_args(false);
  command->add_option("--seed", request.seed, "of all chance")->capture_default_str();
  command->add_flag("--without-assumed-effects", request.without_assumed_effects,
                    "all effects of grade A set to nil");
  command->add_option("--lang", request.language, "nl or en")->transform(CLI::CheckedTransformer(languages()));
  command->add_flag("--json", request.json, "one JSON object");
  command->callback([&] { code = story(request, std::cout, std::cerr); });
}

void add_check(CLI::App& app, CheckRequest& request, ExitCode& code) {
  CLI::App* const command = app.add_subcommand("check", "read files and say what is wrong with them, nothing else");
  command->add_option("FILE", request.files, "scenarios, municipalities or model files")->required();
  command->add_flag("--json", request.json, "one JSON object");
  command->callback([&] { code = check(request, std::cout, std::cerr); });
}

void add_advise(CLI::App& app, AdviseRequest& request, ExitCode& code) {
  CLI::App* const command =
      app.add_subcommand("advise", "which scenario or mix goes with a municipality, by the confrontatiematrix");
  command->add_option("MUNICIPALITY", request.municipality, "klein, middelgroot, groot or a file")->required();
  command->add_option("--lang", request.language, "nl or en")->transform(CLI::CheckedTransformer(languages()));
  command->add_flag("--json", request.json, "one JSON object");
  command->callback([&] { code = advise(request, std::cout, std::cerr); });
}

void add_schema(CLI::App& app, SchemaRequest& request, ExitCode& code) {
  CLI::App* const command =
      app.add_subcommand("schema", "what a scenario may say, as a JSON Schema for editors that complete and check");
  command->add_option("--lang", request.language, "nl or en")->transform(CLI::CheckedTransformer(languages()));
  command->callback([&] { code = schema(request, std::cout); });
}

}  // namespace

int door(int argument_count, const char* const* arguments) {
  CLI::App app{"banenplan: try a policy before you decide on it", "banenplan"};
  app.set_version_flag("--version", BANENPLAN_VERSION);
  app.require_subcommand(1);
  ExitCode code = ExitCode::done;
  report_files_that_grow_too_large();
  const std::vector<std::string> typed(arguments, arguments + argument_count);
  LksRequest lks_request;
  const Ranks ranks;
  CompareRequest compare_request;
  compare_request.ranks = &ranks;
  RunOptions run_options;
  run_options.scenario.ranks = &ranks;
  CheckRequest check_request;
  AdviseRequest advise_request;
  ReportRequest report_request;
  StoryRequest story_request;
  SchemaRequest schema_request;
  add_compare(app, compare_request, typed, code);
  add_run(app, run_options, typed, code);
  add_report(app, report_request, code);
  add_story(app, story_request, code);
  add_check(app, check_request, code);
  add_advise(app, advise_request, code);
  add_lks(app, lks_request, code);
  add_schema(app, schema_request, code);
  try {
    try {
      app.parse(argument_count, arguments);
    } catch (const CLI::Success& help) {
      app.exit(help);
    }
    if (!std::cout.flush()) throw std::runtime_error("standard output could not be written");
    return static_cast<int>(code);
  } catch (const CLI::ParseError& error) {
    constexpr std::size_t longest = 300;
    std::cerr << "banenplan: " << models::printable(error.what(), longest) << '\n';
    return static_cast<int>(ExitCode::request_is_wrong);
  } catch (const std::exception& error) {
    std::cerr << "banenplan: " << error.what() << '\n';
    return static_cast<int>(ExitCode::could_not_finish);
  }
}

}  // namespace banenplan::app
