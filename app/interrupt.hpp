// Whether the user asked the program to stop: Ctrl-C, or a signal to terminate or of a terminal that is gone. The
// first is noted and the run ends in good order; a second one ends the program at once.
#pragma once

#include <array>
#include <csignal>

namespace banenplan::app {

// Listens while it lives, one at a time. A signal that was ignored before, as in the background of a shell, stays so.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  // May be asked from any thread.
  bool asked() const;

 private:
  std::array<struct sigaction, 3> former_{};
};

}  // namespace banenplan::app
