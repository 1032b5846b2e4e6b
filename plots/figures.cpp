#include "plots/figures.hpp"

#include <algorithm>
#include <set>

#include "plots/course.hpp"
#include "plots/elements.hpp"
#include "plots/figure.hpp"
#include "plots/findings.hpp"
#include "plots/headlines.hpp"
#include "plots/phrases.hpp"
#include "plots/worth.hpp"

namespace banenplan::plots {
namespace {

constexpr double thousand = 1000.0;

std::string place(std::size_t scenario) {
  return attribute("scenario", std::to_string(scenario));
}

std::string year_attribute(const Json& row) {
  return attribute("year", row.at("year").dump());
}

std::string parameters(std::string_view measure, std::string_view which) {
  return attribute("measure", measure) + " " + attribute("which", which);
}

// A sentence, and what its band is where there is one.
std::string with_band(const Json& results, const Words& words, std::string_view key) {
  return words(key) + " " + words(banded(results) ? "report.band" : "report.no_band");
}

// Tables of jobs, people and FTE: the script shows the one that is asked for.
std::string counted(const Json& results, const Words& words, const std::string& form) {
  std::string text;
  for (const auto& [measure, title] : {std::pair{"jobs", "report.jobs_chart"},
                                       {"people_at_work", "report.people_chart"},
                                       {"fte", "report.fte_chart"}}) {
    const std::string caption = form == "median" ? words("figure.median_of", {{"what", words(title)}}) : words(title);
    const std::string table = course_table(results, {measure, "value", form, caption}, words);
    if (!table.empty()) text += "<div " + attribute("counted", measure) + ">\n" + table + "</div>\n";
  }
  return text;
}

std::string course_figure(const Json& results, const Words& words, std::string_view measure, std::string_view which,
                          const std::string& title, const std::string& caption, std::string_view sentence) {
  const std::string table =
      course_table(results, {std::string{measure}, std::string{which}, "thousands", caption}, words);
  if (table.empty()) return "";
  return figure_html({"fans", parameters(measure, which), title, with_band(results, words, sentence), table}, words);
}

std::string holders_figure(const Json& results, const Words& words) {
  const Json& appraisal = results.at("appraisal");
  if (!appraisal.is_object()) return "";
  std::string tables;
  for (std::size_t k = 0; k < results.at("scenarios").size(); ++k) {
    const Json& holders = appraisal.at("scenarios").at(k).at("holders");
    if (null_place(results) == k || holders.empty()) continue;
    Table table{title_in(results["scenarios"][k], words) + ": " + words("figure.holders_caption"),
                {{words("report.year")}},
                {}};
    for (const Json& year : holders.front().at("years"))
      table.rows.push_back({{year.at("year").dump(), {}, year_attribute(year)}});
    for (const Json& holder : holders) {
      const auto key = holder.at("holder").get<std::string>();
      const Json* const party = named(appraisal.at("parties"), key, "key");
      table.columns.push_back({party == nullptr ? key : whole_title(*party, words), Alignment::right});
      for (std::size_t year = 0; year < std::min(table.rows.size(), holder.at("years").size()); ++year) {
        const Json& extra = holder["years"][year].at("extra");
        table.rows[year].push_back(
            {words.number(extra.get<double>() / thousand), {}, attribute("amount", extra.dump())});
      }
    }
    tables += of_scenario(k, table);
  }
  if (tables.empty()) return "";
  return figure_html({"holders", "", holders_title(results, words), words("figure.holders"), tables}, words);
}

std::vector<const Json*> funds_in(const Json& results) {
  std::vector<const Json*> funds;
  std::set<std::string> keys;
  for (const Json& scenario : results.at("scenarios"))
    for (const Json& measure : scenario.at("measures"))
      if (measure.at("subject") == "fund" && keys.insert(measure.at("key").get<std::string>()).second)
        funds.push_back(&measure);
  return funds;
}

std::string funds_figure(const Json& results, const Words& words) {
  std::string tables;
  for (const Json* const fund : funds_in(results))
    tables += course_table(results,
                           {fund->at("key").get<std::string>(), "value", "thousands",
                            words("figure.fund_caption", {{"fund", whole_title(*fund, words)}})},
                           words);
  if (tables.empty()) return "";
  tables += course_table(results, {"refused_money", "value", "whole", words("figure.refused_caption")}, words);
  return figure_html({"funds", "", refusals_title(results, words), with_band(results, words, "figure.funds"), tables},
                     words);
}

// Groups in which somebody is, in any scenario; who left the register is not in it.
std::vector<const Json*> groups_in(const Json& results) {
  std::vector<const Json*> groups;
  for (const Json& group : results.at("groups")) {
    const auto key = group.at("key").get<std::string>();
    const auto holds = [&](const Json& row) { return row.value(key, 0.0) > 0.0; };
    const auto any = [&](const Json& scenario) {
      return std::any_of(scenario.at("people").begin(), scenario.at("people").end(), holds);
    };
    if (key != "left" && std::any_of(results.at("scenarios").begin(), results.at("scenarios").end(), any))
      groups.push_back(&group);
  }
  return groups;
}

std::string states_figure(const Json& results, const Words& words) {
  const auto groups = groups_in(results);
  if (groups.empty()) return "";
  std::string tables;
  for (std::size_t k = 0; k < results.at("scenarios").size(); ++k) {
    const Json& scenario = results["scenarios"][k];
    Table table{title_in(scenario, words) + ": " + words("figure.states_caption"), {{words("report.year")}}, {}};
    for (const Json* const group : groups) table.columns.push_back({whole_title(*group, words), Alignment::right});
    for (const Json& row : scenario.at("people")) {
      table.rows.push_back({{row.at("year").dump(), {}, year_attribute(row)}});
      for (const Json* const group : groups)
        table.rows.back().push_back({words.number(row.value(group->at("key").get<std::string>(), 0.0), 1)});
    }
    tables += of_scenario(k, table);
  }
  return figure_html({"states", "", people_title(results, words), words("figure.states"), tables}, words);
}

std::string moves_figure(const Json& results, const Words& words) {
  if (groups_in(results).empty()) return "";
  std::string tables;
  const auto group = [&](const Json& key) {
    const Json* const found = named(results.at("groups"), key.get<std::string>(), "key");
    return found == nullptr ? key.get<std::string>() : whole_title(*found, words);
  };
  for (std::size_t k = 0; k < results.at("scenarios").size(); ++k) {
    const Json& scenario = results["scenarios"][k];
    Table table{title_in(scenario, words) + ": " + words("figure.moves_caption"), {{words("figure.way")}}, {}};
    for (const Json& way : scenario.at("moves")) {
      const Json& years = way.at("years");
      if (std::none_of(years.begin(), years.end(),
                       [](const Json& one) { return one.at("mean").get<double>() > 0.0; }))
        continue;
      if (table.columns.size() == 1)
        for (const Json& one : years)
          table.columns.push_back({one.at("year").dump(), Alignment::right, year_attribute(one)});
      table.rows.push_back({{group(way.at("from")) + " → " + group(way.at("to"))}});
      for (const Json& one : years) table.rows.back().push_back({words.number(one.at("mean").get<double>(), 1)});
    }
    if (!table.rows.empty()) tables += of_scenario(k, table);
  }
  if (tables.empty()) return "";
  const std::string lead = attribute("leading", std::to_string(leading_scenario(results)));
  return figure_html({"moves", lead, moves_title(results, words), words("figure.moves"), tables}, words);
}

std::string plane_figure(const Json& results, const Words& words) {
  Table table{words("figure.plane_caption"),
              {{words("answer.scenario")},
               {words("figure.plane_cost"), Alignment::right},
               {words("figure.plane_benefit"), Alignment::right},
               {words("figure.plane_net"), Alignment::right},
               {words("figure.plane_chance"), Alignment::right}},
              {}};
  for (std::size_t k = 0; k < results.at("scenarios").size(); ++k) {
    if (null_place(results) == k) continue;
    const Json& society = results["appraisal"].at("scenarios").at(k).at("society");
    const auto band = [&](const char* key) { return millions(band_in(society.at(key)), banded(results), words); };
    table.rows.push_back({{title_in(results["scenarios"][k], words), {}, place(k)},
                          {band("cost")},
                          {band("benefit")},
                          {band("net")},
                          {words.share(society.at("chance_positive").get<double>(), 0)}});
  }
  if (table.rows.empty()) return "";
  return figure_html({"plane", "", plane_title(results, words), words("figure.plane"), scrolling(table, "results")},
                     words);
}

std::string effect_figure(const Json& results, const Words& words) {
  Table table{words("figure.effect_caption"),
              {{words("answer.scenario")},
               {words("figure.effect_lasting"), Alignment::right},
               {words("figure.effect_cost"), Alignment::right},
               {words("figure.effect_price"), Alignment::right}},
              {}};
  for (std::size_t k = 0; k < results.at("scenarios").size(); ++k) {
    if (null_place(results) == k) continue;
    const Json* const lasting = measure_in(results["scenarios"][k], "lasting_placements");
    const Json& valued = results["appraisal"].at("scenarios").at(k);
    const auto net = band_in(valued.at("municipality").at("net"));
    table.rows.push_back(
        {{title_in(results["scenarios"][k], words), {}, place(k)},
         {lasting == nullptr ? "–"
                             : in_whole(band_in(lasting->at("total").at("difference")), banded(results), words)},
         {millions(net ? std::optional{net->negated()} : net, banded(results), words)},
         {ratio_text(valued.at("cost_per").at("lasting_job"), 0, words)}});
  }
  if (table.rows.empty()) return "";
  return figure_html(
      {"effect", "", effect_title(results, words), words("figure.effect"), scrolling(table, "results")}, words);
}

std::string choice_figure(const Json& results, const Words& words) {
  const Json& decision = results["appraisal"].at("decisions").at("municipality");
  const Json& choices = decision.at("choices");
  if (choices.empty()) return "";
  Table table{words("balance.curve"), {{words("balance.worth")}}, {}};
  for (std::size_t k = 0; k < results.at("scenarios").size(); ++k)
    table.columns.push_back({title_in(results["scenarios"][k], words), Alignment::right, place(k)});
  for (const Json& one : choices) {
    table.rows.push_back({{words.number(one.at("worth").get<double>() / thousand, 1)}});
    for (const Json& scenario : one.at("scenarios"))
      table.rows.back().push_back({words.share(scenario.at("chance_best").get<double>(), 0)});
  }
  const Json& information = decision.at("information");
  std::string text = figure_html(
      {"choice", "", choice_title(results, words), words("figure.choice"), scrolling(table, "results")}, words);
  text += paragraph(
      words("balance.information", {{"worth", rounded_euros(information.at("at").get<double>(), words)},
                                    {"amount", rounded_euros(information.at("perfect").get<double>(), words)}}));
  std::string listed;
  constexpr std::size_t most_named = 3;
  for (std::size_t k = 0; k < std::min(most_named, information.at("assumptions").size()); ++k) {
    const auto name = information["assumptions"][k].at("name").get<std::string>();
    const Json* const assumption = named(results.at("assumptions"), name);
    listed += (listed.empty() ? "" : "; ") + (assumption == nullptr ? name : whole_title(*assumption, words));
  }
  return listed.empty() ? text : text + paragraph(words("balance.first_to_know", {{"assumptions", listed}}));
}

std::string tornado_figure(const Json& results, const Words& words) {
  std::string tables;
  for (std::size_t k = 0; k < results.at("scenarios").size(); ++k) {
    const Json& scenario = results["scenarios"][k];
    const Json* const found = named(results["appraisal"].at("decisions").at("municipality").at("influences"),
                                    scenario.at("name").get<std::string>());
    if (found == nullptr || found->at("assumptions").empty()) continue;
    Table table{title_in(scenario, words) + ": " + words("figure.tornado_caption"),
                {{words("report.assumption")},
                 {words("figure.tornado_low"), Alignment::right},
                 {words("figure.tornado_high"), Alignment::right}},
                {}};
    for (const Json& bar : found->at("assumptions")) {
      const auto name = bar.at("name").get<std::string>();
      const Json* const assumption = named(results.at("assumptions"), name);
      table.rows.push_back({{assumption == nullptr ? name : whole_title(*assumption, words)},
                            {words.number(bar.at("low").get<double>() / thousand)},
                            {words.number(bar.at("high").get<double>() / thousand)}});
    }
    tables += of_scenario(k, table);
  }
  if (tables.empty()) return "";
  const std::string lead = attribute("leading", std::to_string(leading_scenario(results)));
  return figure_html({"tornado", lead, tornado_title(results, words), words("figure.tornado"), tables}, words);
}

}  // namespace

std::string job_figures(const Json& results, const Words& words) {
  const std::string medians = counted(results, words, "median");
  if (medians.empty()) return "";
  return figure_html({"lines", "", quotum_title(results, words), words("figure.jobs"), medians}, words) +
         figure_html({"fans", parameters("jobs", "value"), jobs_title(results, words),
                      with_band(results, words, "figure.fans"), counted(results, words, "whole")},
                     words);
}

std::string money_figures(const Json& results, const Words& words) {
  std::string text;
  if (has_course(results, "net_cost", "difference"))
    text += course_figure(results, words, "net_cost", "difference", cost_title(results, words),
                          words("figure.cost_caption"), "figure.cost");
  else
    text += course_figure(results, words, "net_cost", "value", words("headline.cost"),
                          words("figure.cost_alone_caption"), "figure.cost_alone");
  text += holders_figure(results, words);
  text += course_figure(results, words, "lks", "value", subsidy_title(results, words),
                        words("figure.subsidy_caption"), "figure.subsidy");
  return text + funds_figure(results, words);
}

std::string people_figures(const Json& results, const Words& words) {
  return states_figure(results, words) + moves_figure(results, words);
}

std::string uncertainty_figures(const Json& results, const Words& words) {
  if (!results.at("appraisal").is_object()) return "";
  return plane_figure(results, words) + effect_figure(results, words) + choice_figure(results, words) +
         tornado_figure(results, words);
}

std::string region_figures(const Json& results, const Words& words) {
  if (!results.contains("municipalities") || results["municipalities"].empty()) return "";
  Table table{words("figure.region_caption", {{"year", std::to_string(last_year(results))}}),
              {{words("figure.municipality")}},
              {}};
  for (std::size_t k = 0; k < results.at("scenarios").size(); ++k)
    table.columns.push_back({title_in(results["scenarios"][k], words), Alignment::right, place(k)});
  for (const Json& municipality : results["municipalities"]) {
    table.rows.push_back({{whole_title(municipality, words)}});
    for (const Json& scenario : municipality.at("scenarios")) {
      const Json* const jobs = measure_in(scenario, "jobs");
      table.rows.back().push_back(
          {jobs == nullptr ? "–" : in_whole(band_in(jobs->at("total").at("value")), banded(results), words)});
    }
  }
  return figure_html(
      {"region", "", region_title(results, words), words("figure.region"), scrolling(table, "results")}, words);
}

}  // namespace banenplan::plots
