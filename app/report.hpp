// The command `banenplan report DIR`: the page of a former comparison once more, from its results.json, in another
// language or with another theme. The other files stay as they are.
#pragma once

#include <iosfwd>
#include <string>

#include "app/door.hpp"
#include "plots/words.hpp"

namespace banenplan::app {

struct ReportRequest {
  std::string folder;
  plots::Language language = plots::Language::dutch;
  std::string theme;  // CSS file; empty: none
};

// What is wrong with the folder, its results or the theme is one line on `error`, and nothing is written.
ExitCode report(const ReportRequest& request, std::ostream& out, std::ostream& error);

}  // namespace banenplan::app
