#include "engine/weights.hpp"

#include <algorithm>

namespace banenplan::engine {
namespace {

constexpr std::size_t all_levels = 256;

bool same(const std::vector<Factor>& one, const std::vector<Factor>& other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](const Factor& a, const Factor& b) {
    return a.attribute == b.attribute && a.first == b.first && a.as_measured == b.as_measured;
  });
}

}  // namespace

bool Weights::Basis::shares_with(const Basis& other) const {
  return same(factors, other.factors) && same(by_age, other.by_age) && same(by_growth, other.by_growth) &&
         by_time_in_state.from == other.by_time_in_state.from &&
         by_time_in_state.value == other.by_time_in_state.value && when == other.when &&
         january_series == other.january_series && states == other.states;
}

Weights::Weights(const Program& program)
    : program_(program), amounts_(program), basis_of_(program.flows.size(), none), in_state_(program.states.size()) {
  for (std::size_t f = 0; f < program.flows.size(); ++f) {
    const Flow& flow = program.flows[f];
    const bool of_people = flow.when == Flow::When::each_step || flow.when == Flow::When::on_entry;
    if (!of_people || flow.by_person || flow.payer.component != none || flow.receiver.component != none) continue;
    Basis basis = basis_of(static_cast<std::int32_t>(f));
    const auto known =
        std::find_if(bases_.begin(), bases_.end(), [&](const Basis& other) { return basis.shares_with(other); });
    basis_of_[f] = static_cast<std::int32_t>(known - bases_.begin());
    if (known != bases_.end()) continue;
    by_age_ = by_age_ || !basis.by_age.empty();
    for (const StateIndex state : basis.states) {
      in_state_[static_cast<std::size_t>(state)].by_level[0].push_back(basis_of_[f]);
    }
    bases_.push_back(std::move(basis));
  }
  lay_out_columns();
  for (const Basis& basis : bases_) briefs_.push_back(brief_of(basis));
  for (Lists& lists : in_state_) list_by_level(lists);
  lay_out_factors();
  for (const auto& prices : program.prices) {
    auto& numbers = price_of_year_.emplace_back(1, 0);
    for (std::size_t step = 1; step < prices.size(); ++step) {
      const bool january = amounts_.january_of(static_cast<std::int32_t>(step)) == static_cast<std::int32_t>(step);
      numbers.push_back(january ? 0 : numbers.back() + (prices[step] != prices[step - 1] ? 1 : 0));
    }
  }
  changes_.resize((static_cast<std::size_t>(program.steps) + 1) * columns_);
}

// What one stay changes stands together.
void Weights::lay_out_columns() {
  std::vector<Basis*> bases;
  for (Basis& basis : bases_) bases.push_back(&basis);
  std::stable_sort(bases.begin(), bases.end(), [](const Basis* a, const Basis* b) { return a->states < b->states; });
  for (Basis* const basis : bases) {
    basis->column = static_cast<std::int32_t>(columns_);
    columns_ += basis->january_series == none ? 1 : months_per_year;
  }
}

Weights::Brief Weights::brief_of(const Basis& basis) const {
  Brief brief;
  brief.column = basis.column;
  brief.steady = basis.by_time_in_state.empty() && basis.by_growth.empty() && basis.when == Flow::When::each_step &&
                 basis.january_series == none;
  for (const Factor& factor : basis.by_age) {
    const std::int32_t adult = std::min(program_.population.ages_matter_until, 255);
    brief.adult *= program_.tables[static_cast<std::size_t>(factor.first + adult)];
  }
  return brief;
}

void Weights::lay_out_factors() {
  for (const Basis& basis : bases_) width_ = std::max(width_, basis.factors.size());
  const auto same = [&](double number) { return ByLevel{0, same_.emplace_back(all_levels, number).data()}; };
  const ByLevel lacking = same(1.0);
  for (const Basis& basis : bases_) {
    for (const Factor& factor : basis.factors) {
      const double* const table = program_.tables.data() + factor.first;
      factors_.push_back(factor.attribute == none ? same(*table) : ByLevel{factor.attribute, table});
    }
    factors_.resize(factors_.size() + width_ - basis.factors.size(), lacking);
  }
}

