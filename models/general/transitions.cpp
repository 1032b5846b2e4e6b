#include "models/general/transitions.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "engine/elementary.hpp"
#include "engine/hazard.hpp"

namespace banenplan::models {
namespace {

using engine::StateIndex;

double probability_of_rate(double rate) {
  return -engine::exponential_minus_one(-rate);
}

double rate_of_probability(double probability) {
  return -engine::logarithm_one_plus(-probability);
}

struct Ratio {
  enum class Kind { hazard, odds, risk };
  Kind kind = Kind::hazard;
  Varying value = Varying::constant(1.0);
  Varying when = Varying::constant(1.0);
  std::vector<Move> moves;

  double on_probability(double p, double ratio) const {
    switch (kind) {
      case Kind::hazard:
        if (ratio == 0.0) return 0.0;
        return p >= 1.0 ? p : probability_of_rate(ratio * rate_of_probability(p));
      case Kind::odds:
        return ratio * p / (1.0 - p + ratio * p);
      case Kind::risk:
        return ratio * p;
    }
    return p;
  }
};

struct Entry {
  StateIndex to = engine::none;
  bool is_rate = false;
  Varying value = Varying::constant(0.0);
  std::vector<const Ratio*> ratios;

  double at(int elapsed, int step) const {
    double chance = value.at(elapsed, step);
    for (const Ratio* ratio : ratios) {
      if (ratio->when.at(elapsed, step) == 0.0) continue;
      const double number = ratio->value.at(elapsed, step);
      if (!is_rate) {
        chance = ratio->on_probability(chance, number);
      } else if (ratio->kind == Ratio::Kind::hazard) {
        chance *= number;
      } else {
        chance = rate_of_probability(ratio->on_probability(probability_of_rate(chance), number));
      }
    }
    return chance;
  }
};

// What stands in the file for one state.
struct Departure {
  std::string key;
  std::vector<Entry> entries;  // those of `first` in front
  std::size_t first = 0;       // how many of them come one after the other
  std::optional<Varying> stay;
  StateIndex rest = engine::none;
  bool has_rest = false;
};

class Reader {
 public:
  Reader(const Section& model, const StateNames& states, const Timeline& timeline)
      : states_(states), timeline_(timeline) {
    const auto ratios = model.optional_section("ratios");
    if (!ratios) return;
    for (const auto& [name, section] : ratios->entries()) ratios_.push_back(ratio(section));
  }

  Departure departure(const Section& transitions, const std::string& name, StateIndex from) const {
    const Section section = transitions.section(name);
    Departure departure;
    departure.key = name;
    if (section.has("counts")) {
      counts(section.section("counts"), from, departure);
      if (section.keys().size() > 1) section.refuse("counts", "found other entries beside it", "counts stand alone");
    }
    const auto first = section.has("first") ? section.texts("first") : std::vector<std::string>{};
    std::vector<std::string> keys = first;
    for (const std::string& key : section.keys()) {
      if (key != "counts" && key != "first" && std::find(first.begin(), first.end(), key) == first.end()) {
        keys.push_back(key);
      }
    }
    for (const std::string& key : keys) {
      const Node* const node = section.node(key);
      const auto to = states_.find(section, key, key);
      if (to && node != nullptr) entry(section, key, *node, from, *to, departure);
    }
    departure.first = first.size();
    for (std::size_t k = 0; k < first.size(); ++k) {
      if (k < departure.entries.size() && states_[departure.entries[k].to] == first[k]) continue;
      section.refuse("first", "found " + quote(first[k]), "each destination once, with a chance of its own");
      departure.first = 0;
      break;
    }
    for (Entry& leaving : departure.entries) {
      for (const Ratio& ratio : ratios_) {
        const auto covers = [&](const Move& move) { return move.covers(from, leaving.to); };
        if (std::any_of(ratio.moves.begin(), ratio.moves.end(), covers)) leaving.ratios.push_back(&ratio);
      }
    }
    return departure;
  }

