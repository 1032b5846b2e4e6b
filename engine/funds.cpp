#include "engine/funds.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

namespace banenplan::engine {
namespace {

constexpr auto no_visit = [](const auto&, std::int32_t, std::int32_t, Cents) {};

}  // namespace

Funds::Funds(const Program& program) : program_(program), start_month_(program.start.month_of_year() - 1) {
  const auto steps = static_cast<std::size_t>(program.plan_steps);
  std::size_t rows = program.funds.size();
  for (const Fund& fund : program.funds) {
    first_unit_row_.push_back(fund.unit_shares.empty() ? none : static_cast<std::int32_t>(rows));
    rows += fund.unit_shares.size();
  }
  inflow_.assign(rows, std::vector<Cents>(steps));
  net_ = inflow_;
  promises_.assign(program.components.size(), std::vector<Cents>(steps));
  Piece piece;
  piece.touched.resize(program.components.size());
  piece.changes.assign(program.components.size(), std::vector<Cents>(steps + 1));
  pieces_.assign(program.states.size() + 1, piece);
  for (const State& state : program.states) parts_.push_back(parts_of(state));
}

std::vector<Funds::Part> Funds::parts_of(const State& state) const {
  std::vector<Part> parts;
  for (const std::int32_t number : state.flows) {
    const Flow& flow = program_.flows[static_cast<std::size_t>(number)];
    const std::int32_t component = std::max(flow.payer.component, flow.receiver.component);
    if (component == none) continue;
    const Cents sign = flow.payer.component == none ? -1 : 1;
    parts.push_back({number, static_cast<std::size_t>(component), sign, Gate(program_, flow)});
  }
  return parts;
}

void Funds::set(const Program& program, const std::vector<double>& values) {
  values_ = &values;
  const auto fill = [&](std::size_t row, const Fund& fund, double share) {
    const double scale = share * (fund.scale == none ? 1.0 : values[static_cast<std::size_t>(fund.scale)]);
    const auto& series = program.prices[static_cast<std::size_t>(fund.series)];
    for (std::size_t step = 0; step < inflow_[row].size(); ++step) {
      inflow_[row][step] = to_cents(series[step] * scale);
    }
  };
  std::size_t row = program.funds.size();
  for (std::size_t k = 0; k < program.funds.size(); ++k) {
    fill(k, program.funds[k], 1.0);
    for (const ValueIndex share : program.funds[k].unit_shares) {
      fill(row++, program.funds[k], values[static_cast<std::size_t>(share)]);
    }
  }
}

void Funds::clear() {
  net_ = inflow_;
}

std::int32_t Funds::term_end(StateIndex state, std::int32_t from, std::int32_t elapsed) const {
  const ValueIndex duration = program_.states[static_cast<std::size_t>(state)].duration;
  if (duration == none) return program_.plan_steps;
  const auto steps = whole((*values_)[static_cast<std::size_t>(duration)]);
  return std::min(program_.plan_steps, from + steps - elapsed);
}

template <class Visit>
void Funds::find_cost(const Amounts& amounts, const Stay& stay, StateIndex state, std::int32_t to, Piece& piece,
                      Visit visit) const {
  Stay here = stay;
  here.grows = program_.states[static_cast<std::size_t>(state)].grows;
  piece.from = stay.entered;
  piece.to = to;
  std::fill(piece.touched.begin(), piece.touched.end(), std::uint8_t{0});
  for (const Part& part : parts_[static_cast<std::size_t>(state)]) {
    if (part.gate.shut(stay.levels)) continue;
    auto& changes = piece.changes[part.component];
    amounts.each(program_.flows[static_cast<std::size_t>(part.flow)], here, stay.entered, to,
                 [&](std::int32_t begin, std::int32_t end, Cents cents) {
                   if (piece.touched[part.component] == 0) {
                     piece.touched[part.component] = 1;
                     std::fill(changes.begin() + piece.from, changes.begin() + to + 1, 0);
                   }
                   changes[static_cast<std::size_t>(begin)] += part.sign * cents;
                   changes[static_cast<std::size_t>(end)] -= part.sign * cents;
                   visit(part, begin, end, cents);
                 });
  }
}

void Funds::add_promise(std::int32_t fund, const Piece& piece, std::size_t component,
                        std::vector<Cents>& promise) const {
  const bool carry_over = program_.funds[static_cast<std::size_t>(fund)].carry_over;
  Cents cost = 0;
  Cents spent = 0;
  Cents promised = 0;
  for (std::int32_t step = piece.from; step < piece.to; ++step) {
    const auto here = static_cast<std::size_t>(step);
    if (!carry_over && year_begins(step)) spent = promised = 0;
    cost += piece.changes[component][here];
    spent += cost;
    const Cents more = std::max(spent - promised, Cents{0});
    promise[here] += more;
    promised += more;
  }
}

bool Funds::bears(std::int32_t fund, std::int32_t unit, const std::vector<Cents>& promise, std::int32_t from) const {
  if (!row_bears(fund, static_cast<std::size_t>(fund), promise, from)) return false;
  const std::int32_t common_from = program_.funds[static_cast<std::size_t>(fund)].common_from;
  const std::int32_t row = common_from != none && from >= common_from ? none : unit_row(fund, unit);
  return row == none || row_bears(fund, static_cast<std::size_t>(row), promise, from);
}

bool Funds::row_bears(std::int32_t fund, std::size_t row, const std::vector<Cents>& promise,
                      std::int32_t from) const {
  const bool carry_over = program_.funds[static_cast<std::size_t>(fund)].carry_over;
  const std::vector<Cents>& net = net_[row];
  std::int32_t first = 0;
  if (!carry_over) {
    for (first = from; first > 0 && !year_begins(first);) --first;
  }
  Cents left = std::accumulate(net.begin() + first, net.begin() + from, Cents{0});
  // A year at a time: whether it falls short anywhere is asked once.
  while (from < program_.plan_steps) {
    const std::int32_t to = year_end(from);
    Cents signs = 0;  // negative as soon as what is left is
    for (auto step = static_cast<std::size_t>(from); step < static_cast<std::size_t>(to); ++step) {
      left += net[step] - promise[step];
      signs |= left;
    }
    if (signs < 0) return false;
    if (!carry_over) left = 0;
    from = to;
  }
  return true;
}

void Funds::set_apart(std::int32_t fund, std::int32_t unit, const std::vector<Cents>& promise, std::int32_t from) {
  for (const std::int32_t row : {fund, unit_row(fund, unit)}) {
    if (row == none) continue;
    auto& net = net_[static_cast<std::size_t>(row)];
    std::transform(net.begin() + from, net.end(), promise.begin() + from, net.begin() + from, std::minus<>());
  }
}

void Funds::give_back(std::int32_t fund, std::int32_t unit, const std::vector<Cents>& promise, std::int32_t from) {
  for (const std::int32_t row : {fund, unit_row(fund, unit)}) {
    if (row == none) continue;
    auto& net = net_[static_cast<std::size_t>(row)];
    std::transform(net.begin() + from, net.end(), promise.begin() + from, net.begin() + from, std::plus<>());
  }
}

bool Funds::is_touched(std::size_t component) const {
  const auto end = pieces_.begin() + static_cast<std::ptrdiff_t>(piece_count_);
  return std::any_of(pieces_.begin(), end, [&](const Piece& piece) { return piece.touched[component] != 0; });
}

bool Funds::sign(const Amounts& amounts, const Stay& stay, StateIndex state, Choices& choices, std::int32_t& ends) {
  piece_count_ = 0;
  const std::int32_t unit = unit_of(stay);
  Stay piece = stay;
  for (StateIndex next = state; next != none; next = program_.states[static_cast<std::size_t>(next)].covers_next) {
    ends = term_end(next, piece.entered, piece.elapsed);
    find_cost(amounts, piece, next, ends, pieces_[piece_count_++], no_visit);
    if (program_.states[static_cast<std::size_t>(next)].grows) piece.grown += ends - piece.entered;
    piece.entered = ends;
    piece.elapsed = 0;
  }
  for (std::size_t c = 0; c < promises_.size(); ++c) {
    choices[c] = none;
    if (!is_touched(c)) continue;
    auto& promise = promises_[c];
    const auto& funds = program_.components[c].funds;
    for (std::size_t place = 0; place < funds.size() && choices[c] == none; ++place) {
      std::fill(promise.begin() + stay.entered, promise.end(), 0);
      for (std::size_t k = 0; k < piece_count_; ++k) {
        if (pieces_[k].touched[c] != 0) add_promise(funds[place], pieces_[k], c, promise);
      }
      if (bears(funds[place], unit, promise, stay.entered)) choices[c] = static_cast<std::int32_t>(place);
    }
    if (choices[c] != none) {
      set_apart(fund_of(c, choices[c]), unit, promise, stay.entered);
      continue;
    }
    for (std::size_t earlier = 0; earlier < c; ++earlier) {
      if (choices[earlier] != none)
        give_back(fund_of(earlier, choices[earlier]), unit, promises_[earlier], stay.entered);
    }
    return false;
  }
  return true;
}

Shortage Funds::shortage(const Stay& stay, const Choices& choices) const {
  std::size_t c = 0;
  while (c < promises_.size() && (!is_touched(c) || choices[c] != none)) ++c;
  if (c == promises_.size()) return {};
  const std::int32_t fund = program_.components[c].funds.back();
  std::vector<Cents> promise = promises_[c];
  for (std::size_t earlier = 0; earlier < c; ++earlier) {
    if (choices[earlier] == none || !is_touched(earlier) || fund_of(earlier, choices[earlier]) != fund) continue;
    const auto from = static_cast<std::ptrdiff_t>(stay.entered);
    std::transform(promise.begin() + from, promise.end(), promises_[earlier].begin() + from, promise.begin() + from,
                   std::plus<>());
  }
  return shortage(fund, unit_of(stay), promise, stay.entered);
}

Shortage Funds::standing_shortage(const Flow& flow) const {
  const auto component = static_cast<std::size_t>(flow.payer.component);
  return shortage(program_.components[component].funds.back(), 0, promises_[component], 0);
}

// As row_bears goes through the steps, of the fund and then of the unit's part in it.
Shortage Funds::shortage(std::int32_t fund, std::int32_t unit, const std::vector<Cents>& promise,
                         std::int32_t from) const {
  const bool carry_over = program_.funds[static_cast<std::size_t>(fund)].carry_over;
  for (const std::int32_t row : {fund, unit_row(fund, unit)}) {
    if (row == none) continue;
    const std::vector<Cents>& net = net_[static_cast<std::size_t>(row)];
    std::int32_t first = carry_over ? 0 : from;
    while (!carry_over && first > 0 && !year_begins(first)) --first;
    Shortage found{fund, row == fund ? 0 : unit, from, 0, 0};
    found.there = std::accumulate(net.begin() + first, net.begin() + from, Cents{0});
    for (; found.step < program_.plan_steps; ++found.step) {
      const auto here = static_cast<std::size_t>(found.step);
      if (!carry_over && year_begins(found.step)) found.there = found.needed = 0;
      found.there += net[here];
      found.needed += promise[here];
      if (found.needed > found.there) return found;
    }
  }
  return {};
}

void Funds::release(const Amounts& amounts, const Stay& stay, StateIndex state, const std::int32_t* choices,
                    std::int32_t from) {
  const std::int32_t to = term_end(state, stay.entered, stay.elapsed);
  if (from >= to) return;
  Piece& piece = pieces_.front();
  find_cost(amounts, stay, state, to, piece, no_visit);
  for (std::size_t c = 0; c < promises_.size(); ++c) {
    if (choices[c] == none || piece.touched[c] == 0) continue;
    const std::int32_t fund = fund_of(c, choices[c]);
    std::fill(promises_[c].begin() + stay.entered, promises_[c].end(), 0);
    add_promise(fund, piece, c, promises_[c]);
    give_back(fund, unit_of(stay), promises_[c], from);
  }
}

void Funds::settle(const Amounts& amounts, const Stay& stay, StateIndex state, const std::int32_t* choices,
                   std::int32_t to, Ledger& ledger) {
  Piece& piece = pieces_.front();
  find_cost(amounts, stay, state, to, piece,
            [&](const Part& part, std::int32_t begin, std::int32_t end, Cents cents) {
              const std::int32_t choice = choices[part.component];
              if (choice != none) ledger.post(ledger.row(part.flow, choice), begin, end, cents);
            });
  for (std::size_t c = 0; c < promises_.size(); ++c) {
    if (choices[c] == none || piece.touched[c] == 0) continue;
    const std::int32_t fund = fund_of(c, choices[c]);
    std::fill(promises_[c].begin() + stay.entered, promises_[c].begin() + to, 0);
    add_promise(fund, piece, c, promises_[c]);
    for (const std::int32_t row : {fund, unit_row(fund, unit_of(stay))}) {
      if (row == none) continue;
      auto& net = net_[static_cast<std::size_t>(row)];
      Cents cost = 0;
      for (auto step = static_cast<std::size_t>(stay.entered); step < static_cast<std::size_t>(to); ++step) {
        cost += piece.changes[c][step];
        net[step] += promises_[c][step] - cost;
      }
    }
  }
}

std::int32_t Funds::sign_standing(const Amounts& amounts, const Flow& flow) {
  const auto component = static_cast<std::size_t>(flow.payer.component);
  auto& cost = promises_[component];
  std::fill(cost.begin(), cost.end(), 0);
  amounts.each(flow, Stay{}, 0, program_.plan_steps, [&](std::int32_t begin, std::int32_t end, Cents cents) {
    for (std::int32_t step = begin; step < end; ++step) cost[static_cast<std::size_t>(step)] += cents;
  });
  const auto& funds = program_.components[component].funds;
  for (std::size_t k = 0; k < funds.size(); ++k) {
    if (!bears(funds[k], 0, cost, 0)) continue;
    set_apart(funds[k], 0, cost, 0);
    return static_cast<std::int32_t>(k);
  }
  return none;
}

void Funds::post(Ledger& ledger) {
  for (std::size_t k = 0; k < program_.funds.size(); ++k) {
    const auto fund = static_cast<std::int32_t>(k);
    balances(fund, balance_);
    for (std::int32_t step = 0; step < program_.steps; ++step) {
      const auto here = static_cast<std::size_t>(step);
      ledger.post(ledger.inflow_row(fund), step, step + 1, inflow_[k][here]);
      if (!program_.funds[k].carry_over && year_begins(step + 1)) {
        ledger.post(ledger.return_row(fund), step, step + 1, balance_[here]);
      }
    }
  }
}

void Funds::balances(std::int32_t fund, std::vector<Cents>& by_step) const {
  const auto number = static_cast<std::size_t>(fund);
  by_step.resize(static_cast<std::size_t>(program_.steps));
  Cents left = 0;
  for (std::int32_t step = 0; step < program_.steps; ++step) {
    const auto here = static_cast<std::size_t>(step);
    if (!program_.funds[number].carry_over && year_begins(step)) left = 0;
    by_step[here] = left += net_[number][here];
  }
}

}  // namespace banenplan::engine
