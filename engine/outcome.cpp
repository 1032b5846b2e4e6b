#include "engine/outcome.hpp"

#include <algorithm>

namespace banenplan::engine {
namespace {

constexpr double euro_per_cent = 0.01;
constexpr std::int32_t quarters = 4;

template <class Read>
double in_step(const Measure& measure, const std::vector<double>& values, const Read& read, std::int32_t step) {
  double sum = 0.0;
  for (const Measure::Term& term : measure.terms) {
    const double scale = term.scale == none ? 1.0 : values[static_cast<std::size_t>(term.scale)];
    sum += term.factor * scale * read(term.series, step);
  }
  return sum;
}

template <class Read>
double weighted(const Program& program, const Measure& measure, const std::vector<double>& values, const Read& read) {
  const auto& weights = program.curves[static_cast<std::size_t>(measure.curve)];
  double sum = 0.0;
  for (std::int32_t step = 0; step <= program.steps; ++step) {
    const double weight = weights[static_cast<std::size_t>(step)];
    if (weight != 0.0) sum += weight * in_step(measure, values, read, step);
  }
  return sum;
}

template <class Read>
double in_year(const Program& program, const Measure& measure, const std::vector<double>& values, const Read& read,
               std::int32_t year) {
  const std::int32_t from = year * program.steps_per_year;
  const std::int32_t to = std::min(program.steps, from + program.steps_per_year);
  if (measure.over == Measure::Over::year_growth) {
    return in_step(measure, values, read, to) - in_step(measure, values, read, 0);
  }
  if (measure.over == Measure::Over::year_end) {
    const bool lasts = std::all_of(measure.terms.begin(), measure.terms.end(), [](const Measure::Term& term) {
      return term.series.kind == Series::Kind::occupancy || term.series.kind == Series::Kind::hours ||
             term.series.kind == Series::Kind::unit_hours;
    });
    return in_step(measure, values, read, lasts ? to : to - 1);
  }
  double sum = 0.0;
  for (std::int32_t step = from; step < to; ++step) sum += in_step(measure, values, read, step);
  return measure.over == Measure::Over::year_mean ? sum / (to - from) : sum;
}

template <class Read>
double in_quarter(const Program& program, const Measure& measure, const std::vector<double>& values, const Read& read,
                  std::int32_t quarter) {
  const std::int32_t to = std::min(program.steps, (quarter + 1) * program.steps_per_year / quarters);
  double sum = 0.0;
  for (std::int32_t step = quarter * program.steps_per_year / quarters; step < to; ++step)
    sum += in_step(measure, values, read, step);
  return sum;
}

template <class Read>
std::vector<double> measure_all(const Program& program, const std::vector<double>& values, const Read& read) {
  std::vector<double> outcome;
  for (const Measure& measure : program.measures) {
    if (measure.over == Measure::Over::weighted) {
      outcome.push_back(weighted(program, measure, values, read));
      continue;
    }
    if (measure.over == Measure::Over::quarter_sum) {
      for (std::int32_t quarter = 0; quarter < quarters * program.years(); ++quarter)
        outcome.push_back(in_quarter(program, measure, values, read, quarter));
      continue;
    }
    for (std::int32_t year = 0; year < program.years(); ++year) {
      outcome.push_back(in_year(program, measure, values, read, year));
    }
  }
  return outcome;
}

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
  return measure_all(program, values, read);
}

std::vector<double> outcome_of(const Program& program, const std::vector<double>& values,
                               const Replication& replication) {
  std::vector<std::vector<Cents>> balances(program.funds.size());
  for (std::size_t k = 0; k < balances.size(); ++k) {
    replication.funds().balances(static_cast<std::int32_t>(k), balances[k]);
  }
  const Ledger& ledger = replication.ledger();
  const auto flow_cents = [&](std::int32_t flow, std::int32_t step) {
    Cents sum = 0;
    for (std::int32_t row = ledger.row(flow, 0); row < static_cast<std::int32_t>(ledger.rows().size()); ++row) {
      if (ledger.rows()[static_cast<std::size_t>(row)].flow != flow) break;
      sum += ledger.amount(row, step);
    }
    return sum;
  };
  return measure_all(program, values, [&](const Series& series, std::int32_t step) {
    const auto money = [&](Cents cents) { return static_cast<double>(cents) * euro_per_cent; };
    switch (series.kind) {
      case Series::Kind::flow:
        return step < program.steps ? money(flow_cents(series.index, step)) : 0.0;
      case Series::Kind::ledger_row:
        return step < program.steps ? money(ledger.amount(series.index, step)) : 0.0;
      case Series::Kind::account:
        return step < program.steps ? money(ledger.receipts(series.index, step)) : 0.0;
      case Series::Kind::fund_balance:
        return money(balances[static_cast<std::size_t>(series.index)]
                             [static_cast<std::size_t>(std::min(step, program.steps - 1))]);
      default:
        return static_cast<double>(replication.tally().count(series, step));
    }
  });
}

}  // namespace banenplan::engine