 private:
  Ratio ratio(const Section& section) const {
    constexpr std::pair<std::string_view, Ratio::Kind> kinds[] = {{"hazard_ratio", Ratio::Kind::hazard},
                                                                  {"odds_ratio", Ratio::Kind::odds},
                                                                  {"relative_risk", Ratio::Kind::risk}};
    Ratio ratio;
    int found = 0;
    for (const auto& [word, kind] : kinds) {
      if (!section.has(word)) continue;
      ++found;
      ratio.kind = kind;
      ratio.value = read_varying(section, word, timeline_, not_negative);
    }
    if (found != 1) {
      section.refuse("", fmt::format("found {} ratios", found), "one of hazard_ratio, odds_ratio or relative_risk");
    }
    for (const std::string& text : section.texts("on", {1, limits::nodes})) {
      if (const auto move = states_.move(section, "on", text)) ratio.moves.push_back(*move);
    }
    ratio.when = read_steps(section, timeline_);
    return ratio;
  }

  void counts(const Section& section, StateIndex from, Departure& departure) const {
    const auto numbers = section.numbers_by_name(not_negative);
    double sum = 0.0;
    for (const auto& [name, count] : numbers) sum += count;
    if (sum <= 0.0) section.refuse("", "found nothing to count", "counts have a sum above 0");
    for (const auto& [name, count] : numbers) {
      const auto to = states_.find(section, name, name);
      if (!to || *to == from || sum <= 0.0) continue;
      departure.entries.emplace_back();
      departure.entries.back().to = *to;
      departure.entries.back().value = Varying::constant(count / sum);
    }
  }

  void entry(const Section& section, const std::string& key, const Node& node, StateIndex from, StateIndex to,
             Departure& departure) const {
    if (node.kind == Node::Kind::text && node.text == "rest") {
      if (departure.has_rest) section.refuse(key, "found a second rest", "one entry of a state takes the rest");
      departure.has_rest = true;
      departure.rest = to;
      return;
    }
    Entry leaving;
    leaving.to = to;
    if (node.kind == Node::Kind::map) {
      read_entry(section.section(key), leaving);
    } else {
      leaving.value = Varying::constant(section.share(key));
    }
    if (to != from) {
      departure.entries.push_back(std::move(leaving));
    } else if (leaving.is_rate) {
      section.refuse(key, "found a rate of staying", "staying is a probability or rest");
    } else {
      departure.stay = leaving.value;
    }
  }

  void read_entry(const Section& section, Entry& leaving) const {
    int found = 0;
    if (section.has("rate")) {
      ++found;
      leaving.is_rate = true;
      leaving.value = read_varying(section, "rate", timeline_, not_negative);
    }
    if (section.has("probability")) {
      ++found;
      leaving.value = read_varying(section, "probability", timeline_, not_negative);
    }
    if (section.has("weibull")) {
      ++found;
      leaving.is_rate = true;
      leaving.value = weibull(section.section("weibull"));
    }
    if (const auto factors = read_factors(section, timeline_, not_negative)) {
      ++found;
      leaving.value = *factors;
    }
    if (found != 1) {
      section.refuse("", fmt::format("found {} chances", found),
                     "an entry is one of a probability, rate, weibull or a value that varies");
    }
  }

  Varying weibull(const Section& section) const {
    constexpr Range positive{1e-9, 1e9};
    const double shape = section.number("shape", positive, 1.0);
    const double scale = section.number("scale", positive);
    std::vector<double> rates;
    double before = 0.0;
    for (int d = 1; d <= timeline_.steps; ++d) {
      const double cumulative = scale > 0.0 ? engine::power(d / scale, shape) : 0.0;
      rates.push_back(cumulative - before);
      before = cumulative;
    }
    return Varying::by_time_in_state(std::move(rates));
  }

  const StateNames& states_;
  const Timeline& timeline_;
  std::vector<Ratio> ratios_;
};

// The chances of leaving a state at one moment.
class Composition {
 public:
  Composition(const Departure& departure, bool competing) : departure_(departure), competing_(competing) {
    for (const Entry& entry : departure.entries) {
      any_rate_ = any_rate_ || entry.is_rate;
      all_rates_ = all_rates_ && entry.is_rate;
    }
  }

