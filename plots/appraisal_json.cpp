#include "plots/appraisal_json.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "plots/json.hpp"

namespace banenplan::plots {
namespace {

using models::Comparison;

constexpr std::size_t most_points = 500;  // of a scenario's cloud

template <typename Value>
Json or_null(const std::optional<Value>& value) {
  return value ? Json(*value) : Json(nullptr);
}

class Writer {
 public:
  Writer(const Comparison& comparison, const Valuation& valuation, bool banded)
      : comparison_(comparison), valuation_(valuation), banded_(banded) {}

  Json json() const {
    const models::Appraisal& appraisal = valuation_.appraisal;
    Json json{{"price_level", appraisal.price_level},
              {"inflation", appraisal.inflation},
              {"rates", appraisal.rates},
              {"weights", appraisal.weights},
              {"posts", Json::array()},
              {"parties", Json::array()},
              {"scenarios", Json::array()}};
    for (const models::Post& post : appraisal.posts.posts) {
      json["posts"].push_back({{"key", post.name},
                               {"title", title_json(post.title)},
                               {"side", post.is_cost ? "cost" : "benefit"},
                               {"on", post.on},
                               {"has_switch", post.has_switch}});
    }
    for (const models::Party& party : appraisal.posts.parties) {
      json["parties"].push_back(
          {{"key", party.name}, {"title", title_json(party.title)}, {"municipal", party.municipal}});
    }
    for (std::size_t k = 0; k < valuation_.scenarios.size(); ++k) json["scenarios"].push_back(scenario(k));
    json["decisions"] = {{"municipality", decision(valuation_.municipality)},
                         {"society", decision(valuation_.society)}};
    return json;
  }

 private:
  Json band(const std::optional<Band>& found) const {
    if (!found) return nullptr;
    Json json{{"median", found->median}, {"low", nullptr}, {"high", nullptr}, {"mean", found->mean}};
    if (banded_) {
      json["low"] = found->low;
      json["high"] = found->high;
    }
    return json;
  }

  Json ratio(const std::optional<Ratio>& found) const {
    if (!found) return {{"undefined", "no_denominator"}};
    const bool has_band = banded_ && found->band;
    return {{"value", found->value},
            {"low", has_band ? Json(found->band->low) : Json(nullptr)},
            {"high", has_band ? Json(found->band->high) : Json(nullptr)}};
  }

  Json side(const SideWorth& side) const {
    return {{"net", band(side.net)},
            {"cost", band(side.cost)},
            {"benefit", band(side.benefit)},
            {"ratio", ratio(side.ratio)},
            {"chance_positive", side.chance_positive},
            {"payback_year", or_null(side.payback_year)},
            {"payback",
             {{"chance", side.payback.chance},
              {"low", or_null(side.payback.low)},
              {"median", or_null(side.payback.median)},
              {"high", or_null(side.payback.high)}}},
            {"chance_share", or_null(side.chance_share)}};
  }

  Json by_post(const std::vector<double>& values) const {
    Json json = Json::object();
    for (std::size_t post = 0; post < values.size(); ++post) {
      const models::Post& text = valuation_.appraisal.posts.posts[post];
      if (text.on) json[text.name] = values[post];
    }
    return json;
  }

  std::int32_t year(std::size_t place) const { return comparison_.first_year + static_cast<std::int32_t>(place); }

  Json years(const models::YearDraws& paid, const models::YearDraws& received) const {
    Json json = Json::array();
    for (std::size_t k = 0; k < paid.size(); ++k) {
      json.push_back({{"year", year(k)}, {"paid", band(band_of(paid[k]))}, {"received", band(band_of(received[k]))}});
    }
    return json;
  }

  // Means and bands by quarter, from the first of the first year; null where no money goes this way.
  Json quarters(const models::QuarterDraws& draws) const {
    const auto moves = [](const std::vector<double>& one) {
      return std::any_of(one.begin(), one.end(), [](double euro) { return euro != 0.0; });
    };
    if (std::none_of(draws.begin(), draws.end(), moves)) return nullptr;
    Json json{{"mean", Json::array()}};
    for (const std::vector<double>& one : draws) {
      const Band band = band_of(one).value_or(Band{});
      json["mean"].push_back(band.mean);
      if (!banded_) continue;
      json["low"].push_back(band.low);
      json["high"].push_back(band.high);
    }
    return json;
  }

