#include "plots/worth.hpp"

#include <algorithm>

#include "plots/elements.hpp"
#include "plots/figure.hpp"
#include "plots/findings.hpp"
#include "plots/phrases.hpp"
#include "plots/table.hpp"

namespace banenplan::plots {
namespace {

class Section {
 public:
  Section(const Json& results, const Words& words)
      : results_(results), appraisal_(results.at("appraisal")), words_(words), banded_(banded(results)) {}

  std::string html() const {
    std::string text = heading(2, words_("balance.heading"), "worth");
    text += paragraph(words_("balance.intro", {{"from", results_.at("period").at("from").dump()},
                                               {"to", std::to_string(last_year(results_))},
                                               {"rate", words_.share(appraisal_.at("rates").back(), 2)}}));
    for (const std::size_t k : shown()) text += paragraph(verdict(k));
    return text + scrolling(table(), "results") + note(words_("balance.transfers")) + budgets();
  }

 private:
  std::vector<std::size_t> shown() const {
    std::vector<std::size_t> places;
    for (std::size_t k = 0; k < results_.at("scenarios").size(); ++k)
      if (null_place(results_) != k) places.push_back(k);
    return places;
  }
  std::string title(std::size_t scenario) const { return title_in(results_.at("scenarios").at(scenario), words_); }
  const Json& valued(std::size_t scenario) const { return appraisal_.at("scenarios").at(scenario); }

  std::string amount_sentence(const std::string& side, std::size_t scenario) const {
    const Band net = band_in(valued(scenario).at(side).at("net")).value_or(Band{});
    // One replication shows an amount, and not whether it is more than chance.
    const std::string sign = banded_ ? sign_of(net) : "unclear";
    const Band shown = sign == "less" ? net.negated() : net;
    const std::string amount = in_euros(shown, banded_, words_);
    const std::string key = "balance." + side + "_" + sign;
    if (side == "society") return words_(key, {{"scenario", title(scenario)}, {"amount", amount}});
    return words_(key, {{"amount", amount}});
  }

  std::string verdict(std::size_t scenario) const {
    const Json& ratio = valued(scenario).at("society").at("ratio");
    return amount_sentence("society", scenario) + " " +
           (ratio.contains("value") ? words_("balance.ratio", {{"ratio", ratio_text(ratio, 2, words_)}})
                                    : words_("balance.no_ratio")) +
           " " + amount_sentence("municipality", scenario);
  }

  Table table() const {
    Table table{words_("balance.table"), {{words_("balance.actor")}}, {}};
    for (const std::size_t k : shown())
      table.columns.push_back({title(k), Alignment::right, attribute("scenario", std::to_string(k))});
    const auto row = [&](const std::string& name, const auto& text_of) {
      std::vector<Cell> cells{{name}};
      for (const std::size_t k : shown()) cells.push_back({text_of(valued(k))});
      table.rows.push_back(cells);
    };
    const Json& parties = appraisal_.at("parties");
    for (std::size_t party = 0; party < parties.size(); ++party)
      row(whole_title(parties[party], words_),
          [&](const Json& one) { return millions(band_in(one.at("parties").at(party).at("net")), banded_, words_); });
    row(words_("balance.society"),
        [&](const Json& one) { return millions(band_in(one.at("society").at("net")), banded_, words_); });
    row(words_("balance.ratio_society"),
        [&](const Json& one) { return ratio_text(one.at("society").at("ratio"), 2, words_); });
    row(words_("balance.ratio_municipality"),
        [&](const Json& one) { return ratio_text(one.at("municipality").at("ratio"), 2, words_); });
    row(words_("balance.payback"), [&](const Json& one) {
      const Json& year = one.at("society").value("payback_year", Json{});
      return year.is_number() ? year.dump() : words_("balance.never");
    });
    row(words_("balance.per_lasting"),
        [&](const Json& one) { return ratio_text(one.at("cost_per").at("lasting_job"), 0, words_); });
    return table;
  }

  std::string budgets() const {
    std::string text;
    for (std::size_t k = 0; k < results_.at("scenarios").size(); ++k) {
      for (const Json& check : valued(k).at("budgets")) {
        const Json& years = check.at("years");
        const auto worst = std::max_element(years.begin(), years.end(), [](const Json& one, const Json& two) {
          return one.at("chance_over").get<double>() < two.at("chance_over").get<double>();
        });
        if (worst == years.end()) continue;
        const auto key = check.at("key").get<std::string>();
        const Json* const measure = measure_in(results_["scenarios"][k], key);
        text += paragraph(
            words_("balance.budget_over", {{"scenario", title(k)},
                                           {"what", measure == nullptr ? key : whole_title(*measure, words_)},
                                           {"year", worst->at("year").dump()},
                                           {"chance", words_.share(worst->at("chance_over").get<double>(), 0)}}));
      }
    }
    return text;
  }

  const Json& results_;
  const Json& appraisal_;
  const Words& words_;
  bool banded_;
};

}  // namespace

std::string ratio_text(const Json& ratio, int decimals, const Words& words) {
  if (!ratio.contains("value")) return words("balance.none");
  const auto number = [&](double value) { return words.number(value, decimals); };
  const double value = ratio.at("value").get<double>();
  const bool has_band = ratio.at("low").is_number();
  const auto edge = [&](const char* key) { return has_band ? ratio.at(key).get<double>() : value; };
  return band_text(Band{value, edge("low"), edge("high"), value}, has_band, number, words);
}

std::string in_whole(const std::optional<Band>& band, bool with_band, const Words& words) {
  return band_text(
      band, with_band, [&](double value) { return words.number(value); }, words);
}

std::string in_euros(const std::optional<Band>& band, bool with_band, const Words& words) {
  return band_text(
      band, with_band, [&](double value) { return rounded_euros(value, words); }, words);
}

std::string worth_html(const Json& results, const Words& words) {
  return results.at("appraisal").is_object() ? Section(results, words).html() : "";
}

}  // namespace banenplan::plots
