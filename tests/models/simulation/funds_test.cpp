#include "models/simulation/funds.hpp"

#include "models/simulation/banenafspraak.hpp"
#include "tests/models/shipped.hpp"

using namespace banenplan;
using namespace banenplan::models;

namespace {

CompiledScenario compiled(const std::string& name, const std::vector<std::string>& overrides = {}) {
  static const Tariffs tariffs;
  return compile(shipped_scenario(name, overrides), tariffs);
}

// Euro that comes into a fund in a month of the period.
double inflow(const CompiledScenario& scenario, std::size_t fund, std::size_t step) {
  const engine::Fund& it = scenario.program.funds.at(fund);
  const double scale = it.scale == engine::none ? 1.0 : scenario.program.values[static_cast<std::size_t>(it.scale)];
  return scenario.program.prices[static_cast<std::size_t>(it.series)][step] * scale;
}

}  // namespace

TEST_CASE("a fund receives its share of the budget each January, or its part each month") {
  const auto above = compiled("boven-formatie");
  CHECK(inflow(above, 0, 0) == Approx(0.006 * 720 * 94000));  // 0.6 % of 720 FTE at 94,000
  CHECK(inflow(above, 0, 1) == 0.0);
  CHECK(inflow(above, 0, 12) == Approx(0.006 * 720 * 94000 * 1.03));
  const auto within = compiled("budgettair-neutraal");
  CHECK(inflow(within, 0, 0) == 0.0);  // filled by the vacancies themselves
  CHECK(inflow(within, 1, 0) == Approx(0.01 * 720 * 94000 * 0.181 / 0.819));
  CHECK(inflow(within, 2, 0) == Approx(90000));
  const auto monthly = compiled("budgettair-neutraal", {"funds.prestatieafspraak.filled_by.every=month"});
  CHECK(inflow(monthly, 2, 0) == Approx(7500));
  CHECK(inflow(monthly, 2, 13) == Approx(7725));
  CHECK(within.program.funds[2].from_account == within.accounts.find("gemeente_participatie"));
  CHECK(within.program.funds[2].account == within.accounts.find("fund.prestatieafspraak"));
}

TEST_CASE("departments that state their wage sum fill a fund with a share of that, and share it as is asked") {
  const Folder folder;
  const auto file = folder.write("m.yaml",
                                 "municipality: m\ntitle: {nl: M, en: M}\ninhabitants: 60000\nquotum_jobs: 40\n"
                                 "departments:\n  groen: {staff_fte: 100, wage_sum: 6000000}\n"
                                 "  sociaal: {staff_fte: 300, wage_sum: 24000000}\n");
  struct Row {
    const char* sharing;
    double groen;  // its share
    const char* reason;
  };
  for (const Row& row : {Row{"equal", 0.5, "one of two departments"}, Row{"by_establishment", 0.25, "100 of 400 FTE"},
                         Row{"as_contributed", 0.2, "6 of 30 million"}}) {
    CAPTURE(row.reason);
    const auto scenario = compiled("boven-formatie", {"municipality=" + file, "funds.centrale_pot.filled_by.share=1%",
                                                      std::string("funds.centrale_pot.sharing=") + row.sharing});
    CHECK(inflow(scenario, 0, 0) == Approx(300'000));
    const auto& shares = scenario.program.funds[0].unit_shares;
    REQUIRE(shares.size() == 2);
    CHECK(scenario.program.values[static_cast<std::size_t>(shares[0])] == Approx(row.groen));
    CHECK(scenario.program.values[static_cast<std::size_t>(shares[1])] == Approx(1.0 - row.groen));
  }
}