  Json uncertainty(std::size_t place) const {
    Json json = Json::array();
    for (const models::Attribution& one : valuation_.attributions.at(place)) {
      Json parts = Json::array();
      for (const models::Attribution::Part& part : one.parts) {
        parts.push_back({{"name", assumption(part.assumption)},
                         {"first", part.index.first},
                         {"total", part.index.total},
                         {"low", part.index.low},
                         {"high", part.index.high}});
      }
      Json row{
          {"result", std::string(one.result)}, {"chance", nullptr}, {"ignorance", nullptr}, {"assumptions", parts}};
      if (one.chance) {
        row["chance"] = {{"share", one.chance->share}, {"low", one.chance->low}, {"high", one.chance->high}};
        row["ignorance"] = 1.0 - one.chance->share;
      }
      json.push_back(row);
    }
    return json;
  }

  Json budget(const models::BudgetYear& held, std::size_t at) const {
    Json quarters = Json::array();
    for (const models::BudgetQuarter& quarter : held.quarters)
      quarters.push_back({{"mean", quarter.mean}, {"chance_over", quarter.chance_over}});
    return {{"year", year(at)},
            {"budget", held.budget},
            {"mean", held.mean},
            {"chance_over", held.chance_over},
            {"quarters", quarters}};
  }

  Json scenario(std::size_t place) const {
    const ScenarioValuation& one = valuation_.scenarios[place];
    Json json{{"name", comparison_.scenarios[place].name},
              {"society", side(one.society)},
              {"municipality", side(one.municipality)},
              {"cost_per",
               {{"placement", ratio(one.cost_per.placement)},
                {"job", ratio(one.cost_per.job)},
                {"lasting_job", ratio(one.cost_per.lasting_job)}}},
              {"posts", by_post(one.society_by_post)},
              {"parties", Json::array()},
              {"uncertainty", uncertainty(place)},
              {"finance", Json::array()},
              {"budgets", Json::array()}};
    for (std::size_t party = 0; party < one.parties.size(); ++party) {
      json["parties"].push_back({{"key", valuation_.appraisal.posts.parties[party].name},
                                 {"net", band(one.parties[party])},
                                 {"posts", by_post(one.by_post[party])}});
    }
    const ScenarioFinance& finance = valuation_.finance[place];
    for (const models::FinanceLine& line : finance.lines) {
      json["finance"].push_back(
          {{"holder", line.holder},
           {"taakveld", line.taakveld},
           {"post", line.post},
           {"years", years(line.paid, line.received)},
           {"quarters",
            {{"paid", quarters(line.paid_by_quarter)}, {"received", quarters(line.received_by_quarter)}}}});
    }
    json["holders"] = holders(place);
    for (const models::BudgetCheck& check : finance.budgets) {
      Json checked = Json::array();
      for (std::size_t k = 0; k < check.years.size(); ++k) checked.push_back(budget(check.years[k], k));
      json["budgets"].push_back({{"key", check.key}, {"years", checked}});
    }
    json["cloud"] = cloud(place);
    json["subsidy_lag"] = years(finance.lag.paid, finance.lag.received);
    for (std::size_t k = 0; k < finance.lag.advanced.size(); ++k)
      json["subsidy_lag"][k]["advanced"] = band(band_of(finance.lag.advanced[k]));
    return json;
  }

  // What a holder pays less what it receives, on average; 0 where it is not among the lines.
  double net_paid(std::size_t place, const std::string& holder, std::size_t at) const {
    double net = 0.0;
    for (const models::FinanceLine& line : valuation_.finance[place].lines) {
      if (line.holder != holder || at >= line.paid.size()) continue;
      net += band_of(line.paid[at]).value_or(Band{}).mean - band_of(line.received[at]).value_or(Band{}).mean;
    }
    return net;
  }

