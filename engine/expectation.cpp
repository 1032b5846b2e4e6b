#include "engine/expectation.hpp"

#include <algorithm>
#include <limits>

#include "engine/elementary.hpp"
#include "engine/hazard.hpp"
#include "engine/outcome.hpp"

namespace banenplan::engine {
namespace {

// A combination of levels of the attributes on which hazard ratios depend, and the share of people who have it.
struct Group {
  std::vector<std::uint8_t> levels;
  double share = 1.0;
};

std::vector<bool> attributes_told_apart(const Program& program) {
  std::vector<bool> used(program.population.attributes.size(), false);
  for (const State& state : program.states) {
    for (const Exit& exit : state.exits) {
      for (const Ratio& ratio : exit.ratios) {
        if (ratio.attribute != none) used[static_cast<std::size_t>(ratio.attribute)] = true;
      }
    }
  }
  // Where people are known, so may their hours be.
  const std::int32_t hours = program.population.hours_attribute;
  if (hours != none && !program.population.known.empty()) used[static_cast<std::size_t>(hours)] = true;
  for (std::size_t a = used.size(); a-- > 0;) {
    const std::int32_t parent = program.population.attributes[a].parent;
    if (used[a] && parent >= 0) used[static_cast<std::size_t>(parent)] = true;
  }
  return used;
}

// The share of each level of an attribute, given the parent's level.
std::vector<double> shares_of(const Attribute& attribute, const std::vector<double>& values,
                              std::uint8_t parent_level) {
  const auto value = [&](std::int32_t k) { return values[static_cast<std::size_t>(attribute.first + k)]; };
  std::vector<double> shares;
  if (attribute.kind == Attribute::Kind::shares) {
    const std::int32_t row = attribute.parent < 0 ? 0 : parent_level * attribute.levels;
    double left = 1.0;
    for (std::int32_t k = 0; k < attribute.levels; ++k) {
      shares.push_back(k + 1 < attribute.levels ? value(row + k) : left);
      left -= shares.back();
    }
  } else if (attribute.kind == Attribute::Kind::uniform) {
    const auto low = static_cast<std::size_t>(value(0));
    const auto high = static_cast<std::size_t>(value(1));
    shares.assign(high + 1, 0.0);
    for (std::size_t k = low; k <= high; ++k) shares[k] = 1.0 / static_cast<double>(high - low + 1);
  } else if (attribute.kind == Attribute::Kind::truncated_normal) {
    const auto below = [&](double x) { return normal_probability((x - value(0)) / value(1)); };
    const auto highest = static_cast<std::int32_t>(100.0 * value(3));
    const double whole_mass = below(value(3)) - below(value(2));
    for (std::int32_t k = 0; k <= highest; ++k) {
      const double from = std::clamp((k - 0.5) / 100.0, value(2), value(3));
      const double to = std::clamp((k + 0.5) / 100.0, value(2), value(3));
      shares.push_back((below(to) - below(from)) / whole_mass);
    }
  } else {
    shares.push_back(1.0);
  }
  return shares;
}

// Mean paid hours a week of somebody who works elsewhere, where the hours depend on no other attribute but by shares.
double mean_hours(const Program& program, const std::vector<double>& values) {
  const std::int32_t hours = program.population.hours_attribute;
  if (hours == none) return 0.0;
  const auto shares = shares_of(program.population.attributes[static_cast<std::size_t>(hours)], values, 0);
  double mean = 0.0;
  for (std::size_t k = 0; k < shares.size(); ++k) mean += static_cast<double>(k) * shares[k];
  return mean;
}

std::vector<Group> groups_of(const Program& program, const std::vector<double>& values) {
  const auto& attributes = program.population.attributes;
  const std::vector<bool> used = attributes_told_apart(program);
  std::vector<Group> groups{{std::vector<std::uint8_t>(attributes.size(), 0), 1.0}};
  for (std::size_t a = 0; a < attributes.size(); ++a) {
    if (!used[a]) continue;
    std::vector<Group> finer;
    for (const Group& group : groups) {
      const std::int32_t parent = attributes[a].parent;
      const auto shares = shares_of(attributes[a], values,
                                    parent < 0 ? std::uint8_t{0} : group.levels[static_cast<std::size_t>(parent)]);
      for (std::size_t k = 0; k < shares.size(); ++k) {
        if (shares[k] <= 0.0 && program.population.known.empty()) continue;
        finer.push_back(group);
        finer.back().levels[a] = static_cast<std::uint8_t>(k);
        finer.back().share *= shares[k];
      }
    }
    groups = std::move(finer);
  }
  return groups;
}

// Not Eigen's sum, whose order and so last bit depend on the width of the processor's vectors.
double in_order(const Eigen::ArrayXd& cells) {
  double sum = 0.0;
  for (Eigen::Index d = 0; d < cells.size(); ++d) sum += cells(d);
  return sum;
}

// The course of one group: people by state and, where it matters, by completed steps in the state.
class Course {
 public:
  Course(const Program& program, const std::vector<double>& values)
      : program_(program),
        values_(values),
        hazards_(program, values),
        events_(program),
        used_(attributes_told_apart(program)),
        mean_hours_(mean_hours(program, values)) {
    int longest = 0;
    for (const KnownPerson& person : program.population.known) longest = std::max(longest, person.elapsed);
    for (const StartCell& cell : program.population.start) longest = std::max(longest, cell.elapsed);
    for (const StartCell& cell : program.population.entry) longest = std::max(longest, cell.elapsed);
    for (const State& state : program.states) {
      people_.emplace_back(Eigen::ArrayXd::Zero(1 + std::min(longest + program.steps + 1, told_apart(state))));
    }
    next_ = people_;
  }

