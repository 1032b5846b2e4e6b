// Mangled scenarios and municipalities, the former over the null alternative, as users write them.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "models/policy/consistency.hpp"
#include "models/policy/scenario.hpp"
#include "models/reading/home.hpp"
#include "tests/fuzz/said.hpp"

namespace {

using namespace banenplan;

models::Node null_alternative() {
  models::Problems problems;
  const auto tree = models::read_file(models::home() / "scenarios/nulalternatief.yaml", problems);
  problems.throw_errors();
  return *tree;
}

void read_as_scenario(const models::Node& written) {
  static const models::Node base = null_alternative();
  static const models::Scenario blank;  // with the assumptions of the house, which stand in files
  const models::Node tree = models::merged(base, written);
  models::Problems problems;
  models::Scenario scenario = blank;
  const models::Section section(tree, problems);
  models::check_elements(models::read_elements(section, scenario), scenario);
  section.text("municipality", "");
  section.finish();
  fuzz::check(true, problems);
}

void read_as_municipality(const models::Node& written) {
  static const models::Assumptions assumptions;
  models::Problems problems;
  models::Municipality municipality;
  const models::Section section(written, problems);
  models::read_size(section, assumptions, municipality);
  section.finish();
  fuzz::check(true, problems);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  models::Problems problems;
  const auto tree = models::read_text({reinterpret_cast<const char*>(bytes), size}, "scenario.yaml", problems);
  fuzz::check(tree.has_value(), problems);
  if (!tree) return 0;
  if (tree->find("inhabitants") != nullptr) {
    read_as_municipality(*tree);
  } else {
    read_as_scenario(*tree);
  }
  return 0;
}
