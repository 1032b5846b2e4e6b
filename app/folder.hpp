// An output folder that appears complete or not at all. Files are written into a hidden folder beside the target,
// each one checked and flushed to disk; a manifest with their sizes and SHA-256 is added; then the folder takes the
// target's name in one step. A failure leaves the target as it was, with a former result untouched.
//
//   Folder folder{"out/2027", BANENPLAN_VERSION};
//   folder.write("results.json", text);
//   folder.write_with("results.xlsx", [&](const std::filesystem::path& path) { return save(workbook, path); });
//   const FolderStatus status = folder.complete();   // the first thing that failed, or nothing
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "plots/words.hpp"

namespace banenplan::app {

enum class FolderProblem {
  none,
  path_is_file,      // the target, or a folder above it, is a file
  not_ours,          // the target holds files that no manifest of ours names
  changed_by_hand,   // a file of the former result was edited or removed since; replacing it would lose that work
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

// Whether a folder could be written at `target`, to ask before a long run; creates nothing. An absent or empty folder
// and a former result are fine.
FolderStatus check_target(const std::filesystem::path& target);

// The files of a former result, as its manifest names them; empty without one.
std::vector<std::string> files_of(const std::filesystem::path& folder);

// What a regular file holds; nothing when it is none or cannot be read.
std::optional<std::string> read_file(const std::filesystem::path& path);

class Folder {
 public:
  // Checks the target and makes the hidden folder, and the folders above it when absent. `version` goes into the
  // manifest.
  Folder(const std::filesystem::path& target, std::string version);
  ~Folder();  // removes the hidden folder when it was not completed
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  // The first problem; after one, all further calls do nothing.
  const FolderStatus& status() const { return status_; }

  // Adds a file. `name` is one or more parts with "/" between them, each of letters, digits, "_", "-" and ".", at
  // most 100 long, beginning with a letter or digit; names that differ only in capitals count as the same.
  const FolderStatus& write(std::string_view name, std::string_view content);

  // Adds a file made by a library that opens it itself; the writer returns whether it succeeded.
  const FolderStatus& write_with(std::string_view name,
                                 const std::function<bool(const std::filesystem::path&)>& writer);

  // Adds the manifest and gives the folder its name.
  const FolderStatus& complete();

 private:
  struct Entry {
    std::string name;
    std::size_t bytes;
    std::string sha256;
  };

  const FolderStatus& fail(FolderProblem problem, std::filesystem::path path, std::string system_message = {});
  const FolderStatus& fail_with_system(std::filesystem::path path, int error);
  bool prepare_name(std::string_view name);
  const FolderStatus& take_the_name();

  std::filesystem::path target_;
  std::filesystem::path hidden_;  // empty before it was made and after it was renamed
  std::string version_;
  std::vector<Entry> entries_;
  std::set<std::string> names_;  // in small letters
  FolderStatus status_;
};

}  // namespace banenplan::app
