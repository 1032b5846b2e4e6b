#include "app/compare.hpp"

#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <sstream>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "app/claim.hpp"
#include "tests/place.hpp"

using namespace banenplan::app;
using banenplan::test::Place;
using banenplan::test::text_of;
namespace fs = std::filesystem;

namespace {

CompareRequest small(const fs::path& out) {
  CompareRequest request;
  request.municipality = "klein";
  request.replications = 12;
  request.out = out.string();
  return request;
}

struct Answer {
  ExitCode code;
  std::string out, error;
};

Answer answer(const CompareRequest& request) {
  std::ostringstream out, error;
  const ExitCode code = compare(request, out, error);
  return {code, out.str(), error.str()};
}

}  // namespace

TEST_CASE("the same seed gives the same bytes with 1, 2 and 7 threads, another seed others") {
  const Place scratch;
  std::string expected;
  for (const int threads : {1, 2, 7}) {
    CompareRequest request = small(scratch / ("threads_" + std::to_string(threads)));
    request.threads = threads;
    REQUIRE(answer(request).code == ExitCode::done);
    const std::string found = text_of(fs::path(request.out) / "results.json");
    REQUIRE(found.size() > 1000);
    if (expected.empty()) expected = found;
    CHECK(found == expected);
  }
  CompareRequest request = small(scratch / "seed");
  request.seed = 2;
  REQUIRE(answer(request).code == ExitCode::done);
  CHECK(text_of(fs::path(request.out) / "results.json") != expected);
}

TEST_CASE("a scenario by name gets the null alternative beside it, on the municipality asked for") {
  const Place scratch;
  CompareRequest request = small(scratch / "out");
  request.scenarios = {"trainees"};
  request.json = true;
  const Answer result = answer(request);
  REQUIRE(result.code == ExitCode::done);
  CHECK(result.out.front() == '{');
  CHECK(result.out == text_of(scratch / "out/results.json"));
  CHECK(result.out.find("\"null_alternative\": \"nulalternatief\"") != std::string::npos);
  CHECK(result.out.find("\"inhabitants\": 60000") != std::string::npos);
  for (const char* file : {"out/report.html", "out/manifest.json", "out/tables/per_jaar.csv"}) {
    CHECK(fs::file_size(scratch / file) > 100);
  }
}

TEST_CASE("a file of a municipality in the place of scenarios says where the four are tried") {
  const Place scratch;
  CompareRequest request = small(scratch / "named");
  request.json = true;
  const Answer named = answer(request);
  request.municipality.clear();
  request.scenarios = {"scenarios/municipalities/klein.yaml"};
  request.out = (scratch / "as_file").string();
  const Answer as_file = answer(request);
  REQUIRE(named.code == ExitCode::done);
  REQUIRE(as_file.code == ExitCode::done);
  CHECK(as_file.out == named.out);
  request.municipality = "groot";
  CHECK(answer(request).code == ExitCode::request_is_wrong);
}

TEST_CASE("a wrong request is one line and writes nothing") {
  struct Row {
    std::vector<std::string> scenarios, overrides;
    std::string municipality, line;
  };
  const Row rows[] = {
      {{"trainees"}, {"matching.strenght=strong"}, "klein", "matching.strenght"},
      {{"trainees"}, {"openings.trainee_pool.places=-1"}, "klein", "openings.trainee_pool.places"},
      {{"trainees"}, {}, "reusachtig", "reusachtig"},
      {{"trainee"}, {}, "klein", "trainee"},
      {{"trainees", "boven-formatie"}, {"fundz.pot.share=1%"}, "klein", "none of the scenarios has this section"},
  };
  for (const Row& row : rows) {
    const Place scratch;
    CompareRequest request = small(scratch / "out");
    request.scenarios = row.scenarios;
    request.overrides = row.overrides;
    request.municipality = row.municipality;
    const Answer result = answer(request);
    INFO(result.error);
    CHECK(result.code == ExitCode::request_is_wrong);
    CHECK(std::count(result.error.begin(), result.error.end(), '\n') == 1);
    CHECK(result.error.find(row.line) != std::string::npos);
    CHECK(result.out.empty());
    CHECK_FALSE(fs::exists(scratch / "out"));
  }
}

TEST_CASE("what is set goes to the scenarios that have its section") {
  const Place scratch;
  CompareRequest request = small(scratch / "out");
  request.json = true;
  request.overrides = {"funds.centrale_pot.filled_by.share=0.3%"};
  const Answer result = answer(request);
  INFO(result.error);
  REQUIRE(result.code == ExitCode::done);
  const std::string set = "\"funds.centrale_pot.filled_by.share=0.3%\"";
  const auto first = result.out.find(set);
  REQUIRE(first != std::string::npos);
  CHECK(result.out.find(set, first + 1) == std::string::npos);
  CHECK(first > result.out.find("\"name\": \"boven-formatie\""));
  CHECK(first < result.out.find("\"name\": \"trainees\""));
}

