// The getters of a section that give more than one value, and the sections inside it.
#include <fmt/format.h>

#include "models/reading/section.hpp"

namespace banenplan::models {

namespace {

const Node& nothing_given() {
  static const Node node = Node::of(Node::Kind::map, {});
  return node;
}

std::string allowed_count(Count count) {
  if (count.least == count.most) return fmt::format("a list of {} is expected", count.least);
  if (count.most >= limits::nodes) return fmt::format("a list of at least {} is expected", count.least);
  return fmt::format("a list of {} to {} is expected", count.least, count.most);
}

}  // namespace

std::vector<const Node*> Section::list(std::string_view key, Count count) const {
  const Node* found = find(key, count.least > 0);
  if (found == nullptr) return {};
  std::vector<const Node*> items;
  if (found->kind == Node::Kind::list) {
    for (const Node& item : found->items) items.push_back(&item);
  } else if (found->kind == Node::Kind::text) {
    items.push_back(found);
  } else {
    complain(*found, path_of(key), "a list is expected");
    return {};
  }
  if (items.size() >= count.least && items.size() <= count.most) return items;
  refuse(key, fmt::format("found a list of {}", items.size()), allowed_count(count));
  return {};
}

std::vector<std::string> Section::texts(std::string_view key, Count count) const {
  std::vector<std::string> values;
  for (const Node* item : list(key, count))
    if (const auto value = text_in(*item, item_path(key, values.size()), false)) values.push_back(*value);
  return values;
}

std::vector<std::string> Section::names(std::string_view key, Count count) const {
  std::vector<std::string> values;
  for (const Node* item : list(key, count))
    if (const auto value = text_in(*item, item_path(key, values.size()), true)) values.push_back(*value);
  return values;
}

std::vector<double> Section::numbers_as(std::string_view key, Notation notation, Range range, Count count) const {
  std::vector<double> values;
  const auto items = list(key, count);
  for (std::size_t i = 0; i < items.size(); ++i)
    if (const auto value = number_in(*items[i], item_path(key, i), notation, range)) values.push_back(*value);
  return values;
}

std::vector<double> Section::numbers(std::string_view key, Range range, Count count) const {
  return numbers_as(key, Notation::number, range, count);
}

std::vector<double> Section::shares(std::string_view key, Range range, Count count) const {
  return numbers_as(key, Notation::share, range, count);
}

std::vector<engine::Month> Section::months(std::string_view key, Count count) const {
  std::vector<engine::Month> values;
  const auto items = list(key, count);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto value = items[i]->kind == Node::Kind::text ? month_from(items[i]->text) : std::nullopt;
    if (value)
      values.push_back(*value);
    else
      complain(*items[i], item_path(key, i), "a month is written as 2026-01");
  }
  return values;
}

std::vector<std::size_t> Section::choice_indices(std::string_view key, const std::vector<std::string_view>& words,
                                                 Count count) const {
  std::vector<std::size_t> values;
  const auto items = list(key, count);
  for (std::size_t i = 0; i < items.size(); ++i)
    if (const auto value = choice_in(*items[i], item_path(key, i), words)) values.push_back(*value);
  return values;
}

std::vector<Row> Section::matrix(std::string_view key, Range range, std::size_t columns, Count rows) const {
  std::vector<Row> values;
  const auto items = list(key, rows);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string path = item_path(key, i);
    if (items[i]->kind != Node::Kind::list) {
      complain(*items[i], path, "a row of numbers is written as [1, 2]");
      continue;
    }
    if (columns > 0 && items[i]->items.size() != columns)
      blame(items[i]->position, path, fmt::format("found a row of {}", items[i]->items.size()),
            fmt::format("a row of {} is expected", columns));
    Row row;
    for (std::size_t j = 0; j < items[i]->items.size(); ++j)
      row.push_back(
          number_in(items[i]->items[j], fmt::format("{}[{}]", path, j), Notation::either, range).value_or(0.0));
    values.push_back(std::move(row));
  }
  return values;
}

Section Section::section(std::string_view key) const {
  const Node* found = find(key, true);
  if (found != nullptr && found->kind != Node::Kind::map) complain(*found, path_of(key), "a map of keys is expected");
  const bool usable = found != nullptr && found->kind == Node::Kind::map;
  return child(usable ? *found : nothing_given(), path_of(key), usable);
}

std::optional<Section> Section::optional_section(std::string_view key) const {
  return has(key) ? std::optional{section(key)} : std::nullopt;
}

std::vector<Section> Section::sections(std::string_view key, Count count) const {
  std::vector<Section> values;
  const auto items = list(key, count);
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i]->kind == Node::Kind::map)
      values.push_back(child(*items[i], item_path(key, i), true));
    else
      complain(*items[i], item_path(key, i), "a map of keys is expected");
  }
  return values;
}

std::vector<std::pair<std::string, Section>> Section::entries() const {
  std::vector<std::pair<std::string, Section>> values;
  for (const std::string& key : keys()) {
    const Node& value = *find(key, false);
    if (value.kind == Node::Kind::map)
      values.emplace_back(key, child(value, path_of(key), true));
    else
      complain(value, path_of(key), "a map of keys is expected");
  }
  return values;
}

std::vector<std::pair<std::string, double>> Section::numbers_by_name(Range range) const {
  std::vector<std::pair<std::string, double>> values;
  for (const std::string& key : keys())
    if (const auto value = number_in(*find(key, false), path_of(key), Notation::either, range))
      values.emplace_back(key, *value);
  return values;
}

std::vector<std::pair<std::string, std::string>> Section::texts_by_name() const {
  std::vector<std::pair<std::string, std::string>> values;
  for (const std::string& key : keys())
    if (auto value = text_in(*find(key, false), path_of(key), false)) values.emplace_back(key, std::move(*value));
  return values;
}

}  // namespace banenplan::models