// The first trait of few levels that a basis of the state has decides.
void Weights::list_by_level(Lists& lists) const {
  const std::vector<std::int32_t> all = lists.by_level.front();
  std::int32_t levels = 0;
  for (const std::int32_t number : all) {
    const auto& factors = bases_[static_cast<std::size_t>(number)].factors;
    if (levels > 0 || factors.empty() || factors.front().attribute == none) continue;
    lists.attribute = factors.front().attribute;
    levels = program_.population.attributes[static_cast<std::size_t>(lists.attribute)].levels;
  }
  if (levels == 0) {
    lists.attribute = none;
    return;
  }
  lists.by_level.assign(static_cast<std::size_t>(levels), {});
  for (std::size_t level = 0; level < lists.by_level.size(); ++level) {
    const auto weightless = [&](const Factor& factor) {
      return factor.attribute == lists.attribute &&
             program_.tables[static_cast<std::size_t>(factor.first) + level] == 0.0;
    };
    for (const std::int32_t number : all) {
      const auto& factors = bases_[static_cast<std::size_t>(number)].factors;
      if (std::none_of(factors.begin(), factors.end(), weightless)) lists.by_level[level].push_back(number);
    }
  }
}

Weights::Basis Weights::basis_of(std::int32_t number) const {
  const Flow& flow = program_.flows[static_cast<std::size_t>(number)];
  Basis basis;
  for (const Factor& factor : flow.factors) {
    const bool age = factor.attribute != none && factor.attribute == program_.population.age_attribute;
    (age ? basis.by_age : amounts_.is_growing(factor) ? basis.by_growth : basis.factors).push_back(factor);
  }
  // Traits of few levels first: they tell soonest that a flow is not this person's.
  const auto levels = [&](const Factor& factor) {
    if (factor.attribute == none) return 0;
    const std::int32_t known = program_.population.attributes[static_cast<std::size_t>(factor.attribute)].levels;
    return known > 0 ? known : 256;
  };
  std::stable_sort(basis.factors.begin(), basis.factors.end(),
                   [&](const Factor& a, const Factor& b) { return levels(a) < levels(b); });
  basis.by_time_in_state = flow.by_time_in_state;
  basis.when = flow.when;
  if (flow.set_in_january) basis.january_series = flow.series;
  for (std::size_t s = 0; s < program_.states.size(); ++s) {
    const auto& flows = program_.states[s].flows;
    if (std::find(flows.begin(), flows.end(), number) != flows.end())
      basis.states.push_back(static_cast<StateIndex>(s));
  }
  return basis;
}

void Weights::set(const std::vector<double>& values) {
  values_ = &values;
  amounts_.set(values);
  std::fill(changes_.begin(), changes_.end(), 0);
}

void Weights::add(StateIndex state, const Stay& stay, std::int32_t to) {
  if (stay.entered >= to) return;
  const Lists& lists = in_state_[static_cast<std::size_t>(state)];
  const std::size_t level = lists.attribute == none ? 0 : stay.levels[lists.attribute];
  const bool young = by_age_ && amounts_.age_matters(stay, stay.entered);
  Fixed* const entering = changes_.data() + static_cast<std::size_t>(stay.entered) * columns_;
  Fixed* const leaving = changes_.data() + static_cast<std::size_t>(to) * columns_;
  for (const std::int32_t number : lists.by_level[level]) {
    const Brief& basis = briefs_[static_cast<std::size_t>(number)];
    const double weight = person_weight(number, stay.levels);
    if (!basis.steady || young) {
      if (weight != 0.0) add_stretches(bases_[static_cast<std::size_t>(number)], stay, to, weight);
      continue;
    }
    const Fixed fixed = to_whole(weight * basis.adult);
    entering[basis.column] += fixed;
    leaving[basis.column] -= fixed;
  }
}

