// Elements of a page, around text that is escaped on its way in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plots/table.hpp"

namespace banenplan::plots {

// `tag` may carry attributes: "p class=\"note\"".
std::string element(std::string_view tag, const std::string& text);

// The same, with amounts and bands kept on one line.
std::string sentence(std::string_view tag, const std::string& text);

// With the classes of NL Design System's components (plots/page/page.css). A heading has a level from 1 to 3, and an
// identifier where something links to it.
std::string heading(int level, const std::string& text, std::string_view identifier = {});
std::string paragraph(const std::string& text);  // amounts and bands on one line
std::string note(const std::string& text);
std::string list(const std::vector<std::string>& items);

// A table that scrolls by itself where the page is too narrow for it, also with the keyboard.
std::string scrolling(const Table& table, const std::string& kind);

// Folded away until asked for; `inside` is markup.
std::string folded(const std::string& title, const std::string& inside);

}  // namespace banenplan::plots
