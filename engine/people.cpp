#include "engine/people.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "engine/elementary.hpp"

namespace banenplan::engine {
namespace {

double at(const std::vector<double>& values, ValueIndex index) {
  return values[static_cast<std::size_t>(index)];
}

// How many rows of numbers an attribute has: one for each level of what it depends on.
std::size_t rows_of(const Program& program, const Attribute& attribute) {
  if (attribute.parent == none) return 1;
  if (attribute.parent != by_origin)
    return static_cast<std::size_t>(program.population.attributes[static_cast<std::size_t>(attribute.parent)].levels);
  std::int32_t last = 0;
  for (const auto* cells : {&program.population.start, &program.population.entry}) {
    for (const StartCell& cell : *cells) last = std::max(last, cell.origin);
  }
  return static_cast<std::size_t>(last) + 1;
}

std::vector<double> cumulative_shares(const std::vector<StartCell>& cells, const std::vector<double>& values) {
  std::vector<double> cumulative;
  cumulative.reserve(cells.size());
  double sum = 0.0;
  for (const StartCell& cell : cells) {
    cumulative.push_back(sum += at(values, cell.share) * (cell.of == none ? 1.0 : at(values, cell.of)));
  }
  // The shares of the parts are drawn apart and need not sum to 1 to the last bit.
  for (double& share : cumulative) share /= sum;
  return cumulative;
}

std::size_t row_of(std::int32_t parent, const std::uint8_t* levels, std::int32_t origin) {
  if (parent == none) return 0;
  return parent == by_origin ? static_cast<std::size_t>(origin) : levels[parent];
}

}  // namespace

Traits::Traits(const Program& program) : program_(program), draws_(program.population.attributes.size()) {
  std::int32_t halves = 0;
  for (std::size_t a = 0; a < draws_.size(); ++a) {
    const Attribute& attribute = program.population.attributes[a];
    Draw& draw = draws_[a];
    draw.kind = attribute.kind;
    draw.parent = attribute.parent;
    if (attribute.kind != Attribute::Kind::set_by_placement) draw.half = halves++;
    if (attribute.kind == Attribute::Kind::shares) {
      draw.first_row = rows_.size();
      rows_.resize(rows_.size() + rows_of(program, attribute));
    } else if (attribute.kind == Attribute::Kind::uniform) {
      draw.first_row = ranges_.size();
      ranges_.resize(ranges_.size() + rows_of(program, attribute));
    }
  }
}

void Traits::set(const std::vector<double>& values) {
  const auto& attributes = program_.population.attributes;
  for (std::size_t a = 0; a < attributes.size(); ++a) {
    const Attribute& attribute = attributes[a];
    Draw& draw = draws_[a];
    const auto number = [&](std::int32_t k) { return at(values, attribute.first + k); };
    switch (attribute.kind) {
      case Attribute::Kind::shares:
        set_rows(attribute, values, draw);
        break;
      case Attribute::Kind::truncated_normal:
        draw.from = normal_probability((number(2) - number(0)) / number(1));
        draw.width = normal_probability((number(3) - number(0)) / number(1)) - draw.from;
        draw.mean = number(0);
        draw.deviation = number(1);
        draw.low = std::ceil(100.0 * number(2));
        draw.high = std::floor(100.0 * number(3));
        break;
      case Attribute::Kind::uniform:
        for (std::size_t row = 0; row < rows_of(program_, attribute); ++row) {
          const auto k = static_cast<std::int32_t>(2 * row);
          ranges_[draw.first_row + row] = {static_cast<std::int32_t>(number(k)), number(k + 1) - number(k) + 1.0};
        }
        break;
      case Attribute::Kind::set_by_placement:
        break;
    }
  }
}

void Traits::set_rows(const Attribute& attribute, const std::vector<double>& values, Draw& draw) {
  constexpr double above_all = 2.0;
  const std::size_t rows = rows_of(program_, attribute);
  ValueIndex share = attribute.first;
  for (std::size_t k = 0; k < rows; ++k) {
    Row& row = rows_[draw.first_row + k];
    row.bounds.clear();
    double sum = 0.0;
    for (std::int32_t level = 0; level < attribute.levels; ++level) row.bounds.push_back(sum += at(values, share++));
    row.bounds.back() = above_all;
    std::uint8_t level = 0;
    for (std::size_t g = 0; g < Row::guides; ++g) {
      while (static_cast<double>(g) / Row::guides >= row.bounds[level]) ++level;
      row.guide[g] = level;
    }
  }
}

void Traits::draw(const Luck& luck, std::uint64_t person, std::uint8_t* levels, std::int32_t origin) const {
  constexpr std::int32_t in_a_block = 2 * Luck::block_size;
  const auto& known = program_.population.known;
  const std::int16_t* const given = person < known.size() ? known[person].levels.data() : nullptr;
  Luck::Words words{};
  std::uint32_t block = 0;
  for (std::size_t a = 0; a < draws_.size(); ++a) {
    const Draw& draw = draws_[a];
    const std::int32_t half = draw.half % in_a_block;
    if (half == 0) words = luck.words(Purpose::attributes, person, block++, 0);
    if (given != nullptr && given[a] != none) {
      levels[a] = static_cast<std::uint8_t>(given[a]);
      continue;
    }
    if (draw.half == none) {
      levels[a] = 0;
      continue;
    }
    const std::size_t row = row_of(draw.parent, levels, origin);
    const double u = Luck::uniform(std::rotl(words[static_cast<std::size_t>(half / 2)], half % 2 == 0 ? 0 : 32));
    switch (draw.kind) {
      case Attribute::Kind::shares: {
        levels[a] = rows_[draw.first_row + row].level(u);
        break;
      }
      case Attribute::Kind::truncated_normal: {
        const double value = draw.mean + draw.deviation * normal_quantile(draw.from + u * draw.width);
        levels[a] = static_cast<std::uint8_t>(std::clamp(100.0 * value + 0.5, draw.low, draw.high));
        break;
      }
      case Attribute::Kind::uniform:
        levels[a] = static_cast<std::uint8_t>(ranges_[draw.first_row + row].low +
                                              static_cast<std::int32_t>(u * ranges_[draw.first_row + row].count));
        break;
      case Attribute::Kind::set_by_placement:
        break;
    }
  }
}

std::int32_t Beginnings::arrival(const Program& program, double share) {
  const auto& arrivals = program.population.arrivals;
  const auto evenly = static_cast<std::int32_t>(share * program.steps);
  const auto step =
      static_cast<std::int32_t>(std::upper_bound(arrivals.begin(), arrivals.end(), share) - arrivals.begin());
  return std::min(program.steps - 1, arrivals.empty() ? evenly : step);
}

void Beginnings::set(const Program& program, const std::vector<double>& values) {
  at_start_ = cumulative_shares(program.population.start, values);
  on_entry_ = cumulative_shares(program.population.entry, values);
}

const StartCell& Beginnings::pick(const std::vector<StartCell>& cells, const std::vector<double>& cumulative,
                                  double u) {
  const auto found = std::upper_bound(cumulative.begin(), cumulative.end() - 1, u);
  return cells[static_cast<std::size_t>(found - cumulative.begin())];
}

Beginning Beginnings::draw(const Program& program, const Luck& luck, std::int32_t person) const {
  const Population& population = program.population;
  const bool given = population.start.size() == 1 && population.age_attribute == none && population.known.empty();
  if (given && person < population.at_start) return {population.start[0].state, population.start[0].elapsed, 0, 0};
  const auto uniforms = luck.block(Purpose::start, static_cast<std::uint64_t>(person), 0, 0);
  Beginning beginning;
  beginning.birth_month = static_cast<std::int32_t>(uniforms[1] * months_per_year);
  const auto number = static_cast<std::size_t>(person);
  if (number < population.known.size() && population.known[number].state != none) {
    beginning.state = population.known[number].state;
    beginning.elapsed = population.known[number].elapsed;
    return beginning;
  }
  const bool present = person < population.at_start;
  const StartCell& cell =
      present ? pick(population.start, at_start_, uniforms[0]) : pick(population.entry, on_entry_, uniforms[0]);
  beginning.state = cell.state;
  beginning.elapsed = cell.elapsed;
  beginning.origin = cell.origin;
  if (!present) {
    const double share = (person - population.at_start + uniforms[2]) / population.entrants;
    beginning.step = arrival(program, share);
    beginning.birth_month -= (beginning.step + beginning.birth_month) / months_per_year * months_per_year;
  }
  return beginning;
}

void Queue::reset(std::int32_t people, std::size_t lanes) {
  lanes_.resize(lanes);
  for (auto& lane : lanes_) lane.clear();
  spots_.assign(static_cast<std::size_t>(people), {});
}

void Queue::add(std::int32_t person, std::size_t lane) {
  spots_[static_cast<std::size_t>(person)] = {static_cast<std::int32_t>(lane), size(lane)};
  lanes_[lane].push_back(person);
}

void Queue::remove(std::int32_t person) {
  Spot& spot = spots_[static_cast<std::size_t>(person)];
  if (spot.lane == none) return;
  auto& lane = lanes_[static_cast<std::size_t>(spot.lane)];
  const std::int32_t last = lane.back();
  lane[static_cast<std::size_t>(spot.place)] = last;
  spots_[static_cast<std::size_t>(last)].place = spot.place;
  lane.pop_back();
  spot = {};
}

std::int32_t Queue::at(std::size_t lane, double u) const {
  const auto& people = lanes_[lane];
  return people[static_cast<std::size_t>(u * static_cast<double>(people.size()))];
}

}  // namespace banenplan::engine
