// Files as they stand on the disk: written whole and flushed, with every step checked. A stream of the standard
// library reports success on a full disk.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace banenplan::app {

// Makes a file that is not there yet, and has all of the content on the disk. Returns 0 or the system's error.
int write_file(const std::filesystem::path& path, std::string_view content);

// Has what was written to a file or folder on the disk. Returns 0 or the system's error.
int flush(const std::filesystem::path& path);

// What a regular file holds; nothing when it is none or cannot be read.
std::optional<std::string> read_file(const std::filesystem::path& path);

}  // namespace banenplan::app
