#include "models/simulation/measures.hpp"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <set>
#include <string_view>

namespace banenplan::models {
namespace {

using engine::Measure;
using Kind = engine::Series::Kind;
using Term = Measure::Term;
using Unit = MeasureText::Unit;
using Subject = MeasureText::Subject;

constexpr double full_week = 36.0;

class Writer {
 public:
  Writer(const Scenario& scenario, const Pathway& pathway, const Accounts& accounts,
         const std::vector<std::string>& sectors, ProgramBuilder& builder)
      : scenario_(scenario), pathway_(pathway), accounts_(accounts), sectors_(sectors), builder_(builder) {}

  std::vector<MeasureText> write() {
    people();
    elsewhere();
    money();
    funds();
    return std::move(texts_);
  }

 private:
  void add(MeasureText text, std::vector<Term> terms, Measure::Over over) {
    text.adds_up = over == Measure::Over::year_sum;
    builder_.program.measures.push_back({std::move(terms), over, engine::none});
    texts_.push_back(std::move(text));
  }

  std::vector<Term> of_states(Kind kind, bool municipal_only, double factor = 1.0) const {
    std::vector<Term> terms;
    for (std::size_t s = 0; s < pathway_.states.size(); ++s) {
      const StateText& state = pathway_.states[s];
      if (!state.works || (municipal_only && !state.municipal)) continue;
      terms.push_back({{kind, static_cast<std::int32_t>(s)}, factor, engine::none});
    }
    return terms;
  }

  std::vector<Term> dropping_out() const {
    const engine::EventNumbers events(builder_.program);
    const engine::StateIndex dropped_out = pathway_.find("dropped_out");
    std::vector<Term> terms;
    for (std::size_t s = 0; s < pathway_.states.size(); ++s) {
      const auto& exits = builder_.program.states[s].exits;
      for (std::size_t j = 0; j < exits.size(); ++j) {
        if (exits[j].to != dropped_out) continue;
        const auto number = events.of_exit(static_cast<engine::StateIndex>(s), static_cast<std::int32_t>(j));
        terms.push_back({{Kind::exits, number}, 1.0, engine::none});
      }
    }
    return terms;
  }

  void people() {
    const double job_hours = builder_.tariffs().value("banenafspraak_job_hours", scenario_.from);
    const double quotum = scenario_.municipality.quotum_jobs;
    std::vector<Term> placed;
    const std::set<engine::StateIndex> entrances(pathway_.entrances.begin(), pathway_.entrances.end());
    for (const engine::StateIndex entrance : entrances) {
      if (!works_elsewhere(entrance)) placed.push_back({{Kind::entries, entrance}, 1.0, engine::none});
    }
    add({"placements", {"Plaatsingen", "Placements"}, Unit::count, Subject::people, true}, placed,
        Measure::Over::year_sum);
    add({"jobs", {"Banen van 25,5 uur", "Jobs of 25.5 hours"}, Unit::jobs, Subject::people, false},
        of_states(Kind::hours, true, 1.0 / job_hours), Measure::Over::year_end);
    add({"people_at_work",
         {"Mensen aan het werk bij de gemeente", "People at work with the municipality"},
         Unit::people,
         Subject::people,
         false},
        of_states(Kind::occupancy, true), Measure::Over::year_end);
    add({"fte", {"Fte (36 uur)", "FTE (36 hours)"}, Unit::fte, Subject::people, false},
        of_states(Kind::hours, true, 1.0 / full_week), Measure::Over::year_end);
    add({"quotum_share",
         {"Deel van het quotum gehaald", "Share of the quotum reached"},
         Unit::share,
         Subject::people,
         false},
        quotum > 0.0 ? of_states(Kind::hours, true, 1.0 / job_hours / quotum) : std::vector<Term>{},
        Measure::Over::year_end);
    add({"dropped_out",
         {"Uitval uit gemeentelijke banen", "Dropping out of municipal jobs"},
         Unit::count,
         Subject::people,
         true},
        dropping_out(), Measure::Over::year_sum);
    add({"lasting_placements",
         {"Plaatsingen die 12 maanden duren", "Placements that last 12 months"},
         Unit::count,
         Subject::people,
         true},
        {{{Kind::spells_lasting, 0}, 1.0, engine::none}}, Measure::Over::year_sum);
    add({"all_at_work",
         {"Mensen uit het register aan het werk", "People of the register at work"},
         Unit::people,
         Subject::people,
         false},
        of_states(Kind::occupancy, false), Measure::Over::year_end);
    add({"refused_money",
         {"Plaatsingen geweigerd wegens geldgebrek", "Placements refused for want of money"},
         Unit::count,
         Subject::people,
         true},
        {{{Kind::refused_money, 0}, 1.0, engine::none}}, Measure::Over::year_sum);
    std::vector<Term> lapsed;
    for (std::size_t k = 0; k < builder_.program.openings.channels.size(); ++k) {
      lapsed.push_back({{Kind::lapsed, static_cast<std::int32_t>(k)}, 1.0, engine::none});
    }
    add({"lapsed_places",
         {"Plaatsen waarvoor niemand is gevonden", "Places for which nobody was found"},
         Unit::count,
         Subject::people,
         true},
        lapsed, Measure::Over::year_sum);
  }

  bool works_elsewhere(engine::StateIndex state) const {
    const StateText& text = pathway_.states[static_cast<std::size_t>(state)];
    return text.works && !text.municipal && text.name == "regular_job";
  }

