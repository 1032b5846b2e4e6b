#include "models/reading/section.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace banenplan::models {

struct Section::State {
  const Node* node;
  std::string path;
  Problems* problems;
  bool stands_there;  // false when it was missing or no map, which has been said once
  std::set<std::string, std::less<>> asked;
  std::vector<std::shared_ptr<State>> children;

  void finish() const {
    const std::vector<std::string> names{asked.begin(), asked.end()};
    for (std::size_t i = 0; i < node->keys.size(); ++i) {
      const std::string& key = node->keys[i];
      if (asked.contains(key)) continue;
      problems->error(node->key_positions[i], path.empty() ? key : path + "." + key,
                      "found a key that is not known here", "", nearest(key, names), key);
    }
    for (const auto& child : children) child->finish();
  }

  void add_asked(std::vector<std::string>& paths) const {
    for (const std::string& key : asked) paths.push_back(path.empty() ? key : path + "." + key);
    for (const auto& child : children) child->add_asked(paths);
  }
};

namespace {

constexpr std::size_t longest_title = 400;

const Node& empty_map() {
  static const Node node = Node::of(Node::Kind::map, {});
  return node;
}

std::string in_range(const char* what, Range range) {
  if (range.low <= any_number.low && range.high >= any_number.high) return fmt::format("{} is written as 12.5", what);
  if (range.high >= any_number.high) return fmt::format("{} is at least {}", what, range.low);
  if (range.low <= any_number.low) return fmt::format("{} is at most {}", what, range.high);
  return fmt::format("{} is from {} to {}", what, range.low, range.high);
}

// What a text that is no number was perhaps meant to be: 0,03 is 0.03 and 010 is 10.
std::string meant_number(std::string text, Range range) {
  const auto fits = [&](std::string_view candidate) {
    const auto value = share_from(candidate);
    return value && *value >= range.low && *value <= range.high;
  };
  if (std::count(text.begin(), text.end(), ',') == 1) std::replace(text.begin(), text.end(), ',', '.');
  text.erase(0, std::min(text.find_first_not_of('0'), text.size()));
  if (!text.empty() && (text[0] == '.' || text[0] == '%')) text = "0" + text;
  return fits(text) ? text : std::string{};
}

// 90.000 or 1.250.000
bool has_grouped_thousands(std::string_view text) {
  const std::size_t first = text.find('.');
  if (first == 0 || first > 3 || text.front() == '0' || (text.size() - first) % 4 != 0) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool point = i >= first && (i - first) % 4 == 0;
    if (point ? text[i] != '.' : text[i] < '0' || text[i] > '9') return false;
  }
  return true;
}

std::string join(const std::vector<std::string_view>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " or " : ", ";
    text += words[i];
  }
  return text;
}

template <class Value>
Value neutral(std::optional<Value> fallback, Value value) {
  return fallback ? *fallback : value;
}

}  // namespace

Section::Section(std::shared_ptr<State> state) : state_(std::move(state)) {}

Section::Section(const Node& node, Problems& problems)
    : state_(std::make_shared<State>(State{&node, "", &problems, node.kind == Node::Kind::map, {}, {}})) {
  if (node.kind == Node::Kind::map) return;
  complain(node, "", "a map of keys is expected");
  state_->node = &empty_map();
}

Section Section::child(const Node& node, std::string path, bool stands_there) const {
  auto state = std::make_shared<State>(State{&node, std::move(path), state_->problems, stands_there, {}, {}});
  state_->children.push_back(state);
  return Section{state};
}

const std::string& Section::path() const {
  return state_->path;
}

Position Section::position() const {
  return state_->node->position;
}

Position Section::position(std::string_view key) const {
  const Node* found = state_->node->find(key);
  return found == nullptr ? position() : found->position;
}

std::vector<std::string> Section::asked() const {
  std::vector<std::string> paths;
  state_->add_asked(paths);
  return paths;
}

