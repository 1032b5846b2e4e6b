// A municipality's own design tokens for the page, from a CSS file.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>

#include "plots/words.hpp"

namespace banenplan::app {

// The file's text; empty without a name. What is wrong with it is a line on `error`, and then there is nothing.
std::optional<std::string> read_theme(const std::string& file, const plots::Words& words, std::ostream& error);

}  // namespace banenplan::app
