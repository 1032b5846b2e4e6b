// What people read, in Dutch or English, from one catalogue (plots/words.yaml), and how numbers are written in each.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/calendar.hpp"
#include "models/reading/document.hpp"
#include "models/reading/section.hpp"

namespace banenplan::plots {

enum class Language { dutch, english };

// `nl` or `en`
std::optional<Language> language_from(std::string_view text);

// The texts of one language. A catalogue in which a text lacks a language, or names other {arguments} in one language
// than in the other, is refused as a whole.
class Words {
 public:
  using Arguments = std::initializer_list<std::pair<std::string_view, std::string>>;

  // The project's own catalogue. Throws std::runtime_error with the first problem when it is refused.
  explicit Words(Language language);

  // Any catalogue; when `problems` gets errors, the words are not to be used.
  Words(const models::Node& catalogue, Language language, models::Problems& problems);

  Language language() const { return language_; }
  bool has(std::string_view key) const { return texts_.contains(std::string{key}); }
  std::vector<std::string> keys() const;

  // The text of a key (`lks.title`), with its {arguments} filled in. Asking for a key or leaving out an argument that
  // the catalogue does not have is a mistake in the program: throws std::logic_error.
  std::string operator()(std::string_view key, Arguments arguments = {}) const;

  // The text of a key as it stands in the catalogue, for who fills it in elsewhere.
  const std::string& raw(std::string_view key) const;

  // The title in this language; the other one where it is empty.
  const std::string& of(const models::Title& title) const;

  // Numbers: 1.234,5 or 1,234.5. Shares: 12,5 % or 12.5%. `decimals` from 0 to 9.
  std::string number(double value, int decimals = 0) const;
  std::string share(double value, int decimals = 1) const;

  // € 1.234,56 or €1,234.56; whole euros with decimals 0; from whole cents without rounding.
  std::string euros(double value, int decimals = 2) const;
  std::string cents(std::int64_t value) const;

  // € 950.000, € 1,2 miljoen, € 3,4 miljard or €950,000, €1.2 million, €3.4 billion.
  std::string large_euros(double value) const;

  // jan. 2027 or Jan 2027
  std::string month(engine::Month month) const;

 private:
  void take(const models::Node& map, const std::string& prefix, models::Problems& problems);

  Language language_;
  std::map<std::string, std::string> texts_;
};

}  // namespace banenplan::plots
