#include "models/policy/people_table.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "models/policy/groups.hpp"
#include "models/reading/scalar.hpp"

namespace banenplan::models {
namespace {

enum Column : std::size_t { group, loonwaarde, hours, age, household, distance, state, months, column_count };
const std::vector<std::string> columns = {"group",     "loonwaarde", "hours", "age",
                                          "household", "distance",   "state", "months"};
constexpr std::size_t required_columns = state;
constexpr std::string_view households[] = {"single", "couple", "none"};
constexpr std::string_view states[] = {"mover", "stayer", "regular_job", "dropped_out"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Lower-case letters and digits alone, so that Burger-Service_Nummer is known too.
std::string folded(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c >= 'A' && c <= 'Z') result += static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || is_digit(c)) result += c;
  }
  return result;
}

// `1990-05-17`, `17-05-1990`, `17/5/1990`
bool is_date(std::string_view text) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == '-' || c == '/' || c == '.') {
      parts.emplace_back();
    } else if (is_digit(c)) {
      parts.back() += c;
    } else {
      return false;
    }
  }
  return parts.size() == 3 && (parts[0].size() == 4 || parts[2].size() == 4);
}

// What a column holds that tells who somebody is; empty when nothing does.
std::string_view personal(std::string_view name) {
  struct Sign {
    std::string_view part;
    std::string_view what;
  };
  constexpr Sign signs[] = {{"bsn", "a burgerservicenummer"},
                            {"burgerservice", "a burgerservicenummer"},
                            {"sofi", "a burgerservicenummer"},
                            {"naam", "names"},
                            {"name", "names"},
                            {"voorletter", "names"},
                            {"initia", "names"},
                            {"geboort", "dates of birth"},
                            {"geboren", "dates of birth"},
                            {"birth", "dates of birth"},
                            {"dob", "dates of birth"},
                            {"adres", "addresses"},
                            {"address", "addresses"},
                            {"postcode", "addresses"},
                            {"mail", "addresses"},
                            {"telefoon", "addresses"},
                            {"phone", "addresses"},
                            {"iban", "addresses"}};
  const std::string text = folded(name);
  for (const Sign& sign : signs) {
    if (text.find(sign.part) != std::string::npos) return sign.what;
  }
  return {};
}

template <class Test>
bool most(const Csv& csv, std::size_t column, Test test) {
  std::size_t filled = 0, found = 0;
  for (const auto& row : csv.rows) {
    if (row[column].text.empty()) continue;
    ++filled;
    found += test(row[column].text) ? 1 : 0;
  }
  return 2 * found > filled;
}

// Refuses what tells who somebody is.
bool is_anonymous(const Csv& csv, Problems& problems) {
  bool anonymous = true;
  const auto refuse = [&](const Csv::Field& name, std::string_view what) {
    problems.error(csv.position(name), "", fmt::format("found a column of {}", what),
                   "the tool needs none: take it out");
    anonymous = false;
  };
  for (std::size_t c = 0; c < csv.names.size(); ++c) {
    const Csv::Field& name = csv.names[c];
    if (const auto what = personal(name.text); !what.empty()) {
      refuse(name, what);
    } else if (is_bsn(name.text) || most(csv, c, is_bsn)) {
      refuse(name, "a burgerservicenummer");
    } else if (is_date(name.text) || most(csv, c, is_date)) {
      refuse(name, "dates, as of birth");
    }
  }
  return anonymous;
}

class Reader {
 public:
  Reader(const Csv& csv, Problems& problems) : csv_(csv), problems_(problems) {}

  std::optional<std::vector<RegisteredPerson>> read() {
    if (!find_columns()) return std::nullopt;
    std::vector<RegisteredPerson> people;
    for (const auto& row : csv_.rows) people.push_back(person(row));
    return good_ ? std::optional(std::move(people)) : std::nullopt;
  }

 private:
  bool find_columns() {
    std::fill(std::begin(place_), std::end(place_), csv_.names.size());
    for (std::size_t c = 0; c < csv_.names.size(); ++c) {
      const Csv::Field& name = csv_.names[c];
      const auto found =
          static_cast<std::size_t>(std::find(columns.begin(), columns.end(), name.text) - columns.begin());
      if (found == column_count) {
        refuse(name, "found the column " + quote(name.text), "allowed is " + list(columns),
               nearest(name.text, columns));
      } else if (has(found)) {
        refuse(name, "found the column " + quote(name.text) + " twice", "a column stands once");
      } else {
        place_[found] = c;
      }
    }
    for (std::size_t k = 0; k < required_columns; ++k) {
      if (!has(k)) refuse(csv_.names.front(), "found no column " + quote(columns[k]), "it is required");
    }
    if (has(months) && !has(state)) refuse(csv_.names.front(), "found months without a state", "a column state");
    return good_;
  }

