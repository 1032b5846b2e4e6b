// The figures of law and of what services cost, dated: what applied in a month, from which source, and how sure it
// is.
//
// They stand in models/parameters/tariffs/*.yaml, one file a chapter, values keyed by the day they took effect. A
// value without a source, a grade, a unit, a range or the date it was last checked is refused.
//
//   const Tariffs tariffs;                                   // the project's own
//   tariffs.value("wml_month", Month::of(2026, 7));          // 2337 euros
//   tariffs.provenance("wml_month", Month::of(2030, 1));     // its source, grade A, extrapolated
//
// After the last known date a tariff goes on unchanged, or grows by a named index, which is an assumption with a
// range. Look-ups by name search a map; keep the `Tariff` at hand where it counts: `Tariff::at` is one array access.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/calendar.hpp"
#include "models/reading/section.hpp"

namespace banenplan::models {

// How sure a figure is, from sure to unsure.
enum class Grade {
  official,    // O: official text or statistic
  secondary,   // S: secondary page
  derived,     // D: derived from the above by arithmetic
  assumption,  // A: no measurement exists
  remembered,  // M: from memory, unconfirmed
};

char letter(Grade grade);
Grade grade_of(const Section& section);  // reads the key `grade`

// An assumed growth a year with which tariffs go on after their last known value, in steps at the start of `months`.
struct Index {
  std::string name;
  Title title;
  Spread growth;
  std::vector<int> months;  // of the year, 1 is January; each step is growth^(1 / number of steps a year)
  Grade grade = Grade::assumption;
  std::string source;
  Date checked;

  bool steps_in(engine::Month month) const;
};

struct DatedValue {
  engine::Month from;
  double value = 0.0;
  Grade grade = Grade::official;
  std::string source;
  Date checked;
  Title note;  // empty when there is none
};

// What stands behind one look-up.
struct Provenance {
  double value = 0.0;
  engine::Month effective_from;
  Grade grade = Grade::official;
  std::string source;
  Date checked;
  Title note;
  bool extrapolated = false;  // by an index, after the last known date
};

class Tariff {
 public:
  // The last month that can be asked for.
  static constexpr engine::Month horizon = engine::Month::of(2150, 12);

  Tariff(std::string name, Title title, std::string unit, std::vector<std::string> words,
         std::vector<DatedValue> values, const Index* index);

  const std::string& name() const { return name_; }
  const Title& title() const { return title_; }
  const std::string& unit() const { return unit_; }  // eur_per_month, share, hours_per_week, word, ...
  const std::vector<DatedValue>& values() const { return values_; }
  const Index* index() const { return index_; }  // null when it goes on unchanged

  engine::Month first_month() const { return values_.front().from; }
  bool known(engine::Month month) const { return month >= first_month() && month <= horizon; }

  // The value that applies in a month. Throws std::out_of_range when it is not known.
  double at(engine::Month month) const;
  // Of a tariff whose unit is `word`: the word that applies.
  const std::string& word(engine::Month month) const;
  Provenance provenance(engine::Month month) const;

  // The same tariff under another assumed growth a year of its index.
  void grow(double growth_per_year);

 private:
  friend class Tariffs;
  const DatedValue& last_before(engine::Month month) const;

  std::string name_;
  Title title_;
  std::string unit_;
  std::vector<std::string> words_;
  std::vector<DatedValue> values_;  // by date
  const Index* index_;              // null when it goes on unchanged
  std::vector<double> by_month_;    // from the first month to the horizon
};

class Tariffs {
 public:
  // The project's own files. Throws std::runtime_error with the first problem when one is refused.
  Tariffs();

  // Any files; when `problems` gets errors, the tariffs are not to be used.
  Tariffs(const std::vector<Node>& files, Problems& problems);

  // Throws std::out_of_range when there is no such tariff.
  const Tariff& operator[](std::string_view name) const;
  bool has(std::string_view name) const { return tariffs_.contains(name); }
  const std::map<std::string, Tariff, std::less<>>& all() const { return tariffs_; }
  const std::map<std::string, Index, std::less<>>& indices() const { return indices_; }

  double value(std::string_view name, engine::Month month) const { return (*this)[name].at(month); }
  const std::string& word(std::string_view name, engine::Month month) const { return (*this)[name].word(month); }
  Provenance provenance(std::string_view name, engine::Month month) const { return (*this)[name].provenance(month); }

  // Another assumed growth a year for all tariffs of an index, as in a draw of the uncertain assumptions.
  void set_growth(std::string_view index, double growth_per_year);

  Tariffs(const Tariffs&) = delete;  // tariffs point to their index
  Tariffs& operator=(const Tariffs&) = delete;
  Tariffs(Tariffs&&) = default;
  Tariffs& operator=(Tariffs&&) = default;

 private:
  void read(const std::vector<Node>& files, Problems& problems);
  void read_index(const std::string& name, const Section& section);
  void read_tariff(const std::string& name, const Section& section);

  std::map<std::string, Index, std::less<>> indices_;
  std::map<std::string, Tariff, std::less<>> tariffs_;
};

}  // namespace banenplan::models
