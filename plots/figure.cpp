#include "plots/figure.hpp"

#include "plots/elements.hpp"
#include "plots/markup.hpp"

namespace banenplan::plots {

std::string attribute(std::string_view name, std::string_view value) {
  return "data-" + std::string{name} + "=\"" + escaped(value) + "\"";
}

std::string figure_html(const Figure& figure, const Words& words) {
  std::string text = "<figure class=\"figure\" " + attribute("chart", figure.chart);
  if (!figure.parameters.empty()) text += " " + figure.parameters;
  text += ">\n<figcaption>\n" + heading(3, figure.title) + paragraph(figure.sentence) + "</figcaption>\n";
  text += "<div class=\"plot\"></div>\n";
  return text + folded(words("figure.as_table"), figure.tables) + "</figure>\n";
}

std::string of_scenario(std::size_t scenario, const Table& table) {
  return "<div " + attribute("scenario", std::to_string(scenario)) + ">\n" + scrolling(table, "results") + "</div>\n";
}

}  // namespace banenplan::plots
