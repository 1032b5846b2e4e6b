#include "plots/model_results.hpp"

#include "plots/json.hpp"
#include "plots/table.hpp"
#include "plots/words.hpp"

namespace banenplan::plots {
namespace {

using engine::FrontierPlace;
using engine::Increment;
using models::ModelFile;

// The last part of a key of plots/words.yaml (model.judgement.*, model.place.*), and the word in JSON.
const char* key_of(Increment::Kind kind) {
  static constexpr const char* keys[] = {"costs_more_brings_more", "saves_and_brings_less", "dominates",
                                         "is_dominated", "equal"};
  return keys[static_cast<std::size_t>(kind)];
}

const char* key_of(FrontierPlace::Standing standing) {
  static constexpr const char* keys[] = {"efficient", "dominated", "extendedly_dominated", "same_as_earlier"};
  return keys[static_cast<std::size_t>(standing)];
}

Cell cell(double value, int decimals, const Words& words) {
  return {words.number(value, decimals), value};
}

// Money to the cent, all else to where a small difference still shows.
int decimals_of(const std::string& unit) {
  return unit == "euro" ? 2 : 5;
}

Table rewards_table(const ModelFile& model, const ModelResults& results, const Words& words) {
  Table table;
  table.caption = words.of(model.title) + ", " + words("model.per_person");
  table.columns = {{words("model.strategy")},
                   {words("model.reward")},
                   {words("model.unit")},
                   {words("model.expected"), Alignment::right},
                   {words("model.mean"), Alignment::right},
                   {words("model.error"), Alignment::right}};
  for (std::size_t s = 0; s < model.strategies.size(); ++s) {
    const models::Strategy& strategy = model.strategies[s];
    for (std::size_t k = 0; k < strategy.rewards.size(); ++k) {
      const models::Reward& reward = strategy.rewards[k];
      const RewardResult& result = results.strategies[s][k];
      const int decimals = decimals_of(reward.unit);
      table.rows.push_back({{words.of(strategy.title)},
                            {words.of(reward.title)},
                            {reward.unit},
                            cell(result.expected, decimals, words),
                            cell(result.mean, decimals, words),
                            cell(result.standard_error, decimals, words)});
    }
  }
  return table;
}

Table appraisal_table(const ModelFile& model, const ModelAppraisal& appraisal, const Words& words) {
  Table table;
  const std::string& first = words.of(model.strategies.front().title);
  table.caption = words("model.against", {{"strategy", first}});
  table.columns = {{words("model.strategy")},
                   {words("model.more_cost"), Alignment::right},
                   {words("model.more_effect"), Alignment::right},
                   {words("model.ratio"), Alignment::right},
                   {words("model.verdict")},
                   {words("model.frontier")}};
  for (std::size_t s = 1; s < model.strategies.size(); ++s) {
    const Increment& increment = appraisal.increments[s];
    const FrontierPlace& place = appraisal.places[s];
    std::string among = words(std::string("model.place.") + key_of(place.standing));
    if (place.standing == FrontierPlace::Standing::efficient && place.against != engine::none) {
      const auto& other = model.strategies[static_cast<std::size_t>(place.against)];
      among += words("model.ratio_against",
                     {{"ratio", words.number(place.ratio, 2)}, {"strategy", words.of(other.title)}});
    }
    table.rows.push_back(
        {{words.of(model.strategies[s].title)},
         cell(increment.cost, 2, words),
         cell(increment.effect, 5, words),
         increment.has_ratio() ? cell(increment.ratio, 2, words) : Cell{words("model.not_determined")},
         {words(std::string("model.judgement.") + key_of(increment.kind))},
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
  const Words words(language);
  std::string text = terminal_text(rewards_table(model, results, words));
  const ModelAppraisal appraisal = appraised(model, results);
  if (model.strategies.size() > 1 && !appraisal.costs.empty()) {
    text += "\n" + terminal_text(appraisal_table(model, appraisal, words));
  }
  return text;
}

std::string model_json(const ModelFile& model, const ModelResults& results) {
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
                            {"verdict", key_of(increment.kind)},
                            {"frontier", key_of(place.standing)},
                            {"frontier_ratio", against ? Json(place.ratio) : Json(nullptr)},
                            {"against", against ? Json(model.strategies[static_cast<std::size_t>(place.against)].name)
                                                : Json(nullptr)}};
    }
    json["strategies"].push_back(std::move(entry));
  }
  return json_text(json);
}

}  // namespace banenplan::plots