  RegisteredPerson person(const std::vector<Csv::Field>& row) {
    RegisteredPerson person;
    person.group = word(row, group, group_names).value_or(0);
    person.loonwaarde = percent(row);
    person.hours = whole(row, hours, 1, 60, true);
    person.age = whole(row, age, 15, 67, false).value_or(0);
    if (const auto found = word(row, household, households, true)) person.household = static_cast<int>(*found);
    if (const auto found = whole(row, distance, 1, 6, true)) person.distance = *found - 1;
    if (has(state)) {
      if (const auto found = word(row, state, states)) person.state = states[*found];
    }
    if (has(months)) person.months = whole(row, months, 0, 600, false).value_or(0);
    check_benefit(row, person);
    return person;
  }

  // Who has Wajong or no benefit at all has none of the municipality; under the Participatiewet the others have one.
  void check_benefit(const std::vector<Csv::Field>& row, const RegisteredPerson& person) {
    if (!person.household) return;
    const bool has_none = *person.household == 2;
    const std::string_view name = group_names[person.group];
    if ((name == "wajong" || name == "niet_uitkeringsgerechtigd") && !has_none) {
      refuse_value(row, household, "none beside " + std::string(name) + ", which has no benefit of the municipality");
    } else if (name == "participatiewet" && has_none) {
      refuse_value(row, household, "single or couple; who has no benefit is niet_uitkeringsgerechtigd");
    }
  }

  bool has(std::size_t column) const { return place_[column] < csv_.names.size(); }
  const Csv::Field& field(const std::vector<Csv::Field>& row, std::size_t column) const {
    return row[place_[column]];
  }

  void refuse(const Csv::Field& at, std::string found, std::string allowed, std::string suggestion = {}) {
    problems_.error(csv_.position(at), "", std::move(found), std::move(allowed), std::move(suggestion));
    good_ = false;
  }

  void refuse_value(const std::vector<Csv::Field>& row, std::size_t column, std::string allowed,
                    std::string suggestion = {}) {
    const Csv::Field& at = field(row, column);
    // A number that may be somebody's is not repeated.
    const std::string found = at.text.empty()   ? "nothing"
                              : is_bsn(at.text) ? "a number of nine digits"
                                                : quote(at.text);
    problems_.error(csv_.position(at), columns[column], "found " + found, std::move(allowed), std::move(suggestion));
    good_ = false;
  }

  template <std::size_t Count>
  std::optional<std::size_t> word(const std::vector<Csv::Field>& row, std::size_t column,
                                  const std::string_view (&words)[Count], bool may_be_empty = false) {
    const std::string& text = field(row, column).text;
    if (text.empty() && may_be_empty) return std::nullopt;
    const auto found =
        static_cast<std::size_t>(std::find(std::begin(words), std::end(words), text) - std::begin(words));
    if (found < Count) return found;
    const std::vector<std::string> names(std::begin(words), std::end(words));
    refuse_value(row, column, "allowed is " + list(names), nearest(text, names));
    return std::nullopt;
  }

  std::optional<int> whole(const std::vector<Csv::Field>& row, std::size_t column, int low, int high,
                           bool may_be_empty) {
    const std::string& text = field(row, column).text;
    if (text.empty() && may_be_empty) return std::nullopt;
    const auto number = whole_from(text);
    if (number && *number >= low && *number <= high) return number;
    refuse_value(row, column, fmt::format("a whole number from {} to {}", low, high));
    return std::nullopt;
  }

  std::optional<int> percent(const std::vector<Csv::Field>& row) {
    const std::string& text = field(row, loonwaarde).text;
    if (text.empty()) return std::nullopt;
    const auto share = share_from(text);
    const double percent = share ? std::round(*share * 100.0) : -1.0;
    if (share && percent >= 0.0 && percent <= 100.0 && std::abs(*share * 100.0 - percent) < 1e-9) {
      return static_cast<int>(percent);
    }
    const auto number = whole_from(text);
    const bool forgot = number && *number > 1 && *number <= 100;
    refuse_value(row, loonwaarde, "a whole percentage from 0% to 100%, as 57% or 0.57", forgot ? text + "%" : "");
    return std::nullopt;
  }

  static std::string list(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t k = 0; k < names.size(); ++k) {
      if (k > 0) text += k + 1 == names.size() ? " or " : ", ";
      text += names[k];
    }
    return text;
  }

  const Csv& csv_;
  Problems& problems_;
  std::size_t place_[column_count] = {};
  bool good_ = true;
};

}  // namespace

bool is_bsn(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (is_digit(c)) {
      digits += c;
    } else if (c != '.' && c != ' ') {
      return false;
    }
  }
  if (digits.size() == 8) digits.insert(digits.begin(), '0');
  if (digits.size() != 9 || digits == "000000000") return false;
  int sum = 0;
  for (int k = 0; k < 8; ++k) sum += (9 - k) * (digits[static_cast<std::size_t>(k)] - '0');
  return (sum - (digits[8] - '0')) % 11 == 0;
}

std::optional<std::vector<RegisteredPerson>> people_of(const Csv& csv, Problems& problems) {
  if (!is_anonymous(csv, problems)) return std::nullopt;
  return Reader(csv, problems).read();
}

}  // namespace banenplan::models
