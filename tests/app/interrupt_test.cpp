#include "app/interrupt.hpp"

#include <catch2/catch.hpp>
#include <sys/wait.h>
#include <unistd.h>

using namespace banenplan::app;

TEST_CASE("each signal to stop is noted, once, and the former way of handling it comes back") {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before = {};
    ::sigaction(signal, nullptr, &before);
    {
      const Interrupt interrupt;
      CHECK_FALSE(interrupt.asked());
      ::raise(signal);
      CHECK(interrupt.asked());
    }
    CHECK_FALSE(Interrupt().asked());
    struct sigaction after = {};
    ::sigaction(signal, nullptr, &after);
    CHECK(after.sa_handler == before.sa_handler);
  }
}

TEST_CASE("a second signal ends the program, and one that is ignored stays so") {
  const auto ending = [](bool ignored) {
    const pid_t child = ::fork();
    if (child == 0) {
      std::signal(SIGINT, ignored ? SIG_IGN : SIG_DFL);
      const Interrupt interrupt;
      ::raise(SIGINT);
      ::raise(SIGINT);
      ::_exit(interrupt.asked() ? 1 : 2);
    }
    int state = 0;
    ::waitpid(child, &state, 0);
    return state;
  };
  const int twice = ending(false);
  CHECK(WIFSIGNALED(twice));
  CHECK(WTERMSIG(twice) == SIGINT);
  const int ignored = ending(true);
  CHECK(WIFEXITED(ignored));
  CHECK(WEXITSTATUS(ignored) == 2);
}