  // With other employers, by way of places that they open.
  void elsewhere() {
    const double job_hours = builder_.tariffs().value("banenafspraak_job_hours", scenario_.from);
    const engine::StateIndex job = pathway_.find("regular_job");
    add({"jobs_elsewhere",
         {"Banen van 25,5 uur bij andere werkgevers", "Jobs of 25.5 hours with other employers"},
         Unit::jobs,
         Subject::people,
         false},
        {{{Kind::hours, job}, 1.0 / job_hours, engine::none}}, Measure::Over::year_end);
    add({"extra_jobs_elsewhere",
         {"Banen bij andere werkgevers, meer dan aan het begin",
          "Jobs with other employers beyond those at the start"},
         Unit::jobs,
         Subject::people,
         false},
        {{{Kind::hours, job}, 1.0 / job_hours, engine::none}}, Measure::Over::year_growth);
    const ChannelPlan* const channel = scenario_.channel(ChannelKind::regular_employers);
    if (channel == nullptr) return;
    std::map<std::string, std::vector<Term>> by_sector;
    std::vector<Term> all;
    for (std::size_t k = 0; k < sectors_.size(); ++k) {
      if (builder_.program.openings.channels[k].level != channel_level_of(*channel)) continue;
      const Term filled{{Kind::filled, static_cast<std::int32_t>(k)}, 1.0, engine::none};
      all.push_back(filled);
      if (!sectors_[k].empty()) by_sector[sectors_[k]].push_back(filled);
    }
    add({"placed_elsewhere",
         {"Plaatsingen bij andere werkgevers", "Placements with other employers"},
         Unit::count,
         Subject::people,
         true},
        all, Measure::Over::year_sum);
    for (const Sector& sector : channel->sectors) {
      if (sector.name.empty()) continue;
      add({"placed_elsewhere." + sector.name,
           {"Waarvan in de sector " + sector.name, "Of which in the sector " + sector.name},
           Unit::count,
           Subject::people,
           true},
          by_sector[sector.name], Measure::Over::year_sum);
    }
  }

  std::int32_t channel_level_of(const ChannelPlan& channel) const {
    return channel_level(static_cast<std::size_t>(&channel - scenario_.channels.data()));
  }

  std::vector<Term> flows_of(std::initializer_list<std::pair<std::string_view, double>> kinds,
                             std::string_view only = {}) const {
    std::vector<Term> terms;
    for (std::size_t f = 0; f < accounts_.flows.size(); ++f) {
      if (!only.empty() && accounts_.flows[f].name != only) continue;
      for (const auto& [kind, factor] : kinds) {
        if (accounts_.flows[f].kind == kind) {
          terms.push_back({{Kind::flow, static_cast<std::int32_t>(f)}, factor, engine::none});
        }
      }
    }
    return terms;
  }

  // What an actor pays less what it receives.
  std::vector<Term> paid_by(std::string_view actor) const {
    std::vector<Term> terms;
    for (std::size_t a = 0; a < accounts_.accounts.size(); ++a) {
      if (accounts_.accounts[a].actor == actor) {
        terms.push_back({{Kind::account, static_cast<std::int32_t>(a)}, -1.0, engine::none});
      }
    }
    return terms;
  }

  void euros(const char* key, const char* dutch, const char* english, std::vector<Term> terms) {
    add({key, {dutch, english}, Unit::euro, Subject::money, true}, std::move(terms), Measure::Over::year_sum);
  }

  void money() {
    euros("lks", "Loonkostensubsidie", "Wage subsidy", flows_of({{"lks", 1.0}}));
    euros("lks_municipal", "Waarvan bij de gemeente zelf", "Of which with the municipality itself",
          flows_of({{"lks", 1.0}}, "municipal_lks"));
    euros("guidance", "Begeleiding", "Guidance", flows_of({{"guidance", 1.0}}));
    euros("project_team", "Projectteam", "Project team", flows_of({{"project_team", 1.0}}));
    euros("municipal_wages", "Lonen en lasten van geplaatsten", "Wages and on-costs of those placed",
          flows_of({{"municipal_wages", 1.0}}));
    euros("workplace", "Werkplekken", "Workplaces", flows_of({{"workplace", 1.0}}));
    euros("benefits", "Bijstandsuitkeringen", "Social assistance benefits", flows_of({{"benefits", 1.0}}));
    euros("net_cost", "Netto kosten voor de gemeente", "Net cost to the municipality", paid_by("gemeente"));
    euros("uwv_cost", "Netto kosten voor UWV", "Net cost to UWV", paid_by("uwv"));
    euros("rijk_cost", "Netto kosten voor het Rijk", "Net cost to central government", paid_by("rijk"));
    if (scenario_.werkbedrijf) {
      euros("werkbedrijf", "Begroting van het werkbedrijf", "Budget of the werkbedrijf",
            flows_of({{"werkbedrijf", 1.0}}));
    }
    euros("production", "Waarde van gedaan werk", "Value of work done",
          flows_of({{"production", 1.0}, {"displaced_production", -1.0}}));
  }

  void funds() {
    for (std::size_t k = 0; k < scenario_.funds.size(); ++k) {
      const FundPlan& fund = scenario_.funds[k];
      add({"fund." + fund.name, fund.title, Unit::euro, Subject::fund, false},
          {{{Kind::fund_balance, static_cast<std::int32_t>(k)}, 1.0, engine::none}}, Measure::Over::year_end);
    }
  }

  const Scenario& scenario_;
  const Pathway& pathway_;
  const Accounts& accounts_;
  const std::vector<std::string>& sectors_;
  ProgramBuilder& builder_;
  std::vector<MeasureText> texts_;
};

}  // namespace

std::vector<MeasureText> add_measures(const Scenario& scenario, const Pathway& pathway, const Accounts& accounts,
                                      const std::vector<std::string>& sectors, ProgramBuilder& builder) {
  return Writer(scenario, pathway, accounts, sectors, builder).write();
}

}  // namespace banenplan::models
