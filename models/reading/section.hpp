// A map of a document read by the words of a schema: each getter names a key, says what is allowed, and gives the
// value.
//
// A getter that finds something wrong records the problem and returns the fallback (a neutral value when the key is
// required), so that reading goes on and all problems of a file are found at once. At the end `finish` on the topmost
// section refuses every key that nobody asked for, in it and in all sections taken from it, with the nearest known
// name.
//
//   Section section{*tree, problems};
//   const std::string name = section.name("scenario");                       // required
//   const double share = section.share("deadweight", {0, 1}, 0.4);           // optional, 40 % when absent
//   const auto strength = section.choice<Strength>("strength", {{"weak", Strength::weak}, {"strong",
//   Strength::strong}}); for (auto& [fund, rules] : section.section("funds").entries()) { ... rules.euros("inflow")
//   ... } section.finish(); if (problems.has_errors()) ...                                           // values above
//   are not to be used
//
// A section refers to the node and to the problems, which must outlive it. Copies share what has been asked.
#pragma once

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/calendar.hpp"
#include "models/reading/document.hpp"
#include "models/reading/scalar.hpp"

namespace banenplan::models {

inline constexpr std::nullopt_t required = std::nullopt;

// Lowest and highest allowed value, both included.
struct Range {
  double low = -1e15;
  double high = 1e15;
};
inline constexpr Range any_number{};
inline constexpr Range any_share{0.0, 1.0};
inline constexpr Range not_negative{0.0, 1e15};
inline constexpr Range week_hours{0.0, 60.0};

// How many items a list may have.
struct Count {
  std::size_t least = 0;
  std::size_t most = limits::nodes;
};

struct Title {
  std::string dutch;
  std::string english;
};

struct Interval {
  double low = 0.0;
  double high = 0.0;
};

// A value and how unsure it is: `0.9`, or `{value: 0.9, range: [0.75, 1.0], shape: triangular}`. What low and high
// mean (ends of the support, or a band) is for the model to say.
struct Spread {
  enum class Shape { fixed, uniform, triangular, normal, lognormal };
  double value = 0.0;
  double low = 0.0;
  double high = 0.0;
  Shape shape = Shape::fixed;
};

using Row = std::vector<double>;

class Section {
 public:
  template <class Value>
  using Choices = std::initializer_list<std::pair<std::string_view, Value>>;

  // The whole of a tree. `node` should be a map; anything else is a problem and reads as an empty map.
  Section(const Node& node, Problems& problems);
  Section(Node&& node, Problems& problems) = delete;

  const std::string& path() const;
  Position position() const;
  Position position(std::string_view key) const;  // of the value, or of the section when there is none
  bool has(std::string_view key) const;           // whether the key stands there; it counts as asked for
  std::vector<std::string> keys() const;          // all, in the order of the file; none counts as asked for
  const Node* node(std::string_view key) const;   // the raw value, null when absent; counts as asked for

  // A rule that only the model knows, about one key.
  void refuse(std::string_view key, std::string found, std::string allowed, std::string suggestion = {}) const;
  void warn(std::string_view key, std::string found, std::string advice) const;

  // Words. A text is never empty. A name is as `is_name` has it.
  std::string text(std::string_view key, const std::optional<std::string>& fallback = required) const;
  std::string name(std::string_view key, const std::optional<std::string>& fallback = required) const;
  Title title(std::string_view key, const std::optional<Title>& fallback = required) const;  // {nl: ..., en: ...}
  bool boolean(std::string_view key, std::optional<bool> fallback = required) const;         // only true and false
  std::size_t choice_index(std::string_view key, const std::vector<std::string_view>& words,
                           std::optional<std::size_t> fallback = required) const;
  template <class Value>
  Value choice(std::string_view key, Choices<Value> choices, std::optional<Value> fallback = required) const;

  // Numbers. Shares and probabilities are written 12% or 0.12; euros and hours as plain numbers.
  int whole(std::string_view key, int low, int high, std::optional<int> fallback = required) const;
  double number(std::string_view key, Range range = any_number, std::optional<double> fallback = required) const;
  double share(std::string_view key, Range range = any_share, std::optional<double> fallback = required) const;
  double euros(std::string_view key, Range range = not_negative, std::optional<double> fallback = required) const;
  // People, jobs, FTE. As with euros, 90.000 is refused: a Dutch reader means ninety thousand by it.
  double quantity(std::string_view key, Range range = not_negative, std::optional<double> fallback = required) const;
  double hours(std::string_view key, Range range = week_hours, std::optional<double> fallback = required) const;
  Interval interval(std::string_view key, Range range = any_number,
                    std::optional<Interval> fallback = required) const;  // [low, high], or one number for both
  Interval share_interval(std::string_view key, Range range = any_share,
                          std::optional<Interval> fallback = required) const;
  Spread spread(std::string_view key, Range range = any_number, std::optional<Spread> fallback = required) const;
  Spread share_spread(std::string_view key, Range range = any_share, std::optional<Spread> fallback = required) const;

