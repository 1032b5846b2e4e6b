#include "app/progress.hpp"

#include <algorithm>
#include <ostream>
#include <unistd.h>

#include "plots/text.hpp"

namespace banenplan::app {

namespace {

// Printable and short enough for a line that is not wrapped, or it could not be written over.
std::string on_a_line(std::string_view text) {
  constexpr std::size_t longest = 76;
  std::u32string line = plots::letters(text).substr(0, longest);
  std::replace_if(
      line.begin(), line.end(), [](char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }, U' ');
  while (plots::columns(plots::utf8(line)) > static_cast<int>(longest)) line.pop_back();
  return plots::utf8(line);
}

}  // namespace

bool standard_error_is_terminal() {
  return isatty(STDERR_FILENO) == 1;
}

Progress::Progress(std::ostream& out, bool shown, const plots::Words& words, std::chrono::milliseconds pause)
    : out_(out), shown_(shown), words_(words), pause_(pause) {}

Progress::~Progress() {
  if (written_ == 0) return;
  try {
    out_ << '\r' << std::string(static_cast<std::size_t>(written_), ' ') << '\r' << std::flush;
  } catch (...) {  // a stream may be set to throw; the line is not worth a crash
  }
}

void Progress::start(std::string_view title, int number, int parts, std::int32_t replications) {
  constexpr std::size_t longest_title = 40;
  part_ = words_("progress.part", {{"number", std::to_string(number)},
                                   {"parts", std::to_string(parts)},
                                   {"title", plots::utf8(plots::letters(title).substr(0, longest_title))}});
  replications_ = replications;
  next_ = std::chrono::steady_clock::now();
  advance(0);
}

void Progress::advance(std::int32_t done) {
  if (!shown_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now < next_) return;
  next_ = now + pause_;
  write(done);
}

void Progress::write(std::int32_t done) {
  const double share = replications_ > 0 ? static_cast<double>(done) / replications_ : 0.0;
  const std::string line = on_a_line(part_ + ": " + words_.share(std::clamp(share, 0.0, 1.0), 0));
  const int columns = plots::columns(line);
  out_ << '\r' << line << std::string(static_cast<std::size_t>(std::max(0, written_ - columns)), ' ') << std::flush;
  written_ = std::max(written_, columns);
}

}  // namespace banenplan::app
