// What a comparison leaves on disk: results.json, report.html made of it, results.xlsx and tables/*.csv, in a folder
// that appears complete or not at all.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "app/folder.hpp"
#include "plots/reading.hpp"
#include "plots/summary.hpp"
#include "plots/words.hpp"

namespace banenplan::app {

// results.json as text, and as it is read back.
struct Written {
  std::string text;
  plots::Json results;
};

// `summary` is the one of the comparison.
Written written_results(const models::Comparison& comparison, const plots::Summary& summary);

// `written` is of the comparison; `theme` is CSS for the page, or empty; `claim` as for a
// Folder. The first thing that failed, or nothing; see
// FolderStatus::sentence.
FolderStatus write_results(const models::Comparison& comparison, const plots::Summary& summary,
                           const Written& written, const std::filesystem::path& target, const plots::Words& words,
                           std::string_view theme = {}, const Claim* claim = nullptr);

}  // namespace banenplan::app
