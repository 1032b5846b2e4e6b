#include "plots/report.hpp"

#include <catch2/catch.hpp>
#include <cctype>
#include <cmath>
#include <set>

#include "tests/plots/sample_comparison.hpp"
#include "tests/plots/svg.hpp"

using namespace banenplan;
using namespace banenplan::plots;
using Catch::Matchers::Contains;

namespace {

std::string page(const models::Comparison& comparison, Language language = Language::dutch) {
  return report_html(comparison, summary_of(comparison), Words{language});
}

// All elements of the page but its meta tags, which are never closed; empty when tags do not match.
std::vector<Element> elements(const std::string& html) {
  std::string body = html.substr(html.find('\n') + 1);
  for (std::size_t at = body.find("<meta "); at != body.npos; at = body.find("<meta ", at))
    body.erase(at, body.find('>', at) + 1 - at);
  return elements_of(body);
}

bool has_word(const std::string& text, const std::string& word) {
  const auto letter = [&](std::size_t at) {
    return at < text.size() && std::isalnum(static_cast<unsigned char>(text[at])) != 0;
  };
  for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1))
    if ((at == 0 || !letter(at - 1)) && !letter(at + word.size())) return true;
  return false;
}

// That a page is whole, fetches and runs nothing, and can be walked through by headings and tables.
void check_whole(const std::string& html) {
  CHECK(html.starts_with("<!doctype html>\n"));
  CHECK(html.ends_with("</html>\n"));
  const std::vector<Element> found = elements(html);
  REQUIRE(!found.empty());
  std::set<std::string> identifiers;
  int level = 0;
  std::size_t tables = 0;
  std::size_t captions = 0;
  for (const Element& element : found) {
    CHECK(!std::set<std::string>{"script", "link", "img", "iframe", "a", "object"}.contains(element.name));
    for (const auto& [name, value] : element.attributes) {
      CHECK(!std::set<std::string>{"src", "href", "style"}.contains(name));
      CHECK(!name.starts_with("on"));
      if (name == "id") CHECK(identifiers.insert(value).second);
    }
    if (element.name.size() == 2 && element.name[0] == 'h' && element.name[1] >= '1' && element.name[1] <= '6') {
      CHECK(element.name[1] - '0' <= level + 1);
      CHECK((element.name != "h1" || level == 0));
      level = element.name[1] - '0';
    }
    if (element.name == "th") CHECK(element.attributes.contains("scope"));
    tables += element.name == "table" ? 1U : 0U;
    captions += element.name == "caption" ? 1U : 0U;
  }
  CHECK(tables == captions);
  CHECK(!has_word(html, "nan"));
  CHECK(!has_word(html, "inf"));
}

}  // namespace

TEST_CASE("the report tells the story in both languages, in one file that needs nothing else") {
  const std::string dutch = page(sample_comparison());
  const std::string english = page(sample_comparison(), Language::english);
  check_whole(dutch);
  check_whole(english);
  CHECK_THAT(dutch, Contains("<html lang=\"nl\">") && Contains("Het antwoord") && Contains("Eind 2036 heeft") &&
                        Contains("Centrale pot") && Contains("Zo is het berekend"));
  CHECK_THAT(english, Contains("<html lang=\"en\">") && Contains("The answer") && Contains("Central pot"));
  CHECK_THAT(dutch, Contains("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\""));
  CHECK(dutch == page(sample_comparison()));
}

TEST_CASE("every scenario is shown with its text, what was set otherwise and its warnings") {
  const std::string html = page(sample_comparison(20));
  CHECK_THAT(html, Contains("<pre>scenario: boven-formatie\n</pre>") && Contains("funds.centrale_pot.share=0.6%") &&
                       Contains("meer plaatsen dan mensen") && Contains("2,1 standaardfouten") &&
                       Contains("€ 5.000 tot € 10.000 per jaar"));
}

TEST_CASE("a hostile name leaves the page whole") {
  for (const std::string& name :
       {std::string{"<script>alert(1)</script>"},
        std::string{"</title></style></pre>--><img src=x onerror=alert(1)>"}, std::string(10240, 'W'),
        std::string{"\xff\x00\x1b\" onload=\"x", 14}, std::string{}}) {
    auto comparison = sample_comparison(5, 3);
    comparison.municipality.title = {name, name};
    for (auto& scenario : comparison.scenarios) {
      scenario.title = scenario.summary = {name, name};
      scenario.name = scenario.file = scenario.text = name;
      scenario.overrides = scenario.warnings = {name};
      for (auto& measure : scenario.measures) measure.title = {name, name};
    }
    comparison.scenarios[2].measures.back().key = "fund." + name;
    for (auto& assumption : comparison.assumptions) {
      assumption.title = {name, name};
      assumption.source = assumption.unit = name;
    }
    check_whole(page(comparison));
  }
}

TEST_CASE("the report stands without bands, without a null alternative, without values and without scenarios") {
  CHECK_THAT(page(sample_comparison(1)), Contains("Geen band: één herhaling") && !Contains("Gekleurd"));
  auto comparison = sample_comparison(5);
  comparison.null_alternative = -1;
  CHECK_THAT(page(comparison), Contains("is niet gerekend") && !Contains("Meer of minder dan"));
  for (auto& scenario : comparison.scenarios)
    for (auto& outcome : scenario.run.outcomes) outcome.assign(outcome.size(), std::nan(""));
  for (const auto& one : {sample_comparison(1), comparison, models::Comparison{}}) check_whole(page(one));
}
