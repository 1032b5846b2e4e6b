#include "models/facts/tariffs.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <stdexcept>

#include "engine/elementary.hpp"
#include "models/reading/home.hpp"

namespace banenplan::models {

using engine::Month;

namespace {

const std::vector<std::string_view> units{
    "eur",   "eur_per_hour", "eur_per_month", "eur_per_year", "share", "hours_per_week", "hours_per_year",
    "weeks", "months",       "years",         "age",          "jobs",  "employees",      "jobs_per_1000_inhabitants",
    "word"};

std::string text_of(Month month) {
  return fmt::format("{}-{:02}", month.year(), month.month_of_year());
}

}  // namespace

char letter(Grade grade) {
  return "OSDAM"[static_cast<std::size_t>(grade)];
}

Grade grade_of(const Section& section) {
  return section.choice<Grade>("grade", {{"O", Grade::official},
                                         {"S", Grade::secondary},
                                         {"D", Grade::derived},
                                         {"A", Grade::assumption},
                                         {"M", Grade::remembered}});
}

bool Index::steps_in(Month month) const {
  return std::find(months.begin(), months.end(), month.month_of_year()) != months.end();
}

Tariff::Tariff(std::string name, Title title, std::string unit, std::vector<std::string> words,
               std::vector<DatedValue> values, const Index* index)
    : name_(std::move(name)),
      title_(std::move(title)),
      unit_(std::move(unit)),
      words_(std::move(words)),
      values_(std::move(values)),
      index_(index) {
  grow(index_ == nullptr ? 0.0 : index_->growth.value);
}

void Tariff::grow(double growth_per_year) {
  const Month first = values_.front().from;
  by_month_.assign(static_cast<std::size_t>(horizon - first) + 1, 0.0);
  const auto steps_a_year = index_ == nullptr ? 1.0 : static_cast<double>(index_->months.size());
  auto known = values_.begin();
  int steps = 0;
  double factor = 1.0;
  for (Month month = first; month <= horizon; month = month + 1) {
    if (std::next(known) != values_.end() && std::next(known)->from <= month) ++known;
    const bool after_last = std::next(known) == values_.end() && month > known->from;
    if (after_last && index_ != nullptr && index_->steps_in(month))
      factor = engine::power(1.0 + growth_per_year, ++steps / steps_a_year);
    by_month_[static_cast<std::size_t>(month - first)] = known->value * factor;
  }
}

double Tariff::at(Month month) const {
  if (!known(month))
    throw std::out_of_range(fmt::format("{} is known from {} to {}, not in {}", name_, text_of(first_month()),
                                        text_of(horizon), text_of(month)));
  return by_month_[static_cast<std::size_t>(month - first_month())];
}

const std::string& Tariff::word(Month month) const {
  return words_.at(static_cast<std::size_t>(at(month)));
}

const DatedValue& Tariff::last_before(Month month) const {
  auto after = std::upper_bound(values_.begin(), values_.end(), month,
                                [](Month one, const DatedValue& other) { return one < other.from; });
  return *std::prev(after);
}

Provenance Tariff::provenance(Month month) const {
  const double value = at(month);
  const DatedValue& known = last_before(month);
  Provenance result{value, known.from, known.grade, known.source, known.checked, known.note, false};
  if (index_ == nullptr || &known != &values_.back()) return result;
  Month step = month;
  while (step > known.from && !index_->steps_in(step)) step = step - 1;
  if (step == known.from) return result;
  result.effective_from = step;
  result.grade = std::max(known.grade, index_->grade);
  result.source = known.source + "; " + index_->source;
  result.extrapolated = true;
  return result;
}

Tariffs::Tariffs() {
  std::vector<std::filesystem::path> paths;
  const auto folder = home() / "models" / "parameters" / "tariffs";
  for (const auto& entry : std::filesystem::directory_iterator{folder})
    if (entry.path().extension() == ".yaml") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  Problems problems;
  std::vector<Node> files;
  for (const auto& path : paths)
    if (auto file = read_file(path, problems)) files.push_back(std::move(*file));
  read(files, problems);
  problems.throw_errors();
}

Tariffs::Tariffs(const std::vector<Node>& files, Problems& problems) {
  read(files, problems);
}

void Tariffs::read(const std::vector<Node>& files, Problems& problems) {
  std::vector<Section> sections;
  for (const Node& file : files) sections.emplace_back(file, problems);
  for (const Section& file : sections)
    if (const auto indices = file.optional_section("indices"))
      for (const auto& [name, section] : indices->entries()) read_index(name, section);
  for (const Section& file : sections)
    if (const auto tariffs = file.optional_section("tariffs"))
      for (const auto& [name, section] : tariffs->entries()) read_tariff(name, section);
  for (const Section& file : sections) file.finish();
}

void Tariffs::read_index(const std::string& name, const Section& section) {
  Index index{name,
              section.title("title"),
              section.share_spread("growth", {-0.2, 0.5}),
              {},
              grade_of(section),
              section.text("source"),
              section.date("checked")};
  for (const double month : section.numbers("months", {1, engine::months_per_year}, {1, engine::months_per_year}))
    index.months.push_back(static_cast<int>(month));
  if (!indices_.emplace(name, std::move(index)).second)
    section.refuse("", "found this index in a file before", "an index stands in one file");
}

void Tariffs::read_tariff(const std::string& name, const Section& section) {
  const Title title = section.title("title");
  const std::string unit{units[section.choice_index("unit", units)]};
  const bool is_word = unit == "word";
  const auto words = is_word ? section.names("words", {1, 20}) : std::vector<std::string>{};
  const Interval range = is_word ? Interval{0, 0} : section.interval("range");
  const std::string goes_on = section.name("after_last");
  const auto index = indices_.find(goes_on);
  if (goes_on != "unchanged" && index == indices_.end())
    section.refuse("after_last", "found " + quote(goes_on), "allowed is unchanged or the name of an index");
  const std::optional<Date> checked = section.has("checked") ? std::optional{section.date("checked")} : std::nullopt;

  std::vector<DatedValue> values;
  for (const auto& [day, entry] : section.section("values").entries()) {
    const auto date = date_from(day);
    if (!date || date->day != 1 || (!values.empty() && Month::of(date->year, date->month) <= values.back().from)) {
      entry.refuse("", "found the date " + quote(day), "values are dated by the first day of a month, in order");
      continue;
    }
    DatedValue value;
    value.from = Month::of(date->year, date->month);
    value.value = is_word           ? static_cast<double>(entry.choice_index("value", {words.begin(), words.end()}))
                  : unit == "share" ? entry.share("value", {range.low, range.high})
                                    : entry.number("value", {range.low, range.high});
    value.grade = grade_of(entry);
    value.source = entry.text("source");
    value.checked = entry.date("checked", checked);
    value.note = entry.title("note", Title{});
    values.push_back(std::move(value));
  }
  if (values.empty()) {
    section.refuse("values", "found no value", "a tariff has at least one");
    return;
  }
  Tariff tariff{name, title, unit, words, std::move(values), index == indices_.end() ? nullptr : &index->second};
  if (!tariffs_.emplace(name, std::move(tariff)).second)
    section.refuse("", "found this tariff in a file before", "a tariff stands in one file");
}

const Tariff& Tariffs::operator[](std::string_view name) const {
  const auto found = tariffs_.find(name);
  if (found == tariffs_.end()) throw std::out_of_range(fmt::format("there is no tariff {}", name));
  return found->second;
}

void Tariffs::set_growth(std::string_view index, double growth_per_year) {
  if (!indices_.contains(index)) throw std::out_of_range(fmt::format("there is no index {}", index));
  for (auto& [name, tariff] : tariffs_)
    if (tariff.index_ != nullptr && tariff.index_->name == index) tariff.grow(growth_per_year);
}

}  // namespace banenplan::models
