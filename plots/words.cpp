#include "plots/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <set>
#include <stdexcept>

#include "models/reading/home.hpp"

namespace banenplan::plots {

namespace {

using models::Node;
using models::Problems;

// The names between braces in a text.
std::set<std::string> arguments_of(const std::string& text) {
  std::set<std::string> names;
  for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
    const std::size_t close = text.find('}', open);
    if (close == std::string::npos) break;
    names.insert(text.substr(open + 1, close - open - 1));
  }
  return names;
}

// Digits in groups of three, from the text of a number with a decimal point.
std::string grouped(const std::string& plain, Language language) {
  const bool dutch = language == Language::dutch;
  const std::size_t point = std::min(plain.find('.'), plain.size());
  std::string text;
  for (std::size_t i = 0; i < point; ++i) {
    if (i > 0 && (point - i) % 3 == 0) text += dutch ? '.' : ',';
    text += plain[i];
  }
  if (point < plain.size()) text += (dutch ? ',' : '.') + plain.substr(point + 1);
  return text;
}

struct Written {
  bool negative;
  std::string digits;
};

Written written(double value, int decimals, Language language) {
  const std::string plain = fmt::format("{:.{}f}", std::abs(value), decimals);
  const bool zero = plain.find_first_of("123456789") == std::string::npos;  // no minus before a rounded 0
  return {value < 0 && !zero, std::isfinite(value) ? grouped(plain, language) : plain};
}

std::string with_euro_sign(const Written& amount, Language language) {
  return (amount.negative ? "-" : "") + std::string{language == Language::dutch ? "€ " : "€"} + amount.digits;
}

}  // namespace

std::optional<Language> language_from(std::string_view text) {
  if (text == "nl") return Language::dutch;
  if (text == "en") return Language::english;
  return std::nullopt;
}

Words::Words(Language language) : language_(language) {
  Problems problems;
  const auto catalogue = models::read_file(models::home() / "plots" / "words.yaml", problems);
  if (catalogue) take(*catalogue, "", problems);
  problems.throw_errors();
}

Words::Words(const Node& catalogue, Language language, Problems& problems) : language_(language) {
  take(catalogue, "", problems);
}

void Words::take(const Node& map, const std::string& prefix, Problems& problems) {
  for (std::size_t i = 0; i < map.keys.size(); ++i) {
    const std::string key = prefix + map.keys[i];
    const Node& item = map.items[i];
    const Node* dutch = item.find("nl");
    const Node* english = item.find("en");
    if (item.kind == Node::Kind::map && dutch == nullptr && english == nullptr) {
      take(item, key + ".", problems);
      continue;
    }
    const bool in_both = item.keys.size() == 2 && dutch != nullptr && english != nullptr;
    if (!in_both || dutch->kind != Node::Kind::text || english->kind != Node::Kind::text)
      problems.error(item.position, key, "found a text that is not in both languages", "a text has nl and en");
    else if (arguments_of(dutch->text) != arguments_of(english->text))
      problems.error(item.position, key, "found other {arguments} in nl than in en", "both have the same");
    else
      texts_[key] = (language_ == Language::dutch ? dutch : english)->text;
  }
}

std::vector<std::string> Words::keys() const {
  std::vector<std::string> keys;
  for (const auto& [key, text] : texts_) keys.push_back(key);
  return keys;
}

const std::string& Words::raw(std::string_view key) const {
  const auto found = texts_.find(std::string{key});
  if (found == texts_.end()) throw std::logic_error(fmt::format("no words for {}", key));
  return found->second;
}

std::string Words::operator()(std::string_view key, Arguments arguments) const {
  const std::string& text = raw(key);
  std::string result;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t open = std::min(text.find('{', at), text.size());
    result += text.substr(at, open - at);
    const std::size_t close = text.find('}', open);
    if (close == std::string::npos) return result + text.substr(open);
    const std::string name = text.substr(open + 1, close - open - 1);
    const auto argument =
        std::find_if(arguments.begin(), arguments.end(), [&](const auto& one) { return one.first == name; });
    if (argument == arguments.end()) throw std::logic_error(fmt::format("no {} for the words {}", name, key));
    result += argument->second;
    at = close + 1;
  }
  return result;
}

const std::string& Words::of(const models::Title& title) const {
  const bool dutch = (language_ == Language::dutch && !title.dutch.empty()) || title.english.empty();
  return dutch ? title.dutch : title.english;
}

std::string Words::number(double value, int decimals) const {
  const Written amount = written(value, decimals, language_);
  return (amount.negative ? "-" : "") + amount.digits;
}

std::string Words::share(double value, int decimals) const {
  return number(value * 100, decimals) + (language_ == Language::dutch ? " %" : "%");
}

std::string Words::euros(double value, int decimals) const {
  return with_euro_sign(written(value, decimals, language_), language_);
}

std::string Words::cents(std::int64_t value) const {
  const std::uint64_t size = value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
  const std::string plain = fmt::format("{}.{:02}", size / 100, size % 100);
  return with_euro_sign({value < 0, grouped(plain, language_)}, language_);
}

std::string Words::large_euros(double value) const {
  constexpr double million = 1e6;
  constexpr double billion = 1e9;
  const bool dutch = language_ == Language::dutch;
  const double size = std::abs(value);
  // What would round up to the next word is written with that word.
  if (size < million - 0.5) return euros(value, 0);
  if (size < billion - 0.05 * million) return euros(value / million, 1) + (dutch ? " miljoen" : " million");
  return euros(value / billion, 1) + (dutch ? " miljard" : " billion");
}

std::string Words::month(engine::Month month) const {
  constexpr std::array dutch{"jan.", "feb.", "mrt.", "apr.", "mei",  "jun.",
                             "jul.", "aug.", "sep.", "okt.", "nov.", "dec."};
  constexpr std::array english{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto at = static_cast<std::size_t>(month.month_of_year() - 1);
  return fmt::format("{} {}", language_ == Language::dutch ? dutch.at(at) : english.at(at), month.year());
}

}  // namespace banenplan::plots
