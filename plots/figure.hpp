// A figure of the page: what it shows in words, the place where the script draws its chart, and its numbers as a
// table. Without scripts the words and the tables are the figure.
#pragma once

#include <string>

#include "plots/table.hpp"
#include "plots/words.hpp"

namespace banenplan::plots {

struct Figure {
  std::string chart;       // kind of chart: the name of its script in plots/page
  std::string parameters;  // further data- attributes that the script reads
  std::string title;       // a conclusion
  std::string sentence;    // what is drawn and how to read it
  std::string tables;      // markup
};

std::string figure_html(const Figure& figure, const Words& words);

// data-NAME="VALUE", escaped.
std::string attribute(std::string_view name, std::string_view value);

// A table that belongs to one scenario, by its place; a script hides it with the scenario.
std::string of_scenario(std::size_t scenario, const Table& table);

}  // namespace banenplan::plots
