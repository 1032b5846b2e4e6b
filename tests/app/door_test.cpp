#include "app/door.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <string>
#include <sys/wait.h>

namespace {

struct Answer {
  int code;
  std::string text;
};

Answer run(const std::string& arguments) {
  const std::string command = std::string{PROGRAM} + " " + arguments;
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  Answer answer{0, ""};
  std::array<char, 4096> buffer;
  while (const std::size_t count = fread(buffer.data(), 1, buffer.size(), pipe))
    answer.text.append(buffer.data(), count);
  const int status = pclose(pipe);
  answer.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return answer;
}

}  // namespace

TEST_CASE("the program answers, and tells a wrong request from a failure by its exit code") {
  CHECK(run("lks --loonwaarde 60% --hours 36 --month 2026-01").code == 0);
  CHECK(run("lks --loonwaarde 60 --hours 36 --month 2026-01 2>&1 >/dev/null").code == 2);
  CHECK(run("lks --loonwaarde 60% --hours 36 2>&1").text == "banenplan: --month is required\n");
  CHECK(run("lks --loonwaarde 60% --hours 36 2>&1").code == 2);
  CHECK(run("2>&1").text == "banenplan: A subcommand is required\n");
  CHECK(run("--help").code == 0);
  CHECK(run("lks --loonwaarde 60% --hours 36 --month 2026-01 2>&1 >/dev/full").code == 1);
  CHECK(run("--version").code == 0);
}

TEST_CASE("without its data files the program says which one is missing") {
  const std::string command = "lks --loonwaarde 60% --hours 36 --month 2026-01 2>&1";
  FILE* pipe = popen(("BANENPLAN_HOME=/no/such/folder " + std::string{PROGRAM} + " " + command).c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::array<char, 4096> buffer;
  const std::string text(buffer.data(), fread(buffer.data(), 1, buffer.size(), pipe));
  CHECK(WEXITSTATUS(pclose(pipe)) == 1);
  CHECK(text.find("/no/such/folder/plots/words.yaml: found no such file") != std::string::npos);
}
