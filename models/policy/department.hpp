// A department of a municipality that is listed by name: how large it is, and how its staff comes and goes. What it
// does not state is as assumed for all municipalities (models/parameters/assumptions/employer.yaml).
//
//   departments:
//     groen: {staff_fte: 90, turnover: 9%, suitable: 40%, vacancies_per_year: 6, wage_sum: 6300000, external_hire:
//     12%}
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/reading/section.hpp"

namespace banenplan::models {

struct Department {
  std::string name;
  Title title;
  double staff_fte = 0.0;                    // establishment
  std::optional<double> wage_sum;            // euro a year at the price level of the first year
  std::optional<double> turnover;            // share of staff that leaves in a year
  std::optional<double> vacancies_per_year;  // FTE beyond what replaces leavers
  std::optional<double> external_hire;       // share of wage sum and hire together
  std::optional<double> suitable;            // share of vacancies whose tasks suit
};

// The departments in the order of the file; the section is the map of them. A wage sum stands in all or in none.
std::vector<Department> read_departments(const Section& section);

}  // namespace banenplan::models
