#include "engine/tally.hpp"

#include <algorithm>

namespace banenplan::engine {

Tally::Tally(const Program& program) : columns_(static_cast<std::size_t>(program.steps) + 2) {
  const auto rows = [&](std::size_t count) { return Counts(count * columns_); };
  occupancy_ = hours_ = entries_ = turned_away_ = rows(program.states.size());
  unit_hours_ = rows(static_cast<std::size_t>(program.openings.units));
  events_ = rows(static_cast<std::size_t>(EventNumbers(program).count()));
  spells_started_ = spells_lasting_ = rows(program.spells.size());
  refused_ = rows(1);
  lapsed_ = filled_ = rows(program.openings.channels.size());
}

void Tally::clear() {
  for (Counts* counts : {&occupancy_, &hours_, &unit_hours_, &events_, &entries_, &spells_started_, &spells_lasting_,
                         &refused_, &lapsed_, &filled_, &turned_away_}) {
    std::fill(counts->begin(), counts->end(), 0);
  }
}

void Tally::close() {
  for (Counts* counts : {&occupancy_, &hours_, &unit_hours_}) {
    for (std::size_t row = 0; row < counts->size(); row += columns_) {
      for (std::size_t step = 1; step < columns_; ++step) (*counts)[row + step] += (*counts)[row + step - 1];
    }
  }
}

std::int64_t Tally::count(const Series& series, std::int32_t step) const {
  switch (series.kind) {
    case Series::Kind::occupancy:
      return at(occupancy_, series.index, step);
    case Series::Kind::hours:
      return at(hours_, series.index, step);
    case Series::Kind::unit_hours:
      return at(unit_hours_, series.index - 1, step);
    case Series::Kind::exits:
      return at(events_, series.index, step);
    case Series::Kind::entries:
      return at(entries_, series.index, step);
    case Series::Kind::spells_started:
      return at(spells_started_, series.index, step);
    case Series::Kind::spells_lasting:
      return at(spells_lasting_, series.index, step);
    case Series::Kind::refused_money:
      return at(refused_, 0, step);
    case Series::Kind::lapsed:
      return at(lapsed_, series.index, step);
    case Series::Kind::turned_away:
      return at(turned_away_, series.index, step);
    case Series::Kind::filled:
      return at(filled_, series.index, step);
    case Series::Kind::flow:
    case Series::Kind::fund_balance:
    case Series::Kind::ledger_row:
    case Series::Kind::account:
      break;  // the ledger's
  }
  return 0;
}

}  // namespace banenplan::engine
