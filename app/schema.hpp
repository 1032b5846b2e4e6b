// The command `banenplan schema`: what a scenario may say, for editors (plots/schema.hpp).
#pragma once

#include <iosfwd>

#include "app/door.hpp"
#include "plots/words.hpp"

namespace banenplan::app {

struct SchemaRequest {
  plots::Language language = plots::Language::dutch;
};

ExitCode schema(const SchemaRequest& request, std::ostream& out);

}  // namespace banenplan::app
