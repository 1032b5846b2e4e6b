#include "plots/answer.hpp"

#include "plots/elements.hpp"
#include "plots/figure.hpp"
#include "plots/findings.hpp"
#include "plots/phrases.hpp"
#include "plots/table.hpp"
#include "plots/worth.hpp"

namespace banenplan::plots {
namespace {

std::optional<Band> total_in(const Json& scenario, std::string_view key, const char* which) {
  const Json* const measure = measure_in(scenario, key);
  return measure == nullptr ? std::nullopt : band_in(measure->at("total").at(which));
}

Table three_figures(const Json& results, const Words& words) {
  Table table{words("answer.figures"),
              {{words("answer.scenario")},
               {words("answer.lasting"), Alignment::right},
               {words("answer.cost"), Alignment::right},
               {words("answer.ratio"), Alignment::right}},
              {}};
  const Json& scenarios = results.at("scenarios");
  const Json& appraisal = results.at("appraisal");
  for (std::size_t k = 0; k < scenarios.size(); ++k) {
    const auto lasting = total_in(scenarios[k], "lasting_placements", "value");
    const auto cost = total_in(scenarios[k], "net_cost", "difference");
    const bool is_null = null_place(results) == k;
    std::string ratio = "–";
    if (appraisal.is_object() && !is_null)
      ratio = ratio_text(appraisal.at("scenarios").at(k).at("society").at("ratio"), 2, words);
    table.rows.push_back({{title_in(scenarios[k], words), {}, attribute("scenario", std::to_string(k))},
                          {in_whole(lasting, banded(results), words)},
                          {is_null ? words("answer.reference") : in_euros(cost, banded(results), words)},
                          {ratio}});
  }
  return table;
}

std::string title_by_name(const Json& results, const std::string& name, const Words& words) {
  const Json* const scenario = named(results.at("scenarios"), name);
  return scenario == nullptr ? name : title_in(*scenario, words);
}

Table wishes(const Json& results, const Words& words) {
  Table table{words("answer.wishes"), {{words("answer.wish")}, {words("answer.best")}, {words("answer.sure")}}, {}};
  for (const Json& wish : results.at("wishes")) {
    const std::string key = "answer.wish_" + wish.at("key").get<std::string>();
    if (!words.has(key) || wish.at("chances").size() < 2) continue;
    const std::vector<std::string> names = contenders(results, wish.at("key").get<std::string>(), words);
    const std::string best =
        names.size() == 1 ? names.front() : words("answer.too_close", {{"scenarios", list_of(names, words)}});
    std::vector<std::string> chances;
    for (const Json& one : wish.at("chances"))
      chances.push_back(title_by_name(results, one.at("name").get<std::string>(), words) + " " +
                        words.share(one.at("chance").get<double>(), 0));
    table.rows.push_back({{words(key)}, {best}, {list_of(chances, words)}});
  }
  return table;
}

}  // namespace

std::string answer_html(const Json& results, const Words& words) {
  std::string text = "<section class=\"answer\">\n" + heading(2, words("report.answer"), "answer");
  for (const std::string& one : findings(results, words)) text += paragraph(one);
  text += "</section>\n";
  if (results.at("scenarios").empty()) return text;
  text += scrolling(three_figures(results, words), "figures");
  text += note(words("answer.figures_note"));
  if (banded(results)) {
    const Table table = wishes(results, words);
    if (!table.rows.empty()) text += scrolling(table, "wishes") + note(words("answer.wishes_note"));
  }
  for (const std::string& one : basis(results, words)) text += note(one);
  return text;
}

}  // namespace banenplan::plots
