#include "models/policy/department.hpp"

#include <algorithm>

namespace banenplan::models {
namespace {

Department read_department(const std::string& name, const Section& section) {
  Department department;
  department.name = name;
  department.title = section.title("title", Title{name, name});
  department.staff_fte = section.quantity("staff_fte", {1, 100'000});
  if (section.has("wage_sum")) department.wage_sum = section.euros("wage_sum", {1, 1e10});
  if (section.has("turnover")) department.turnover = section.share("turnover");
  if (section.has("vacancies_per_year")) {
    department.vacancies_per_year = section.quantity("vacancies_per_year", {0, 10'000});
  }
  if (section.has("external_hire")) department.external_hire = section.share("external_hire", {0, 0.9});
  if (section.has("suitable")) department.suitable = section.share("suitable");
  return department;
}

}  // namespace

std::vector<Department> read_departments(const Section& section) {
  std::vector<Department> departments;
  for (const auto& [name, entry] : section.entries()) {
    if (!is_name(name)) {
      section.refuse(name, "found " + quote(name),
                     "a name has lower-case letters, digits, _ and -, and starts with a letter");
    }
    departments.push_back(read_department(name, entry));
  }
  const auto states = [](const Department& department) { return department.wage_sum.has_value(); };
  const auto without = std::find_if_not(departments.begin(), departments.end(), states);
  if (without != departments.end() && std::any_of(departments.begin(), departments.end(), states)) {
    section.refuse(without->name, "found no wage_sum here, and one in another department",
                   "a wage sum for each department, or for none: then each FTE costs what is assumed");
  }
  return departments;
}

}  // namespace banenplan::models
