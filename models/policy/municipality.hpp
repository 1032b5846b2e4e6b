// A municipality: how large it is, how many people of its register there are, and what it is like as an employer.
// From inhabitants alone by default; each figure can be given. A region (models/policy/region.hpp) may stand in its
// place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/facts/assumptions.hpp"
#include "models/policy/department.hpp"
#include "models/policy/people_table.hpp"
#include "models/reading/home.hpp"
#include "models/reading/library.hpp"
#include "models/reading/section.hpp"

namespace banenplan::models {

struct Municipality {
  std::string name;
  Title title;
  std::string source;
  std::string file;
  std::vector<FileText> files;  // its own or its region's, then its table of people
  double inhabitants = 0.0;
  double quotum_jobs = 0.0;  // jobs of 25.5 paid hours that it is to provide as an employer
  double register_people = 0.0;
  double staff_fte = 0.0;
  double departments = 0.0;
  std::vector<RegisteredPerson> people;  // from its own table, which stands for all of the register; empty: drawn
  std::vector<Department> listed;        // the departments one by one; empty: only their number is known
  std::uint64_t stream = 0;              // of luck; in a region each municipality has its own
};

// What a file, or an entry of a region, says of a municipality beside its name and title.
void read_size(const Section& section, const Assumptions& assumptions, Municipality& municipality);

// Reads the municipality that is named (models/reading/library.hpp). Nothing when it is refused; then `problems` says
// why.
std::optional<Municipality> read_municipality(const Naming& naming, const Assumptions& assumptions,
                                              Problems& problems);

}  // namespace banenplan::models
