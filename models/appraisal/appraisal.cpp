#include "models/appraisal/appraisal.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace banenplan::models {
namespace {

using Cents = std::int64_t;

constexpr double euro_per_cent = 0.01;

// The ledger of a scenario, told in parties and posts.
class Book {
 public:
  Book(const ScenarioResult& scenario, const Posts& posts, std::size_t years)
      : scenario_(scenario), posts_(posts), years_(years) {
    const auto party_of = [&](std::int32_t account) {
      const AccountText& text = scenario.ledger.accounts[static_cast<std::size_t>(account)];
      return text.resource ? resource : posts.party(text.party);
    };
    const auto count = static_cast<std::int32_t>(scenario.ledger.rows.size());
    for (std::int32_t r = 0; r < count; ++r) {
      const engine::LedgerRow& row = scenario.ledger.rows[static_cast<std::size_t>(r)];
      if (row.flow == engine::none)
        continue;  // a fund and its filler: one party's own pockets, or none of the null's
      const std::int32_t post = posts.post_of_kind(scenario.ledger.flows[static_cast<std::size_t>(row.flow)].kind);
      if (post < 0 || !posts.posts[static_cast<std::size_t>(post)].on) continue;
      lines_.push_back({r, post, party_of(row.payer), party_of(row.receiver)});
    }
  }

  std::size_t cells() const { return posts_.parties.size() * posts_.posts.size() * years_; }

  // Adds, times `sign`, what each party gains by each post in each year, and what society gains by resources.
  void add(const engine::Run& run, std::size_t replication, Cents sign, std::vector<Cents>& gains,
           std::vector<Cents>& society) const {
    for (const Line& line : lines_) {
      for (std::size_t year = 0; year < years_; ++year) {
        const double euro =
            run.outcomes[replication]
                        [(scenario_.measures.size() + static_cast<std::size_t>(line.row)) * years_ + year];
        const Cents cents = sign * static_cast<Cents>(std::llround(euro * 100.0));
        if (line.payer != resource) gains[place(line.payer, line.post, year)] -= cents;
        if (line.receiver != resource) gains[place(line.receiver, line.post, year)] += cents;
        const std::size_t of_society = static_cast<std::size_t>(line.post) * years_ + year;
        if (line.payer == resource && line.receiver != resource) society[of_society] += cents;
        if (line.payer != resource && line.receiver == resource) society[of_society] -= cents;
      }
    }
  }

 private:
  static constexpr std::int32_t resource = -1;
  struct Line {
    std::int32_t row, post, payer, receiver;
  };

  std::size_t place(std::int32_t party, std::int32_t post, std::size_t year) const {
    return (static_cast<std::size_t>(party) * posts_.posts.size() + static_cast<std::size_t>(post)) * years_ + year;
  }

