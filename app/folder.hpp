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

#include "app/claim.hpp"
#include "app/folder_status.hpp"

namespace banenplan::app {

// Whether a folder could be written at `target`, to ask before a long run; creates nothing. An absent or empty folder
// and a former result are fine.
FolderStatus check_target(const std::filesystem::path& target);

// The files of a former result, as its manifest names them; empty without one.
std::vector<std::string> files_of(const std::filesystem::path& folder);

class Folder {
 public:
  // Checks the target and makes the hidden folder, and the folders above it when absent. `version` goes into the
  // manifest. `claim` is the one on this target, of who has it already and keeps it for longer than the folder takes;
  // nullptr: the folder claims the target itself.
  Folder(const std::filesystem::path& target, std::string version, const Claim* claim = nullptr);
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

  std::optional<Claim> own_claim_;
  std::filesystem::path target_;
  std::filesystem::path hidden_;  // empty before it was made and after it was renamed
  std::string version_;
  std::vector<Entry> entries_;
  std::set<std::string> names_;  // in small letters
  FolderStatus status_;
};

}  // namespace banenplan::app
