// Why an output folder cannot be written, as a sentence for a person.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "plots/words.hpp"

namespace banenplan::app {

enum class FolderProblem {
  none,
  path_is_file,      // the target, or a folder above it, is a file
  not_ours,          // the target holds files that no manifest of ours names
  changed_by_hand,   // a file of the former result was edited or removed since; replacing it would lose that work
  claimed,           // another run is writing there
  in_use,            // the target is the folder that the program was started from, a root, or a mount point
  read_only,         // the file system may only be read
  not_permitted,     // this user may not write there
  no_room,           // the disk, the quota or the largest file size is exceeded
  name_not_allowed,  // a programming error: a file name outside the allow-list, or one used twice
  writer_failed,     // a writer reported failure, or left no file behind
  failed_otherwise   // anything else that the system reports
};

struct FolderStatus {
  FolderProblem problem = FolderProblem::none;
  std::filesystem::path path;  // what the problem is about
  std::string system_message;  // the system's own words, or empty

  bool done() const { return problem == FolderProblem::none; }
  // One sentence for a person: what is wrong, where, and what to do. Empty when done.
  std::string sentence(plots::Language language) const;
};

// What an error of the system comes to for `path`.
FolderStatus system_status(std::filesystem::path path, int error);

// The target with its links followed; nothing when it has no name to take, as a root.
std::optional<std::filesystem::path> resolved(const std::filesystem::path& target);

}  // namespace banenplan::app
