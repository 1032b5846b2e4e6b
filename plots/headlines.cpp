#include "plots/headlines.hpp"

#include <algorithm>
#include <map>

#include "plots/findings.hpp"
#include "plots/phrases.hpp"

namespace banenplan::plots {
namespace {

constexpr double likely = 0.5;

std::string amount(const std::optional<Band>& band, const Json& results, const Words& words) {
  return band_text(
      band, banded(results), [&](double value) { return rounded_euros(value, words); }, words);
}

std::string count(const std::optional<Band>& band, const Json& results, const Words& words) {
  return band_text(
      band, banded(results), [&](double value) { return words.number(value); }, words);
}

std::string year_text(std::int32_t year) {
  return std::to_string(year);
}

std::string period_end(const Json& results) {
  return year_text(last_year(results));
}

std::vector<std::size_t> all_but_null(const Json& results) {
  std::vector<std::size_t> among;
  const auto null_alternative = null_place(results);
  const std::size_t count = results.at("scenarios").size();
  for (std::size_t k = 0; k < count; ++k)
    if (k != null_alternative || count == 1) among.push_back(k);
  return among;
}

std::string title_at_place(const Json& results, std::size_t scenario, const Words& words) {
  return title_in(results.at("scenarios").at(scenario), words);
}

std::string title_by_name(const Json& results, const Json& name, const Words& words) {
  const Json* const scenario = named(results.at("scenarios"), name.get<std::string>());
  return scenario == nullptr ? name.get<std::string>() : title_in(*scenario, words);
}

std::optional<Band> total_of(const Json& results, std::size_t scenario, std::string_view key, const char* which) {
  const Json* const measure = measure_in(results.at("scenarios").at(scenario), key);
  return measure == nullptr ? std::nullopt : band_in(measure->at("total").at(which));
}

struct Reached {
  std::size_t scenario;
  std::int32_t year;
  double chance;
};

// Who reaches the quotum in more replications than not, at the first year end where that is so; the earliest first.
std::vector<Reached> likely_to_reach(const Json& results) {
  std::vector<Reached> found;
  for (std::size_t k = 0; k < results.at("scenarios").size(); ++k)
    for (const Json& one : results["scenarios"][k].at("quotum_chance")) {
      const double chance = one.at("chance").get<double>();
      if (chance <= likely) continue;
      found.push_back({k, one.at("year").get<std::int32_t>(), chance});
      break;
    }
  std::stable_sort(found.begin(), found.end(), [](const auto& one, const auto& two) { return one.year < two.year; });
  return found;
}

}  // namespace

std::string quotum_title(const Json& results, const Words& words) {
  if (!banded(results)) return words("headline.jobs");
  const auto reached = likely_to_reach(results);
  if (reached.size() == 1)
    return words("headline.quotum_one", {{"scenario", title_at_place(results, reached[0].scenario, words)},
                                         {"year", year_text(reached[0].year)},
                                         {"chance", words.share(reached[0].chance, 0)}});
  if (!reached.empty()) {
    std::vector<std::string> names;
    for (const Reached& one : reached)
      names.push_back(words("headline.quotum_each", {{"scenario", title_at_place(results, one.scenario, words)},
                                                     {"year", year_text(one.year)},
                                                     {"chance", words.share(one.chance, 0)}}));
    return words("headline.quotum_several", {{"scenarios", list_of(names, words)}});
  }
  double best = -1.0;
  std::size_t scenario = 0;
  for (const std::size_t k : all_but_null(results)) {
    const Json& chances = results["scenarios"][k].at("quotum_chance");
    if (chances.empty() || chances.back().at("chance").get<double>() <= best) continue;
    best = chances.back().at("chance").get<double>();
    scenario = k;
  }
  if (best < 0.0) return words("headline.jobs");
  if (best == 0.0) return words("headline.quotum_never", {{"year", period_end(results)}});
  return words("headline.quotum_none", {{"scenario", title_at_place(results, scenario, words)},
                                        {"year", period_end(results)},
                                        {"chance", words.share(best, 0)}});
}

std::string jobs_title(const Json& results, const Words& words) {
  const Json* const wish = named(results.at("wishes"), "jobs", "key");
  if (wish == nullptr || !banded(results)) return words("headline.jobs");
  const std::size_t best = leading_scenario(results);
  const std::string jobs = count(total_of(results, best, "jobs", "value"), results, words);
  const std::string title = title_at_place(results, best, words);
  const std::string year = period_end(results);
  if (wish->at("chances").size() == 1)
    return words("headline.jobs_alone", {{"scenario", title}, {"year", year}, {"jobs", jobs}});
  if (wish->at("close").empty())
    return words("headline.jobs_most", {{"scenario", title}, {"year", year}, {"jobs", jobs}});
  return words("headline.jobs_close",
               {{"scenarios", list_of(contenders(results, "jobs", words), words)}, {"year", year}});
}

std::string cost_title(const Json& results, const Words& words) {
  if (!has_differences(results) || !banded(results)) return words("headline.cost");
  std::map<std::string, std::vector<std::string>> by_sign;
  for (const std::size_t k : all_but_null(results))
    if (const auto band = total_of(results, k, "net_cost", "difference"))
      by_sign[sign_of(*band)].push_back(title_at_place(results, k, words));
  std::vector<std::string> parts;
  for (const char* sign : {"less", "unclear", "more"})
    if (!by_sign[sign].empty())
      parts.push_back(words(std::string{"headline.cost_"} + sign, {{"scenarios", list_of(by_sign[sign], words)}}));
  if (parts.empty()) return words("headline.cost");
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : "; ") + part;
  return text;
}

