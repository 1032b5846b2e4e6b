#include "app/run.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace banenplan;
using namespace banenplan::app;

namespace {

struct Answer {
  ExitCode code;
  std::string out, err;
};

Answer answer(const RunRequest& request) {
  std::ostringstream out, err;
  const ExitCode code = run_model(request, out, err);
  return {code, out.str(), err.str()};
}

RunRequest request_for(const char* file) {
  RunRequest request;
  request.file = std::filesystem::path(PROJECT_FOLDER "/tests/published") / file;
  request.replications = 20;
  request.people = 50;
  return request;
}

int exit_code(const std::string& arguments) {
  const int status = std::system((PROGRAM " " + arguments + " >/dev/null 2>&1").c_str());
  return WEXITSTATUS(status);
}

}  // namespace

TEST_CASE("a model runs, the same with any number of threads") {
  RunRequest request = request_for("sick_sicker.yaml");
  request.json = true;
  request.threads = 1;
  const Answer one = answer(request);
  CHECK(one.code == ExitCode::done);
  CHECK(one.err.empty());
  CHECK(one.out.find("\"people\": 50") != std::string::npos);
  for (const int threads : {2, 7}) {
    request.threads = threads;
    CHECK(answer(request).out == one.out);
  }
  request.seed = 2;
  CHECK(answer(request).out != one.out);
}

TEST_CASE("a file that is wrong is refused with one line for each problem, and nothing else") {
  const auto file = std::filesystem::temp_directory_path() / "banenplan_run_test.yaml";
  std::ofstream(file) << "model: x\ntime: {unit: year, steps: 0}\nstates: [a, b]\nstart: {a: 1}\n"
                         "transitions: {a: {b: 2}}\ncounting: start\nrewards: {r: {unit: euro, per_state: {a: 1}}}\n";
  RunRequest request;
  request.file = file;
  const Answer wrong = answer(request);
  std::filesystem::remove(file);
  CHECK(wrong.code == ExitCode::request_is_wrong);
  CHECK(wrong.out.empty());
  CHECK(std::count(wrong.err.begin(), wrong.err.end(), '\n') == 2);
  CHECK(wrong.err.find(":2:27: time.steps: found \"0\"") != std::string::npos);
  CHECK(wrong.err.find(":5:22: transitions.a.b: found \"2\"") != std::string::npos);
}

TEST_CASE("the door answers with its exit code") {
  const std::string model = PROJECT_FOLDER "/tests/published/five_state.yaml";
  CHECK(exit_code("run " + model + " --replications 2 --people 10 --lang en") == 0);
  CHECK(exit_code("run " + model + " --replications 0") == 2);
  CHECK(exit_code("run " + model + " --lang fr") == 2);
  CHECK(exit_code("run no_such_file.yaml") == 2);
  CHECK(exit_code("run") == 2);
}
