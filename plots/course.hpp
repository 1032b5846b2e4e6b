// The course of a measure over the years: a chart with a line and band for each scenario, and the same in a table.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "plots/chart.hpp"
#include "plots/summary.hpp"
#include "plots/table.hpp"
#include "plots/words.hpp"

namespace banenplan::plots {

struct Course {
  FanChart chart;
  Table table;  // a row a year, a column a scenario
};

// The table's caption with its unit, and how it writes numbers: shorter than a chart does, as it holds many.
struct CellText {
  std::string caption;
  NumberText number;
};

enum class Against { nothing, null_alternative };

// Of the scenarios that have the measure, or its difference; nothing when none has.
std::optional<Course> course_of(const models::Comparison& comparison, const Summary& summary, std::string_view key,
                                Against against, const ChartText& text, const CellText& cells, const Words& words);

// A scenario's colour in every chart: black for the null alternative, the others in turn.
std::size_t colour_in(const models::Comparison& comparison, std::size_t scenario);

}  // namespace banenplan::plots