  // Time.
  engine::Month month(std::string_view key, std::optional<engine::Month> fallback = required) const;  // 2026-01
  Date date(std::string_view key, std::optional<Date> fallback = required) const;                     // 2026-01-31
  int year(std::string_view key, std::optional<int> fallback = required) const;                       // 1900 to 2200

  // Lists. A single value stands for a list of one.
  std::vector<std::string> texts(std::string_view key, Count count = {}) const;
  std::vector<std::string> names(std::string_view key, Count count = {}) const;
  std::vector<double> numbers(std::string_view key, Range range = any_number, Count count = {}) const;
  std::vector<double> shares(std::string_view key, Range range = any_share, Count count = {}) const;
  std::vector<engine::Month> months(std::string_view key, Count count = {}) const;
  std::vector<std::size_t> choice_indices(std::string_view key, const std::vector<std::string_view>& words,
                                          Count count = {}) const;
  template <class Value>
  std::vector<Value> choices(std::string_view key, Choices<Value> choices, Count count = {}) const;
  // A list of rows of numbers (shares may be written as percentages). Rows may differ in length; `columns` says how
  // many each must have, 0 leaves it free.
  std::vector<Row> matrix(std::string_view key, Range range = any_number, std::size_t columns = 0,
                          Count rows = {}) const;

  // Sections inside. A required section that is absent is one problem, not one more for each key required in it.
  Section section(std::string_view key) const;
  std::optional<Section> optional_section(std::string_view key) const;
  std::vector<Section> sections(std::string_view key, Count count = {}) const;  // a list of maps
  // Free-named maps: the keys are the user's. All keys count as asked for.
  std::vector<std::pair<std::string, Section>> entries() const;                                 // values are maps
  std::vector<std::pair<std::string, double>> numbers_by_name(Range range = any_number) const;  // also shares
  std::vector<std::pair<std::string, std::string>> texts_by_name() const;

  // The path of every key that was asked for, here and in all sections taken from here, whether it stands there or
  // not.
  std::vector<std::string> asked() const;

  // Refuses every key that was not asked for, here and in all sections taken from here.
  void finish() const;

 private:
  struct State;
  enum class Notation { number, share, either };

  explicit Section(std::shared_ptr<State> state);
  Section child(const Node& node, std::string path, bool stands_there) const;
  void blame(Position position, std::string path, std::string found, std::string allowed) const;
  std::string path_of(std::string_view key) const;
  const Node* find(std::string_view key, bool is_required) const;
  std::vector<const Node*> list(std::string_view key, Count count) const;
  void complain(const Node& node, std::string path, std::string allowed, std::string suggestion = {}) const;
  std::string item_path(std::string_view key, std::size_t index) const;
  std::optional<double> number_in(const Node& node, const std::string& path, Notation notation, Range range) const;
  std::optional<Interval> interval_in(const Node& node, const std::string& path, Notation notation,
                                      Range range) const;
  std::optional<std::size_t> choice_in(const Node& node, const std::string& path,
                                       const std::vector<std::string_view>& words) const;
  std::optional<std::string> text_in(const Node& node, const std::string& path, bool is_a_name) const;
  double number_as(std::string_view key, Notation notation, Range range, std::optional<double> fallback) const;
  Interval interval_as(std::string_view key, Notation notation, Range range, std::optional<Interval> fallback) const;
  Spread spread_as(std::string_view key, Notation notation, Range range, std::optional<Spread> fallback) const;
  std::vector<double> numbers_as(std::string_view key, Notation notation, Range range, Count count) const;

  std::shared_ptr<State> state_;
};

template <class Value>
Value Section::choice(std::string_view key, Choices<Value> choices, std::optional<Value> fallback) const {
  std::vector<std::string_view> words;
  std::optional<std::size_t> fallback_index;
  for (const auto& [word, value] : choices) {
    if (fallback && value == *fallback) fallback_index = words.size();
    words.push_back(word);
  }
  constexpr auto none = static_cast<std::size_t>(-1);
  if (fallback && !fallback_index) fallback_index = none;
  const std::size_t index = choice_index(key, words, fallback_index);
  return index == none ? *fallback : (choices.begin() + index)->second;
}

template <class Value>
std::vector<Value> Section::choices(std::string_view key, Choices<Value> choices, Count count) const {
  std::vector<std::string_view> words;
  for (const auto& choice : choices) words.push_back(choice.first);
  std::vector<Value> values;
  for (const std::size_t index : choice_indices(key, words, count))
    values.push_back((choices.begin() + index)->second);
  return values;
}

}  // namespace banenplan::models
