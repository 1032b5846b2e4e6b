// What the page needs in the browser, bundled from plots/page by its build.mjs when the program is built, and from
// the packages that plots/page/package.json names.
#pragma once

#include <string_view>

namespace banenplan::plots {

// The style sheet: components and design tokens of NL Design System, and the page's own.
std::string_view page_style();

// The script: Apache ECharts and the page's own; runs as a classic script at the end of the page.
std::string_view page_script();

}  // namespace banenplan::plots
