#include "plots/report.hpp"

#include <algorithm>
#include <regex>

#include "plots/answer.hpp"
#include "plots/bundle.hpp"
#include "plots/digest.hpp"
#include "plots/elements.hpp"
#include "plots/figures.hpp"
#include "plots/findings.hpp"
#include "plots/markup.hpp"
#include "plots/municipalities.hpp"
#include "plots/overview.hpp"
#include "plots/phrases.hpp"
#include "plots/worth.hpp"

namespace banenplan::plots {
namespace {

constexpr std::size_t largest_theme = 1'000'000;  // bytes

class Page {
 public:
  Page(const Json& results, const Words& words, std::string_view theme)
      : results_(results), words_(words), theme_(theme) {}

  std::string html() {
    std::string body = top() + "<main id=\"main\" tabindex=\"-1\">\n" + title();
    body += answer_html(results_, words_);
    std::string sections = section("scenarios", overview() + job_figures(results_, words_) + scenarios());
    sections += section("region", agreement() + region_figures(results_, words_));
    sections += section("money", money_figures(results_, words_));
    sections += section("worth", worth_html(results_, words_));
    sections += section("people", people_figures(results_, words_));
    sections += section("uncertainty", uncertainty_figures(results_, words_));
    sections += section("assumptions", assumptions());
    sections += section("computation", computation());
    body += contents() + "<div id=\"choice\"></div>\n" + sections + "</main>\n";
    return head() + body + scripts() + "</body>\n</html>\n";
  }

 private:
  // A section with a heading, which the table of contents names too; nothing without anything in it.
  std::string section(const std::string& name, const std::string& inside) {
    if (inside.empty()) return "";
    sections_.push_back(name);
    const bool has_heading = name == "worth";
    return "<section>\n" + (has_heading ? "" : heading(2, words_("section." + name), name)) + inside + "</section>\n";
  }

  std::string municipality() const { return whole_title(results_.at("municipality"), words_); }
  std::string from() const { return results_.at("period").at("from").dump(); }
  std::string to() const { return std::to_string(last_year(results_)); }
  std::string language() const { return words_.language() == Language::dutch ? "nl" : "en"; }

  std::string head() const;
  std::string top() const;
  std::string title() const;
  std::string contents() const;
  std::string overview() const;
  std::string agreement() const;
  std::string scenarios() const;
  std::string scenario(const Json& one) const;
  std::string assumptions() const;
  std::string grades() const;
  std::string computation() const;
  std::string scripts() const;

