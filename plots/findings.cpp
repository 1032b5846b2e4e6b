#include "plots/findings.hpp"

#include <algorithm>
#include <numeric>

#include "plots/phrases.hpp"

namespace banenplan::plots {
namespace {

using models::Comparison;

bool has_null(const Comparison& comparison) {
  return comparison.null_alternative >= 0 &&
         static_cast<std::size_t>(comparison.null_alternative) < comparison.scenarios.size();
}

std::vector<std::size_t> all_but_null(const Comparison& comparison) {
  std::vector<std::size_t> among(comparison.scenarios.size());
  std::iota(among.begin(), among.end(), 0U);
  if (has_null(comparison)) std::erase(among, static_cast<std::size_t>(comparison.null_alternative));
  return among;
}

std::string last_year(const Comparison& comparison) {
  return std::to_string(comparison.first_year + comparison.years - 1);
}

NumberText whole(const Words& words) {
  return [&words](double value) { return words.number(value); };
}

NumberText euros(const Words& words) {
  return [&words](double value) { return rounded_euros(value, words); };
}

std::string title_at(const Comparison& comparison, std::size_t scenario, const Words& words) {
  return title_of(comparison.scenarios[scenario], words);
}

// The best and those close to it, by name.
std::string contenders(const Comparison& comparison, const Ranking& found, const Words& words) {
  std::vector<std::string> names{title_at(comparison, found.best, words)};
  for (const std::size_t scenario : found.close) names.push_back(title_at(comparison, scenario, words));
  return list_of(names, words);
}

std::string jobs_sentence(const Comparison& comparison, const Summary& summary, const Words& words) {
  std::vector<std::size_t> among(comparison.scenarios.size());
  std::iota(among.begin(), among.end(), 0U);
  const auto found = ranking(comparison, summary, "jobs", true, among);
  if (!found) return "";
  const std::string jobs =
      band_text(summary.scenarios[found->best].find("jobs")->total, summary.banded, whole(words), words);
  const std::string best = title_at(comparison, found->best, words);
  const std::string year = last_year(comparison);
  if (among.size() == 1) return words("findings.jobs_alone", {{"year", year}, {"scenario", best}, {"jobs", jobs}});
  if (found->close.empty()) return words("findings.jobs_most", {{"year", year}, {"scenario", best}, {"jobs", jobs}});
  return words(
      "findings.jobs_close",
      {{"year", year}, {"scenarios", contenders(comparison, *found, words)}, {"best", best}, {"jobs", jobs}});
}

std::string quotum_sentence(const Comparison& comparison, const Words& words) {
  const double quotum = comparison.municipality.quotum_jobs;
  if (quotum <= 0) return "";
  std::vector<std::string> chances;
  for (std::size_t i = 0; i < comparison.scenarios.size(); ++i) {
    std::vector<double> jobs = totals(comparison, i, "jobs");
    std::erase_if(jobs, [](double value) { return !drawable(value); });
    if (jobs.empty()) continue;
    const auto reached = std::count_if(jobs.begin(), jobs.end(), [&](double value) { return value >= quotum; });
    chances.push_back(title_at(comparison, i, words) + " " +
                      words.share(static_cast<double>(reached) / static_cast<double>(jobs.size()), 0));
  }
  if (chances.empty()) return "";
  return words(
      "findings.quotum",
      {{"quotum", words.number(quotum)}, {"year", last_year(comparison)}, {"chances", list_of(chances, words)}});
}

// Costs more, costs less, or cannot be told from doing nothing.
std::string sign_of(const Band& band) {
  return band.low > 0 ? "more" : band.high < 0 ? "less" : "unclear";
}

std::string cost_sentence(const Comparison& comparison, const Summary& summary, const Words& words) {
  if (!has_null(comparison)) return words("findings.no_null");
  const auto found = ranking(comparison, summary, "net_cost", false, all_but_null(comparison));
  if (!found) return "";
  const MeasureSummary& cost = *summary.scenarios[found->best].find("net_cost");
  if (!found->close.empty())
    return words("findings.cost_close", {{"scenarios", contenders(comparison, *found, words)}});
  if (!cost.total_difference) return "";
  const Band difference = *cost.total_difference;
  const std::string sign = sign_of(difference);
  const Band shown = sign == "less" ? difference.negated() : difference;
  return words("findings.cost_" + sign, {{"scenario", title_at(comparison, found->best, words)},
                                         {"amount", band_text(shown, true, euros(words), words)}});
}

}  // namespace

std::optional<Ranking> ranking(const Comparison& comparison, const Summary& summary, std::string_view key,
                               bool most_is_best, const std::vector<std::size_t>& among) {
  const auto median = [&](std::size_t scenario) -> std::optional<double> {
    const MeasureSummary* measure = summary.scenarios[scenario].find(key);
    if (measure == nullptr || !measure->total) return std::nullopt;
    return most_is_best ? measure->total->median : -measure->total->median;
  };
  std::optional<Ranking> found;
  for (const std::size_t scenario : among)
    if (median(scenario) && (!found || *median(scenario) > *median(found->best))) found = Ranking{scenario, {}};
  if (!found) return std::nullopt;
  const std::vector<double> best = totals(comparison, found->best, key);
  for (const std::size_t scenario : among) {
    if (scenario == found->best || !median(scenario)) continue;
    const std::vector<double> other = totals(comparison, scenario, key);
    const auto lead = band_of(most_is_best ? differences(best, other) : differences(other, best));
    if (!lead || lead->low <= 0) found->close.push_back(scenario);
  }
  return found;
}

std::vector<std::string> findings(const Comparison& comparison, const Summary& summary, const Words& words) {
  if (comparison.scenarios.empty()) return {};
  if (!summary.banded) return {words("findings.one_replication")};
  std::vector<std::string> sentences{jobs_sentence(comparison, summary, words), quotum_sentence(comparison, words),
                                     cost_sentence(comparison, summary, words)};
  std::erase(sentences, "");
  return sentences;
}

std::string against_null(const Summary& summary, std::size_t scenario, const Words& words) {
  std::vector<std::string> parts;
  const auto add = [&](std::string_view key, const std::string& group, const NumberText& number) {
    const MeasureSummary* measure = summary.scenarios[scenario].find(key);
    if (measure == nullptr || !measure->total_difference) return;
    const Band& difference = *measure->total_difference;
    const std::string sign = summary.banded ? sign_of(difference) : difference.median < 0 ? "less" : "more";
    const Band shown = sign == "less" ? difference.negated() : difference;
    parts.push_back(
        words("findings." + group + "_" + sign, {{"amount", band_text(shown, summary.banded, number, words)}}));
  };
  add("jobs", "extra_jobs", whole(words));
  add("net_cost", "extra_cost", euros(words));
  return parts.empty() ? "" : words("findings.against_null", {{"parts", list_of(parts, words)}});
}

std::vector<std::string> basis(const Comparison& comparison, const Summary& summary, const Words& words) {
  const std::string seed = std::to_string(comparison.seed);
  std::vector<std::string> lines;
  if (summary.banded)
    lines.push_back(
        words("findings.replications", {{"replications", words.number(comparison.replications)}, {"seed", seed}}));
  else
    lines.push_back(words("findings.no_band", {{"seed", seed}}));
  const auto assumed = std::count_if(
      comparison.assumptions.begin(), comparison.assumptions.end(),
      [](const models::Assumption& assumption) { return assumption.grade == models::Grade::assumption; });
  if (!comparison.assumptions.empty())
    lines.push_back(
        words("findings.grades", {{"assumed", words.number(static_cast<double>(assumed))},
                                  {"all", words.number(static_cast<double>(comparison.assumptions.size()))}}));
  return lines;
}

}  // namespace banenplan::plots
