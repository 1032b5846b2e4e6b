#include "models/policy/municipality.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "models/policy/confrontation.hpp"
#include "models/reading/document.hpp"

namespace banenplan::models {
namespace {

constexpr std::size_t most_listed = 40;

void list_departments(const Section& section, Municipality& municipality) {
  if (section.has("staff_fte")) {
    section.refuse("staff_fte", "found staff_fte beside departments that are listed",
                   "the FTE of the departments add up to those of the municipality");
  }
  municipality.listed = read_departments(section.section("departments"));
  if (municipality.listed.empty() || municipality.listed.size() > most_listed) {
    section.refuse("departments", "found " + std::to_string(municipality.listed.size()) + " departments",
                   "from 1 to 40 can be listed; else their number, as `departments: 12`");
  }
  for (const Department& department : municipality.listed) municipality.staff_fte += department.staff_fte;
  municipality.departments = static_cast<double>(municipality.listed.size());
}

// `people: mensen.csv`: each row is a person, and together they are the register. With `{file: mensen.csv,
// scaled_to_register: true}` they stand for `register_people`: each for as many, or every so many of them for one.
void read_people(const Section& section, const std::filesystem::path& beside, Municipality& municipality,
                 Problems& problems) {
  const Node* const written = section.node("people");
  if (written == nullptr) return;
  const bool is_map = written->kind == Node::Kind::map;
  const std::optional<Section> more = is_map ? section.optional_section("people") : std::nullopt;
  const std::string name = more ? more->text("file") : section.text("people");
  const bool scaled = more && more->boolean("scaled_to_register", false);
  if (!name.ends_with(".csv")) {
    section.refuse("people", "found " + quote(name), "a table beside this file, as mensen.csv");
    return;
  }
  const auto csv = read_csv(beside.parent_path() / name, problems);
  if (!csv) return;
  const auto people = people_of(*csv, problems);
  if (!people) return;
  municipality.people = *people;
  municipality.files.push_back(text_of_file(beside.parent_path() / name));
  const auto rows = static_cast<double>(people->size());
  if (!scaled && section.has("register_people") && municipality.register_people != rows) {
    section.refuse("register_people",
                   fmt::format("found {:.0f} people beside a table of {:.0f}", municipality.register_people, rows),
                   "the same number, or `scaled_to_register: true` beside the `file` of people");
  }
  if (!scaled) municipality.register_people = rows;
}

}  // namespace

void read_size(const Section& section, const Assumptions& assumptions, Municipality& municipality) {
  const auto assumed = [&](const char* name) { return assumptions.value(name); };
  municipality.inhabitants = section.quantity("inhabitants", {100, 5'000'000});
  const double thousands = municipality.inhabitants / 1000.0;
  municipality.quotum_jobs =
      section.quantity("quotum_jobs", {0, 100'000}, std::round(thousands * assumed("quotum_per_1000_inhabitants")));
  municipality.register_people = section.quantity("register_people", {1, 1'000'000},
                                                  std::round(thousands * assumed("register_per_1000_inhabitants")));
  const Node* const departments = section.node("departments");
  if (departments != nullptr && departments->kind == Node::Kind::map) {
    list_departments(section, municipality);
  } else {
    municipality.staff_fte =
        section.quantity("staff_fte", {1, 100'000}, thousands * assumed("staff_per_1000_inhabitants"));
    municipality.departments = section.quantity(
        "departments", {1, 1000}, std::max(1.0, std::round(municipality.staff_fte / assumed("fte_per_department"))));
  }
}

std::optional<Municipality> read_municipality(const Naming& naming, const Assumptions& assumptions,
                                              Problems& problems) {
  const auto file = find_file(Shelf::municipalities, naming, problems);
  if (!file) return std::nullopt;
  const auto tree = read_file(*file, problems);
  if (!tree) return std::nullopt;
  const Section section(*tree, problems);
  Municipality municipality;
  municipality.name = section.name("municipality");
  municipality.title = section.title("title");
  municipality.file = file->string();
  municipality.files.push_back(text_of_file(*file));
  municipality.source = section.text("source", "");
  read_size(section, assumptions, municipality);
  read_people(section, *file, municipality, problems);
  read_profile(section);  // kept in the file: only advice asks for it (models/policy/confrontation.hpp)
  section.finish();
  if (problems.has_errors()) return std::nullopt;
  return municipality;
}

}  // namespace banenplan::models
