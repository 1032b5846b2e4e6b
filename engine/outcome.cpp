#include "engine/outcome.hpp"

#include <algorithm>

namespace banenplan::engine {
namespace {

constexpr double euro_per_cent = 0.01;
constexpr std::int32_t quarters = 4;

// A series in a step, at(series, step), and added up over steps, sum(series, from, to).
template <class Read>
class Measurer {
 public:
  Measurer(const Program& program, const std::vector<double>& values, const Read& read)
      : program_(program), values_(values), read_(read) {}

  std::vector<double> all() const {
    std::vector<double> outcome;
    outcome.reserve(static_cast<std::size_t>(OutcomeLayout(program_).size));
    for (const Measure& measure : program_.measures) {
      if (measure.over == Measure::Over::weighted) {
        outcome.push_back(weighted(measure));
      } else if (measure.over == Measure::Over::quarter_sum) {
        for (std::int32_t quarter = 0; quarter < quarters * program_.years(); ++quarter)
          outcome.push_back(in_quarter(measure, quarter));
      } else {
        for (std::int32_t year = 0; year < program_.years(); ++year) outcome.push_back(in_year(measure, year));
      }
    }
    return outcome;
  }

 private:
  template <class Of>
  double of_terms(const Measure& measure, Of of) const {
    double sum = 0.0;
    for (const Measure::Term& term : measure.terms) {
      const double scale = term.scale == none ? 1.0 : values_[static_cast<std::size_t>(term.scale)];
      sum += term.factor * scale * of(term.series);
    }
    return sum;
  }

  double in_step(const Measure& measure, std::int32_t step) const {
    return of_terms(measure, [&](const Series& series) { return read_.at(series, step); });
  }

  double over(const Measure& measure, std::int32_t from, std::int32_t to) const {
    return of_terms(measure, [&](const Series& series) { return read_.sum(series, from, to); });
  }

  double weighted(const Measure& measure) const {
    const auto& weights = program_.curves[static_cast<std::size_t>(measure.curve)];
    double sum = 0.0;
    for (std::int32_t step = 0; step <= program_.steps; ++step) {
      const double weight = weights[static_cast<std::size_t>(step)];
      if (weight != 0.0) sum += weight * in_step(measure, step);
    }
    return sum;
  }

  double in_year(const Measure& measure, std::int32_t year) const {
    const std::int32_t from = year * program_.steps_per_year;
    const std::int32_t to = std::min(program_.steps, from + program_.steps_per_year);
    if (measure.over == Measure::Over::year_growth) return in_step(measure, to) - in_step(measure, 0);
    if (measure.over == Measure::Over::year_end) {
      const bool lasts = std::all_of(measure.terms.begin(), measure.terms.end(), [](const Measure::Term& term) {
        return term.series.kind == Series::Kind::occupancy || term.series.kind == Series::Kind::hours ||
               term.series.kind == Series::Kind::unit_hours;
      });
      return in_step(measure, lasts ? to : to - 1);
    }
    const double sum = over(measure, from, to);
    return measure.over == Measure::Over::year_mean ? sum / (to - from) : sum;
  }

  double in_quarter(const Measure& measure, std::int32_t quarter) const {
    const std::int32_t from = quarter * program_.steps_per_year / quarters;
    return over(measure, from, std::min(program_.steps, (quarter + 1) * program_.steps_per_year / quarters));
  }

  const Program& program_;
  const std::vector<double>& values_;
  const Read& read_;
};

// What somebody else tells of each step.
struct Told {
  const SeriesReader& at;

  double sum(const Series& series, std::int32_t from, std::int32_t to) const {
    double sum = 0.0;
    for (std::int32_t step = from; step < to; ++step) sum += at(series, step);
    return sum;
  }
};

// What a replication has left. Money is added up in cents, so that quarters and years agree exactly.
class Lived {
 public:
  Lived(const Program& program, const Replication& replication) : program_(program), replication_(replication) {
    balances_.resize(program.funds.size());
    for (std::size_t k = 0; k < balances_.size(); ++k) {
      replication.funds().balances(static_cast<std::int32_t>(k), balances_[k]);
    }
  }

  double at(const Series& series, std::int32_t step) const {
    switch (series.kind) {
      case Series::Kind::flow:
      case Series::Kind::ledger_row:
      case Series::Kind::account:
        return step < program_.steps ? sum(series, step, step + 1) : 0.0;
      case Series::Kind::fund_balance:
        return euro(balances_[static_cast<std::size_t>(series.index)]
                             [static_cast<std::size_t>(std::min(step, program_.steps - 1))]);
      default:
        return static_cast<double>(replication_.tally().count(series, step));
    }
  }

  double sum(const Series& series, std::int32_t from, std::int32_t to) const {
    const Ledger& ledger = replication_.ledger();
    Cents cents = 0;
    switch (series.kind) {
      case Series::Kind::flow:
        for (std::int32_t row = ledger.row(series.index, 0); row < static_cast<std::int32_t>(ledger.rows().size());
             ++row) {
          if (ledger.rows()[static_cast<std::size_t>(row)].flow != series.index) break;
          for (std::int32_t step = from; step < to; ++step) cents += ledger.amount(row, step);
        }
        return euro(cents);
      case Series::Kind::ledger_row:
        for (std::int32_t step = from; step < to; ++step) cents += ledger.amount(series.index, step);
        return euro(cents);
      case Series::Kind::account:
        for (std::int32_t step = from; step < to; ++step) cents += ledger.receipts(series.index, step);
        return euro(cents);
      default:
        double sum = 0.0;
        for (std::int32_t step = from; step < to; ++step) sum += at(series, step);
        return sum;
    }
  }

 private:
  static double euro(Cents cents) { return static_cast<double>(cents) * euro_per_cent; }

  const Program& program_;
  const Replication& replication_;
  std::vector<std::vector<Cents>> balances_;
};

}  // namespace

OutcomeLayout::OutcomeLayout(const Program& program) {
  for (const Measure& measure : program.measures) {
    first.push_back(size);
    count.push_back(measure.over == Measure::Over::weighted      ? 1
                    : measure.over == Measure::Over::quarter_sum ? quarters * program.years()
                                                                 : program.years());
    size += count.back();
  }
}

std::vector<double> outcome_of(const Program& program, const std::vector<double>& values, const SeriesReader& read) {
  return Measurer(program, values, Told{read}).all();
}

std::vector<double> outcome_of(const Program& program, const std::vector<double>& values,
                               const Replication& replication) {
  return Measurer(program, values, Lived(program, replication)).all();
}

}  // namespace banenplan::engine
