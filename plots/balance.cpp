#include "plots/balance.hpp"

#include <algorithm>

#include "plots/chart.hpp"
#include "plots/course.hpp"
#include "plots/elements.hpp"
#include "plots/phrases.hpp"
#include "plots/valuation.hpp"

namespace banenplan::plots {
namespace {

using models::Comparison;

constexpr double thousand = 1000.0;
constexpr std::size_t most_named = 3;  // assumptions

class Section {
 public:
  Section(const Comparison& comparison, const Summary& summary, const Words& words)
      : comparison_(comparison), summary_(summary), valuation_(*summary.valuation), words_(words) {}

  std::string html() const {
    std::string text = element("h2", words_("balance.heading"));
    text += element("p", words_("balance.intro", {{"from", year(0)},
                                                  {"to", year(comparison_.years - 1)},
                                                  {"rate", words_.share(valuation_.appraisal.rates.back(), 2)}}));
    for (std::size_t k = 0; k < comparison_.scenarios.size(); ++k) {
      if (is_null(k)) continue;
      text += sentence("p", verdict(k));
    }
    text += scrolling(table(), "results") + element("p class=\"note\"", words_("balance.transfers"));
    return text + choice() + budgets();
  }

 private:
  bool is_null(std::size_t scenario) const {
    return static_cast<std::int32_t>(scenario) == comparison_.null_alternative;
  }
  std::string year(std::int32_t place) const { return std::to_string(comparison_.first_year + place); }
  std::string title(std::size_t scenario) const { return title_of(comparison_.scenarios[scenario], words_); }
  NumberText euros() const {
    return [this](double value) { return rounded_euros(value, words_); };
  }

  std::string amount_sentence(const std::string& side, std::size_t scenario, const Band& net) const {
    const std::string sign = net.low > 0.0 ? "more" : net.high < 0.0 ? "less" : "unclear";
    const Band shown = sign == "less" ? net.negated() : net;
    const std::string amount = band_text(shown, summary_.banded, euros(), words_);
    const std::string key = "balance." + side + "_" + sign;
    if (side == "society") return words_(key, {{"scenario", title(scenario)}, {"amount", amount}});
    return words_(key, {{"amount", amount}});
  }

  std::string verdict(std::size_t scenario) const {
    const ScenarioValuation& one = valuation_.scenarios[scenario];
    std::string text = amount_sentence("society", scenario, one.society.net) + " ";
    text += one.society.ratio ? words_("balance.ratio", {{"ratio", ratio_text(one.society.ratio, 2)}})
                              : words_("balance.no_ratio");
    return text + " " + amount_sentence("municipality", scenario, one.municipality.net);
  }

  std::string ratio_text(const std::optional<Ratio>& ratio, int decimals) const {
    if (!ratio) return words_("balance.none");
    const auto number = [&](double value) { return words_.number(value, decimals); };
    Band band = ratio->band.value_or(Band{});
    band.median = ratio->value;
    return band_text(band, summary_.banded && ratio->band, number, words_);
  }

  Table table() const {
    Table table{words_("balance.table"), {{words_("balance.actor")}}, {}};
    std::vector<std::size_t> shown;
    for (std::size_t k = 0; k < comparison_.scenarios.size(); ++k) {
      if (is_null(k)) continue;
      shown.push_back(k);
      table.columns.push_back({title(k), Alignment::right});
    }
    const auto row = [&](const std::string& name, const auto& text_of) {
      std::vector<Cell> cells{{name}};
      for (const std::size_t k : shown) cells.push_back({text_of(valuation_.scenarios[k])});
      table.rows.push_back(cells);
    };
    const auto& parties = valuation_.appraisal.posts.parties;
    for (std::size_t party = 0; party < parties.size(); ++party) {
      row(words_.of(parties[party].title),
          [&](const ScenarioValuation& one) { return millions(one.parties[party], summary_.banded, words_); });
    }
    row(words_("balance.society"),
        [&](const ScenarioValuation& one) { return millions(one.society.net, summary_.banded, words_); });
    row(words_("balance.ratio_society"),
        [&](const ScenarioValuation& one) { return ratio_text(one.society.ratio, 2); });
    row(words_("balance.ratio_municipality"),
        [&](const ScenarioValuation& one) { return ratio_text(one.municipality.ratio, 2); });
    row(words_("balance.payback"), [&](const ScenarioValuation& one) {
      return one.society.payback_year ? std::to_string(*one.society.payback_year) : words_("balance.never");
    });
    row(words_("balance.per_lasting"),
        [&](const ScenarioValuation& one) { return ratio_text(one.cost_per.lasting_job, 0); });
    return table;
  }