bool Section::has(std::string_view key) const {
  return find(key, false) != nullptr;
}

std::vector<std::string> Section::keys() const {
  return state_->node->keys;
}

const Node* Section::node(std::string_view key) const {
  return find(key, false);
}

void Section::refuse(std::string_view key, std::string found, std::string allowed, std::string suggestion) const {
  state_->problems->error(position(key), path_of(key), std::move(found), std::move(allowed), std::move(suggestion));
}

void Section::warn(std::string_view key, std::string found, std::string advice) const {
  state_->problems->warning({position(key), path_of(key), std::move(found), std::move(advice), "", ""});
}

std::string Section::path_of(std::string_view key) const {
  if (key.empty()) return path();
  return path().empty() ? std::string{key} : path() + "." + std::string{key};
}

std::string Section::item_path(std::string_view key, std::size_t index) const {
  return fmt::format("{}[{}]", path_of(key), index);
}

const Node* Section::find(std::string_view key, bool is_required) const {
  state_->asked.emplace(key);
  state_->problems->known_name(std::string{key}, path_of(key));
  const Node* found = state_->node->find(key);
  if (found == nullptr && is_required && state_->stands_there) refuse(key, "found nothing", "this key is required");
  return found;
}

void Section::complain(const Node& node, std::string path, std::string allowed, std::string suggestion) const {
  state_->problems->error(node.position, std::move(path), "found " + described(node), std::move(allowed),
                          std::move(suggestion));
}

void Section::blame(Position position, std::string path, std::string found, std::string allowed) const {
  state_->problems->error(std::move(position), std::move(path), std::move(found), std::move(allowed));
}

std::optional<double> Section::number_in(const Node& node, const std::string& path, Notation notation,
                                         Range range) const {
  const bool is_share = notation == Notation::share;
  const bool plain = node.kind == Node::Kind::text && !node.in_quotes;
  const bool percentage = notation != Notation::number;
  const auto value = !plain ? std::nullopt : percentage ? share_from(node.text) : number_from(node.text);
  if (value && *value >= range.low && *value <= range.high) return value;
  std::string meant = plain ? meant_number(node.text, range) : std::string{};
  if (is_share && value && meant.empty() && *value / 100 >= range.low && *value / 100 <= range.high &&
      node.text.back() != '%')
    meant = node.text + "%";
  if (!percentage && !meant.empty() && meant.back() == '%') meant.clear();
  const std::string allowed = in_range(is_share ? "a share" : "a number", range);
  complain(node, path, is_share ? allowed + ", as 12% or 0.12" : allowed, std::move(meant));
  return std::nullopt;
}

std::optional<Interval> Section::interval_in(const Node& node, const std::string& path, Notation notation,
                                             Range range) const {
  if (node.kind == Node::Kind::text) {
    const auto value = number_in(node, path, notation, range);
    return value ? std::optional{Interval{*value, *value}} : std::nullopt;
  }
  if (node.kind != Node::Kind::list || node.items.size() != 2) {
    complain(node, path, "a range is written as [low, high]");
    return std::nullopt;
  }
  const auto low = number_in(node.items[0], path + "[0]", notation, range);
  const auto high = number_in(node.items[1], path + "[1]", notation, range);
  if (!low || !high) return std::nullopt;
  if (*low <= *high) return Interval{*low, *high};
  blame(node.position, path, fmt::format("found [{}, {}]", node.items[0].text, node.items[1].text),
        "the lower end comes first");
  return std::nullopt;
}

std::optional<std::size_t> Section::choice_in(const Node& node, const std::string& path,
                                              const std::vector<std::string_view>& words) const {
  if (node.kind == Node::Kind::text) {
    const auto found = std::find(words.begin(), words.end(), node.text);
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  }
  complain(node, path, "allowed is " + join(words), nearest(node.text, {words.begin(), words.end()}));
  return std::nullopt;
}

