// Text as people see it: letters instead of bytes, the room they take, and lines that fit.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace banenplan::plots {

// The letters of UTF-8 text; what is not UTF-8 becomes U+FFFD, one for each wrong byte.
std::u32string letters(std::string_view text);

// The UTF-8 of letters.
std::string utf8(std::u32string_view letters);

// How many columns of a terminal the text takes: none for combining marks, two for wide East Asian letters, else one.
int columns(std::string_view text);

// An estimate from above of the width in a sans-serif font, in units of the font's size.
double ems(std::string_view text);

// The text in lines of at most `width` ems, broken between words where it can be. What does not fit in `most_lines`
// is cut off with an ellipsis. Never empty.
std::vector<std::string> wrapped(std::string_view text, double width, std::size_t most_lines);

// The text in lines of at most 100 columns, broken between words; the last one ends too. Control characters go.
std::string terminal_lines(const std::string& text);

}  // namespace banenplan::plots