  const ScenarioResult& scenario_;
  const Posts& posts_;
  std::size_t years_;
  std::vector<Line> lines_;
};

double mean(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double variance(const std::vector<double>& values) {
  const double middle = mean(values);
  double squares = 0.0;
  for (const double value : values) squares += (value - middle) * (value - middle);
  return squares / static_cast<double>(values.size() - 1);
}

std::optional<double> share_of_chance(const std::vector<double>& chance, const std::vector<double>& all) {
  if (chance.size() < 2 || all.size() < 2 || variance(all) == 0.0) return std::nullopt;
  return std::min(1.0, variance(chance) / variance(all));
}

std::optional<std::int32_t> payback(const std::vector<double>& by_post_and_year, const std::vector<double>& weights) {
  const std::size_t years = weights.size();
  std::optional<std::int32_t> found;
  double sum = 0.0;
  bool spent = false;
  for (std::size_t year = 0; year < years; ++year) {
    for (std::size_t place = year; place < by_post_and_year.size(); place += years) {
      sum += weights[year] * by_post_and_year[place];
      spent = spent || by_post_and_year[place] != 0.0;
    }
    if (sum < 0.0) found.reset();
    if (sum >= 0.0 && spent && !found) found = static_cast<std::int32_t>(year);
  }
  return found;
}

class Appraiser {
 public:
  Appraiser(const Comparison& comparison, Appraisal& appraisal)
      : appraisal_(appraisal),
        years_(static_cast<std::size_t>(comparison.years)),
        null_(comparison.scenarios[static_cast<std::size_t>(comparison.null_alternative)]),
        null_book_(null_, appraisal.posts, years_) {}

  ScenarioAppraisal of(const ScenarioResult& scenario) {
    ScenarioAppraisal result;
    const Book book(scenario, appraisal_.posts, years_);
    read(book, scenario.run, null_.run, &result, result.society, result.municipality);
    UnderLuckAlone& luck = result.luck_alone;
    read(book, scenario.chance, null_.chance, nullptr, luck.society, luck.municipality);
    result.society_chance = share_of_chance(luck.society.net, result.society.net);
    result.municipality_chance = share_of_chance(luck.municipality.net, result.municipality.net);
    result.society_payback = payback(result.society_means, appraisal_.weights);
    result.municipality_payback = payback(result.municipality_means, appraisal_.weights);
    static_cast<Brought&>(result) = brought(scenario, scenario.run, null_.run);
    luck.brought = brought(scenario, scenario.chance, null_.chance);
    return result;
  }

 private:
  void read(const Book& book, const engine::Run& run, const engine::Run& null_run, ScenarioAppraisal* result,
            Worth& society, Worth& municipality) {
    const std::size_t count = std::min(run.outcomes.size(), null_run.outcomes.size());
    const std::size_t posts = appraisal_.posts.posts.size();
    const std::size_t parties = appraisal_.posts.parties.size();
    std::vector<Cents> gains(book.cells()), by_resources(posts * years_), municipal(posts * years_);
    if (result != nullptr) {
      result->parties.resize(parties);
      result->means.resize(gains.size());
      result->society_means.resize(by_resources.size());
      result->municipality_means.resize(municipal.size());
    }
    for (std::size_t r = 0; r < count; ++r) {
      for (auto* cells : {&gains, &by_resources, &municipal}) std::fill(cells->begin(), cells->end(), 0);
      book.add(run, r, 1, gains, by_resources);
      null_book_.add(null_run, r, -1, gains, by_resources);
      for (std::size_t party = 0; party < parties; ++party) {
        if (!appraisal_.posts.parties[party].municipal) continue;
        for (std::size_t k = 0; k < municipal.size(); ++k) municipal[k] += gains[party * municipal.size() + k];
      }
      add(by_resources, society);
      add(municipal, municipality);
      if (result != nullptr) keep(gains, by_resources, municipal, static_cast<double>(count), *result);
    }
  }

  // Present values of one replication.
  void add(const std::vector<Cents>& by_post_and_year, Worth& worth) const {
    double cost = 0.0, benefit = 0.0;
    for (std::size_t post = 0; post < appraisal_.posts.posts.size(); ++post) {
      const double value = present(by_post_and_year, post * years_);
      appraisal_.posts.posts[post].is_cost ? cost -= value : benefit += value;
    }
    worth.cost.push_back(cost);
    worth.benefit.push_back(benefit);
    worth.net.push_back(benefit - cost);
    const std::vector<double> amounts(by_post_and_year.begin(), by_post_and_year.end());
    worth.payback.push_back(payback(amounts, appraisal_.weights).value_or(engine::none));
  }

  double present(const std::vector<Cents>& amounts, std::size_t first) const {
    double value = 0.0;
    for (std::size_t year = 0; year < years_; ++year) {
      value += appraisal_.weights[year] * euro_per_cent * static_cast<double>(amounts[first + year]);
    }
    return value;
  }

  void keep(const std::vector<Cents>& gains, const std::vector<Cents>& by_resources,
            const std::vector<Cents>& municipal, double count, ScenarioAppraisal& result) const {
    const auto add_means = [&](const std::vector<Cents>& cells, std::vector<double>& means) {
      for (std::size_t k = 0; k < cells.size(); ++k)
        means[k] += euro_per_cent * static_cast<double>(cells[k]) / count;
    };
    add_means(gains, result.means);
    add_means(by_resources, result.society_means);
    add_means(municipal, result.municipality_means);
    for (std::size_t party = 0; party < result.parties.size(); ++party) {
      double value = 0.0;
      for (std::size_t post = 0; post < appraisal_.posts.posts.size(); ++post) {
        value += present(gains, (party * appraisal_.posts.posts.size() + post) * years_);
      }
      result.parties[party].push_back(value);
    }
    result.society_cents.push_back(std::accumulate(by_resources.begin(), by_resources.end(), Cents{0}));
    result.party_cents.push_back(std::accumulate(gains.begin(), gains.end(), Cents{0}));
  }

  Brought brought(const ScenarioResult& scenario, const engine::Run& run, const engine::Run& null_run) const {
    const auto beyond_null = [&](std::string_view key) {
      std::vector<double> values;
      for (std::size_t r = 0; r < std::min(run.outcomes.size(), null_run.outcomes.size()); ++r)
        values.push_back(total(scenario, run.outcomes[r], key) - total(null_, null_run.outcomes[r], key));
      return values;
    };
    return {beyond_null("placements"), beyond_null("jobs"), beyond_null("lasting_placements")};
  }

  // Over all years, or at the end of the last one where years do not add up; 0 without such a measure.
  double total(const ScenarioResult& scenario, const std::vector<double>& outcome, std::string_view key) const {
    for (std::size_t m = 0; m < scenario.measures.size(); ++m) {
      if (scenario.measures[m].key != key) continue;
      const auto first = outcome.begin() + static_cast<std::ptrdiff_t>(m * years_);
      const auto last = first + static_cast<std::ptrdiff_t>(years_);
      return scenario.measures[m].adds_up ? std::accumulate(first, last, 0.0) : *(last - 1);
    }
    return 0.0;
  }

  const Appraisal& appraisal_;
  std::size_t years_;
  const ScenarioResult& null_;
  Book null_book_;
};

}  // namespace

std::vector<double> discount_weights(const std::vector<double>& rates, double inflation) {
  std::vector<double> weights;
  double weight = 1.0;
  for (std::size_t year = 0; year < rates.size(); ++year) {
    if (year > 0) weight /= (1.0 + rates[year]) * (1.0 + inflation);
    weights.push_back(weight);
  }
  return weights;
}

Appraisal appraise(const Comparison& comparison) {
  Appraisal appraisal;
  appraisal.price_level = comparison.first_year;
  appraisal.rates = comparison.discount_rates;
  appraisal.inflation = comparison.inflation;
  appraisal.weights = discount_weights(appraisal.rates, appraisal.inflation);
  const auto null = static_cast<std::size_t>(comparison.null_alternative);
  const auto has_ledger = [](const ScenarioResult& scenario) { return !scenario.ledger.rows.empty(); };
  if (comparison.null_alternative < 0 || null >= comparison.scenarios.size() ||
      appraisal.rates.size() != static_cast<std::size_t>(comparison.years) ||
      !std::all_of(comparison.scenarios.begin(), comparison.scenarios.end(), has_ledger)) {
    return appraisal;
  }
  appraisal.posts = switched(read_posts(), comparison.appraisal);
  Appraiser appraiser(comparison, appraisal);
  for (const ScenarioResult& scenario : comparison.scenarios) appraisal.scenarios.push_back(appraiser.of(scenario));
  return appraisal;
}

}  // namespace banenplan::models