void Weights::add_stretches(const Basis& basis, const Stay& stay, std::int32_t to, double weight) {
  if (basis.when == Flow::When::on_entry) {
    if (stay.elapsed != 0) return;
    to = stay.entered + 1;
  }
  std::int32_t from = stay.entered;
  while (from < to) {
    std::int32_t end = to;
    double here = weight;
    std::int32_t column = basis.column;
    if (!basis.by_time_in_state.empty()) {
      here *= (*values_)[static_cast<std::size_t>(basis.by_time_in_state.at(from - stay.entered + stay.elapsed))];
      end = std::min(end, amounts_.factor_ends(basis.by_time_in_state, stay, from));
    }
    if (!basis.by_age.empty()) {
      here *= amounts_.age_factor(basis.by_age, stay, from);
      end = std::min(end, amounts_.birthday_after(stay, from));
    }
    if (!basis.by_growth.empty()) {
      here *= amounts_.growth_factor(basis.by_growth, stay, from);
      end = std::min(end, amounts_.growth_ends(basis.by_growth, stay, from));
    }
    if (basis.january_series != none) {
      // In the year of entry the price of that step holds; from then on the first of each year.
      const std::int32_t january = amounts_.january_of(from);
      if (january < stay.entered) {
        column += price_of_year(basis.january_series, stay.entered);
        end = std::min(end, january + months_per_year);
      }
    }
    const Fixed fixed = to_whole(here);
    change(from, column, fixed);
    change(end, column, -fixed);
    from = end;
  }
}

void Weights::close() {
  for (std::size_t place = columns_; place < changes_.size(); ++place) changes_[place] += changes_[place - columns_];
}

void Weights::post(Ledger& ledger) {
  close();
  for (std::size_t f = 0; f < basis_of_.size(); ++f) {
    if (basis_of_[f] != none) post(static_cast<std::int32_t>(f), ledger);
  }
}

double Weights::scale_of(const Flow& flow) const {
  double scale = 1.0 / one;
  for (const ValueIndex index : flow.scales) scale *= (*values_)[static_cast<std::size_t>(index)];
  return scale;
}

inline double Weights::weighted_price(const Flow& flow, const Basis& basis, std::int32_t step) const {
  const auto& prices = program_.prices[static_cast<std::size_t>(flow.series)];
  const Fixed* const weights =
      &changes_[static_cast<std::size_t>(step) * columns_ + static_cast<std::size_t>(basis.column)];
  if (basis.january_series == none) return static_cast<double>(weights[0]) * prices[static_cast<std::size_t>(step)];
  double euro = 0.0;
  const std::int32_t first = std::max(0, amounts_.january_of(step));
  for (std::int32_t k = first; k <= step; ++k) {
    const std::int32_t number_in_year = price_of_year(flow.series, k);
    if (k != first && number_in_year == price_of_year(flow.series, k - 1)) continue;
    euro += static_cast<double>(weights[number_in_year]) * prices[static_cast<std::size_t>(k)];
  }
  return euro;
}

double Weights::euro(std::int32_t number, std::int32_t step) const {
  const Flow& flow = program_.flows[static_cast<std::size_t>(number)];
  const Basis& basis = bases_[static_cast<std::size_t>(basis_of_[static_cast<std::size_t>(number)])];
  return weighted_price(flow, basis, step) * scale_of(flow);
}

void Weights::post(std::int32_t number, Ledger& ledger) const {
  const Flow& flow = program_.flows[static_cast<std::size_t>(number)];
  const Basis& basis = bases_[static_cast<std::size_t>(basis_of_[static_cast<std::size_t>(number)])];
  const double scale = scale_of(flow);
  const std::int32_t row = ledger.row(number, 0);
  for (std::int32_t step = 0; step < program_.steps; ++step) {
    const Cents cents = to_cents(weighted_price(flow, basis, step) * scale);
    if (cents != 0) ledger.post(row, step, step + 1, cents);
  }
}

}  // namespace banenplan::engine