  // Where the best choice changes as a lasting job is worth more.
  std::string turning_points() const {
    const auto& choices = valuation_.municipality.choices;
    std::string text;
    for (std::size_t k = 0; k < choices.size(); ++k) {
      if (k > 0 && choices[k].best == choices[k - 1].best) continue;
      const std::string best = title(static_cast<std::size_t>(choices[k].best));
      text += sentence("p", k == 0 ? words_("balance.from_nothing", {{"scenario", best}})
                                   : words_("balance.from_worth", {{"worth", rounded_euros(choices[k].worth, words_)},
                                                                   {"scenario", best}}));
    }
    return text;
  }

  std::string information() const {
    const models::Decision& decision = valuation_.municipality;
    std::string text = sentence(
        "p", words_("balance.information", {{"worth", rounded_euros(decision.information_at, words_)},
                                            {"amount", rounded_euros(decision.perfect_information, words_)}}));
    std::vector<std::string> names;
    for (std::size_t k = 0; k < std::min(most_named, decision.information.size()); ++k) {
      const auto& assumption = comparison_.assumptions[static_cast<std::size_t>(decision.information[k].assumption)];
      names.push_back(words_.of(assumption.title));
    }
    if (names.empty()) return text;
    std::string listed;
    for (const std::string& name : names) listed += (listed.empty() ? "" : "; ") + name;
    return text + element("p", words_("balance.first_to_know", {{"assumptions", listed}}));
  }

  std::string choice() const {
    const auto& choices = valuation_.municipality.choices;
    const auto share = [this](double value) { return words_.share(value, 0); };
    FanChart chart{{"acceptability", words_("balance.curve"), words_("balance.curve_unit"), "", share}, {}, {}};
    Table table{words_("balance.curve"), {{words_("balance.worth")}}, {}};
    for (std::size_t k = 0; k < comparison_.scenarios.size(); ++k) {
      chart.series.push_back({title(k), colour_in(comparison_, k), {}});
      table.columns.push_back({title(k), Alignment::right});
    }
    for (const engine::Choice& one : choices) {
      // The axis counts whole thousands.
      const auto worth = static_cast<int>(one.worth / thousand);
      if (worth * thousand != one.worth) continue;
      chart.years.push_back(worth);
      table.rows.push_back({{std::to_string(worth)}});
      for (std::size_t k = 0; k < one.chance_best.size(); ++k) {
        chart.series[k].median.push_back(one.chance_best[k]);
        table.rows.back().push_back({share(one.chance_best[k]), one.chance_best[k]});
      }
    }
    return element("h3", words_("balance.curve_heading")) + turning_points() + figure(chart) +
           folded(words_("report.figures", {{"what", words_("balance.curve")}}), scrolling(table, "results")) +
           information();
  }

  std::string budgets() const {
    std::string text;
    for (std::size_t k = 0; k < valuation_.finance.size(); ++k) {
      for (const models::BudgetCheck& check : valuation_.finance[k].budgets) {
        const auto worst =
            std::max_element(check.years.begin(), check.years.end(),
                             [](const auto& one, const auto& two) { return one.chance_over < two.chance_over; });
        if (worst == check.years.end()) continue;
        const MeasureSummary* const measure = summary_.scenarios[k].find(check.key);
        text += element("p", words_("balance.budget_over",
                                    {{"scenario", title(k)},
                                     {"what", measure == nullptr ? check.key : words_.of(measure->text.title)},
                                     {"year", year(static_cast<std::int32_t>(worst - check.years.begin()))},
                                     {"chance", words_.share(worst->chance_over, 0)}}));
      }
    }
    return text;
  }

  const Comparison& comparison_;
  const Summary& summary_;
  const Valuation& valuation_;
  const Words& words_;
};

}  // namespace

std::string balance_html(const Comparison& comparison, const Summary& summary, const Words& words) {
  return summary.valuation ? Section(comparison, summary, words).html() : "";
}

}  // namespace banenplan::plots
