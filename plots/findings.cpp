#include "plots/findings.hpp"

#include <algorithm>

#include "plots/headlines.hpp"
#include "plots/phrases.hpp"

namespace banenplan::plots {
namespace {

NumberText whole(const Words& words) {
  return [&words](double value) { return words.number(value); };
}

NumberText euros(const Words& words) {
  return [&words](double value) { return rounded_euros(value, words); };
}

std::string title_by_name(const Json& results, const std::string& name, const Words& words) {
  const Json* const scenario = named(results.at("scenarios"), name);
  return scenario == nullptr ? name : title_in(*scenario, words);
}

std::string last(const Json& results) {
  return std::to_string(last_year(results));
}

const Json* wish_in(const Json& results, std::string_view key) {
  return named(results.at("wishes"), key, "key");
}

std::optional<Band> total_in(const Json& results, const std::string& name, std::string_view key,
                             const char* which = "value") {
  const Json* const scenario = named(results.at("scenarios"), name);
  const Json* const measure = scenario == nullptr ? nullptr : measure_in(*scenario, key);
  return measure == nullptr ? std::nullopt : band_in(measure->at("total").at(which));
}

std::string jobs_sentence(const Json& results, const Words& words) {
  const Json* const wish = wish_in(results, "jobs");
  if (wish == nullptr) return "";
  const auto name = wish->at("best").get<std::string>();
  const auto found = total_in(results, name, "jobs");
  const std::string jobs = band_text(found, banded(results), whole(words), words);
  const std::string best = title_by_name(results, name, words);
  const std::string year = last(results);
  if (wish->at("chances").size() == 1)
    return words("findings.jobs_alone", {{"year", year}, {"scenario", best}, {"jobs", jobs}});
  if (wish->at("close").empty())
    return words("findings.jobs_most", {{"year", year}, {"scenario", best}, {"jobs", jobs}});
  return words("findings.jobs_close", {{"year", year},
                                       {"scenarios", list_of(contenders(results, "jobs", words), words)},
                                       {"best", best},
                                       {"jobs", jobs}});
}

std::string quotum_sentence(const Json& results, const Words& words) {
  std::vector<std::string> chances;
  for (const Json& scenario : results.at("scenarios")) {
    if (scenario.at("quotum_chance").empty()) continue;
    chances.push_back(title_in(scenario, words) + " " +
                      words.share(scenario.at("quotum_chance").back().at("chance").get<double>(), 0));
  }
  if (chances.empty()) return "";
  const double quotum = results.at("municipality").at("quotum_jobs").get<double>();
  return words("findings.quotum",
               {{"quotum", words.number(quotum)}, {"year", last(results)}, {"chances", list_of(chances, words)}});
}

std::string cost_sentence(const Json& results, const Words& words) {
  if (!null_place(results)) return words("findings.no_null");
  const Json* const wish = wish_in(results, "cost");
  if (wish == nullptr) return "";
  if (!wish->at("close").empty())
    return words("findings.cost_close", {{"scenarios", list_of(contenders(results, "cost", words), words)}});
  const auto name = wish->at("best").get<std::string>();
  const auto difference = total_in(results, name, "net_cost", "difference");
  if (!difference) return "";
  const std::string sign = sign_of(*difference);
  const Band shown = sign == "less" ? difference->negated() : *difference;
  return words("findings.cost_" + sign, {{"scenario", title_by_name(results, name, words)},
                                         {"amount", band_text(shown, true, euros(words), words)}});
}

}  // namespace

std::string sign_of(const Band& band) {
  return band.low > 0 ? "more" : band.high < 0 ? "less" : "unclear";
}

std::vector<std::string> contenders(const Json& results, std::string_view wish, const Words& words) {
  const Json* const found = wish_in(results, wish);
  if (found == nullptr) return {};
  std::vector<std::string> names{title_by_name(results, found->at("best").get<std::string>(), words)};
  for (const Json& name : found->at("close")) names.push_back(title_by_name(results, name.get<std::string>(), words));
  return names;
}

std::size_t leading_scenario(const Json& results) {
  const Json* const wish = wish_in(results, "jobs");
  const Json& scenarios = results.at("scenarios");
  for (std::size_t k = 0; wish != nullptr && k < scenarios.size(); ++k)
    if (scenarios[k].at("name") == wish->at("best")) return k;
  return 0;
}

std::vector<std::string> findings(const Json& results, const Words& words) {
  if (results.at("scenarios").empty()) return {};
  if (!banded(results)) return {words("findings.one_replication")};
  std::vector<std::string> sentences{jobs_sentence(results, words), quotum_sentence(results, words),
                                     cost_sentence(results, words), society_title(results, words)};
  std::erase(sentences, "");
  return sentences;
}

std::string against_null(const Json& results, const Json& scenario, const Words& words) {
  std::vector<std::string> parts;
  const auto add = [&](std::string_view key, const std::string& group, const NumberText& number) {
    const Json* const measure = measure_in(scenario, key);
    const auto difference = measure == nullptr ? std::nullopt : band_in(measure->at("total").at("difference"));
    if (!difference) return;
    const std::string sign = banded(results) ? sign_of(*difference) : difference->median < 0 ? "less" : "more";
    const Band shown = sign == "less" ? difference->negated() : *difference;
    parts.push_back(
        words("findings." + group + "_" + sign, {{"amount", band_text(shown, banded(results), number, words)}}));
  };
  add("jobs", "extra_jobs", whole(words));
  add("net_cost", "extra_cost", euros(words));
  return parts.empty() ? "" : words("findings.against_null", {{"parts", list_of(parts, words)}});
}

std::vector<std::string> basis(const Json& results, const Words& words) {
  const std::string seed = results.at("seed").dump();
  std::vector<std::string> lines;
  if (banded(results))
    lines.push_back(
        words("findings.replications", {{"replications", words.number(results.at("replications"))}, {"seed", seed}}));
  else
    lines.push_back(words("findings.no_band", {{"seed", seed}}));
  const Json& assumptions = results.at("assumptions");
  const auto assumed = std::count_if(assumptions.begin(), assumptions.end(),
                                     [](const Json& assumption) { return assumption.at("grade") == "A"; });
  if (!assumptions.empty())
    lines.push_back(words("findings.grades", {{"assumed", words.number(static_cast<double>(assumed))},
                                              {"all", words.number(static_cast<double>(assumptions.size()))}}));
  return lines;
}

}  // namespace banenplan::plots
