#include "app/schema.hpp"

#include <ostream>

#include "plots/schema.hpp"

namespace banenplan::app {

ExitCode schema(const SchemaRequest& request, std::ostream& out) {
  out << plots::json_text(plots::scenario_schema(plots::Words(request.language)));
  return ExitCode::done;
}

}  // namespace banenplan::app
