#include "plots/bundle.hpp"

#include <catch2/catch.hpp>

using namespace banenplan::plots;

TEST_CASE("what is bundled can stand in a page") {
  CHECK(page_script().size() > 100'000);
  CHECK(page_style().size() > 10'000);
  for (const char* ends : {"</script", "<script", "<!--"}) CHECK(page_script().find(ends) == std::string_view::npos);
  CHECK(page_style().find("</style") == std::string_view::npos);
  // Nothing is fetched by a style sheet.
  CHECK(page_style().find("url(") == std::string_view::npos);
  CHECK(page_style().find("@import") == std::string_view::npos);
}
