#include "plots/elements.hpp"

#include "plots/markup.hpp"

namespace banenplan::plots {

std::string element(std::string_view tag, const std::string& text) {
  const std::string name{tag.substr(0, tag.find(' '))};
  return "<" + std::string{tag} + ">" + escaped(text) + "</" + name + ">\n";
}

std::string sentence(std::string_view tag, const std::string& text) {
  return element(tag, unbroken(text));
}

std::string heading(int level, const std::string& text, std::string_view identifier) {
  const std::string number = std::to_string(level);
  std::string tag = "h" + number + " class=\"utrecht-heading-" + number + "\"";
  if (!identifier.empty()) tag += " id=\"" + std::string{identifier} + "\" tabindex=\"-1\"";
  return sentence(tag, text);
}

std::string paragraph(const std::string& text) {
  return sentence("p class=\"utrecht-paragraph\"", text);
}

std::string note(const std::string& text) {
  return sentence("p class=\"utrecht-paragraph note\"", text);
}

std::string list(const std::vector<std::string>& items) {
  std::string text = "<ul class=\"utrecht-unordered-list\">\n";
  for (const std::string& item : items) text += sentence("li class=\"utrecht-unordered-list__item\"", item);
  return text + "</ul>\n";
}

std::string scrolling(const Table& table, const std::string& kind) {
  return "<div class=\"scroll " + kind + "\" role=\"region\" tabindex=\"0\" aria-label=\"" + escaped(table.caption) +
         "\">\n" + html_text(table) + "</div>\n";
}

std::string folded(const std::string& title, const std::string& inside) {
  return "<details>\n" + element("summary", title) + inside + "</details>\n";
}

}  // namespace banenplan::plots