  Json holders(std::size_t place) const {
    Json json = Json::array();
    const auto null_alternative = static_cast<std::size_t>(comparison_.null_alternative);
    for (const models::Party& party : valuation_.appraisal.posts.parties) {
      if (!party.municipal) continue;
      Json one{{"holder", party.name}, {"years", Json::array()}};
      for (std::size_t at = 0; at < static_cast<std::size_t>(comparison_.years); ++at) {
        const double net = net_paid(place, party.name, at);
        one["years"].push_back(
            {{"year", year(at)}, {"net", net}, {"extra", net - net_paid(null_alternative, party.name, at)}});
      }
      json.push_back(one);
    }
    return json;
  }

  // Whole euros and persons, so that a point takes little room; the first replications are as good as any.
  Json cloud(std::size_t place) const {
    const models::ScenarioAppraisal& one = valuation_.appraisal.scenarios[place];
    Json json = Json::array();
    const std::size_t points = std::min({one.society.net.size(), one.lasting.size(), most_points});
    for (std::size_t r = 0; r < points; ++r)
      json.push_back({std::round(one.society.cost[r]), std::round(one.society.benefit[r]), std::round(one.lasting[r]),
                      std::round(-one.municipality.net[r])});
    return json;
  }

  const std::string& name(std::int32_t scenario) const {
    return comparison_.scenarios[static_cast<std::size_t>(scenario)].name;
  }
  const std::string& assumption(std::int32_t place) const {
    return comparison_.assumptions[static_cast<std::size_t>(place)].name;
  }

  Json choice(const engine::Choice& choice, std::int32_t frontier) const {
    Json json{{"worth", choice.worth},
              {"best", name(choice.best)},
              {"frontier", name(frontier)},
              {"perfect_information", choice.perfect_information},
              {"scenarios", Json::array()}};
    for (std::size_t k = 0; k < choice.chance_best.size(); ++k) {
      json["scenarios"].push_back({{"name", comparison_.scenarios[k].name},
                                   {"chance_best", choice.chance_best[k]},
                                   {"expected_net", choice.expected_net[k]},
                                   {"expected_loss", choice.expected_loss[k]}});
    }
    return json;
  }

  Json decision(const models::Decision& decision) const {
    constexpr std::array standings{"efficient", "dominated", "extendedly_dominated", "same_as_earlier"};
    Json json{{"choices", Json::array()}, {"increments", Json::array()}};
    for (std::size_t k = 0; k < decision.choices.size(); ++k) {
      json["choices"].push_back(choice(decision.choices[k], decision.frontier[k]));
    }
    for (std::size_t k = 0; k < decision.increments.size(); ++k) {
      const engine::Increment& one = decision.increments[k];
      json["increments"].push_back(
          {{"name", comparison_.scenarios[k].name},
           {"cost", one.cost},
           {"effect", one.effect},
           {"kind", name_of(one.kind)},
           {"ratio", one.has_ratio() ? Json(one.ratio) : Json(nullptr)},
           {"standing", standings.at(static_cast<std::size_t>(decision.places[k].standing))}});
    }
    json["information"] = {
        {"at", decision.information_at}, {"perfect", decision.perfect_information}, {"assumptions", Json::array()}};
    for (const models::InformationWorth& one : decision.information) {
      json["information"]["assumptions"].push_back({{"name", assumption(one.assumption)}, {"euro", one.euro}});
    }
    json["influences"] = Json::array();
    for (std::size_t k = 0; k < decision.influences.size(); ++k) {
      Json list = Json::array();
      for (const models::Influence& one : decision.influences[k]) {
        list.push_back({{"name", assumption(one.assumption)},
                        {"low", one.bar.low},
                        {"high", one.bar.high},
                        {"explained_share", one.bar.explained_share}});
      }
      json["influences"].push_back({{"name", comparison_.scenarios[k].name}, {"assumptions", list}});
    }
    return json;
  }

  const Comparison& comparison_;
  const Valuation& valuation_;
  bool banded_;
};

}  // namespace

Json appraisal_json(const Comparison& comparison, const Valuation* valuation, bool banded) {
  if (valuation == nullptr) return nullptr;
  return Writer(comparison, *valuation, banded).json();
}

}  // namespace banenplan::plots
