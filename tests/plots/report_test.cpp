#include "plots/report.hpp"

#include <cctype>
#include <cmath>
#include <set>

#include "plots/bundle.hpp"
#include "plots/digest.hpp"
#include "plots/results.hpp"
#include "tests/plots/sample_results.hpp"

using namespace banenplan;
using namespace banenplan::plots;
using Catch::Matchers::Contains;

namespace {

std::string page(const models::Comparison& comparison, Language language = Language::dutch,
                 const std::string& theme = "") {
  return report_html(results_of(comparison), Words{language}, theme);
}

// The page without what stands in its style and script elements.
std::string body_of(std::string html) {
  for (const std::string tag : {"style", "script"}) {
    std::size_t open = 0;
    while ((open = html.find("<" + tag, open)) != html.npos) {
      const std::size_t end = html.find("</" + tag + ">", open);
      if (end == html.npos) return "";
      html.erase(open, end + tag.size() + 3 - open);
    }
  }
  return html;
}

struct Tag {
  std::string name;
  std::string attributes;
};

// The opening tags of the page, in their order.
std::vector<Tag> tags_of(const std::string& html) {
  std::vector<Tag> tags;
  for (std::size_t at = html.find('<'); at != html.npos; at = html.find('<', at + 1)) {
    const std::size_t end = html.find('>', at);
    const std::string inside = html.substr(at + 1, end - at - 1);
    const std::string name = inside.substr(0, inside.find(' '));
    tags.push_back({name, inside.substr(name.size())});
  }
  return tags;
}

bool has_word(const std::string& text, const std::string& word) {
  const auto letter = [&](std::size_t at) {
    return at < text.size() && std::isalnum(static_cast<unsigned char>(text[at])) != 0;
  };
  for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1))
    if ((at == 0 || !letter(at - 1)) && !letter(at + word.size())) return true;
  return false;
}

// That a page is whole, fetches nothing, runs nothing but its own script, and can be walked through by headings.
void check_whole(const std::string& html) {
  CHECK(html.starts_with("<!doctype html>\n"));
  CHECK(html.ends_with("</html>\n"));
  const std::string body = body_of(html);
  REQUIRE(!body.empty());
  const std::set<std::string> known{"!doctype", "html",  "head",    "meta",   "title",   "body",      "a",   "main",
                                    "header",   "p",     "h1",      "h2",     "h3",      "section",   "div", "table",
                                    "caption",  "thead", "tbody",   "tr",     "th",      "td",        "nav", "ul",
                                    "li",       "pre",   "details", "figure", "summary", "figcaption"};
  int level = 0;
  std::vector<std::string> open;
  for (const Tag& tag : tags_of(body)) {
    if (tag.name.starts_with("/")) {
      REQUIRE(!open.empty());
      CHECK("/" + open.back() == tag.name);
      open.pop_back();
      continue;
    }
    CHECK(known.contains(tag.name));
    if (tag.name != "!doctype" && tag.name != "meta") open.push_back(tag.name);
    for (const char* refused : {" src=", " style=", " onload=", " onerror="}) {
      // Inside quotes a hostile name may say what it likes.
      std::string outside;
      bool quoted = false;
      for (const char c : tag.attributes) {
        if (c == '"') quoted = !quoted;
        if (!quoted) outside += c;
      }
      CHECK_THAT(outside, !Contains(refused));
    }
    if (tag.name == "a") CHECK_THAT(tag.attributes, Contains(" href=\"#"));
    if (tag.name.size() == 2 && tag.name[0] == 'h' && tag.name[1] >= '1' && tag.name[1] <= '3') {
      CHECK(tag.name[1] - '0' <= level + 1);
      level = tag.name[1] - '0';
    }
  }
  CHECK(open.empty());
  CHECK(!has_word(body, "nan"));
  CHECK(!has_word(body, "inf"));
}

}  // namespace

