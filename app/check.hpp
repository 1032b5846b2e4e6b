// The command `banenplan check`: reads files as a run would, and says what is wrong with them.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "app/door.hpp"

namespace banenplan::app {

enum class FileKind { scenario, municipality, region, model, unknown };

// By the key that a file of each kind begins with. A name of a shipped scenario is a scenario.
FileKind kind_of_file(const std::string& name_or_file);

struct CheckRequest {
  std::vector<std::string> files;
  bool json = false;
};

// One line for each problem on `error`, one for each file that is right on `out`. In JSON, on `out`: {command,
// version, files[]: {file, ok, errors[]: a line each, warnings[]}}.
ExitCode check(const CheckRequest& request, std::ostream& out, std::ostream& error);

}  // namespace banenplan::app