TEST_CASE(
    "what is left of the ranking without assumed effects is said with the flag and without it, and is the same") {
  const Place scratch;
  std::string expected;
  for (const bool flag : {false, true}) {
    CompareRequest request = small(scratch / (flag ? "without" : "with"));
    request.quiet = false;
    request.json = false;
    request.without_assumed_effects = flag;
    const Answer result = answer(request);
    REQUIRE(result.code == ExitCode::done);
    const auto from = result.out.find("Zonder aangenomen effecten (graad A)");
    REQUIRE(from != std::string::npos);
    const std::string said = result.out.substr(from, result.out.find("\n\n", from) - from);
    if (expected.empty()) expected = said;
    CHECK(said == expected);
    CHECK(said.find("volgorde naar kosten") != std::string::npos);
  }
}

namespace {

// Runs the program in a process of its own, which is told to stop once `begun` is there; its exit code, or -1 where
// the signal ended it.
int run_and_signal(const std::vector<std::string>& arguments, const fs::path& begun, int signal,
                   const fs::path& errors) {
  const pid_t child = ::fork();
  if (child == 0) {
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    if (std::freopen(errors.c_str(), "w", stderr) == nullptr) ::_exit(99);
    std::vector<char*> words{const_cast<char*>(PROGRAM)};
    for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
    words.push_back(nullptr);
    ::execv(PROGRAM, words.data());
    ::_exit(98);
  }
  int state = 0;
  while (!fs::exists(begun)) {
    if (::waitpid(child, &state, WNOHANG) == child) return WIFEXITED(state) ? WEXITSTATUS(state) : -1;
    std::this_thread::sleep_for(std::chrono::milliseconds{5});
  }
  ::kill(child, signal);
  ::waitpid(child, &state, 0);
  return WIFEXITED(state) ? WEXITSTATUS(state) : -1;
}

}  // namespace

TEST_CASE("Ctrl-C leaves a run that can be gone on with, and one line that says how") {
  for (const int signal : {SIGINT, SIGTERM}) {
    const Place scratch;
    const std::string out = (scratch / "a folder").string();
    const std::vector<std::string> words{"compare", "trainees",       "--quiet", "--municipality",
                                         "klein",   "--replications", "100000",  "--out=" + out};
    const fs::path begun = scratch / ".a folder.in-progress/run.json";
    CHECK(run_and_signal(words, begun, signal, scratch / "errors") == 130);
    CHECK_FALSE(fs::exists(out));
    const std::string said = text_of(scratch / "errors");
    CHECK(std::count(said.begin(), said.end(), '\n') == 1);
    CHECK(said.find("compare trainees --quiet --municipality klein --replications 100000 --resume '" + out + "'") !=
          std::string::npos);
    CHECK(fs::exists(begun));

    CompareRequest request = small(out);
    request.scenarios = {"trainees"};
    request.replications = 30;
    request.quiet = true;
    CompareRequest whole = request;
    whole.out = (scratch / "whole").string();
    request.resume = true;
    CHECK(answer(request).code == ExitCode::done);
    CHECK(answer(whole).code == ExitCode::done);
    CHECK(text_of(fs::path(out) / "results.json") == text_of(scratch / "whole/results.json"));
    CHECK_FALSE(fs::exists(scratch / ".a folder.in-progress"));
  }
}

TEST_CASE("going on is refused for another seed or scenario, and where nothing was kept") {
  const Place scratch;
  const auto refused = [&](const CompareRequest& request) {
    const Answer result = answer(request);
    CHECK(result.code == ExitCode::request_is_wrong);
    CHECK(std::count(result.error.begin(), result.error.end(), '\n') == 1);
    CHECK_FALSE(fs::exists(scratch / "out"));
    return result.error;
  };
  CompareRequest request = small(scratch / "out");
  request.scenarios = {"trainees"};
  request.language = banenplan::plots::Language::english;
  request.resume = true;
  CHECK(refused(request).find("no interrupted run is kept") != std::string::npos);
  CHECK(scratch.items() == 0);
  run_and_signal(
      {"compare", "trainees", "--quiet", "--municipality", "klein", "--replications", "100000", "--out", request.out},
      scratch / ".out.in-progress/run.json", SIGKILL, scratch / "errors");
  CompareRequest other = request;
  other.seed = 2;
  CHECK(refused(other).find("another --seed") != std::string::npos);
  for (const char* const scenario : {"boven-formatie", "nulalternatief"}) {
    other = request;
    other.scenarios = {scenario};
    CHECK(refused(other).find("other scenarios") != std::string::npos);
  }
  other = request;
  other.overrides = {"openings.trainee_pool.places=13"};
  CHECK(refused(other).find("other scenarios") != std::string::npos);
  other = request;
  other.municipality = "groot";
  CHECK(refused(other).find("other scenarios") != std::string::npos);
  CHECK(answer(request).code == ExitCode::done);
}

TEST_CASE("a run into a folder that another run is writing says so") {
  const Place scratch;
  CompareRequest request = small(scratch / "out");
  request.language = banenplan::plots::Language::english;
  {
    const Claim claim(request.out);
    const Answer result = answer(request);
    CHECK(result.code == ExitCode::could_not_finish);
    CHECK(result.error == "banenplan: Another run is already writing " + fs::canonical(scratch.path).string() +
                              "/out. Wait until it is done, or choose another folder.\n");
  }
  CHECK(answer(request).code == ExitCode::done);
}
