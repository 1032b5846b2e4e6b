#include "app/claim.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace banenplan::app {

namespace fs = std::filesystem;

namespace {

constexpr const char* lock_name = "lock";

// Whether the open file is still the one of this name: who gave back a claim took the file away.
bool still_there(int file, const fs::path& path) {
  struct stat open = {};
  struct stat named = {};
  return ::fstat(file, &open) == 0 && ::stat(path.c_str(), &named) == 0 && open.st_ino == named.st_ino &&
         open.st_dev == named.st_dev;
}

// `.NAME.unfinished-123-0`, as a Folder names what is not complete.
bool is_unfinished(const std::string& name, const std::string& target) {
  const std::string start = "." + target + ".unfinished-";
  return name.starts_with(start) && name.size() > start.size() &&
         name.find_first_not_of("0123456789-", start.size()) == std::string::npos;
}

void clear_unfinished(const fs::path& target) {
  std::error_code error;
  for (auto item = fs::directory_iterator(target.parent_path(), error); !error && item != fs::directory_iterator();
       item.increment(error)) {
    std::error_code ignored;
    if (is_unfinished(item->path().filename().string(), target.filename().string()))
      fs::remove_all(item->path(), ignored);
  }
}

}  // namespace

Claim::Claim(const fs::path& target) {
  const auto whole = resolved(target);
  if (!whole) {
    status_ = {FolderProblem::in_use, target, {}};
    return;
  }
  target_ = *whole;
  room_ = target_.parent_path() / ("." + target_.filename().string() + ".in-progress");
  std::error_code error;
  fs::create_directories(target_.parent_path(), error);
  if (error) {
    status_ = system_status(target_.parent_path(), error.value());
    return;
  }
  const int problem = open_lock();
  if (problem == EWOULDBLOCK) {
    status_ = {FolderProblem::claimed, target_, {}};
  } else if (problem != 0) {
    status_ = system_status(target_, problem);
  } else {
    clear_unfinished(target_);
  }
}

// Returns 0 or the system's error.
int Claim::open_lock() {
  constexpr int attempts = 100;  // to catch a moment in which nobody else takes the room away
  for (int attempt = 0; attempt < attempts; ++attempt) {
    if (::mkdir(room_.c_str(), 0777) != 0 && errno != EEXIST) return errno;
    const int file = ::open((room_ / lock_name).c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (file < 0) {
      if (errno == ENOENT) continue;
      return errno;
    }
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
      const int error = errno;
      ::close(file);
      return error;
    }
    if (still_there(file, room_ / lock_name)) {
      lock_ = file;
      return 0;
    }
    ::close(file);
  }
  return EWOULDBLOCK;
}

Claim::~Claim() {
  if (lock_ < 0) return;
  std::error_code ignored;
  const bool empty = std::all_of(fs::directory_iterator(room_, ignored), fs::directory_iterator(),
                                 [](const fs::directory_entry& item) { return item.path().filename() == lock_name; });
  if (empty) {
    ::unlink((room_ / lock_name).c_str());
    ::rmdir(room_.c_str());
  }
  ::close(lock_);
}

}  // namespace banenplan::app
