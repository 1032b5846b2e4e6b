// What a comparison of scenarios leaves behind: each scenario's measures in every replication, and what they mean.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/ledger.hpp"
#include "engine/outcome.hpp"
#include "engine/run.hpp"
#include "models/facts/assumptions.hpp"
#include "models/facts/tariffs.hpp"
#include "models/policy/posts.hpp"
#include "models/policy/region.hpp"
#include "models/reading/home.hpp"
#include "models/reading/section.hpp"
#include "models/simulation/flows.hpp"
#include "models/simulation/pathway.hpp"

namespace banenplan::models {

// A measure per year of a scenario. The key is the same in every scenario; a fund's is `fund.NAME`.
struct MeasureText {
  enum class Unit { people, jobs, fte, count, euro, share };
  enum class Subject { people, money, fund };
  std::string key;
  Title title;
  Unit unit = Unit::count;
  Subject subject = Subject::people;
  // Whether years add up to a total (placements, euros), or are states of which the last counts (jobs, a balance).
  bool adds_up = true;
};

struct MunicipalityText {
  std::string name;
  Title title;
  double inhabitants = 0.0;
  double quotum_jobs = 0.0;
  double register_people = 0.0;
  std::vector<FileText> files;  // of a municipality of a region: none
};

// How far individuals and expectation are apart where nothing is scarce, in standard errors; the largest of all
// measures of people and years.
struct TwinCheck {
  bool done = false;
  double largest = 0.0;
  std::int32_t compared = 0;
};

// What the rows of a scenario's ledger are about; amounts of row r stand after the measures, as if it were one.
struct LedgerText {
  std::vector<AccountText> accounts;
  std::vector<FlowText> flows;
  std::vector<engine::LedgerRow> rows;
};

// Who is where, and who goes where: how many people are in each group of states at the end of a year, then how many
// moves each makes in a year. Their rows stand after those of the ledger.
struct MovementText {
  struct Move {
    std::size_t from = 0;  // places in the groups
    std::size_t to = 0;
  };
  std::vector<GroupText> groups;
  std::vector<Move> moves;
};

// What the municipality pays and receives by quarter, and what is spent of each measure that has a budget. Their
// rows, four numbers a year, stand after those of who is where: those of the lines first.
struct QuarterText {
  struct Line {
    std::string holder;  // a municipal party of the appraisal
    std::string taakveld;
    std::string kind;  // of a flow
    bool received = false;
  };
  std::vector<Line> lines;
  std::vector<std::string> budgets;  // keys of measures
};

inline constexpr std::size_t quarters_per_year = 4;

struct ScenarioResult {
  std::string name;
  Title title;
  Title summary;  // what the policy is, in a sentence
  FileText file;
  std::vector<FileText> extended;      // what it extends, what that extends
  std::vector<std::string> overrides;  // --set
  std::vector<MeasureText> measures;   // in the order of the program's
  std::vector<std::string> warnings;
  engine::Run run;  // outcomes[replication][measure x years + year]
  TwinCheck twin;
  LedgerText ledger;
  engine::Run chance;  // some replications under the base values of all assumptions: what luck alone does
  Budget budget;
  MovementText movements;
  std::vector<double> target_jobs;  // of 25.5 paid hours that are asked for, at the end of each year
  QuarterText quarters;
  std::vector<Spread> spreads;  // of the assumptions as this scenario has them; empty: as in the comparison

  double at(std::size_t replication, std::size_t measure, std::size_t year, std::size_t years) const {
    return run.outcomes[replication][measure * years + year];
  }
  // Euro in a quarter, from 0, of one of the rows of `quarters`.
  double in_quarter(std::size_t replication, std::size_t row, std::size_t quarter, std::size_t years) const {
    const std::size_t before =
        measures.size() + ledger.rows.size() + movements.groups.size() + movements.moves.size();
    return run.outcomes[replication][(before + quarters_per_year * row) * years + quarter];
  }
  const Spread& spread(const std::vector<Assumption>& assumptions, std::size_t place) const {
    return place < spreads.size() ? spreads[place] : assumptions[place].spread;
  }
};

// Extra jobs that a region has agreed on, at the end of each year of the period; empty where there is no agreement.
struct Agreement {
  std::vector<double> market;
  std::vector<double> government;
  std::optional<ExpectedPlacements> expected;
};

// A figure of law as it holds in the period: the value in force when it starts, and those that follow.
struct TariffText {
  std::string name;
  Title title;
  std::string unit;
  std::vector<DatedValue> values;
  std::string goes_on_by;  // index with which it goes on after the last one; empty: unchanged
};

struct Comparison {
  std::string version;
  std::uint64_t seed = 0;
  std::int32_t replications = 0;
  std::int32_t first_year = 0;
  std::int32_t years = 0;
  MunicipalityText municipality;  // or region
  Agreement agreement;
  std::vector<ScenarioResult> scenarios;  // the null alternative is the one with `null_alternative`'s place
  std::int32_t null_alternative = -1;     // -1: not among them
  AppraisalPlan appraisal;
  double inflation = 0.0;
  std::vector<double> discount_rates;  // real, by year
  std::vector<Assumption>
      assumptions;                  // as used by the first scenario, each with its source and grade; see `spreads`
  std::vector<TariffText> tariffs;  // by name
};

}  // namespace banenplan::models
