#include "models/movements.hpp"

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
    for (std::size_t group = 0; group < pathway_.groups.size(); ++group) add(people_in(group), Measure::Over::year_end);
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
    const engine::EventNumbers events(program_);
    const auto take = [&](std::size_t from, std::int32_t event) {
      const std::size_t to = group_of(events.destination(event));
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
    const std::size_t waiting = group_of(pathway_.find("mover"));
    const std::set<engine::StateIndex> entrances(pathway_.entrances.begin(), pathway_.entrances.end());
    for (const engine::StateIndex entrance : entrances)
      moves[{waiting, group_of(entrance)}].push_back({{Kind::entries, entrance}, 1.0, engine::none});
    return moves;
  }

  const Pathway& pathway_;
  engine::Program& program_;
};

}  // namespace

MovementText add_movements(const Pathway& pathway, ProgramBuilder& builder) {
  return Writer(pathway, builder).write();
}

}  // namespace banenplan::models
