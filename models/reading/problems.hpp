// What is wrong with a file that a user wrote: where, what was found, what is allowed, and what was perhaps meant.
// All problems of a file are collected, so that a user mends them in one go.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace banenplan::models {

// A place in a file; line and column count from 1. Line 0 stands for a source without lines, such as `--set`.
struct Position {
  std::shared_ptr<const std::string> file;
  int line = 0;
  int column = 0;

  static Position in(std::string file, int line = 0, int column = 0);
};

// One sentence of blame. `found` and `allowed` are printable: quote what comes from a file with `quote`.
struct Problem {
  Position position;
  std::string path;     // keys from the top of the file, as funds.centrale_pot.share or route[2]; empty for the file
  std::string found;    // "found 1.2"
  std::string allowed;  // "a share is from 0 to 1"
  std::string suggestion;        // a value or key that would be allowed; empty when there is none
  std::string unknown_key = {};  // set by a section: a name to look for among all names known by the end
};

class Problems {
 public:
  static constexpr std::size_t kept = 200;  // more errors than this are counted, not kept

  void error(Problem problem);
  void error(Position position, std::string path, std::string found, std::string allowed, std::string suggestion = {},
             std::string unknown_key = {});
  void warning(Problem problem);

  // Tells that a key exists in the schema, so that a misspelt or misplaced key can be pointed to it.
  void known_name(const std::string& name, const std::string& path);

  bool has_errors() const { return !errors_.empty(); }
  const std::vector<Problem>& errors() const { return errors_; }
  const std::vector<Problem>& warnings() const { return warnings_; }

  // For files of the house itself: throws std::runtime_error with all lines when there are errors.
  void throw_errors() const;

  // One line each: `file:line:column: key.path: found; allowed; did you mean "x"?`. Call after reading is done.
  std::vector<std::string> error_lines() const;
  std::vector<std::string> warning_lines() const;

 private:
  std::string line(const Problem& problem) const;

  std::vector<Problem> errors_;
  std::vector<Problem> warnings_;
  std::size_t not_kept_ = 0;
  std::map<std::string, std::string, std::less<>> known_;  // name -> where it was first asked for
};

// Text from a file made fit for a message: at most 60 characters, control and text-direction characters escaped.
std::string printable(std::string_view text, std::size_t characters = 60);

// The same between double quotes.
std::string quote(std::string_view text);

// The name nearest to what was written by edit distance, or empty when none is near enough to be meant.
std::string nearest(std::string_view written, const std::vector<std::string>& names);

// Whether the bytes are UTF-8 as Unicode defines it; `bad` is set to the offset of the first byte that is not.
bool is_utf8(std::string_view text, std::size_t& bad);

}  // namespace banenplan::models
