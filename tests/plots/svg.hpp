// Reads back the SVG that the plots write, as far as tests need it.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "plots/text.hpp"

namespace banenplan::plots {

struct Element {
  std::string name;
  std::map<std::string, std::string> attributes;
  std::string content;  // up to the next tag

  double number(const std::string& attribute) const { return std::stod(attributes.at(attribute)); }
};

// The elements in order; empty when tags do not match or an attribute is not quoted.
inline std::vector<Element> elements_of(std::string_view svg) {
  std::vector<Element> elements;
  std::vector<std::string> open;
  std::size_t at = 0;
  while ((at = svg.find('<', at)) != svg.npos) {
    const std::size_t end = svg.find('>', at);
    if (end == svg.npos) return {};
    std::string_view tag = svg.substr(at + 1, end - at - 1);
    at = end + 1;
    if (tag.starts_with('/')) {
      if (open.empty() || open.back() != tag.substr(1)) return {};
      open.pop_back();
      continue;
    }
    const bool closed = tag.ends_with('/');
    if (closed) tag.remove_suffix(1);
    Element element{
        std::string{tag.substr(0, tag.find(' '))}, {}, std::string{svg.substr(at, svg.find('<', at) - at)}};
    tag.remove_prefix(element.name.size());
    while (!tag.empty()) {
      const std::size_t equals = tag.find("=\"");
      const std::size_t quote = equals == tag.npos ? equals : tag.find('"', equals + 2);
      if (tag.front() != ' ' || quote == tag.npos) return {};
      element.attributes[std::string{tag.substr(1, equals - 1)}] = tag.substr(equals + 2, quote - equals - 2);
      tag.remove_prefix(quote + 1);
    }
    if (!closed) open.push_back(element.name);
    elements.push_back(element);
  }
  return open.empty() ? elements : std::vector<Element>{};
}

// The rectangle that a text takes, from above.
struct Box {
  double left, right, top, bottom;
};

inline Box box_of(const Element& text) {
  const double size = text.number("font-size");
  std::string shown;  // an entity is one letter
  for (std::size_t i = 0; i < text.content.size(); ++i) {
    const bool entity = text.content[i] == '&';
    if (entity) i = text.content.find(';', i);
    shown += entity ? '<' : text.content[i];
  }
  const double width = ems(shown) * size;
  const std::string anchor = text.attributes.at("text-anchor");
  const double left = text.number("x") - (anchor == "end" ? width : anchor == "middle" ? width / 2.0 : 0.0);
  return {left, left + width, text.number("y") - 0.8 * size, text.number("y") + 0.2 * size};
}

inline bool overlap(const Box& a, const Box& b) {
  return std::min(a.right, b.right) > std::max(a.left, b.left) &&
         std::min(a.bottom, b.bottom) > std::max(a.top, b.top);
}

}  // namespace banenplan::plots