std::optional<std::string> Section::text_in(const Node& node, const std::string& path, bool is_a_name) const {
  if (node.kind == Node::Kind::text && !node.text.empty() && (!is_a_name || is_name(node.text))) return node.text;
  complain(
      node, path,
      is_a_name ? "a name has lower-case letters, digits, _ and -, and starts with a letter" : "a text is expected");
  return std::nullopt;
}

std::string Section::text(std::string_view key, const std::optional<std::string>& fallback) const {
  const Node* found = find(key, !fallback);
  const auto value = found == nullptr ? std::nullopt : text_in(*found, path_of(key), false);
  return value ? *value : neutral(fallback, std::string{});
}

std::string Section::name(std::string_view key, const std::optional<std::string>& fallback) const {
  const Node* found = find(key, !fallback);
  const auto value = found == nullptr ? std::nullopt : text_in(*found, path_of(key), true);
  return value ? *value : neutral(fallback, std::string{});
}

Title Section::title(std::string_view key, const std::optional<Title>& fallback) const {
  if (find(key, !fallback) == nullptr) return neutral(fallback, Title{});
  const Section languages = section(key);
  const auto line = [&](const char* language) {
    std::string text = languages.text(language);
    // A title ends up in tables and on screens, where a line break or a change of direction would deceive.
    if (printable(text, longest_title) != text) {
      languages.refuse(language, "found " + quote(text),
                       fmt::format("a title is one line of at most {} characters", longest_title));
    }
    return text;
  };
  return {line("nl"), line("en")};
}

bool Section::boolean(std::string_view key, std::optional<bool> fallback) const {
  const Node* found = find(key, !fallback);
  if (found != nullptr) {
    const bool plain = found->kind == Node::Kind::text && !found->in_quotes;
    if (plain && (found->text == "true" || found->text == "false")) return found->text == "true";
    const std::set<std::string_view> yes{"yes", "Yes", "YES", "on", "On", "ON", "True", "TRUE", "ja", "1"};
    const std::set<std::string_view> no{"no", "No", "NO", "off", "Off", "OFF", "False", "FALSE", "nee", "0"};
    complain(*found, path_of(key), "allowed is true or false",
             yes.contains(found->text)  ? "true"
             : no.contains(found->text) ? "false"
                                        : "");
  }
  return neutral(fallback, false);
}

std::size_t Section::choice_index(std::string_view key, const std::vector<std::string_view>& words,
                                  std::optional<std::size_t> fallback) const {
  const Node* found = find(key, !fallback);
  const auto value = found == nullptr ? std::nullopt : choice_in(*found, path_of(key), words);
  return value ? *value : neutral(fallback, std::size_t{0});
}

int Section::whole(std::string_view key, int low, int high, std::optional<int> fallback) const {
  const Node* found = find(key, !fallback);
  if (found != nullptr) {
    const bool plain = found->kind == Node::Kind::text && !found->in_quotes;
    const auto value = plain ? whole_from(found->text) : std::nullopt;
    if (value && *value >= low && *value <= high) return *value;
    complain(*found, path_of(key), fmt::format("a whole number from {} to {} is expected", low, high));
  }
  return neutral(fallback, std::clamp(0, low, high));
}

double Section::number_as(std::string_view key, Notation notation, Range range,
                          std::optional<double> fallback) const {
  const Node* found = find(key, !fallback);
  const auto value = found == nullptr ? std::nullopt : number_in(*found, path_of(key), notation, range);
  return value ? *value : neutral(fallback, std::clamp(0.0, range.low, range.high));
}

double Section::number(std::string_view key, Range range, std::optional<double> fallback) const {
  return number_as(key, Notation::number, range, fallback);
}

double Section::share(std::string_view key, Range range, std::optional<double> fallback) const {
  return number_as(key, Notation::share, range, fallback);
}

double Section::euros(std::string_view key, Range range, std::optional<double> fallback) const {
  return quantity(key, range, fallback);
}

