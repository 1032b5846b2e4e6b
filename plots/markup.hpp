// Text inside HTML and SVG. Every name is hostile: nothing reaches a page but through here.
#pragma once

#include <string>
#include <string_view>

namespace banenplan::plots {

// The text as it may stand between tags and inside quoted attributes, of HTML as of SVG: & < > " ' are written as
// entities; control characters and what is not UTF-8 become U+FFFD.
std::string escaped(std::string_view text);

// A coordinate: at most two decimals, a decimal point in every locale. What is not finite is written as 0.
std::string coordinate(double value);

// An identifier for an id attribute: letters, digits and "-", beginning with a letter; anything else becomes "-".
std::string identifier(std::string_view text);

}  // namespace banenplan::plots
