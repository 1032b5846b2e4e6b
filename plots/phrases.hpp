// Pieces of sentences and cells that the terminal and the page share.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "plots/summary.hpp"
#include "plots/words.hpp"

namespace banenplan::plots {

// How a number is written, in the reader's language.
using NumberText = std::function<std::string(double)>;

// A scenario's title, or its name without one, cut off where it would break a table or a chart.
std::string title_of(const models::ScenarioResult& scenario, const Words& words);

// "31 (27–35)"; with a negative edge "-0,4 (-1,2 tot 0,5)"; without a band only the median; "–" without a value.
std::string band_text(const std::optional<Band>& band, bool banded, const NumberText& number, const Words& words);

// Euros for a sentence, in no more digits than there are to trust: € 1,2 miljoen, € 340.000, € 1.200.
std::string rounded_euros(double value, const Words& words);

// Millions of euros for a table, without the word: two digits, of which one may be behind the comma.
std::string millions(const std::optional<Band>& band, bool banded, const Words& words);

// "A", "A en B", "A, B en C"
std::string list_of(const std::vector<std::string>& names, const Words& words);

// An assumption's value in its unit: 6,5 %, € 7.500 per jaar, 25,5 uur per week.
std::string value_in_unit(double value, const std::string& unit, const Words& words);

// The same from low to high: € 5.000 tot € 10.000 per jaar.
std::string range_in_unit(models::Interval range, const std::string& unit, const Words& words);

}  // namespace banenplan::plots
