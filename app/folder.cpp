#include "app/folder.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <optional>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include "app/disk.hpp"
#include "plots/digest.hpp"

namespace banenplan::app {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::string_view manifest_name = "manifest.json";
constexpr std::string_view program_name = "banenplan";

std::string small_letters(std::string_view text) {
  std::string small{text};
  for (char& letter : small)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return small;
}

bool allowed(std::string_view name) {
  const auto letter_or_digit = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  while (true) {
    const std::string_view part = name.substr(0, name.find('/'));
    if (part.empty() || part.size() > 100 || !letter_or_digit(part.front())) return false;
    for (const char c : part)
      if (!letter_or_digit(c) && c != '_' && c != '-' && c != '.') return false;
    if (part.size() == name.size()) return true;
    name.remove_prefix(part.size() + 1);
  }
}

// Nothing when every file below `folder` is one that its manifest names, unchanged.
FolderStatus check_former_result(const fs::path& folder) {
  const auto text = read_file(folder / manifest_name);
  const Json manifest = text ? Json::parse(*text, nullptr, false) : Json{};
  if (!manifest.is_object() || manifest.value("program", Json{}) != program_name || !manifest.contains("files") ||
      !manifest["files"].is_array())
    return {FolderProblem::not_ours, folder, {}};
  std::set<fs::path> named{fs::path{manifest_name}};
  for (const Json& entry : manifest["files"]) {
    if (!entry.is_object() || !entry.value("name", Json{}).is_string()) return {FolderProblem::not_ours, folder, {}};
    const std::string name = entry["name"];
    if (!allowed(name)) return {FolderProblem::not_ours, folder, {}};
    const auto content = read_file(folder / name);
    if (!content || entry.value("sha256", Json{}) != plots::sha256_hexadecimal(*content))
      return {FolderProblem::changed_by_hand, folder / name, {}};
    named.insert(fs::path{name});
  }
  std::error_code error;
  for (auto item = fs::recursive_directory_iterator(folder, error);
       !error && item != fs::recursive_directory_iterator(); item.increment(error))
    if (!fs::is_directory(item->symlink_status(error)) && !named.contains(item->path().lexically_relative(folder)))
      return {FolderProblem::not_ours, item->path(), {}};
  if (error) return system_status(folder, error.value());
  return {};
}

FolderStatus check_resolved(const fs::path& target) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(target, error);
  if (fs::is_directory(status)) {
    // Another folder would take its name, and leave the caller in one that is gone.
    const fs::path here = fs::current_path(error);
    const auto [end, _] = std::mismatch(target.begin(), target.end(), here.begin(), here.end());
    if (end == target.end()) return {FolderProblem::in_use, target, {}};
    const bool empty = fs::is_empty(target, error);
    if (error) return system_status(target, error.value());
    if (!empty) {
      FolderStatus former = check_former_result(target);
      if (!former.done()) return former;
    }
  } else if (fs::exists(status)) {
    return {FolderProblem::path_is_file, target, {}};
  }
  fs::path above = target.parent_path();
  while (!fs::exists(fs::status(above, error)) && above.has_relative_path()) above = above.parent_path();
  if (!fs::is_directory(above, error)) return {FolderProblem::path_is_file, above, {}};
  if (::access(above.c_str(), W_OK | X_OK) != 0) return system_status(above, errno);
  return {};
}

}  // namespace

std::vector<std::string> files_of(const fs::path& folder) {
  std::vector<std::string> names;
  if (!check_former_result(folder).done()) return names;
  const Json manifest = Json::parse(*read_file(folder / manifest_name));
  for (const Json& entry : manifest["files"]) names.push_back(entry["name"].get<std::string>());
  return names;
}

FolderStatus check_target(const fs::path& target) {
  const auto whole = resolved(target);
  if (!whole) return {FolderProblem::in_use, target, {}};
  return check_resolved(*whole);
}

Folder::Folder(const fs::path& target, std::string version, const Claim* claim) : version_(std::move(version)) {
  const auto whole = resolved(target);
  if (!whole) {
    fail(FolderProblem::in_use, target);
    return;
  }
  target_ = *whole;
  status_ = check_resolved(target_);
  if (!status_.done()) return;
  if (claim == nullptr) {
    own_claim_.emplace(target);
    status_ = own_claim_->status();
    if (!status_.done()) return;
  }
  for (int attempt = 0; attempt < 1000; ++attempt) {
    const fs::path hidden =
        target_.parent_path() / fmt::format(".{}.unfinished-{}-{}", target_.filename().string(), ::getpid(), attempt);
    if (::mkdir(hidden.c_str(), 0777) == 0) {
      hidden_ = hidden;
      return;
    }
    if (errno != EEXIST) {
      fail_with_system(target_.parent_path(), errno);
      return;
    }
  }
  fail_with_system(target_.parent_path(), EEXIST);
}

