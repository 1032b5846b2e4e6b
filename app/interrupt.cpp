#include "app/interrupt.hpp"

#include <atomic>

namespace banenplan::app {
namespace {

constexpr std::array<int, 3> signals{SIGINT, SIGTERM, SIGHUP};

// A signal reaches no object.
std::atomic<bool> was_asked = false;
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void note_interrupt(int /*signal*/) {
  was_asked = true;
}

}  // namespace

Interrupt::Interrupt() {
  was_asked = false;
  struct sigaction action = {};
  action.sa_handler = note_interrupt;
  action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
  for (std::size_t k = 0; k < signals.size(); ++k) {
    ::sigaction(signals[k], nullptr, &former_[k]);
    if (former_[k].sa_handler != SIG_IGN) ::sigaction(signals[k], &action, nullptr);
  }
}

Interrupt::~Interrupt() {
  for (std::size_t k = 0; k < signals.size(); ++k) ::sigaction(signals[k], &former_[k], nullptr);
}

bool Interrupt::asked() const {
  return was_asked;
}

}  // namespace banenplan::app