  const Json& results_;
  const Words& words_;
  std::string_view theme_;
  std::vector<std::string> sections_;
};

std::string hash(std::string_view text) {
  return " 'sha256-" + sha256_base64(text) + "'";
}

std::string Page::head() const {
  std::string policy = "default-src 'none'; script-src" + hash(page_script()) + "; style-src" + hash(page_style());
  if (!theme_.empty()) policy += hash(theme_);
  policy += "; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";
  std::string text = "<!doctype html>\n<html lang=\"" + language() + "\" class=\"banenplan";
  // A theme of NL Design System states its tokens for a class of its own.
  static const std::regex theme_class(R"(\.([A-Za-z][A-Za-z0-9-]*-theme)\b)");
  std::match_results<std::string_view::const_iterator> found;
  if (std::regex_search(theme_.begin(), theme_.end(), found, theme_class)) text += " " + found[1].str();
  text += "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy +
          "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
          element("title", "banenplan: " + municipality());
  text += "<style>" + std::string{page_style()} + "</style>\n";
  if (!theme_.empty()) text += "<style>" + std::string{theme_} + "</style>\n";
  return text + "</head>\n<body class=\"utrecht-document\">\n";
}

std::string Page::top() const {
  return element("a class=\"utrecht-skip-link utrecht-skip-link--visible-on-focus\" href=\"#main\"",
                 words_("report.skip"));
}

std::string Page::title() const {
  const Json& place = results_.at("municipality");
  const auto number = [&](const char* key) { return words_.number(place.at(key).get<double>()); };
  return "<header>\n" + element("p class=\"utrecht-paragraph kicker\"", words_("report.kicker")) +
         heading(1, words_("report.title", {{"municipality", municipality()}, {"from", from()}, {"to", to()}})) +
         paragraph(words_("report.place", {{"inhabitants", number("inhabitants")},
                                           {"people", number("register_people")},
                                           {"quotum", number("quotum_jobs")}})) +
         "</header>\n";
}

std::string Page::contents() const {
  std::string text = "<nav aria-labelledby=\"contents\">\n" +
                     element("h2 class=\"utrecht-heading-3\" id=\"contents\"", words_("report.contents")) +
                     "<ul class=\"utrecht-unordered-list\">\n";
  for (const std::string& name : sections_)
    text +=
        "<li class=\"utrecht-unordered-list__item\">" +
        element("a class=\"utrecht-link utrecht-link--html-a\" href=\"#" + name + "\"", words_("section." + name)) +
        "</li>\n";
  return text + "</ul>\n</nav>\n";
}

std::string Page::overview() const {
  std::string text;
  for (const Table& table : overview_tables(results_, words_)) text += scrolling(table, "results");
  if (text.empty()) return text;
  if (banded(results_)) text += note(words_("overview.band"));
  text += note(words_("overview.three_numbers"));
  return has_differences(results_) ? text + note(words_("overview.against_null")) : text;
}

std::string Page::agreement() const {
  std::string text;
  for (const auto& table : {expected_overview(results_, words_), agreement_overview(results_, words_)}) {
    if (table) text += scrolling(*table, "results");
  }
  return text;
}

std::string Page::scenario(const Json& one) const {
  std::string text = heading(3, whole_title(one, words_));
  const std::string summary = words_.of(title_at(one, "summary"));
  if (!summary.empty()) text += paragraph(summary);
  const std::string difference = against_null(results_, one, words_);
  if (!difference.empty()) text += paragraph(difference);
  if (!one.at("overrides").empty())
    text += paragraph(words_("report.overrides")) + list(one.at("overrides").get<std::vector<std::string>>());
  for (const Json& warning : one.at("warnings"))
    text += element("p class=\"utrecht-paragraph warning\"",
                    words_("report.warning", {{"warning", warning.get<std::string>()}}));
  return text;
}

std::string Page::scenarios() const {
  std::string text;
  for (const Json& one : results_.at("scenarios")) text += scenario(one);
  return text;
}

std::string Page::grades() const {
  std::vector<std::string> lines;
  for (const char letter : std::string_view{"OSDAM"}) {
    const std::string grade(1, letter);
    const Json& all = results_.at("assumptions");
    const auto count = std::count_if(all.begin(), all.end(),
                                     [&](const Json& assumption) { return assumption.at("grade") == grade; });
    if (count > 0)
      lines.push_back(grade + ", " + words_("grade." + grade) + ": " + words_.number(static_cast<double>(count)));
  }
  return list(lines);
}

std::string Page::assumptions() const {
  if (results_.at("assumptions").empty()) return "";
  Table table{words_("report.assumptions_caption"),
              {{words_("report.assumption")},
               {words_("report.value"), Alignment::right},
               {words_("report.range"), Alignment::right},
               {words_("report.grade")},
               {words_("report.checked")},
               {words_("report.source")}},
              {}};
  for (const Json& one : results_.at("assumptions")) {
    const auto unit = one.at("unit").get<std::string>();
    const Json& range = one.at("range");
    const bool ranged = range.is_array() && range.size() == 2 && range[0].is_number() && range[1].is_number();
    table.rows.push_back(
        {{whole_title(one, words_)},
         {value_in_unit(one.at("value").get<double>(), unit, words_)},
         {ranged ? range_in_unit({range[0].get<double>(), range[1].get<double>()}, unit, words_) : "–"},
         {one.at("grade").get<std::string>()},
         {one.at("checked").get<std::string>()},
         {one.at("source").get<std::string>()}});
  }
  return paragraph(words_("report.assumptions_note")) + grades() +
         folded(words_("report.all_assumptions"), scrolling(table, "assumptions"));
}

std::string Page::computation() const {
  std::string text = paragraph(words_("report.method"));
  text += list({words_("report.version", {{"version", results_.at("version").get<std::string>()}}),
                words_("report.seed", {{"seed", results_.at("seed").dump()}}),
                words_("report.replications", {{"replications", words_.number(results_.at("replications"))}})});
  std::vector<std::string> checks;
  for (const Json& one : results_.at("scenarios")) {
    const Json& twin = one.at("twin");
    checks.push_back(title_in(one, words_) + ": " +
                     (twin.at("done").get<bool>() && twin.at("largest").is_number()
                          ? words_("report.twin", {{"largest", words_.number(twin.at("largest").get<double>(), 1)},
                                                   {"compared", words_.number(twin.at("compared").get<double>())}})
                          : words_("report.no_twin")));
  }
  if (!checks.empty())
    text += heading(3, words_("report.check")) + paragraph(words_("report.check_note")) + list(checks);
  if (results_.at("scenarios").empty()) return text;
  text += "<div class=\"texts\">\n" + heading(3, words_("report.texts"));
  for (const Json& one : results_.at("scenarios")) {
    const auto file = one.at("file").get<std::string>();
    text += folded(words_("report.file", {{"file", file.empty() ? one.at("name").get<std::string>() : file}}),
                   element("pre tabindex=\"0\"", one.at("text").get<std::string>()));
  }
  return text + "</div>\n";
}

std::string Page::scripts() const {
  Json texts = Json::object();
  constexpr std::string_view group = "page.";
  for (const std::string& key : words_.keys())
    if (key.starts_with(group)) texts[key.substr(group.size())] = words_.raw(key);
  const Json words{{"language", language()}, {"texts", texts}};
  const auto data = [](const char* name, const Json& json) {
    return "<script type=\"application/json\" id=\"" + std::string{name} + "\">" +
           in_script(json.dump(-1, ' ', false, Json::error_handler_t::replace)) + "</script>\n";
  };
  return data("results", results_) + data("words", words) + "<script>" + std::string{page_script()} + "</script>\n";
}

}  // namespace

std::string report_html(const Json& results, const Words& words, std::string_view theme) {
  return Page{results, words, theme}.html();
}

std::string theme_problem(std::string_view theme, const Words& words) {
  if (theme.size() > largest_theme) return words("reading.theme_large");
  if (theme.find("</") != std::string_view::npos || theme.find('\0') != std::string_view::npos)
    return words("reading.theme_markup");
  return "";
}

}  // namespace banenplan::plots
