#include "models/simulation/pathway.hpp"

#include <map>

#include "models/simulation/people.hpp"
#include "tests/models/shipped.hpp"

using namespace banenplan;
using namespace banenplan::models;
using engine::Month;

namespace {

struct Built {
  explicit Built(Scenario from)
      : scenario(std::move(from)), builder(scenario.assumptions, tariffs, scenario.from, 120, 180) {
    pathway = add_pathway(scenario, builder);
  }
  Scenario scenario;
  Tariffs tariffs;
  ProgramBuilder builder;
  Pathway pathway;

  const engine::State& state(const std::string& name) const {
    const auto index = pathway.find(name);
    CAPTURE(name);
    REQUIRE(index != engine::none);
    return builder.program.states[static_cast<std::size_t>(index)];
  }
  std::string name(engine::StateIndex index) const {
    return index == engine::none ? "" : pathway.states[static_cast<std::size_t>(index)].name;
  }
  double value(engine::ValueIndex index) const { return builder.program.values[static_cast<std::size_t>(index)]; }

  // Factors on the hazard of the first way out of a state, for somebody who came through a channel.
  double ratio(const std::string& name, int channel) const {
    double product = 1.0;
    for (const engine::Ratio& ratio : state(name).exits.front().ratios) {
      const bool by_channel = ratio.attribute == place(Trait::channel);
      product *= value(ratio.first + (by_channel ? channel : 0));
    }
    return product;
  }
};

Scenario with_route(const char* name, std::vector<Stage> route) {
  Scenario scenario = shipped_scenario(name);
  scenario.route = std::move(route);
  return scenario;
}

}  // namespace

TEST_CASE("each stage of a route leads to the next") {
  using enum Stage;
  struct Row {
    std::vector<Stage> route;
    std::vector<std::string> states;  // in their order
  };
  const Row rows[] = {
      {{proefplaatsing, jaarcontract, jaarcontract, vast},
       {"trial", "first_year_contract", "second_year_contract", "permanent_job"}},
      {{jaarcontract, jaarcontract, vast}, {"first_year_contract", "second_year_contract", "permanent_job"}},
      {{proefplaatsing, jaarcontract, vast}, {"trial", "first_year_contract", "permanent_job"}},
      {{jaarcontract}, {"first_year_contract"}},
      {{proefplaatsing, vast}, {"trial", "permanent_job"}},
      {{trainee, vast}, {"trainee", "permanent_job"}},
      {{proefplaatsing, trainee, vast}, {"trial", "trainee", "permanent_job"}},
      {{trainee}, {"trainee"}},
  };
  for (const Row& row : rows) {
    const Built built(with_route("boven-formatie", row.route));
    CAPTURE(row.states);
    CHECK(built.name(built.pathway.entrances.front()) == row.states.front());
    for (std::size_t k = 0; k < row.states.size(); ++k) {
      const auto& state = built.state(row.states[k]);
      if (row.states[k] == "permanent_job") continue;
      REQUIRE(!state.at_expiry.empty());
      // Whom no stage follows looks for work again.
      const std::string next = k + 1 < row.states.size() ? row.states[k + 1] : "mover";
      CHECK(built.name(state.at_expiry.front().to) == next);
    }
    // The contract of a trial also covers the job that it is for.
    const bool trial = row.states.front() == "trial";
    CHECK(built.name(built.state("trial").covers_next) == (trial ? row.states[1] : ""));
    CHECK(built.state("first_year_contract").covers_next == engine::none);
  }
}

TEST_CASE("without a route nobody is placed") {
  const Built built(shipped_scenario("nulalternatief"));
  CHECK(built.pathway.entrances.empty());
  CHECK_FALSE(built.state("mover").waits);
  CHECK(Built(shipped_scenario("boven-formatie")).state("mover").waits);
}

