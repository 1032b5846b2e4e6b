#include "plots/model_results.hpp"

#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "plots/table.hpp"

namespace banenplan::plots {
namespace {

using engine::FrontierPlace;
using engine::Increment;
using models::ModelFile;

struct Both {
  const char* dutch;
  const char* english;
  std::string in(Language language) const { return language == Language::dutch ? dutch : english; }
};

constexpr Both per_person{"per persoon", "per person"};
constexpr Both strategy_word{"strategie", "strategy"};
constexpr Both reward_word{"uitkomst", "reward"};
constexpr Both unit_word{"eenheid", "unit"};
constexpr Both expected_word{"verwachting", "expectation"};
constexpr Both mean_word{"gemiddelde", "mean"};
constexpr Both error_word{"standaardfout", "standard error"};
constexpr Both more_cost{"meer kosten", "more cost"};
constexpr Both more_effect{"meer effect", "more effect"};
constexpr Both ratio_word{"kosten per effect", "cost per effect"};
constexpr Both verdict_word{"oordeel", "verdict"};
constexpr Both frontier_word{"naast alle andere", "among all"};
constexpr Both not_determined{"niet te bepalen", "cannot be determined"};

struct Verdict {
  Both words;
  const char* key;
};

const Verdict& verdict(Increment::Kind kind) {
  static constexpr Verdict verdicts[] = {
      {{"kost meer, levert meer op", "costs more, brings more"}, "costs_more_brings_more"},
      {{"bespaart, levert minder op", "saves, brings less"}, "saves_and_brings_less"},
      {{"beter: niet duurder en niet minder effect", "better: no dearer and no less effect"}, "dominates"},
      {{"slechter: niet goedkoper en niet meer effect", "worse: no cheaper and no more effect"}, "is_dominated"},
      {{"geen verschil", "no difference"}, "equal"}};
  return verdicts[static_cast<std::size_t>(kind)];
}

const Verdict& verdict(FrontierPlace::Standing standing) {
  static constexpr Verdict verdicts[] = {
      {{"doelmatig", "efficient"}, "efficient"},
      {{"een andere is beter", "another is better"}, "dominated"},
      {{"een mengsel van twee andere is beter", "a mix of two others is better"}, "extendedly_dominated"},
      {{"gelijk aan een eerdere", "the same as an earlier one"}, "same_as_earlier"}};
  return verdicts[static_cast<std::size_t>(standing)];
}

std::string in(const models::Title& title, Language language) {
  return language == Language::dutch ? title.dutch : title.english;
}

// 1.234,50 in Dutch, 1,234.50 in English.
std::string number_text(double value, int decimals, Language language) {
  std::string digits = fmt::format("{:.{}f}", std::abs(value), decimals);
  const bool negative = value < 0.0 && digits.find_first_of("123456789") != std::string::npos;
  const char group = language == Language::dutch ? '.' : ',';
  const auto point = digits.find('.');
  if (point != std::string::npos) digits[point] = language == Language::dutch ? ',' : '.';
  for (std::size_t at = point == std::string::npos ? digits.size() : point; at > 3; at -= 3) {
    digits.insert(at - 3, 1, group);
  }
  return negative ? std::string{"-"}.append(digits) : digits;
}

Cell cell(double value, int decimals, Language language) {
  return {number_text(value, decimals, language), value};
}

// Money to the cent, all else to where a small difference still shows.
int decimals_of(const std::string& unit) {
  return unit == "euro" ? 2 : 5;
}

Table rewards_table(const ModelFile& model, const ModelResults& results, Language language) {
  Table table;
  table.caption = in(model.title, language) + ", " + per_person.in(language);
  table.columns = {{strategy_word.in(language)},
                   {reward_word.in(language)},
                   {unit_word.in(language)},
                   {expected_word.in(language), Alignment::right},
                   {mean_word.in(language), Alignment::right},
                   {error_word.in(language), Alignment::right}};
  for (std::size_t s = 0; s < model.strategies.size(); ++s) {
    const models::Strategy& strategy = model.strategies[s];
    for (std::size_t k = 0; k < strategy.rewards.size(); ++k) {
      const models::Reward& reward = strategy.rewards[k];
      const RewardResult& result = results.strategies[s][k];
      const int decimals = decimals_of(reward.unit);
      table.rows.push_back({{in(strategy.title, language)},
                            {in(reward.title, language)},
                            {reward.unit},
                            cell(result.expected, decimals, language),
                            cell(result.mean, decimals, language),
                            cell(result.standard_error, decimals, language)});
    }
  }
  return table;
}

Table appraisal_table(const ModelFile& model, const ModelAppraisal& appraisal, Language language) {
  Table table;
  const std::string first = in(model.strategies.front().title, language);
  table.caption =
      language == Language::dutch ? "Vergeleken met " + first + ", per persoon" : "Against " + first + ", per person";
  table.columns = {{strategy_word.in(language)},
                   {more_cost.in(language), Alignment::right},
                   {more_effect.in(language), Alignment::right},
                   {ratio_word.in(language), Alignment::right},
                   {verdict_word.in(language)},
                   {frontier_word.in(language)}};
  for (std::size_t s = 1; s < model.strategies.size(); ++s) {
    const Increment& increment = appraisal.increments[s];
    const FrontierPlace& place = appraisal.places[s];
    std::string among = verdict(place.standing).words.in(language);
    if (place.standing == FrontierPlace::Standing::efficient && place.against != engine::none) {
      const auto& other = model.strategies[static_cast<std::size_t>(place.against)];
      among += fmt::format(", {} {} {}", number_text(place.ratio, 2, language),
                           language == Language::dutch ? "tegen" : "against", in(other.title, language));
    }
    table.rows.push_back(
        {{in(model.strategies[s].title, language)},
         cell(increment.cost, 2, language),
         cell(increment.effect, 5, language),
         increment.has_ratio() ? cell(increment.ratio, 2, language) : Cell{not_determined.in(language)},
         {verdict(increment.kind).words.in(language)},
         {among}});
  }
  return table;
}

}  // namespace

ModelAppraisal appraised(const ModelFile& model, const ModelResults& results) {
  ModelAppraisal appraisal;
  if (model.cost.empty() || model.effect.empty()) return appraisal;
  for (const auto& rewards : results.strategies) {
    const auto sum = [&](const std::vector<std::size_t>& places) {
      double total = 0.0;
      for (const std::size_t k : places) total += rewards[k].expected;
      return total;
    };
    appraisal.costs.push_back(sum(model.cost));
    appraisal.effects.push_back(sum(model.effect));
    appraisal.increments.push_back(engine::increment(appraisal.costs.back(), appraisal.effects.back(),
                                                     appraisal.costs.front(), appraisal.effects.front()));
  }
  appraisal.places = engine::icer_frontier(appraisal.costs, appraisal.effects);
  return appraisal;
}

std::string model_text(const ModelFile& model, const ModelResults& results, Language language) {
  std::string text = terminal_text(rewards_table(model, results, language));
  const ModelAppraisal appraisal = appraised(model, results);
  if (model.strategies.size() > 1 && !appraisal.costs.empty()) {
    text += "\n" + terminal_text(appraisal_table(model, appraisal, language));
  }
  return text;
}

std::string model_json(const ModelFile& model, const ModelResults& results) {
  using Json = nlohmann::ordered_json;
  const ModelAppraisal appraisal = appraised(model, results);
  Json json{{"model", model.name},
            {"replications", results.replications},
            {"people", results.people},
            {"seed", results.seed},
            {"strategies", Json::array()}};
  for (std::size_t s = 0; s < model.strategies.size(); ++s) {
    const models::Strategy& strategy = model.strategies[s];
    Json rewards = Json::object();
    for (std::size_t k = 0; k < strategy.rewards.size(); ++k) {
      const RewardResult& result = results.strategies[s][k];
      rewards[strategy.rewards[k].name] = {{"unit", strategy.rewards[k].unit},
                                           {"expected", result.expected},
                                           {"mean", result.mean},
                                           {"standard_error", result.standard_error}};
    }
    Json entry{{"name", strategy.name}, {"rewards", std::move(rewards)}};
    if (!appraisal.costs.empty()) {
      const Increment& increment = appraisal.increments[s];
      const FrontierPlace& place = appraisal.places[s];
      const bool against = place.against != engine::none;
      entry["appraisal"] = {{"cost", appraisal.costs[s]},
                            {"effect", appraisal.effects[s]},
                            {"incremental_cost", increment.cost},
                            {"incremental_effect", increment.effect},
                            {"ratio", increment.has_ratio() ? Json(increment.ratio) : Json(nullptr)},
                            {"verdict", verdict(increment.kind).key},
                            {"frontier", verdict(place.standing).key},
                            {"frontier_ratio", against ? Json(place.ratio) : Json(nullptr)},
                            {"against", against ? Json(model.strategies[static_cast<std::size_t>(place.against)].name)
                                                : Json(nullptr)}};
    }
    json["strategies"].push_back(std::move(entry));
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace banenplan::plots
