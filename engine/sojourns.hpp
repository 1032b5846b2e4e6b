// Sojourns: how long a visit to a state lasts and by which exit it ends, from one uniform draw u.
//
// A visit outlasts its first n steps with probability S(n), the product of exp(-h) over them, where h is the sum of
// the hazards of all exits, each times the person's ratio. It ends in the first step with S(n) <= u; where u lies
// between S(n - 1) and S(n) tells by which exit, in proportion to their hazards there. So chance is drawn per visit
// and not per step, hazards that change with time are exact, and under the same luck a lower total hazard never
// shortens a stay.
//
// u is looked up in a table of S by way of a guide (Chen and Asau 1974, AIIE Transactions 6(2), 163-166). People with
// the same levels of what a state's ratios depend on share its tables, and a table is built when it is first asked
// for, so that a new parameter draw costs what is used of it. A visit of which d steps are complete looks up u S(d).
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "engine/hazard.hpp"
#include "engine/program.hpp"

namespace banenplan::engine {

class Sojourns {
 public:
  struct Ending {
    std::int32_t length = 0;   // steps from now, at least 1
    std::int32_t exit = none;  // none: the visit outlasts the limit
    double rest = 0.0;         // of a visit that does: u / S(limit), again uniform
  };

  explicit Sojourns(const Program& program);

  // Takes these values from here on. Tables are built anew only if they are others than before.
  void set(const std::vector<double>& values);

  // The visit of a person with these levels, of which `elapsed` steps are complete at `step`, up to `limit` steps
  // from now, at most to the horizon.
  Ending draw(StateIndex state, const std::uint8_t* levels, std::int32_t elapsed, std::int32_t step,
              std::int32_t limit, double u) {
    const Layout& layout = layouts_[static_cast<std::size_t>(state)];
    if (!layout.has_tables) return walk(state, levels, elapsed, step, limit, u);
    Table& table = tables_[layout.first_table + profile(layout, levels) * layout.rows + row(layout, step - elapsed)];
    if (table.epoch != epoch_) build(state, levels, step - elapsed, table);
    // So far into the tail the table has no digits left.
    if (elapsed > 0 && table.bounds[static_cast<std::size_t>(elapsed * layout.exits)] < smallest)
      return walk(state, levels, elapsed, step, limit, u);
    return look_up(table, layout.exits, elapsed, limit, u);
  }

 private:
  static constexpr std::int32_t guides = 1024;
  static constexpr double smallest = 1e-200;

  // How a visit ends: in which step, and by which exit.
  struct Cell {
    std::uint16_t length = 0;
    std::uint16_t exit = 0;
  };

  // Of one profile of people and one row of the state's hazards. With j exits, cell n j + k stands for the end of the
  // visit in its step n by exit k - 1, or by the last exit of the step before where k is 0. A visit ends by the first
  // cell whose bound is at most u; so S(n) is the bound of cell n j, and the first cell stands for no end.
  struct Table {
    std::uint64_t epoch = 0;     // of the values that it was built from
    std::vector<double> bounds;  // falling, and a last 0
    std::vector<Cell> cells;
    std::vector<std::uint16_t> guide;  // by floor(u x guides): the first cell by which such a visit may end
  };

  struct Dimension {
    std::int32_t attribute = none;
    std::size_t stride = 0;
  };

  // How the tables of a state are kept: a row for each profile and each moment of entering that makes a difference.
  struct Layout {
    enum class Rows : std::uint8_t { one, month_of_year, step };
    Rows by = Rows::one;
    bool has_tables = false;
    bool constant = false;
    std::int32_t exits = 0;
    std::size_t rows = 1;
    std::size_t first_table = 0;
    std::size_t profiles = 1;
    std::vector<Dimension> dimensions;
  };

  static Ending look_up(const Table& table, std::int32_t exits, std::int32_t elapsed, std::int32_t limit, double u) {
    const double* const bounds = table.bounds.data();
    const double target = u * bounds[elapsed * exits];
    const double survival = bounds[(elapsed + limit) * exits];
    if (target < survival) return {limit, none, target / survival};
    std::int32_t place = std::max<std::int32_t>(
        table.guide[static_cast<std::size_t>(static_cast<std::int32_t>(target * guides))], elapsed * exits + 1);
    while (bounds[place] > target) ++place;
    const Cell cell = table.cells[static_cast<std::size_t>(place)];
    return {cell.length - elapsed, cell.exit, 0.0};
  }

  static std::size_t profile(const Layout& layout, const std::uint8_t* levels) {
    std::size_t number = 0;
    for (const Dimension& dimension : layout.dimensions) number += dimension.stride * levels[dimension.attribute];
    return number;
  }
  // The longest that a table reaches: from the longest time that somebody starts with to the horizon.
  std::size_t steps() const { return static_cast<std::size_t>(longest_elapsed_ + program_.steps); }
  // `entered` is before the start for who was there already.
  std::size_t row(const Layout& layout, std::int32_t entered) const {
    if (layout.by == Layout::Rows::one) return 0;
    const std::int32_t from_first = entered + longest_elapsed_;
    return static_cast<std::size_t>(layout.by == Layout::Rows::step ? from_first : from_first % months_per_year);
  }

  void lay_out(const State& state, Layout& layout) const;
  void find_hazards(const State& state, const std::uint8_t* levels, std::int32_t elapsed, std::int32_t step);
  void find_shares();
  void build(StateIndex index, const std::uint8_t* levels, std::int32_t entered, Table& table);
  Ending walk(StateIndex index, const std::uint8_t* levels, std::int32_t elapsed, std::int32_t step,
              std::int32_t limit, double u);

  const Program& program_;
  std::vector<double> values_;
  std::int32_t longest_elapsed_ = 0;
  std::uint64_t epoch_ = 0;
  std::vector<Layout> layouts_;  // by state
  std::vector<Table> tables_;
  std::vector<double> hazards_;  // work space, by exit
  double total_ = 0.0;           // of hazards_
  std::vector<double> shares_;   // of hazards_, cumulative
};

}  // namespace banenplan::engine
