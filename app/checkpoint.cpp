#include "app/checkpoint.hpp"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <system_error>
#include <unistd.h>

#include "app/disk.hpp"
#include "app/fingerprint.hpp"
#include "plots/digest.hpp"

namespace banenplan::app {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr const char* identity_name = "run.json";
constexpr std::string_view block_prefix = "block-";
constexpr std::size_t digest_size = 64;
constexpr std::uint32_t byte_order = 0x01020304;

std::string first_line() {
  std::string line = "banenplan block 1\n";
  line.append(reinterpret_cast<const char*>(&byte_order), sizeof byte_order);
  return line;
}

template <class Number>
void append(std::string& bytes, Number number) {
  bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

// Takes a number from the front; nothing when too little is left.
template <class Number>
std::optional<Number> take(std::string_view& bytes) {
  Number number;
  if (bytes.size() < sizeof number) return std::nullopt;
  std::memcpy(&number, bytes.data(), sizeof number);
  bytes.remove_prefix(sizeof number);
  return number;
}

// Under a name of its own first, so that it is whole when it has its name.
bool write_whole(const fs::path& path, std::string_view content) {
  const fs::path unfinished = path.string() + ".unfinished";
  std::error_code ignored;
  fs::remove(unfinished, ignored);
  const bool done = write_file(unfinished, content) == 0 && std::rename(unfinished.c_str(), path.c_str()) == 0 &&
                    flush(path.parent_path()) == 0;
  if (!done) fs::remove(unfinished, ignored);
  return done;
}

std::string text_of(const RunIdentity& identity) {
  Json json{{"version", identity.version}, {"seed", identity.seed}, {"scenarios", Json::array()}};
  for (const auto& [name, digest] : identity.scenarios)
    json["scenarios"].push_back({{"name", name}, {"fingerprint", digest}});
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::vector<fs::path> files_in(const fs::path& room) {
  std::vector<fs::path> files;
  std::error_code error;
  for (auto item = fs::directory_iterator(room, error); !error && item != fs::directory_iterator();
       item.increment(error)) {
    const std::string name = item->path().filename().string();
    if (name.starts_with(identity_name) || name.starts_with(block_prefix)) files.push_back(item->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

Checkpoint::Checkpoint(fs::path room, RunIdentity identity, std::chrono::milliseconds pause, std::uint64_t most_bytes)
    : room_(std::move(room)),
      identity_(std::move(identity)),
      pause_(pause),
      most_bytes_(most_bytes),
      next_(std::chrono::steady_clock::now() + pause) {}

bool Checkpoint::begin() {
  std::error_code ignored;
  const bool found = fs::exists(room_ / identity_name, ignored);
  clear();
  keeps_ = write_whole(room_ / identity_name, text_of(identity_));
  return found;
}

ResumeProblem Checkpoint::resume() {
  const auto text = read_file(room_ / identity_name);
  const Json json = text ? Json::parse(*text, nullptr, false) : Json{};
  if (!json.is_object()) return ResumeProblem::nothing_kept;
  if (json.value("version", Json{}) != identity_.version) return ResumeProblem::another_version;
  if (json.value("seed", Json{}) != identity_.seed) return ResumeProblem::another_seed;
  if (*text != text_of(identity_)) return ResumeProblem::another_scenario;
  for (const fs::path& file : files_in(room_)) {
    const std::string name = file.filename().string();
    if (name.ends_with(".unfinished")) {
      std::error_code ignored;
      fs::remove(file, ignored);
    } else if (name.starts_with(block_prefix)) {
      blocks_ = std::max(blocks_,
                         static_cast<std::uint32_t>(std::strtoul(name.c_str() + block_prefix.size(), nullptr, 10)));
      take_up(file);
    }
  }
  return ResumeProblem::none;
}

void Checkpoint::take_up(const fs::path& block) {
  const auto content = read_file(block);
  if (!content || content->size() < first_line().size() + digest_size) return;
  bytes_ += content->size();
  std::string_view rest(*content);
  const std::string_view digest = rest.substr(rest.size() - digest_size);
  rest.remove_suffix(digest_size);
  if (!rest.starts_with(first_line()) || plots::sha256_hexadecimal(rest) != digest) return;
  rest.remove_prefix(first_line().size());
  while (rest.size() > digest_size) {
    auto& of_run = known_[std::string(rest.substr(0, digest_size))];
    rest.remove_prefix(digest_size);
    const auto size = take<std::uint32_t>(rest);
    const auto count = take<std::uint32_t>(rest);
    if (!size || !count) return;
    for (std::uint32_t k = 0; k < *count; ++k) {
      const auto number = take<std::int32_t>(rest);
      if (!number || rest.size() < *size * sizeof(double)) return;
      of_run[*number] = {block, static_cast<std::uint64_t>(rest.data() - content->data()), *size};
      rest.remove_prefix(*size * sizeof(double));
    }
  }
}

std::size_t Checkpoint::taken_up() const {
  std::size_t count = 0;
  for (const auto& [run, outcomes] : known_) count += outcomes.size();
  return count;
}

std::optional<Checkpoint::Numbers> Checkpoint::recall(const std::map<std::int32_t, Place>& known,
                                                      std::int32_t number) const {
  const auto found = known.find(number);
  if (found == known.end()) return std::nullopt;
  const Place& place = found->second;
  const int file = ::open(place.file.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return std::nullopt;
  Numbers outcome(place.size);
  const std::size_t bytes = place.size * sizeof(double);
  const ssize_t count = ::pread(file, outcome.data(), bytes, static_cast<off_t>(place.offset));
  ::close(file);
  if (count != static_cast<ssize_t>(bytes)) return std::nullopt;
  return outcome;
}

void Checkpoint::keep(const std::string& run, std::int32_t number, const Numbers& outcome) {
  std::unique_lock lock(keeping_);
  if (!keeps_) return;
  if (pending_.empty() || pending_.back().run != run)
    pending_.push_back({run, static_cast<std::uint32_t>(outcome.size()), 0, {}});
  Part& part = pending_.back();
  ++part.count;
  append(part.bytes, number);
  part.bytes.append(reinterpret_cast<const char*>(outcome.data()), outcome.size() * sizeof(double));
  if (writing_ || std::chrono::steady_clock::now() < next_) return;
  // The other threads go on meanwhile.
  writing_ = true;
  const std::vector<Part> parts = std::exchange(pending_, {});
  lock.unlock();
  write(parts);
  lock.lock();
  writing_ = false;
  next_ = std::chrono::steady_clock::now() + pause_;
}

// One thread at a time.
void Checkpoint::write(const std::vector<Part>& parts) {
  if (parts.empty()) return;
  std::string block = first_line();
  for (const Part& part : parts) {
    block += part.run;
    append(block, part.size);
    append(block, part.count);
    block += part.bytes;
  }
  block += plots::sha256_hexadecimal(block);
  bytes_ += block.size();
  const bool kept =
      bytes_ <= most_bytes_ && write_whole(room_ / fmt::format("{}{:06}", block_prefix, ++blocks_), block);
  if (kept) return;
  const std::scoped_lock lock(keeping_);
  keeps_ = false;
}

engine::Run Checkpoint::run(const engine::Program& program, const engine::RunOptions& options,
                            const std::function<bool()>& stop) {
  const std::string of_run = fingerprint(program, options);
  const auto known = known_.find(of_run);
  engine::RunOptions kept = options;
  if (known != known_.end()) kept.recall = [&](std::int32_t number) { return recall(known->second, number); };
  kept.keep = [&](std::int32_t number, const Numbers& outcome) { keep(of_run, number, outcome); };
  kept.stop = stop;
  engine::Run run = engine::run(program, kept);
  if (!run.stopped) return run;
  if (keeps_) write(std::exchange(pending_, {}));
  throw Interrupted{};
}

void Checkpoint::clear() {
  std::error_code ignored;
  for (const fs::path& file : files_in(room_)) fs::remove(file, ignored);
}

}  // namespace banenplan::app