Folder::~Folder() {
  std::error_code ignored;
  if (!hidden_.empty()) fs::remove_all(hidden_, ignored);
}

const FolderStatus& Folder::fail(FolderProblem problem, fs::path path, std::string system_message) {
  status_ = {problem, std::move(path), std::move(system_message)};
  return status_;
}

const FolderStatus& Folder::fail_with_system(fs::path path, int error) {
  status_ = system_status(std::move(path), error);
  return status_;
}

bool Folder::prepare_name(std::string_view name) {
  if (!status_.done()) return false;
  if (!allowed(name) || small_letters(name) == manifest_name || !names_.insert(small_letters(name)).second) {
    fail(FolderProblem::name_not_allowed, fs::path{name});
    return false;
  }
  std::error_code error;
  const fs::path above = (hidden_ / name).parent_path();
  fs::create_directories(above, error);
  if (error) fail_with_system(target_ / name, error.value());
  return status_.done();
}

const FolderStatus& Folder::write(std::string_view name, std::string_view content) {
  if (!prepare_name(name)) return status_;
  const int error = write_file(hidden_ / name, content);
  if (error != 0) return fail_with_system(target_ / name, error);
  entries_.push_back({std::string{name}, content.size(), plots::sha256_hexadecimal(content)});
  return status_;
}

const FolderStatus& Folder::write_with(std::string_view name, const std::function<bool(const fs::path&)>& writer) {
  if (!prepare_name(name)) return status_;
  errno = 0;
  if (!writer(hidden_ / name)) {
    // The library's writer does not say why; the system often did.
    const int error = errno;
    const FolderProblem problem = error == 0 ? FolderProblem::writer_failed : system_status({}, error).problem;
    return fail(problem == FolderProblem::failed_otherwise ? FolderProblem::writer_failed : problem, target_ / name,
                error == 0 ? std::string{} : std::generic_category().message(error));
  }
  const auto content = read_file(hidden_ / name);
  if (!content) return fail(FolderProblem::writer_failed, target_ / name);
  const int error = flush(hidden_ / name);
  if (error != 0) return fail_with_system(target_ / name, error);
  entries_.push_back({std::string{name}, content->size(), plots::sha256_hexadecimal(*content)});
  return status_;
}

const FolderStatus& Folder::complete() {
  if (!status_.done()) return status_;
  Json manifest{{"program", program_name}, {"version", version_}, {"files", Json::array()}};
  for (const Entry& entry : entries_)
    manifest["files"].push_back({{"name", entry.name}, {"bytes", entry.bytes}, {"sha256", entry.sha256}});
  const std::string text = manifest.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
  int error = write_file(hidden_ / manifest_name, text);
  if (error != 0) return fail_with_system(target_ / manifest_name, error);

  std::set<fs::path> folders{hidden_};
  for (const Entry& entry : entries_)
    for (fs::path above = (hidden_ / entry.name).parent_path(); above != hidden_; above = above.parent_path())
      folders.insert(above);
  for (const fs::path& folder : folders)
    if ((error = flush(folder)) != 0) return fail_with_system(target_, error);

  status_ = check_resolved(target_);  // it may have changed since
  return status_.done() ? take_the_name() : status_;
}

const FolderStatus& Folder::take_the_name() {
  std::error_code ignored;
  // Over an absent or an empty folder this is one step; over a former result the two are exchanged in one step.
  int error = ::rename(hidden_.c_str(), target_.c_str()) == 0 ? 0 : errno;
  if (error == 0) {
    hidden_.clear();
  } else if (error == ENOTEMPTY || error == EEXIST) {
    error = ::renameat2(AT_FDCWD, hidden_.c_str(), AT_FDCWD, target_.c_str(), RENAME_EXCHANGE) == 0 ? 0 : errno;
    if (error == EINVAL || error == ENOSYS || error == EOPNOTSUPP) {
      // A file system that cannot exchange: the former result steps aside, and back if the new one cannot take over.
      const fs::path aside = hidden_.string() + "-former";
      error = ::rename(target_.c_str(), aside.c_str()) == 0 ? 0 : errno;
      if (error == 0 && ::rename(hidden_.c_str(), target_.c_str()) != 0) {
        error = errno;
        fs::rename(aside, target_, ignored);
      } else if (error == 0) {
        hidden_ = aside;
      }
    }
    if (error == 0) {
      fs::remove_all(hidden_, ignored);
      hidden_.clear();
    }
  }
  if (error != 0) return fail_with_system(target_, error);
  flush(target_.parent_path());  // the result is whole whether or not its name is on disk already
  return status_;
}

}  // namespace banenplan::app
