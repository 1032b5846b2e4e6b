// The claim of a run on its target: one run at a time writes a folder. The system takes it back when the process
// ends, however it ends. With it comes a hidden room beside the target, `.NAME.in-progress`, for what a run needs to
// go on later; what runs that were killed left beside the target is cleared away.
#pragma once

#include <filesystem>

#include "app/folder_status.hpp"

namespace banenplan::app {

class Claim {
 public:
  // Makes the folders above the target when absent. FolderProblem::claimed when another run has it.
  explicit Claim(const std::filesystem::path& target);
  ~Claim();  // the room goes too when nothing was left in it
  Claim(const Claim&) = delete;
  Claim& operator=(const Claim&) = delete;

  const FolderStatus& status() const { return status_; }
  const std::filesystem::path& room() const { return room_; }

 private:
  int open_lock();

  std::filesystem::path target_;
  std::filesystem::path room_;
  int lock_ = -1;  // an open file
  FolderStatus status_;
};

}  // namespace banenplan::app