TEST_CASE("the report tells the story in both languages, in one file that needs nothing else") {
  const Words english{Language::english};
  const std::string dutch = report_html(simulated_results(), Words{Language::dutch});
  const std::string other = report_html(simulated_results(), english);
  check_whole(dutch);
  check_whole(other);
  CHECK_THAT(dutch, Contains("<html lang=\"nl\"") && Contains("Het antwoord") && Contains("Zo is het berekend"));
  CHECK_THAT(other, Contains("<html lang=\"en\"") && Contains("The answer") && Contains("How it was computed"));
  CHECK(dutch == report_html(simulated_results(), Words{Language::dutch}));
  CHECK(dutch.size() < 2'500'000);
}

TEST_CASE("only the page's own script and style are let in, by their digests") {
  const std::string html =
      page(sample_comparison(5), Language::dutch, ".noord-theme { --utrecht-link-color: green; }");
  CHECK_THAT(html, Contains("content=\"default-src 'none'; script-src 'sha256-" + sha256_base64(page_script()) +
                            "'; style-src 'sha256-" + sha256_base64(page_style()) + "' 'sha256-"));
  CHECK_THAT(html, !Contains("unsafe"));
  CHECK_THAT(html, Contains("class=\"banenplan noord-theme\""));
}

TEST_CASE("a theme that is no style sheet is refused") {
  const Words words{Language::dutch};
  CHECK(theme_problem(":root { color: green; }", words).empty());
  CHECK(!theme_problem("</style><script>alert(1)</script>", words).empty());
  CHECK(!theme_problem(std::string(2'000'000, ' '), words).empty());
}

TEST_CASE("the results stand in the page as they were written") {
  const models::Comparison comparison = sample_comparison(5, 3);
  const std::string html = page(comparison);
  const std::string start = "<script type=\"application/json\" id=\"results\">";
  const std::size_t from = html.find(start) + start.size();
  const Json found = Json::parse(html.substr(from, html.find("</script>", from) - from));
  CHECK(found == results_of(comparison));
}

TEST_CASE("every scenario is shown with its text, what was set otherwise and its warnings") {
  const std::string html = page(sample_comparison(20));
  CHECK_THAT(html, Contains(">scenario: boven-formatie\n</pre>") && Contains("funds.centrale_pot.share=0.6%") &&
                       Contains("meer plaatsen dan mensen") && Contains("2,1 standaardfouten") &&
                       Contains("€\u00A05.000 tot €\u00A010.000 per jaar"));
}

TEST_CASE("a hostile name leaves the page whole") {
  for (const std::string& name :
       {std::string{"<script>alert(1)</script>"}, std::string{"=cmd|' /C calc'!A0"},
        std::string{"</title></style></pre>--><img src=x onerror=alert(1)>"}, std::string(10240, 'W'),
        std::string{"\xff\x00\x1b\" onload=\"x", 14}, std::string{}}) {
    auto comparison = sample_comparison(5, 3);
    comparison.municipality.title = {name, name};
    for (auto& scenario : comparison.scenarios) {
      scenario.title = scenario.summary = {name, name};
      scenario.name = scenario.file.file = scenario.file.text = name;
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
  CHECK_THAT(page(sample_comparison(1)), Contains("Er is geen band: er is één herhaling gerekend"));
  auto comparison = sample_comparison(5);
  comparison.null_alternative = -1;
  CHECK_THAT(page(comparison), Contains("is niet gerekend") && !Contains("Meer of minder dan"));
  auto alone = sample_comparison(5);
  alone.scenarios.resize(1);
  for (auto& scenario : comparison.scenarios)
    for (auto& outcome : scenario.run.outcomes) outcome.assign(outcome.size(), std::nan(""));
  auto zero = sample_comparison(5);
  for (auto& scenario : zero.scenarios)
    for (auto& outcome : scenario.run.outcomes) outcome.assign(outcome.size(), 0.0);
  for (const auto& one :
       {sample_comparison(1), sample_comparison(5, 1), alone, comparison, zero, models::Comparison{}})
    check_whole(page(one));
  check_whole(page(small_simulation({"nulalternatief", "trainees"}, 1, {"period.years=1"})));
}
