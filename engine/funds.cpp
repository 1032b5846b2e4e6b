#include "engine/funds.hpp"

#include <algorithm>

namespace banenplan::engine {

Funds::Funds(const Program& program) : program_(program), start_month_(program.start.month_of_year() - 1) {
  const auto steps = static_cast<std::size_t>(program.plan_steps);
  inflow_.assign(program.funds.size(), std::vector<Cents>(steps));
  net_ = inflow_;
  cost_.assign(program.components.size(), std::vector<Cents>(steps));
}

void Funds::set(const Program& program, const std::vector<double>& values) {
  values_ = &values;
  for (std::size_t k = 0; k < inflow_.size(); ++k) {
    const Fund& fund = program.funds[k];
    const double scale = fund.scale == none ? 1.0 : values[static_cast<std::size_t>(fund.scale)];
    const auto& series = program.prices[static_cast<std::size_t>(fund.series)];
    for (std::size_t step = 0; step < inflow_[k].size(); ++step) inflow_[k][step] = to_cents(series[step] * scale);
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

void Funds::add_cost(const Amounts& amounts, const Stay& stay, StateIndex state, std::int32_t from, std::int32_t to) {
  for (const std::int32_t number : program_.states[static_cast<std::size_t>(state)].flows) {
    const Flow& flow = program_.flows[static_cast<std::size_t>(number)];
    const auto add = [&](const Party& party, Cents direction) {
      if (party.component == none) return;
      auto& cost = cost_[static_cast<std::size_t>(party.component)];
      amounts.each(flow, stay, from, to, [&](std::int32_t begin, std::int32_t end, Cents cents) {
        for (std::int32_t step = begin; step < end; ++step) cost[static_cast<std::size_t>(step)] += direction * cents;
      });
    };
    add(flow.payer, 1);
    add(flow.receiver, -1);
  }
}

bool Funds::bears(std::int32_t fund, const std::vector<Cents>& cost, std::int32_t from) const {
  const auto number = static_cast<std::size_t>(fund);
  const bool carry_over = program_.funds[number].carry_over;
  const std::vector<Cents>& net = net_[number];
  Cents left = 0;
  for (std::int32_t step = 0; step < program_.plan_steps; ++step) {
    const auto here = static_cast<std::size_t>(step);
    if (!carry_over && year_begins(step)) left = 0;
    left += net[here];
    if (step < from) continue;
    left -= cost[here];
    if (left < 0) return false;
  }
  return true;
}

void Funds::promise(std::int32_t fund, const std::vector<Cents>& cost, std::int32_t from, Cents sign) {
  auto& net = net_[static_cast<std::size_t>(fund)];
  for (auto step = static_cast<std::size_t>(from); step < net.size(); ++step) net[step] -= sign * cost[step];
}

bool Funds::sign(const Amounts& amounts, const Stay& stay, StateIndex state, Choices& choices, std::int32_t& ends) {
  for (auto& cost : cost_) std::fill(cost.begin() + stay.entered, cost.end(), 0);
  ends = term_end(state, stay.entered, stay.elapsed);
  add_cost(amounts, stay, state, stay.entered, ends);
  for (StateIndex next = program_.states[static_cast<std::size_t>(state)].covers_next; next != none;
       next = program_.states[static_cast<std::size_t>(next)].covers_next) {
    Stay later = stay;
    later.entered = ends;
    later.elapsed = 0;
    ends = term_end(next, later.entered, 0);
    add_cost(amounts, later, next, later.entered, ends);
  }
  for (std::size_t c = 0; c < cost_.size(); ++c) {
    choices[c] = none;
    const auto touched = [](Cents cents) { return cents != 0; };
    if (std::none_of(cost_[c].begin() + stay.entered, cost_[c].end(), touched)) continue;
    const auto& funds = program_.components[c].funds;
    for (std::size_t k = 0; k < funds.size() && choices[c] == none; ++k) {
      if (bears(funds[k], cost_[c], stay.entered)) choices[c] = static_cast<std::int32_t>(k);
    }
    if (choices[c] == none) {
      for (std::size_t earlier = 0; earlier < c; ++earlier) {
        if (choices[earlier] == none) continue;
        const auto place = static_cast<std::size_t>(choices[earlier]);
        promise(program_.components[earlier].funds[place], cost_[earlier], stay.entered, -1);
      }
      return false;
    }
    promise(funds[static_cast<std::size_t>(choices[c])], cost_[c], stay.entered, 1);
  }
  return true;
}

void Funds::release(const Amounts& amounts, const Stay& stay, StateIndex state, const std::int32_t* choices,
                    std::int32_t from, std::int32_t to) {
  if (from >= to) return;
  for (auto& cost : cost_) std::fill(cost.begin() + from, cost.end(), 0);
  add_cost(amounts, stay, state, from, to);
  for (std::size_t c = 0; c < cost_.size(); ++c) {
    if (choices[c] == none) continue;
    promise(program_.components[c].funds[static_cast<std::size_t>(choices[c])], cost_[c], from, -1);
  }
}

std::int32_t Funds::sign_standing(const Amounts& amounts, const Flow& flow) {
  const auto component = static_cast<std::size_t>(flow.payer.component);
  auto& cost = cost_[component];
  std::fill(cost.begin(), cost.end(), 0);
  amounts.each(flow, Stay{}, 0, program_.plan_steps, [&](std::int32_t begin, std::int32_t end, Cents cents) {
    for (std::int32_t step = begin; step < end; ++step) cost[static_cast<std::size_t>(step)] += cents;
  });
  const auto& funds = program_.components[component].funds;
  for (std::size_t k = 0; k < funds.size(); ++k) {
    if (!bears(funds[k], cost, 0)) continue;
    promise(funds[k], cost, 0, 1);
    return static_cast<std::int32_t>(k);
  }
  return none;
}

void Funds::post(Ledger& ledger) {
  for (std::size_t k = 0; k < net_.size(); ++k) {
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
