// What a run keeps so that it can be gone on with after an interruption: the outcomes of finished replications, in
// blocks. A block is written beside its name, flushed, and then takes its name, so that it is whole or not there,
// whenever the process is killed.
//
// A block is a flat file: a first line with the version of this layout and a mark of the byte order; then parts, each
// with the fingerprint of its run (64 letters), the size of an outcome and how many there are (4 bytes each), and of
// each outcome its replication (4 bytes) and its numbers (8 bytes each); at the end the SHA-256 of all before, in 64
// letters. `run.json` beside the blocks says which run it is.
//
//   Checkpoint checkpoint(claim.room(), identity);
//   checkpoint.begin();                                       // or resume(), to take up what is there
//   options.run = [&](const auto& program, const auto& run) { return checkpoint.run(program, run, stop); };
//
// What cannot be kept, as on a full disk, does not stop a run: it is then kept no more, and keeps() says so.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "engine/program.hpp"
#include "engine/run.hpp"

namespace banenplan::app {

// Which run it is: what must be the same for going on.
struct RunIdentity {
  struct Scenario {
    std::string name;
    std::string fingerprint;
    bool operator==(const Scenario&) const = default;
  };
  std::string version;
  std::uint64_t seed = 0;
  std::vector<Scenario> scenarios;
};

// Why a run cannot be gone on with.
enum class ResumeProblem { none, nothing_kept, another_version, another_seed, another_scenario };

// Thrown out of a run that was asked to stop.
struct Interrupted {};

class Checkpoint {
 public:
  // Writes at most once in `pause`, and no more than `most_bytes` in all. The room must outlive it.
  Checkpoint(std::filesystem::path room, RunIdentity identity,
             std::chrono::milliseconds pause = std::chrono::seconds{2}, std::uint64_t most_bytes = 4'000'000'000);

  // Clears away what an interrupted run left, and begins. Returns whether there was such a run.
  bool begin();

  // Takes up the blocks of an interrupted run; those that are damaged are left out.
  ResumeProblem resume();

  // engine::run, with outcomes taken from what was kept where they are there, and kept where not. Throws Interrupted
  // once `stop` says so; then all that was found stands in blocks, unless keeps() says otherwise.
  engine::Run run(const engine::Program& program, const engine::RunOptions& options,
                  const std::function<bool()>& stop);

  bool keeps() const { return keeps_; }
  bool has_blocks() const { return blocks_ > 0; }
  std::size_t taken_up() const;  // outcomes that were found in blocks

  // Removes all of it: the run is complete.
  void clear();

 private:
  using Numbers = std::vector<double>;
  // Of one run, outcomes that are not in a block yet.
  struct Part {
    std::string run;
    std::uint32_t size = 0;  // of an outcome
    std::uint32_t count = 0;
    std::string bytes;
  };
  struct Place {
    std::filesystem::path file;
    std::uint64_t offset = 0;
    std::uint32_t size = 0;
  };

  void keep(const std::string& run, std::int32_t number, const Numbers& outcome);
  void write(const std::vector<Part>& parts);
  void take_up(const std::filesystem::path& block);
  std::optional<Numbers> recall(const std::map<std::int32_t, Place>& known, std::int32_t number) const;

  std::filesystem::path room_;
  RunIdentity identity_;
  std::chrono::milliseconds pause_;
  std::uint64_t most_bytes_;
  std::map<std::string, std::map<std::int32_t, Place>> known_;  // by run and replication
  bool keeps_ = true;
  std::uint64_t bytes_ = 0;
  std::uint32_t blocks_ = 0;
  std::mutex keeping_;
  std::vector<Part> pending_;
  bool writing_ = false;
  std::chrono::steady_clock::time_point next_;
};

}  // namespace banenplan::app
