#include "app/lks.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <optional>
#include <ostream>

#include "models/facts/loonkostensubsidie.hpp"
#include "models/reading/scalar.hpp"
#include "plots/json.hpp"
#include "plots/provenance.hpp"
#include "plots/words.hpp"

namespace banenplan::app {

namespace {

using models::Explanation;
using models::Group;
using models::Step;
using models::SubsidyRequest;
using plots::Json;
using plots::Language;
using plots::Words;

constexpr std::size_t text_width = 66;   // columns of a step's sentence
constexpr std::size_t value_width = 12;  // columns of its value

std::optional<Group> group_from(std::string_view text) {
  if (text == "participatiewet") return Group::participatiewet;
  if (text == "wajong") return Group::wajong;
  if (text == "wsw") return Group::wsw;
  if (text == "wiw_id") return Group::wiw_id;
  if (text == "niet_uitkeringsgerechtigd") return Group::niet_uitkeringsgerechtigd;
  return std::nullopt;
}

// What was wrong: the option, and what was written there.
struct Wrong {
  std::string key;  // of lks.refusal.* in the catalogue
  std::string written;
};

template <class Value>
void read(std::optional<Value> value, Value& into, const char* key, const std::string& written,
          std::optional<Wrong>& wrong) {
  if (value)
    into = *value;
  else if (!wrong)
    wrong = Wrong{key, written};
}

std::optional<Wrong> read(const LksRequest& asked, const models::Loonkostensubsidie& law, SubsidyRequest& request) {
  std::optional<Wrong> wrong;
  request.forfait = asked.forfait;
  read(group_from(asked.group), request.group, "group", asked.group, wrong);
  if (!asked.forfait || !asked.loonwaarde.empty())
    read(models::share_from(asked.loonwaarde), request.loonwaarde, "loonwaarde", asked.loonwaarde, wrong);
  read(models::number_from(asked.hours), request.hours, "hours", asked.hours, wrong);
  read(models::month_from(asked.month), request.month, "month", asked.month, wrong);
  read(models::whole_from(asked.age), request.age, "age", asked.age, wrong);
  read(models::number_from(asked.full_time_week), request.full_time_week, "full_time_week", asked.full_time_week,
       wrong);
  if (!asked.running_since.empty()) {
    engine::Month since;
    read(models::month_from(asked.running_since), since, "running_since", asked.running_since, wrong);
    request.running_since = since;
  }
  if (wrong) return wrong;
  const char* refused = law.refusal(request);
  if (refused == nullptr) return std::nullopt;
  const std::string key = refused;
  const std::string written = key == "loonwaarde"                                            ? asked.loonwaarde
                              : key == "hours"                                               ? asked.hours
                              : key == "age"                                                 ? asked.age
                              : key == "full_time_week"                                      ? asked.full_time_week
                              : key.starts_with("running_since") || (key == "forfait_ended") ? asked.running_since
                                                                                             : asked.month;
  return Wrong{key, written};
}

// A share with as many decimals as it needs, up to four.
std::string share_text(double value, const Words& words) {
  constexpr int most = 4;
  int decimals = 0;
  for (double scaled = value * 100; decimals < most && std::abs(scaled - std::round(scaled)) > 1e-6; scaled *= 10)
    ++decimals;
  return words.share(value, decimals);
}

std::string value_text(double value, const std::string& unit, const Words& words) {
  if (unit == "share") return share_text(value, words);
  if (unit.starts_with("eur")) return words.euros(value);
  return words.number(value, value == std::floor(value) ? 0 : 2);
}

std::string sentence(const Step& step, const Words& words) {
  std::string text = words("lks.step." + step.key);
  if (step.inputs.empty()) return text;
  text += ": " + words("lks.formula." + step.key);
  for (const models::Input& input : step.inputs) {
    const std::string name = "<" + input.name + ">";
    if (const std::size_t at = text.find(name); at != std::string::npos)
      text.replace(at, name.size(), value_text(input.value, input.unit, words));
  }
  return text;
}

const std::string& note_of(const Step& step, const Words& words) {
  return words.language() == Language::dutch ? step.note.dutch : step.note.english;
}

std::string grade_text(models::Grade grade, const Words& words) {
  const std::string key(1, models::letter(grade));
  return key + ", " + words("grade." + key);
}

std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

void print_step(std::size_t number, const Step& step, const Words& words, std::ostream& out) {
  const std::string text = sentence(step, words);
  const std::string value = step.unit == "word" ? "" : value_text(step.value, step.unit, words);
  const std::size_t used = columns(text);
  out << fmt::format("{:>2}. {}", number, text);
  if (!value.empty())
    out << std::string(used < text_width ? text_width - used : 1, ' ')
        << std::string(columns(value) < value_width ? value_width - columns(value) : 0, ' ') << value;
  out << '\n';
  if (step.source.empty()) {
    out << "    " << words("lks.given") << '\n';
  } else {
    const std::string since =
        step.effective_from ? words("lks.since", {{"month", words.month(*step.effective_from)}}) + "; " : "";
    out << "    " << since << step.source << " (" << grade_text(step.grade, words) << ")"
        << (step.extrapolated ? "; " + words("lks.extrapolated") : "") << '\n';
  }
  if (!note_of(step, words).empty()) out << "    " << note_of(step, words) << '\n';
}

std::string answer(const SubsidyRequest& request, const Explanation& found, const Words& words) {
  if (request.group == Group::wajong) return words("lks.wajong");
  if (request.group == Group::wsw) return words("lks.wsw");
  if (request.group == Group::wiw_id) return words("lks.wiw_id");
  return words("lks.answer", {{"month", words.month(request.month)}, {"amount", words.cents(found.cents)}});
}

void print(const SubsidyRequest& request, const Explanation& found, const std::string& remark, const Words& words,
           std::ostream& out) {
  out << answer(request, found, words) << '\n';
  if (!remark.empty()) out << remark << '\n';
  if (!found.steps.empty()) out << '\n';
  for (std::size_t i = 0; i < found.steps.size(); ++i) print_step(i + 1, found.steps[i], words, out);
}

Json json_of(const Step& step, const Words& words) {
  Json json{{"key", step.key}, {"text", sentence(step, words)}, {"value", step.value}, {"unit", step.unit}};
  for (const models::Input& input : step.inputs) json["inputs"][input.name] = input.value;
  if (step.source.empty()) {
    json["source"] = nullptr;
    json["grade"] = nullptr;
  } else {
    json["source"] = step.source;
    json["grade"] = std::string(1, models::letter(step.grade));
  }
  if (step.effective_from) json["effective_from"] = plots::date_text(*step.effective_from);
  json["extrapolated"] = step.extrapolated;
  if (!note_of(step, words).empty()) json["note"] = note_of(step, words);
  return json;
}

void print_json(const LksRequest& asked, const SubsidyRequest& request, const Explanation& found,
                const std::string& remark, const Words& words, std::ostream& out) {
  Json json{{"command", "lks"}, {"version", BANENPLAN_VERSION}};
  Json& echo = json["request"];
  echo["group"] = asked.group;
  if (!request.forfait) echo["loonwaarde"] = request.loonwaarde;
  echo["forfait"] = request.forfait;
  echo["hours"] = request.hours;
  echo["full_time_week"] = request.full_time_week;
  echo["age"] = request.age;
  echo["month"] = plots::date_text(request.month);
  if (request.running_since) echo["running_since"] = plots::date_text(*request.running_since);
  json["cents_per_month"] = found.cents;
  json["answer"] = answer(request, found, words);
  if (!remark.empty()) json["remark"] = remark;
  json["steps"] = Json::array();
  for (const Step& step : found.steps) json["steps"].push_back(json_of(step, words));
  out << plots::json_text(json);
}

}  // namespace

ExitCode lks(const LksRequest& asked, std::ostream& out, std::ostream& error) {
  const auto language = plots::language_from(asked.language);
  const Words words{language.value_or(Language::dutch)};
  const models::Tariffs tariffs;
  const models::Loonkostensubsidie law{tariffs};
  SubsidyRequest request;
  const auto wrong = language ? read(asked, law, request) : Wrong{"language", asked.language};
  if (wrong) {
    error << words("lks.refusal." + wrong->key, {{"found", models::quote(wrong->written)}}) << '\n';
    return ExitCode::request_is_wrong;
  }
  const Explanation found = law.explain(request);
  const double least = tariffs.value("garantiebaan_least_loonwaarde", request.month);
  const bool too_low = has_subsidy(request.group) && !request.forfait && request.loonwaarde < least;
  const std::string remark = too_low ? words("lks.low", {{"least", share_text(least, words)}}) : "";
  if (asked.json)
    print_json(asked, request, found, remark, words, out);
  else
    print(request, found, remark, words, out);
  return ExitCode::done;
}

}  // namespace banenplan::app
