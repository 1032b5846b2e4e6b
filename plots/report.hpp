// report.html: one file that tells what a comparison found. It opens from a mail attachment: nothing is fetched, and
// a content-security policy lets only its own style and script in. Without scripts all words and numbers are there,
// as text and tables; the script (plots/page) adds the charts and the choice of what they show.
#pragma once

#include <string>
#include <string_view>

#include "plots/reading.hpp"

namespace banenplan::plots {

// `results` as read by read_results. `theme` is a municipality's design tokens, as CSS; empty for none.
std::string report_html(const Json& results, const Words& words, std::string_view theme = {});

// Why a theme cannot stand in a page; empty when it can.
std::string theme_problem(std::string_view theme, const Words& words);

}  // namespace banenplan::plots