  // Whether the chances come out as rates that compete, and the engine takes them as such.
  bool as_rates() const {
    return competing_ && any_rate_ && all_rates_ && departure_.first == 0 && !departure_.stay && !departure_.has_rest;
  }

  // A chance for each entry, and one more for the rest where there is one. What is wrong with them, or nothing.
  std::string at(int elapsed, int step, std::vector<double>& chances) const {
    chances.clear();
    for (const Entry& entry : departure_.entries) chances.push_back(entry.at(elapsed, step));
    for (std::size_t j = 0; j < chances.size(); ++j) {
      if (departure_.entries[j].is_rate && !(chances[j] <= engine::certain_hazard)) {
        return fmt::format("found a rate of {}", chances[j]);
      }
    }
    if (as_rates()) return {};
    double left = 1.0;
    std::size_t from = 0;
    for (; from < departure_.first; ++from) {
      if (auto wrong = meet(chances, from, from + 1, left); !wrong.empty()) return wrong;
    }
    if (auto wrong = meet(chances, from, chances.size(), left); !wrong.empty()) return wrong;
    return complement(elapsed, step, left, chances);
  }

 private:
  // Entries from `from` up to `to` meet, among those of whom a share `left` is still there.
  std::string meet(std::vector<double>& chances, std::size_t from, std::size_t to, double& left) const {
    double rates = 0.0;
    double sum = 0.0;
    for (std::size_t j = from; j < to; ++j) {
      if (!departure_.entries[j].is_rate) {
        if (!(chances[j] <= 1.0)) return fmt::format("found a probability of {}", chances[j]);
      } else if (competing_) {
        rates += chances[j];
        continue;
      } else {
        chances[j] = probability_of_rate(chances[j]);
      }
      sum += chances[j];
    }
    if (rates > 0.0) {
      if (sum > 0.0) return "found probabilities and competing rates together";
      sum = probability_of_rate(rates);
      for (std::size_t j = from; j < to; ++j) chances[j] *= sum / rates;
    }
    if (sum > 1.0 + row_tolerance) return fmt::format("found probabilities that add up to {:.12g}", sum);
    for (std::size_t j = from; j < to; ++j) chances[j] *= left;
    left *= std::max(0.0, 1.0 - sum);
    return {};
  }

  std::string complement(int elapsed, int step, double left, std::vector<double>& chances) const {
    const double stay = departure_.stay ? departure_.stay->at(elapsed, step) : 0.0;
    if (departure_.has_rest) {
      if (stay > left + row_tolerance)
        return fmt::format("found probabilities that add up to {:.12g}", 1 + stay - left);
      chances.push_back(std::max(0.0, left - stay));
    } else if (departure_.stay && std::abs(stay - left) > row_tolerance) {
      return fmt::format("found probabilities that add up to {:.12g}", 1.0 + stay - left);
    }
    return {};
  }

  const Departure& departure_;
  bool competing_;
  bool any_rate_ = false;
  bool all_rates_ = true;
};

// Chances by row (completed steps in the state) and column (step of the model) as exits of the engine.
class Writer {
 public:
  Writer(engine::Program& program, std::size_t rows, std::size_t columns)
      : program_(program), rows_(rows), columns_(columns) {}

  engine::Exit exit(StateIndex to, const std::vector<double>& table) const {
    engine::Exit exit;
    exit.to = to;
    if (rows_ > 1 && columns_ > 1) {
      exit.by_both = value(table[0]);
      for (std::size_t k = 1; k < table.size(); ++k) value(table[k]);
      exit.rows = static_cast<std::int32_t>(rows_);
    } else if (rows_ > 1) {
      exit.by_time_in_state = steps(table);
    } else if (columns_ > 1) {
      exit.by_time_in_state = {{0}, {value(1.0)}};
      along_time(table, exit);
    } else {
      exit.by_time_in_state = {{0}, {value(table[0])}};
    }
    return exit;
  }

 private:
  engine::ValueIndex value(double number) const {
    program_.values.push_back(number);
    return static_cast<engine::ValueIndex>(program_.values.size()) - 1;
  }

