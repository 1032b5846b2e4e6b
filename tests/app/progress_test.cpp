#include "app/progress.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "plots/text.hpp"

using namespace banenplan::app;
using namespace std::chrono_literals;
using banenplan::plots::Language;
using banenplan::plots::Words;

namespace {
const Words dutch{Language::dutch};
}

TEST_CASE("progress is one line, written over and wiped at the end") {
  std::ostringstream out;
  {
    Progress progress{out, true, dutch, 0ms};
    progress.start("Trainees", 4, 4, 200);
    progress.advance(100);
  }
  const std::string line = "Scenario 4 van 4, Trainees: ";
  CHECK(out.str() == "\r" + line + "0 %" + "\r" + line + "50 %" + "\r" + std::string(line.size() + 4, ' ') + "\r");
}

TEST_CASE("a shorter line leaves nothing of a longer one") {
  std::ostringstream out;
  Progress progress{out, true, dutch, 0ms};
  progress.start("Budgettair neutraal", 1, 2, 1);
  progress.start("Nul", 2, 2, 1);
  CHECK(out.str().ends_with("Nul: 0 %" + std::string(16, ' ')));
}

TEST_CASE("without a terminal there is nothing") {
  std::ostringstream out;
  {
    Progress progress{out, false, dutch, 0ms};
    progress.start("Trainees", 1, 1, 10);
    progress.advance(10);
  }
  CHECK(out.str().empty());
}

TEST_CASE("between two writes there is a pause") {
  std::ostringstream out;
  Progress progress{out, true, dutch, 1h};
  progress.start("Trainees", 1, 1, 100);
  const std::string before = out.str();
  for (int done = 1; done <= 100; ++done) progress.advance(done);
  CHECK(out.str() == before);
  progress.start("Nul", 2, 2, 100);  // a new part is always told
  CHECK(out.str() != before);
}

TEST_CASE("any title and any count keep to one line") {
  std::ostringstream out;
  Progress progress{out, true, dutch, 0ms};
  progress.start("\x1b[31m\n" + std::string(10000, 'x'), 1, 1, 0);
  progress.advance(7);
  progress.start("half", 1, 1, 10);
  progress.advance(99);
  const std::string text = out.str();
  CHECK(text.find('\n') == std::string::npos);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find("nan") == std::string::npos);
  CHECK(text.find("100 %") != std::string::npos);
  CHECK(text.find('\r', 1) <= 80);
}
