#include "engine/people.hpp"

#include <algorithm>
#include <cmath>

#include "engine/elementary.hpp"

namespace banenplan::engine {
namespace {

double at(const std::vector<double>& values, ValueIndex index) {
  return values[static_cast<std::size_t>(index)];
}

std::uint8_t level_by_shares(const std::vector<double>& values, ValueIndex first, std::int32_t levels, double u) {
  double sum = 0.0;
  for (std::int32_t k = 0; k + 1 < levels; ++k) {
    sum += at(values, first + k);
    if (u < sum) return static_cast<std::uint8_t>(k);
  }
  return static_cast<std::uint8_t>(levels - 1);
}

std::int32_t row_of(const Attribute& attribute, const std::uint8_t* levels, std::int32_t origin) {
  if (attribute.parent == by_origin) return origin;
  return attribute.parent == none ? 0 : levels[attribute.parent];
}

std::vector<double> cumulative_shares(const std::vector<StartCell>& cells, const std::vector<double>& values) {
  std::vector<double> cumulative;
  double sum = 0.0;
  for (const StartCell& cell : cells) {
    cumulative.push_back(sum += at(values, cell.share) * (cell.of == none ? 1.0 : at(values, cell.of)));
  }
  // The shares of the parts are drawn apart and need not sum to 1 to the last bit.
  for (double& share : cumulative) share /= sum;
  return cumulative;
}

}  // namespace

void Traits::set(const Program& program, const std::vector<double>& values) {
  const auto& attributes = program.population.attributes;
  normals_.assign(attributes.size(), {});
  for (std::size_t a = 0; a < attributes.size(); ++a) {
    if (attributes[a].kind != Attribute::Kind::truncated_normal) continue;
    const ValueIndex first = attributes[a].first;
    const double mean = at(values, first);
    const double deviation = at(values, first + 1);
    normals_[a] = {mean, deviation, normal_probability((at(values, first + 2) - mean) / deviation),
                   normal_probability((at(values, first + 3) - mean) / deviation)};
  }
}

void Traits::draw(const Program& program, const std::vector<double>& values, const Luck& luck, std::uint64_t person,
                  std::uint8_t* levels, std::int32_t origin) const {
  const auto& attributes = program.population.attributes;
  const auto& known = program.population.known;
  const std::int16_t* const given = person < known.size() ? known[person].levels.data() : nullptr;
  Luck::Block uniforms{};
  for (std::size_t a = 0; a < attributes.size(); ++a) {
    const std::size_t within = a % Luck::block_size;
    if (within == 0) {
      uniforms = luck.block(Purpose::attributes, person, static_cast<std::uint32_t>(a / Luck::block_size), 0);
    }
    if (given != nullptr && given[a] != none) {
      levels[a] = static_cast<std::uint8_t>(given[a]);
      continue;
    }
    const Attribute& attribute = attributes[a];
    const double u = uniforms[within];
    const std::int32_t row = row_of(attribute, levels, origin);
    switch (attribute.kind) {
      case Attribute::Kind::shares: {
        levels[a] = level_by_shares(values, attribute.first + row * attribute.levels, attribute.levels, u);
        break;
      }
      case Attribute::Kind::truncated_normal: {
        const Normal& normal = normals_[a];
        const double probability = normal.probability_low + u * (normal.probability_high - normal.probability_low);
        const double value = normal.mean + normal.deviation * normal_quantile(probability);
        const double low = std::ceil(100.0 * at(values, attribute.first + 2));
        const double high = std::floor(100.0 * at(values, attribute.first + 3));
        levels[a] = static_cast<std::uint8_t>(std::clamp(std::floor(100.0 * value + 0.5), low, high));
        break;
      }
      case Attribute::Kind::uniform: {
        const double low = at(values, attribute.first + 2 * row);
        const double count = at(values, attribute.first + 2 * row + 1) - low + 1.0;
        levels[a] = static_cast<std::uint8_t>(low + std::floor(u * count));
        break;
      }
      case Attribute::Kind::set_by_placement:
        levels[a] = 0;
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
