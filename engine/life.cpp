#include "engine/life.hpp"

#include <algorithm>

namespace banenplan::engine {

Life::Life(const Program& program, const std::vector<double>& values)
    : program_(program), values_(values), ledger_(program), amounts_(program), weights_(program) {
  amounts_.set(values);
}

void Life::live(const std::vector<Visit>& visits) {
  euros_.assign(ledger_.rows().size() * static_cast<std::size_t>(program_.steps), 0.0);
  weights_.set(values_);
  for (const Visit& visit : visits) pay(visit);
  weights_.close();
  for (std::int32_t flow = 0; flow < static_cast<std::int32_t>(program_.flows.size()); ++flow) {
    if (!weights_.holds(flow)) continue;
    for (std::int32_t step = 0; step < program_.steps; ++step)
      add(ledger_.row(flow, 0), step, weights_.euro(flow, step));
  }
}

void Life::pay(const Visit& visit) {
  const State& here = program_.states[static_cast<std::size_t>(visit.state)];
  const std::int32_t to = std::min(visit.to, program_.steps);
  const Stay stay{visit.levels.data(), visit.birth_month, visit.from, visit.elapsed, visit.grown, here.grows};
  weights_.add(visit.state, stay, to);
  for (const std::int32_t number : here.flows) {
    if (weights_.holds(number)) continue;
    const Flow& flow = program_.flows[static_cast<std::size_t>(number)];
    const std::int32_t component = std::max(flow.payer.component, flow.receiver.component);
    const std::int32_t choice = component == none ? 0 : visit.choices[static_cast<std::size_t>(component)];
    if (component != none && (choice == none || !here.under_contract)) continue;
    const std::int32_t row = ledger_.row(number, choice);
    amounts_.each(flow, stay, visit.from, to, [&](std::int32_t from, std::int32_t end, Cents cents) {
      constexpr double cents_per_euro = 100.0;
      for (std::int32_t step = from; step < end; ++step) add(row, step, static_cast<double>(cents) / cents_per_euro);
    });
  }
}

bool Life::of_people(std::int32_t row) const {
  const std::int32_t number = ledger_.rows()[static_cast<std::size_t>(row)].flow;
  if (number == none) return false;
  const Flow::When when = program_.flows[static_cast<std::size_t>(number)].when;
  return when == Flow::When::each_step || when == Flow::When::on_entry;
}

}  // namespace banenplan::engine
