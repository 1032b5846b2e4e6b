#include "plots/elements.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "tests/generators.hpp"

using namespace banenplan::plots;
using Catch::Matchers::Contains;

TEST_CASE("elements escape their text and keep amounts on one line") {
  CHECK(element("p class=\"note\"", "a < b") == "<p class=\"note\">a &lt; b</p>\n");
  CHECK(sentence("p", "€ 3 miljoen") == "<p>€\u00A03\u00A0miljoen</p>\n");
  CHECK(heading(2, "a < b", "x") == "<h2 class=\"utrecht-heading-2\" id=\"x\" tabindex=\"-1\">a &lt; b</h2>\n");
  CHECK(paragraph("12 %") == "<p class=\"utrecht-paragraph\">12\u00A0%</p>\n");
  CHECK(note("<") == "<p class=\"utrecht-paragraph note\">&lt;</p>\n");
  CHECK(list({"<b>"}) ==
        "<ul class=\"utrecht-unordered-list\">\n<li class=\"utrecht-unordered-list__item\">&lt;b&gt;</li>\n</ul>\n");
  CHECK_THAT(scrolling({"\"caption\"", {{"one"}}, {{{"cell"}}}}, "results"),
             Contains("class=\"scroll results\"") && Contains("aria-label=\"&quot;caption&quot;\""));
  CHECK_THAT(folded("title", "<p>inside</p>"), Contains("<summary>title</summary>") && Contains("<p>inside</p>"));
}

TEST_CASE("whatever text an element has, it adds no tag and no quote") {
  rc::prop("stays in its place", [] {
    const std::string any = *banenplan::test::any_text_of(
        {"a", " ", "<", ">", "\"", "'", "&", "&lt;", "</p>", "</summary>", "€ 3", "–", "\xFF"});
    const auto signs = [](const std::string& text) {
      std::string found;
      for (const std::string& markup : {heading(2, text, "x"), paragraph(text), note(text), list({text, text}),
                                        folded(text, ""), scrolling({text, {{text}}, {{{text}}}}, "results")})
        std::copy_if(markup.begin(), markup.end(), std::back_inserter(found),
                     [](char c) { return std::string_view{"<>\"'"}.find(c) != std::string_view::npos; });
      return found;
    };
    if (!any.empty()) RC_ASSERT(signs(any) == signs("a"));
  });
}
