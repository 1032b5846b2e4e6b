#include "models/simulation/movements.hpp"

#include <map>
#include <set>
#include <utility>

namespace banenplan::models {
namespace {

using engine::Measure;
using Kind = engine::Series::Kind;
using Term = Measure::Term;

class Writer {
 public:
  Writer(const Pathway& pathway, ProgramBuilder& builder) : pathway_(pathway), program_(builder.program) {}

  MovementText write() {
    MovementText text{pathway_.groups, {}};
    for (std::size_t group = 0; group < pathway_.groups.size(); ++group)
      add(people_in(group), Measure::Over::year_end);
    for (const auto& [way, terms] : moves()) {
      add(terms, Measure::Over::year_sum);
      text.moves.push_back({way.first, way.second});
    }
    return text;
  }

 private:
  using Moves = std::map<std::pair<std::size_t, std::size_t>, std::vector<Term>>;

  void add(std::vector<Term> terms, Measure::Over over) {
    program_.measures.push_back({std::move(terms), over, engine::none});
  }

  std::size_t group_of(engine::StateIndex state) const {
    return pathway_.states[static_cast<std::size_t>(state)].group;
  }

  std::vector<Term> people_in(std::size_t group) const {
    std::vector<Term> terms;
    for (std::size_t s = 0; s < pathway_.states.size(); ++s) {
      if (pathway_.states[s].group != group) continue;
      terms.push_back({{Kind::occupancy, static_cast<std::int32_t>(s)}, 1.0, engine::none});
    }
    return terms;
  }

  Moves moves() const {
    Moves moves;
    std::vector<std::size_t> before(program_.states.size(), 0);  // the group from which a state is entered
    const engine::EventNumbers events(program_);
    const auto take = [&](std::size_t from, std::int32_t event) {
      const std::size_t to = group_of(events.destination(event));
      before[static_cast<std::size_t>(events.destination(event))] = from;
      if (to != from) moves[{from, to}].push_back({{Kind::exits, event}, 1.0, engine::none});
    };
    for (std::size_t s = 0; s < program_.states.size(); ++s) {
      const engine::State& state = program_.states[s];
      const auto index = static_cast<engine::StateIndex>(s);
      for (std::size_t k = 0; k < state.exits.size(); ++k)
        take(group_of(index), events.of_exit(index, static_cast<std::int32_t>(k)));
      for (std::size_t k = 0; k < state.at_expiry.size(); ++k)
        take(group_of(index), events.of_branch(index, static_cast<std::int32_t>(k)));
    }
    for (std::size_t s = 0; s < program_.states.size(); ++s)
      take_refusals(static_cast<engine::StateIndex>(s), before[s], moves);
    const std::size_t waiting = group_of(pathway_.find("mover"));
    const std::set<engine::StateIndex> entrances(pathway_.entrances.begin(), pathway_.entrances.end());
    for (const engine::StateIndex entrance : entrances)
      moves[{waiting, group_of(entrance)}].push_back({{Kind::entries, entrance}, 1.0, engine::none});
    return moves;
  }

  // Whoever was on the way into a state whose contract could not be borne went elsewhere. A contract follows one
  // stage of a route, so that all come from one group.
  void take_refusals(engine::StateIndex state, std::size_t from, Moves& moves) const {
    const engine::State& refusing = program_.states[static_cast<std::size_t>(state)];
    if (!refusing.signs) return;
    const auto add = [&](std::size_t to, double factor) {
      if (to != from) moves[{from, to}].push_back({{Kind::turned_away, state}, factor, engine::none});
    };
    add(group_of(state), -1.0);
    add(group_of(refusing.refused_to), 1.0);
  }

  const Pathway& pathway_;
  engine::Program& program_;
};

}  // namespace

MovementText add_movements(const Pathway& pathway, ProgramBuilder& builder) {
  return Writer(pathway, builder).write();
}

}  // namespace banenplan::models