  engine::Steps steps(const std::vector<double>& numbers) const {
    engine::Steps result;
    for (std::size_t k = 0; k < numbers.size(); ++k) {
      if (k > 0 && numbers[k] == numbers[k - 1]) continue;
      result.from.push_back(static_cast<int>(k));
      result.value.push_back(value(numbers[k]));
    }
    return result;
  }

  void along_time(const std::vector<double>& numbers, engine::Exit& exit) const {
    constexpr auto year = static_cast<std::size_t>(engine::months_per_year);
    bool seasonal = program_.steps_per_year == engine::months_per_year && numbers.size() > year;
    for (std::size_t k = year; seasonal && k < numbers.size(); ++k) seasonal = numbers[k] == numbers[k - year];
    if (!seasonal) {
      exit.by_time = {steps(numbers)};
      return;
    }
    const auto first = static_cast<std::size_t>(program_.start.month_of_year() - 1);
    for (std::size_t month = 0; month < year; ++month) {
      exit.by_month_of_year.push_back(value(numbers[(month + year - first) % year]));
    }
  }

  engine::Program& program_;
  std::size_t rows_;
  std::size_t columns_;
};

void compile_departure(const Section& transitions, const Departure& departure, bool competing,
                       const Timeline& timeline, engine::Program& program, engine::State& state, StateIndex self) {
  const Composition composition(departure, competing);
  int rows = departure.stay ? departure.stay->rows() : 1;
  bool by_step = departure.stay && departure.stay->varies_by_step();
  for (const Entry& entry : departure.entries) {
    rows = std::max(rows, entry.value.rows());
    by_step = by_step || entry.value.varies_by_step();
    for (const Ratio* ratio : entry.ratios) {
      rows = std::max(rows, ratio->value.rows());
      by_step = by_step || ratio->value.varies_by_step() || ratio->when.varies_by_step();
    }
  }
  rows = std::min(rows, timeline.steps);
  const int columns = by_step ? timeline.steps : 1;
  std::vector<std::vector<double>> tables(departure.entries.size() + (departure.has_rest ? 1 : 0));
  std::vector<double> chances;
  for (int elapsed = 0; elapsed < rows; ++elapsed) {
    for (int step = 0; step < columns; ++step) {
      const std::string wrong = composition.at(elapsed, step, chances);
      if (!wrong.empty()) {
        const std::string where = columns > 1 ? fmt::format(" in step {}", step + 1) : "";
        const std::string when = rows > 1 ? fmt::format(" after {} steps in the state", elapsed) : "";
        transitions.refuse(departure.key, fmt::format("{}{}{}", wrong, where, when),
                           "the probabilities of a state add up to at most 1, and to 1 with its own entry");
        return;
      }
      for (std::size_t j = 0; j < tables.size(); ++j) tables[j].push_back(chances[j]);
    }
  }
  const Writer writer(program, static_cast<std::size_t>(rows), static_cast<std::size_t>(columns));
  state.scale = composition.as_rates() ? engine::ExitScale::rates : engine::ExitScale::probabilities;
  for (std::size_t j = 0; j < tables.size(); ++j) {
    const StateIndex to = j < departure.entries.size() ? departure.entries[j].to : departure.rest;
    if (to != self) state.exits.push_back(writer.exit(to, tables[j]));
  }
}

}  // namespace

void compile_transitions(const Section& model, const StateNames& states, const Timeline& timeline,
                         engine::Program& program) {
  const bool competing = model.choice<bool>("rates", {{"competing", true}, {"separate", false}}, true);
  const Reader reader(model, states, timeline);
  const Section transitions = model.section("transitions");
  program.states.assign(states.size(), {});
  for (const std::string& name : transitions.keys()) {
    const auto from = states.find(transitions, name, name);
    if (!from) {
      transitions.node(name);
      continue;
    }
    const Departure departure = reader.departure(transitions, name, *from);
    compile_departure(transitions, departure, competing, timeline, program,
                      program.states[static_cast<std::size_t>(*from)], *from);
  }
}

}  // namespace banenplan::models
