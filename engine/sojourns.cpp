#include "engine/sojourns.hpp"

#include <algorithm>

#include "engine/elementary.hpp"

namespace banenplan::engine {
namespace {

// A state that would need more tables has its visits walked step by step.
constexpr std::size_t most_tables = 1 << 16;
constexpr std::size_t most_levels = 256;
constexpr std::size_t most_cells = 1 << 16;

bool changes_with_season_only(const State& state) {
  return std::none_of(state.exits.begin(), state.exits.end(),
                      [](const Exit& exit) { return exit.changes_with_calendar() || exit.by_both != none; });
}

}  // namespace

Sojourns::Sojourns(const Program& program) : program_(program) {
  for (const auto* cells : {&program.population.start, &program.population.entry}) {
    for (const StartCell& cell : *cells) longest_elapsed_ = std::max(longest_elapsed_, cell.elapsed);
  }
  for (const State& state : program.states) {
    layouts_.emplace_back();
    lay_out(state, layouts_.back());
  }
  std::size_t tables = 0;
  for (Layout& layout : layouts_) {
    layout.first_table = tables;
    if (layout.has_tables) tables += layout.profiles * layout.rows;
  }
  tables_.resize(tables);
}

void Sojourns::lay_out(const State& state, Layout& layout) const {
  const bool by_step = Hazards::changes_with_time(state);
  layout.exits = static_cast<std::int32_t>(state.exits.size());
  layout.constant = !by_step && !Hazards::changes_with_time_in_state(state);
  if (by_step) {
    const bool season = changes_with_season_only(state);
    layout.by = season ? Layout::Rows::month_of_year : Layout::Rows::step;
    layout.rows = season ? months_per_year : static_cast<std::size_t>(longest_elapsed_ + program_.steps + 1);
  }
  for (const Exit& exit : state.exits) {
    for (const Ratio& ratio : exit.ratios) {
      const auto known = [&](const Dimension& dimension) { return dimension.attribute == ratio.attribute; };
      if (ratio.attribute == none || std::any_of(layout.dimensions.begin(), layout.dimensions.end(), known)) continue;
      layout.dimensions.push_back({ratio.attribute, layout.profiles});
      const auto levels = program_.population.attributes[static_cast<std::size_t>(ratio.attribute)].levels;
      layout.profiles *= levels > 0 ? static_cast<std::size_t>(levels) : most_levels;
      layout.profiles = std::min(layout.profiles, most_tables + 1);
    }
  }
  layout.has_tables = !state.exits.empty() && layout.profiles * layout.rows <= most_tables &&
                      state.exits.size() * steps() + 1 < most_cells;
}

void Sojourns::set(const std::vector<double>& values) {
  if (epoch_ > 0 && values == values_) return;
  values_ = values;
  ++epoch_;
}

// The hazards of a person in a step, ratios included, and their sum.
void Sojourns::find_hazards(const State& state, const std::uint8_t* levels, std::int32_t elapsed, std::int32_t step) {
  Hazards(program_, values_).of(state, elapsed, step, hazards_);
  total_ = 0.0;
  for (std::size_t j = 0; j < hazards_.size(); ++j) {
    for (const Ratio& ratio : state.exits[j].ratios) {
      const std::int32_t level = ratio.attribute == none ? 0 : levels[ratio.attribute];
      hazards_[j] *= values_[static_cast<std::size_t>(ratio.first + level)];
    }
    total_ += hazards_[j];
  }
}

// From the last possible exit on the share is 1, so that rounding opens no exit that is closed.
void Sojourns::find_shares() {
  shares_.resize(hazards_.size());
  std::size_t last = hazards_.size() - 1;
  while (last > 0 && hazards_[last] == 0.0) --last;
  double sum = 0.0;
  for (std::size_t j = 0; j < hazards_.size(); ++j) {
    sum += hazards_[j];
    shares_[j] = j < last ? sum / total_ : 1.0;
  }
}

void Sojourns::build(StateIndex index, const std::uint8_t* levels, std::int32_t entered, Table& table) {
  const State& state = program_.states[static_cast<std::size_t>(index)];
  const Layout& layout = layouts_[static_cast<std::size_t>(index)];
  table.epoch = epoch_;
  table.bounds.assign(1, 1.0);
  table.cells.assign(1, {});
  // Before the start the season is what it was a whole number of years later.
  std::int32_t first = entered;
  while (layout.by == Layout::Rows::month_of_year && first < 0) first += months_per_year;
  double remains = 1.0;
  double before = 1.0;
  for (std::size_t n = 1; n <= steps(); ++n) {
    if (n == 1 || !layout.constant) {
      const auto elapsed = static_cast<std::int32_t>(n) - 1;
      find_hazards(state, levels, elapsed, std::max(0, first + elapsed));
      remains = exponential(-total_);
      find_shares();
    }
    const double after = before * remains;
    for (std::size_t j = 0; j < shares_.size(); ++j) {
      table.bounds.push_back(shares_[j] < 1.0 ? std::max(after, before - shares_[j] * (before - after)) : after);
      table.cells.push_back({static_cast<std::uint16_t>(n), static_cast<std::uint16_t>(j)});
    }
    before = after;
  }
  table.bounds.push_back(0.0);
  table.guide.resize(guides);
  std::uint16_t place = 1;
  for (std::int32_t k = guides - 1; k >= 0; --k) {
    while (table.bounds[place] >= (k + 1.0) / guides) ++place;
    table.guide[static_cast<std::size_t>(k)] = place;
  }
}

Sojourns::Ending Sojourns::walk(StateIndex index, const std::uint8_t* levels, std::int32_t elapsed, std::int32_t step,
                                std::int32_t limit, double u) {
  const State& state = program_.states[static_cast<std::size_t>(index)];
  const bool constant = layouts_[static_cast<std::size_t>(index)].constant;
  double charge = -logarithm(u);
  for (std::int32_t n = 1; n <= limit; ++n) {
    if (n == 1 || !constant) find_hazards(state, levels, elapsed + n - 1, step + n - 1);
    if (charge > total_) {
      charge -= total_;
      continue;
    }
    const double depth = total_ > 0.0 ? exponential_minus_one(-charge) / exponential_minus_one(-total_) : 0.0;
    double sum = 0.0;
    std::int32_t exit = 0;
    for (std::size_t j = 0; j < hazards_.size(); ++j) {
      if (hazards_[j] == 0.0) continue;
      exit = static_cast<std::int32_t>(j);
      sum += hazards_[j];
      if (depth * total_ < sum) break;
    }
    return {n, exit, 0.0};
  }
  return {limit, none, exponential(-charge)};
}

}  // namespace banenplan::engine
