#include "app/checkpoint.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <fstream>

#include "tests/engine/small_models.hpp"
#include "tests/place.hpp"

using namespace banenplan;
using namespace banenplan::app;
using banenplan::test::Place;
namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

const RunIdentity identity{"1.2", 7, {{"one", "aa"}, {"two", "bb"}}};

engine::Program program() {
  engine::test::Dice dice(41);
  auto builder = engine::test::random_model(dice, 200);
  builder.measure_all();
  return builder.program;
}

engine::RunOptions options(std::int32_t replications = 40) {
  engine::RunOptions options;
  options.replications = replications;
  options.threads = 2;
  return options;
}

bool never() {
  return false;
}

// Runs until `after` replications have begun; how many outcomes were found in blocks.
std::size_t interrupt(const fs::path& room, int after, bool resume, std::chrono::milliseconds pause = 0ms) {
  Checkpoint checkpoint(room, identity, pause);
  if (resume) {
    REQUIRE(checkpoint.resume() == ResumeProblem::none);
  } else {
    checkpoint.begin();
  }
  std::atomic<int> asked = 0;
  CHECK_THROWS_AS(checkpoint.run(program(), options(), [&] { return ++asked > after; }), Interrupted);
  CHECK(checkpoint.keeps());
  return checkpoint.taken_up();
}

void flip(const fs::path& file, std::streamoff at) {
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  stream.seekg(at, at < 0 ? std::ios::end : std::ios::beg);
  const auto place = stream.tellg();
  const char letter = static_cast<char>(stream.get());
  stream.seekp(place);
  stream.put(static_cast<char>(letter ^ 1));
}

}  // namespace

TEST_CASE("a run goes on from what was kept, to the same bits") {
  const auto whole = engine::run(program(), options()).outcomes;
  for (const auto pause : {0ms, 1000000ms}) {  // a block after each outcome, or one at the interruption
    const Place place;
    CHECK(interrupt(place.path, 10, false, pause) == 0);
    CHECK(interrupt(place.path, 20, true, pause) == 10);
    Checkpoint checkpoint(place.path, identity);
    REQUIRE(checkpoint.resume() == ResumeProblem::none);
    CHECK(checkpoint.taken_up() == 20);  // of the second 20, 10 were there already
    CHECK(checkpoint.run(program(), options(), never).outcomes == whole);
    checkpoint.clear();
    CHECK(place.items() == 0);
  }
}

TEST_CASE("outcomes of another program, seed or kind of run are not mixed up") {
  const Place place;
  interrupt(place.path, 30, false);
  for (const int k : {0, 1, 2}) {
    engine::Program other = program();
    engine::RunOptions run = options();
    if (k == 0) other.values[0] *= 0.5;
    if (k == 1) run.seed = 2;
    if (k == 2) run.replications = 50;
    Checkpoint checkpoint(place.path, identity);
    REQUIRE(checkpoint.resume() == ResumeProblem::none);
    CHECK(checkpoint.run(other, run, never).outcomes == engine::run(other, run).outcomes);
  }
}

TEST_CASE("another version, seed or scenario is refused, and nothing kept is said") {
  const Place place;
  const auto problem = [&](const RunIdentity& asked) { return Checkpoint(place.path, asked).resume(); };
  CHECK(problem(identity) == ResumeProblem::nothing_kept);
  CHECK_FALSE(Checkpoint(place.path, identity).begin());
  CHECK(problem(identity) == ResumeProblem::none);
  CHECK(problem({"1.3", 7, identity.scenarios}) == ResumeProblem::another_version);
  CHECK(problem({"1.2", 8, identity.scenarios}) == ResumeProblem::another_seed);
  CHECK(problem({"1.2", 7, {{"one", "aa"}, {"two", "bc"}}}) == ResumeProblem::another_scenario);
  CHECK(problem({"1.2", 7, {{"one", "aa"}}}) == ResumeProblem::another_scenario);
  CHECK(problem({"1.2", 7, {{"two", "bb"}, {"one", "aa"}}}) == ResumeProblem::another_scenario);
  for (const char* const text : {"", "{", "[]", "null", "{\"version\": 3}"}) {
    std::ofstream(place / "run.json") << text;
    CHECK(problem(identity) != ResumeProblem::none);
  }
}

TEST_CASE("a damaged block is left out, wherever the damage is") {
  const auto whole = engine::run(program(), options()).outcomes;
  const std::streamoff places[] = {0, 16, 20, 50, 83, 90, 300, -65, -1};
  for (const std::streamoff at : places) {
    INFO(at);
    const Place place;
    interrupt(place.path, 10, false, 1000000ms);
    REQUIRE(fs::file_size(place / "block-000001") > 400);
    flip(place / "block-000001", at);
    Checkpoint checkpoint(place.path, identity);
    REQUIRE(checkpoint.resume() == ResumeProblem::none);
    CHECK(checkpoint.taken_up() == 0);
    CHECK(checkpoint.run(program(), options(), never).outcomes == whole);
  }
  for (const std::uintmax_t size : {0, 10, 100, 300}) {
    const Place place;
    interrupt(place.path, 10, false, 1000000ms);
    fs::resize_file(place / "block-000001", size);
    Checkpoint checkpoint(place.path, identity);
    REQUIRE(checkpoint.resume() == ResumeProblem::none);
    CHECK(checkpoint.taken_up() == 0);
  }
}

TEST_CASE("beginning anew drops what was kept, and leaves other files alone") {
  const Place place;
  interrupt(place.path, 10, false);
  std::ofstream(place / "lock") << "";
  std::ofstream(place / "block-000099.unfinished") << "half";
  CHECK(Checkpoint(place.path, identity).begin());
  CHECK(place.items() == 2);  // the lock, and which run it is
}

TEST_CASE("a run goes on where nothing can be kept, and says so") {
  const auto whole = engine::run(program(), options()).outcomes;
  const Place place;
  Checkpoint nowhere(place / "absent", identity, 0ms);
  nowhere.begin();
  CHECK_FALSE(nowhere.keeps());
  CHECK(nowhere.run(program(), options(), never).outcomes == whole);
  Checkpoint little(place.path, identity, 0ms, 2'000);
  little.begin();
  CHECK(little.keeps());
  engine::RunOptions one_thread = options();
  one_thread.threads = 1;  // each outcome is a block
  CHECK(little.run(program(), one_thread, never).outcomes == whole);
  CHECK_FALSE(little.keeps());
}
