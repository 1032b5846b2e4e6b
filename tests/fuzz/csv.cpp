// Mangled tables of people.
#include "models/reading/csv.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "models/policy/people_table.hpp"
#include "tests/fuzz/said.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace banenplan;
  models::Problems problems;
  const auto csv = models::read_csv_text({reinterpret_cast<const char*>(bytes), size}, "people.csv", problems);
  fuzz::check(csv.has_value(), problems);
  if (!csv) return 0;
  fuzz::demand(!problems.has_errors(), "a table has no errors");
  const auto people = models::people_of(*csv, problems);
  fuzz::check(people.has_value(), problems);
  if (people) fuzz::demand(!problems.has_errors() && people->size() == csv->rows.size(), "a person a row");
  return 0;
}
