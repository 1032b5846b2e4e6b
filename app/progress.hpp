// How far a long run is, on one line of a terminal that is written over and wiped at the end. Where standard error is
// no terminal, nothing is written.
//
//   Progress progress{std::cerr, standard_error_is_terminal(), words};
//   progress.start("Boven formatie", 3, 4, options.replications);
//   options.progress = [&](std::int32_t done) { progress.advance(done); };
#pragma once

#include <chrono>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>

#include "plots/words.hpp"

namespace banenplan::app {

bool standard_error_is_terminal();

class Progress {
 public:
  // Writes at most once in `pause`, so that a terminal far away does not slow the run down. `out` and `words` must
  // outlive it.
  Progress(std::ostream& out, bool shown, const plots::Words& words,
           std::chrono::milliseconds pause = std::chrono::milliseconds{100});
  ~Progress();  // wipes the line
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // A next part of the work, `number` of `parts`, begins; it counts to `replications`.
  void start(std::string_view title, int number, int parts, std::int32_t replications);

  // One thread at a time.
  void advance(std::int32_t done);

 private:
  void write(std::int32_t done);

  std::ostream& out_;
  bool shown_;
  const plots::Words& words_;
  std::chrono::milliseconds pause_;
  std::chrono::steady_clock::time_point next_;
  std::string part_;
  std::int32_t replications_ = 0;
  int written_ = 0;  // columns on the line now
};

}  // namespace banenplan::app
