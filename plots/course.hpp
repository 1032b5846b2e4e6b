// How a measure goes over the years, a column a scenario: the tables of the page's year charts.
#pragma once

#include <string>
#include <string_view>

#include "plots/reading.hpp"
#include "plots/table.hpp"

namespace banenplan::plots {

struct Course {
  std::string measure;  // its key
  std::string which;    // value, or difference with the null alternative
  std::string form;     // how values are written: whole, thousands of euros, or median for it alone
  std::string caption;
};

// A row a year; rows, columns and cells say what they hold, so that a script can hide and rewrite them. Empty where
// no scenario has the measure.
std::string course_table(const Json& results, const Course& course, const Words& words);

// A band, or a number, as a cell of that form.
std::string in_form(const std::optional<Band>& band, std::string_view form, bool with_band, const Words& words);

// Whether any scenario has a value of the measure.
bool has_course(const Json& results, std::string_view measure, std::string_view which = "value");

}  // namespace banenplan::plots