  void run(const Group& group, Expectation& expectation) {
    for (auto& cells : people_) cells.setZero();
    const Population& population = program_.population;
    const auto unknown = population.at_start - static_cast<std::int32_t>(population.known.size());
    add(population.start, group.share * unknown + add_known(group));
    for (std::int32_t step = 0; step <= program_.steps; ++step) {
      if (step < program_.steps) add(population.entry, group.share * population.entrants * arriving(step));
      for (std::size_t s = 0; s < people_.size(); ++s) {
        const double people = in_order(people_[s]);
        expectation.occupancy(step, static_cast<Eigen::Index>(s)) += people;
        expectation.hours(step, static_cast<Eigen::Index>(s)) += people * hours_of(group);
      }
      if (step < program_.steps) advance(group, step, expectation);
    }
    for (std::size_t s = 0; s < people_.size(); ++s) {
      for (Eigen::Index d = 0; d < people_[s].size(); ++d) {
        if (people_[s](d) > 0.0) {
          expectation.at_end.push_back({static_cast<StateIndex>(s), static_cast<std::int32_t>(d), people_[s](d)});
        }
      }
    }
  }

 private:
  double value(ValueIndex index) const { return values_[static_cast<std::size_t>(index)]; }

  // Up to how many steps in the state people differ by them.
  int told_apart(const State& state) const {
    int steps = state.duration == none ? 0 : whole(value(state.duration));
    for (const Exit& exit : state.exits) {
      if (exit.weibull_shape != none) return std::numeric_limits<int>::max() / 2;
      if (exit.by_both != none) steps = std::max(steps, exit.rows);
      if (!exit.by_time_in_state.empty()) steps = std::max(steps, exit.by_time_in_state.from.back());
    }
    return steps;
  }

  void add(const std::vector<StartCell>& cells, double people) {
    const auto share = [&](const StartCell& cell) {
      return value(cell.share) * (cell.of == none ? 1.0 : value(cell.of));
    };
    double sum = 0.0;
    for (const StartCell& cell : cells) sum += share(cell);
    for (const StartCell& cell : cells) put(people_, cell.state, cell.elapsed, people * share(cell) / sum);
  }

  // Puts those where they are of whom that is known; returns how many of this group are still to be put somewhere.
  double add_known(const Group& group) {
    double left = 0.0;
    for (const KnownPerson& person : program_.population.known) {
      const double part = part_of(person, group);
      if (person.state == none) {
        left += part;
      } else {
        put(people_, person.state, person.elapsed, part);
      }
    }
    return left;
  }

  // The chance that a known person is of the group.
  double part_of(const KnownPerson& person, const Group& group) const {
    double chance = 1.0;
    for (std::size_t a = 0; a < used_.size() && chance > 0.0; ++a) {
      if (!used_[a]) continue;
      const Attribute& attribute = program_.population.attributes[a];
      if (person.levels[a] != none) {
        chance *= person.levels[a] == group.levels[a] ? 1.0 : 0.0;
      } else {
        const auto parent = static_cast<std::size_t>(std::max(0, attribute.parent));
        chance *= shares_of(attribute, values_, group.levels[parent])[group.levels[a]];
      }
    }
    return chance;
  }