double Section::quantity(std::string_view key, Range range, std::optional<double> fallback) const {
  const Node* found = find(key, false);
  if (found == nullptr || found->in_quotes || !has_grouped_thousands(found->text)) {
    return number_as(key, Notation::number, range, fallback);
  }
  std::string plain = found->text;
  std::erase(plain, '.');
  complain(*found, path_of(key), "thousands are written without a point", plain);
  return neutral(fallback, std::clamp(0.0, range.low, range.high));
}

double Section::hours(std::string_view key, Range range, std::optional<double> fallback) const {
  return number_as(key, Notation::number, range, fallback);
}

Interval Section::interval_as(std::string_view key, Notation notation, Range range,
                              std::optional<Interval> fallback) const {
  const Node* found = find(key, !fallback);
  const auto value = found == nullptr ? std::nullopt : interval_in(*found, path_of(key), notation, range);
  const double zero = std::clamp(0.0, range.low, range.high);
  return value ? *value : neutral(fallback, Interval{zero, zero});
}

Interval Section::interval(std::string_view key, Range range, std::optional<Interval> fallback) const {
  return interval_as(key, Notation::number, range, fallback);
}

Interval Section::share_interval(std::string_view key, Range range, std::optional<Interval> fallback) const {
  return interval_as(key, Notation::share, range, fallback);
}

Spread Section::spread_as(std::string_view key, Notation notation, Range range,
                          std::optional<Spread> fallback) const {
  const Node* found = find(key, !fallback);
  const double zero = std::clamp(0.0, range.low, range.high);
  const Spread none = neutral(fallback, Spread{zero, zero, zero, Spread::Shape::fixed});
  if (found == nullptr) return none;
  if (found->kind != Node::Kind::map) {
    const auto value = number_in(*found, path_of(key), notation, range);
    return value ? Spread{*value, *value, *value, Spread::Shape::fixed} : none;
  }
  using Shape = Spread::Shape;
  const Section inner = section(key);
  const double value = inner.number_as("value", notation, range, required);
  const Interval band = inner.interval_as("range", notation, range, Interval{value, value});
  const auto shape = inner.choice<Shape>("shape",
                                         {{"fixed", Shape::fixed},
                                          {"uniform", Shape::uniform},
                                          {"triangular", Shape::triangular},
                                          {"normal", Shape::normal},
                                          {"lognormal", Shape::lognormal}},
                                         band.low < band.high ? Shape::triangular : Shape::fixed);
  if (value < band.low || value > band.high)
    inner.refuse("value", fmt::format("found {}", value),
                 fmt::format("the value is within its range, {} to {}", band.low, band.high));
  return {value, band.low, band.high, shape};
}

Spread Section::spread(std::string_view key, Range range, std::optional<Spread> fallback) const {
  return spread_as(key, Notation::number, range, fallback);
}

Spread Section::share_spread(std::string_view key, Range range, std::optional<Spread> fallback) const {
  return spread_as(key, Notation::share, range, fallback);
}

engine::Month Section::month(std::string_view key, std::optional<engine::Month> fallback) const {
  const Node* found = find(key, !fallback);
  if (found != nullptr) {
    const auto value = found->kind == Node::Kind::text ? month_from(found->text) : std::nullopt;
    if (value) return *value;
    complain(*found, path_of(key), "a month is written as 2026-01");
  }
  return neutral(fallback, engine::Month::of(2000, 1));
}

Date Section::date(std::string_view key, std::optional<Date> fallback) const {
  const Node* found = find(key, !fallback);
  if (found != nullptr) {
    const auto value = found->kind == Node::Kind::text ? date_from(found->text) : std::nullopt;
    if (value) return *value;
    complain(*found, path_of(key), "a date is written as 2026-01-31");
  }
  return neutral(fallback, Date{2000, 1, 1});
}

int Section::year(std::string_view key, std::optional<int> fallback) const {
  return whole(key, 1900, 2200, fallback);
}

void Section::finish() const {
  state_->finish();
}

}  // namespace banenplan::models
