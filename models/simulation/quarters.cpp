#include "models/simulation/quarters.hpp"

#include <map>
#include <tuple>
#include <utility>

namespace banenplan::models {

using engine::Measure;

QuarterText add_quarters(const Budget& budget, const Accounts& accounts, const std::vector<engine::LedgerRow>& rows,
                         const std::vector<MeasureText>& measures, ProgramBuilder& builder) {
  using Key = std::tuple<std::string, std::string, std::string, bool>;
  std::map<Key, std::vector<Measure::Term>> lines;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (rows[row].flow == engine::none) continue;
    const FlowText& flow = accounts.flows[static_cast<std::size_t>(rows[row].flow)];
    if (flow.taakveld.empty()) continue;
    for (const bool received : {false, true}) {
      const std::int32_t account = received ? rows[row].receiver : rows[row].payer;
      const AccountText& text = accounts.accounts[static_cast<std::size_t>(account)];
      if (text.actor != "gemeente") continue;
      const engine::Series series{engine::Series::Kind::ledger_row, static_cast<std::int32_t>(row)};
      lines[{text.party, flow.taakveld, flow.kind, received}].push_back({series, 1.0, engine::none});
    }
  }
  QuarterText text;
  const auto add = [&](std::vector<Measure::Term> terms) {
    builder.program.measures.push_back({std::move(terms), Measure::Over::quarter_sum, engine::none});
  };
  for (auto& [key, terms] : lines) {
    const auto& [holder, taakveld, kind, received] = key;
    text.lines.push_back({holder, taakveld, kind, received});
    add(std::move(terms));
  }
  for (std::size_t m = 0; m < measures.size(); ++m) {
    if (!budget.contains(measures[m].key)) continue;
    text.budgets.push_back(measures[m].key);
    add(builder.program.measures[m].terms);
  }
  return text;
}

}  // namespace banenplan::models