std::string holders_title(const Json& results, const Words& words) {
  const Json& appraisal = results.at("appraisal");
  std::map<std::string, int> largest;  // by holder, the number of scenarios in which it pays most
  int scenarios = 0;
  for (const std::size_t k : all_but_null(results)) {
    std::map<std::string, double> paid;
    for (const Json& holder : appraisal.at("scenarios").at(k).at("holders"))
      for (const Json& year : holder.at("years"))
        paid[holder.at("holder").get<std::string>()] += year.at("extra").get<double>();
    const auto most = std::max_element(paid.begin(), paid.end(),
                                       [](const auto& one, const auto& two) { return one.second < two.second; });
    if (most == paid.end() || most->second <= 0.0) continue;
    ++largest[most->first];
    ++scenarios;
  }
  if (largest.size() != 1 || scenarios == 0) return words("headline.holders");
  const Json* const party = named(appraisal.at("parties"), largest.begin()->first, "key");
  return words("headline.holders_one",
               {{"holder", party == nullptr ? largest.begin()->first : whole_title(*party, words)}});
}

std::string subsidy_title(const Json& results, const Words& words) {
  std::optional<Band> least;
  std::optional<Band> most;
  for (const Json& scenario : results.at("scenarios")) {
    const Json* const measure = measure_in(scenario, "lks");
    if (measure == nullptr || measure->at("years").empty()) continue;
    const auto band = band_in(measure->at("years").back().at("value"));
    if (band && (!least || band->median < least->median)) least = band;
    if (band && (!most || band->median > most->median)) most = band;
  }
  if (!least) return words("headline.subsidy");
  const std::string low = rounded_euros(least->median, words);
  const std::string high = rounded_euros(most->median, words);
  if (low == high) return words("headline.subsidy_one", {{"year", period_end(results)}, {"amount", low}});
  return words("headline.subsidy_range", {{"year", period_end(results)}, {"low", low}, {"high", high}});
}

std::string refusals_title(const Json& results, const Words& words) {
  std::vector<std::string> parts;
  bool any = false;
  for (const std::size_t k : all_but_null(results)) {
    const auto band = total_of(results, k, "refused_money", "value");
    if (!band || band->high <= 0.0) continue;
    any = true;
    parts.push_back(title_at_place(results, k, words) + " " + count(band, results, words));
  }
  if (!any) return words("headline.refusals_none");
  return words("headline.refusals", {{"refused", list_of(parts, words)}});
}

std::string people_title(const Json& results, const Words& words) {
  std::vector<std::string> parts;
  for (const std::size_t k : all_but_null(results))
    if (const auto band = total_of(results, k, "people_at_work", "value"))
      parts.push_back(title_at_place(results, k, words) + " " + count(band, results, words));
  if (parts.empty()) return words("headline.people");
  return words("headline.people_at_work", {{"people", words.number(results.at("municipality").at("register_people"))},
                                           {"year", period_end(results)},
                                           {"scenarios", list_of(parts, words)}});
}

std::string moves_title(const Json& results, const Words& words) {
  const std::size_t k = leading_scenario(results);
  double in = 0.0;
  double out = 0.0;
  const auto with_us = [](const Json& group) {
    return group == "trial" || group == "contract" || group == "permanent";
  };
  for (const Json& way : results.at("scenarios").at(k).at("moves")) {
    if (with_us(way.at("from")) == with_us(way.at("to"))) continue;
    for (const Json& year : way.at("years")) (with_us(way.at("to")) ? in : out) += year.at("mean").get<double>();
  }
  return words("headline.moves", {{"scenario", title_at_place(results, k, words)},
                                  {"in", words.number(in)},
                                  {"out", words.number(out)},
                                  {"from", results.at("period").at("from").dump()},
                                  {"to", period_end(results)}});
}

