// What a comparison leaves on disk: report.html, results.json, results.xlsx and tables/*.csv, in a folder that appears complete or
// not at all.
#pragma once

#include <filesystem>

#include "app/folder.hpp"
#include "plots/summary.hpp"
#include "plots/words.hpp"

namespace banenplan::app {

// `summary` is the one of the comparison. The first thing that failed, or nothing; see FolderStatus::sentence.
FolderStatus write_results(const models::Comparison& comparison, const plots::Summary& summary,
                           const std::filesystem::path& target, const plots::Words& words);

}  // namespace banenplan::app
