// Text inside HTML. Every name is hostile: nothing reaches a page but through here.
#pragma once

#include <string>
#include <string_view>

namespace banenplan::plots {

// The text as it may stand between tags and inside quoted attributes, & < > " ' are written as
// entities; control characters and what is not UTF-8 become U+FFFD.
std::string escaped(std::string_view text);

// The text with each amount, its sign and its band kept on one line.
std::string unbroken(std::string text);

// JSON as it may stand between <script type="application/json"> and </script>: "<" is written as \u003c.
std::string in_script(std::string_view json);

}  // namespace banenplan::plots