std::string society_title(const Json& results, const Words& words) {
  if (!results.at("appraisal").is_object() || !banded(results)) return "";
  std::map<std::string, std::vector<std::string>> by_sign;
  for (const std::size_t k : all_but_null(results)) {
    const auto net = band_in(results["appraisal"].at("scenarios").at(k).at("society").at("net"));
    if (net && k != null_place(results)) by_sign[sign_of(*net)].push_back(title_at_place(results, k, words));
  }
  std::string text;
  for (const char* sign : {"more", "unclear", "less"}) {
    if (by_sign[sign].empty()) continue;
    text += (text.empty() ? "" : " ") +
            words(std::string{"headline.society_"} + sign, {{"scenarios", list_of(by_sign[sign], words)}});
  }
  return text;
}

std::string plane_title(const Json& results, const Words& words) {
  std::vector<std::string> parts;
  for (const std::size_t k : all_but_null(results)) {
    if (k == null_place(results)) continue;
    const Json& society = results.at("appraisal").at("scenarios").at(k).at("society");
    parts.push_back(title_at_place(results, k, words) + " " +
                    words.share(society.at("chance_positive").get<double>(), 0));
  }
  if (parts.empty() || !banded(results)) return words("headline.plane");
  return words("headline.plane_chances", {{"chances", list_of(parts, words)}});
}

std::string effect_title(const Json& results, const Words& words) {
  std::vector<std::string> parts;
  bool any = false;
  for (const std::size_t k : all_but_null(results)) {
    if (k == null_place(results)) continue;
    const Json& ratio = results.at("appraisal").at("scenarios").at(k).at("cost_per").at("lasting_job");
    const auto value = ratio.find("value");
    const auto low = ratio.find("low");
    if (value == ratio.end() || low == ratio.end() || !low->is_number() || low->get<double>() <= 0.0) {
      parts.push_back(words("headline.effect_unsure", {{"scenario", title_at_place(results, k, words)}}));
      continue;
    }
    any = true;
    const Band band{value->get<double>(), low->get<double>(), ratio.at("high").get<double>(), value->get<double>()};
    parts.push_back(title_at_place(results, k, words) + " " + amount(band, results, words));
  }
  if (!any) return words("headline.effect");
  return words("headline.effect_price", {{"prices", list_of(parts, words)}});
}

std::string choice_title(const Json& results, const Words& words) {
  const Json& choices = results.at("appraisal").at("decisions").at("municipality").at("choices");
  if (choices.empty() || !banded(results)) return words("headline.choice");
  const Json& first = choices.front();
  const Json& final = choices.back();
  const auto chance = [&](const Json& choice) {
    const Json* const best = named(choice.at("scenarios"), choice.at("best").get<std::string>());
    return best == nullptr ? 0.0 : best->at("chance_best").get<double>();
  };
  const auto surely = [&](const Json& choice) { return chance(choice) > likely; };
  const auto worth = [&](const Json& choice) { return rounded_euros(choice.at("worth").get<double>(), words); };
  if (first.at("best") == final.at("best"))
    return words(surely(final) ? "headline.choice_one" : "headline.choice_one_unsure",
                 {{"scenario", title_by_name(results, first.at("best"), words)},
                  {"worth", worth(final)},
                  {"chance", words.share(chance(final), 0)}});
  const auto turn = std::find_if(choices.begin(), choices.end(),
                                 [&](const Json& choice) { return choice.at("best") == final.at("best"); });
  return words("headline.choice_turn", {{"scenario", title_by_name(results, final.at("best"), words)},
                                        {"worth", worth(*turn)},
                                        {"chance", words.share(chance(*turn), 0)}});
}

std::string tornado_title(const Json& results, const Words& words) {
  const Json& influences = results.at("appraisal").at("decisions").at("municipality").at("influences");
  const std::string name = results.at("scenarios").at(leading_scenario(results)).at("name").get<std::string>();
  const Json* const found = named(influences, name);
  if (found == nullptr || found->at("assumptions").empty()) return words("headline.tornado");
  const Json* const first =
      named(results.at("assumptions"), found->at("assumptions").front().at("name").get<std::string>());
  if (first == nullptr) return words("headline.tornado");
  return words("headline.tornado_first",
               {{"scenario", title_by_name(results, Json(name), words)}, {"assumption", whole_title(*first, words)}});
}

std::string region_title(const Json& results, const Words& words) {
  const std::size_t k = leading_scenario(results);
  return words("headline.region", {{"count", words.number(static_cast<double>(results.at("municipalities").size()))},
                                   {"scenario", title_at_place(results, k, words)},
                                   {"jobs", count(total_of(results, k, "jobs", "value"), results, words)},
                                   {"year", period_end(results)}});
}

}  // namespace banenplan::plots