  // The share of the entrants who come in a step.
  double arriving(std::int32_t step) const {
    const auto& arrivals = program_.population.arrivals;
    if (arrivals.empty()) return 1.0 / program_.steps;
    return arrivals[static_cast<std::size_t>(step)] -
           (step == 0 ? 0.0 : arrivals[static_cast<std::size_t>(step) - 1]);
  }

  static void put(std::vector<Eigen::ArrayXd>& people, StateIndex state, int elapsed, double count) {
    auto& cells = people[static_cast<std::size_t>(state)];
    cells(std::min<Eigen::Index>(elapsed, cells.size() - 1)) += count;
  }

  void advance(const Group& group, std::int32_t step, Expectation& expectation) {
    for (auto& cells : next_) cells.setZero();
    for (std::size_t s = 0; s < people_.size(); ++s) {
      for (Eigen::Index d = 0; d < people_[s].size(); ++d) {
        if (people_[s](d) > 0.0) leave(group, static_cast<StateIndex>(s), static_cast<int>(d), step, expectation);
      }
    }
    std::swap(people_, next_);
  }

  void leave(const Group& group, StateIndex index, int elapsed, std::int32_t step, Expectation& expectation) {
    const State& state = program_.states[static_cast<std::size_t>(index)];
    double staying = people_[static_cast<std::size_t>(index)](elapsed);
    if (!state.exits.empty()) {
      hazards_.of(state, elapsed, step, rates_);
      double total = 0.0;
      for (std::size_t j = 0; j < rates_.size(); ++j) total += rates_[j] *= ratio(state.exits[j], group);
      if (total > 0.0) {
        const double leaving = -exponential_minus_one(-total) * staying;
        for (std::size_t j = 0; j < rates_.size(); ++j) {
          const double through = leaving * rates_[j] / total;
          put(next_, state.exits[j].to, 0, through);
          expectation.events(step, events_.of_exit(index, static_cast<std::int32_t>(j))) += through;
        }
        staying -= leaving;
      }
    }
    if (state.duration == none || elapsed + 1 < whole(value(state.duration))) {
      put(next_, index, elapsed + 1, staying);
      return;
    }
    double left = staying;
    for (std::size_t b = 0; b < state.at_expiry.size(); ++b) {
      const bool last = b + 1 == state.at_expiry.size();
      const double through = last ? left : staying * value(state.at_expiry[b].probability);
      left -= through;
      put(next_, state.at_expiry[b].to, 0, through);
      expectation.events(step, events_.of_branch(index, static_cast<std::int32_t>(b))) += through;
    }
  }

  double ratio(const Exit& exit, const Group& group) const {
    double product = 1.0;
    for (const Ratio& ratio : exit.ratios) {
      product *= value(ratio.first +
                       (ratio.attribute == none ? 0 : group.levels[static_cast<std::size_t>(ratio.attribute)]));
    }
    return product;
  }

  double hours_of(const Group& group) const {
    const std::int32_t hours = program_.population.hours_attribute;
    const bool told_apart = hours != none && used_[static_cast<std::size_t>(hours)];
    return told_apart ? group.levels[static_cast<std::size_t>(hours)] : mean_hours_;
  }

  const Program& program_;
  const std::vector<double>& values_;
  Hazards hazards_;
  EventNumbers events_;
  std::vector<bool> used_;  // by attribute: whether people are told apart by it
  double mean_hours_;
  std::vector<Eigen::ArrayXd> people_;
  std::vector<Eigen::ArrayXd> next_;
  std::vector<double> rates_;
};

}  // namespace

Expectation expected_course(const Program& program, const std::vector<double>& values) {
  Expectation expectation;
  expectation.occupancy = Eigen::ArrayXXd::Zero(program.steps + 1, static_cast<Eigen::Index>(program.states.size()));
  expectation.hours = expectation.occupancy;
  expectation.events = Eigen::ArrayXXd::Zero(program.steps, EventNumbers(program).count());
  Course course(program, values);
  for (const Group& group : groups_of(program, values)) course.run(group, expectation);
  return expectation;
}

std::vector<double> outcome_of(const Program& program, const std::vector<double>& values,
                               const Expectation& expectation) {
  return outcome_of(program, values, [&](const Series& series, std::int32_t step) {
    switch (series.kind) {
      case Series::Kind::occupancy:
        return expectation.occupancy(step, series.index);
      case Series::Kind::hours:
        return expectation.hours(step, series.index);
      case Series::Kind::exits:
        return step < program.steps ? expectation.events(step, series.index) : 0.0;
      default:
        return 0.0;
    }
  });
}

}  // namespace banenplan::engine