TEST_CASE("effects on job loss are there only with what causes them") {
  struct Row {
    bool jobcoach, buddy;
    double supported;
  };
  // Hazard ratios 0.9 for a job coach, 0.925 for a buddy, 0.8 for who is nearest to work; 30 % of ended jobs are
  // dropping out.
  constexpr double dropping_out = 0.8 * 0.3;
  for (const Row& row :
       {Row{false, false, 1.0}, Row{true, false, 0.9}, Row{false, true, 0.925}, Row{true, true, 0.9 * 0.925}}) {
    Scenario scenario = shipped_scenario("trainees");
    scenario.guidance = {};
    if (row.jobcoach) scenario.guidance.later = "light";
    scenario.guidance.buddy = row.buddy;
    scenario.channels.insert(scenario.channels.begin(),
                             ChannelPlan{});  // an open vacancy, level 1; the pool is level 2
    const Built built(scenario);
    CAPTURE(row.jobcoach, row.buddy);
    for (const char* state : {"first_year_contract", "second_year_contract", "trainee"}) {
      CHECK(built.ratio(state, 1) == Approx(dropping_out * row.supported));
      CHECK(built.ratio(state, 2) == Approx(dropping_out * row.supported));
    }
    // Only who came through the trainee pool keeps a permanent job longer: 0.8.
    CHECK(built.ratio("permanent_job", 1) == Approx(dropping_out * row.supported));
    CHECK(built.ratio("permanent_job", 2) == Approx(dropping_out * 0.8 * row.supported));
  }
}

TEST_CASE("every way leads to a state, and whoever works for the municipality is counted") {
  for (const char* name : {"nulalternatief", "budgettair-neutraal", "boven-formatie", "trainees"}) {
    const Built built(shipped_scenario(name));
    const auto count = static_cast<engine::StateIndex>(built.pathway.states.size());
    REQUIRE(built.builder.program.states.size() == built.pathway.states.size());
    for (std::size_t s = 0; s < built.pathway.states.size(); ++s) {
      const StateText& text = built.pathway.states[s];
      const engine::State& state = built.builder.program.states[s];
      CAPTURE(name, text.name);
      CHECK(!text.title.dutch.empty());
      CHECK(!text.title.english.empty());
      for (const engine::Exit& exit : state.exits) {
        CHECK(exit.to >= 0);
        CHECK(exit.to < count);
        CHECK(!exit.by_time_in_state.empty());
      }
      for (const engine::Branch& branch : state.at_expiry) {
        CHECK(branch.to >= 0);
        CHECK(branch.to < count);
      }
      CHECK((state.duration != engine::none) == !state.at_expiry.empty());
      if (!state.at_expiry.empty()) CHECK(state.at_expiry.back().probability == engine::none);
      CHECK(state.paid_hours == text.works);
      CHECK(state.in_scope == (text.works && text.municipal));
      // Who has left the target group goes on in the job, without a new contract.
      CHECK(state.signs == ((text.municipal && text.name != "registered_job") || text.name == "trial" ||
                            text.name == "learning_place" || text.name == "sheltered_job" ||
                            text.name == "day_activities" || text.name == "neighbourhood"));
    }
    CHECK(built.pathway.find("nowhere") == engine::none);
  }
}

TEST_CASE("stages last as long as law and scenario say") {
  Scenario scenario = shipped_scenario("trainees");
  scenario.trainee_months = 18;
  const Built built(scenario);
  CHECK(built.value(built.state("trial").duration) == 2.0);  // Participatiewet: two months as a rule
  CHECK(built.value(built.state("first_year_contract").duration) == 12.0);
  CHECK(built.value(built.state("trainee").duration) == 18.0);
  CHECK(built.state("permanent_job").duration == engine::none);
}

TEST_CASE("each state has a name, whatever ways lead elsewhere") {
  const Built built(shipped_scenario(
      "boven-formatie",
      {"openings.regular_employers={hours: 24, stays_open: 6, per_1000_people: 5, route: [proefplaatsing, elders]}",
       "openings.leerwerkplek={hours: 24, stays_open: 6, per_year: 5, route: [leerwerkplek, elders]}",
       "openings.trainee_pool={hours: 24, stays_open: 6, places: 5, route: [trainee, vast]}"}));
  CHECK(built.pathway.states.size() == built.builder.program.states.size());
  const auto leads_to = [&](std::size_t entrance) {
    const engine::StateIndex index = built.pathway.entrances[entrance];
    return built.name(built.builder.program.states[static_cast<std::size_t>(index)].at_expiry.front().to);
  };
  std::map<std::string, std::string> found;
  for (std::size_t k = 0; k < built.scenario.channels.size(); ++k)
    found[built.scenario.channels[k].name] = leads_to(k);
  CHECK(found == std::map<std::string, std::string>{{"functiecreatie", "first_year_contract"},
                                                    {"job_carving", "first_year_contract"},
                                                    {"open_vacancy", "first_year_contract"},
                                                    {"regular_employers", "regular_job"},
                                                    {"leerwerkplek", "regular_job"},
                                                    {"trainee_pool", "permanent_job"}});
}
