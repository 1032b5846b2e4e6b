#include "app/advise.hpp"

#include <ostream>

#include "models/policy/confrontation.hpp"
#include "plots/json.hpp"

namespace banenplan::app {
namespace {

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : " + ") + name;
  return text;
}

std::vector<std::string> fitting(const models::Advice& advice, const models::ScoredPoint& point) {
  std::vector<std::string> names;
  for (std::size_t k = 0; k < point.fits.size(); ++k) {
    if (point.fits[k]) names.push_back(advice.scenarios[k]);
  }
  return names;
}

std::vector<std::string> best(const models::Advice& advice) {
  std::vector<std::string> names;
  for (const std::size_t k : advice.best) names.push_back(advice.scenarios[k]);
  return names;
}

void print(const models::Municipality& municipality, const models::Advice& advice, const plots::Words& words,
           std::ostream& out) {
  const char* const heading = advice.best.size() > 1 ? "advise.mix" : "advise.one";
  out << words(heading, {{"municipality", words.of(municipality.title)}, {"scenarios", joined(best(advice))}})
      << "\n\n";
  for (const models::ScoredPoint& point : advice.points) {
    out << "  " << words.of(point.title) << ": "
        << (point.known ? joined(fitting(advice, point)) : words("advise.unknown")) << '\n';
  }
  out << '\n';
  for (std::size_t k = 0; k < advice.scenarios.size(); ++k) {
    out << "  "
        << words("advise.score", {{"scenario", advice.scenarios[k]},
                                  {"score", std::to_string(advice.scores[k])},
                                  {"known", std::to_string(advice.known)}})
        << '\n';
  }
  out << '\n' << words("advise.limits") << '\n';
}

void print_json(const models::Municipality& municipality, const models::Advice& advice, std::ostream& out) {
  plots::Json json{
      {"command", "advise"},           {"version", BANENPLAN_VERSION},      {"municipality", municipality.name},
      {"best", best(advice)},          {"scenarios", plots::Json::array()}, {"known", advice.known},
      {"points", plots::Json::array()}};
  for (std::size_t k = 0; k < advice.scenarios.size(); ++k)
    json["scenarios"].push_back({{"name", advice.scenarios[k]}, {"score", advice.scores[k]}});
  for (const models::ScoredPoint& point : advice.points) {
    json["points"].push_back({{"name", point.name}, {"title", plots::title_json(point.title)}, {"fits", nullptr}});
    if (point.known) json["points"].back()["fits"] = fitting(advice, point);
  }
  out << plots::json_text(json);
}

}  // namespace

ExitCode advise(const AdviseRequest& request, std::ostream& out, std::ostream& error) {
  models::Problems problems;
  const auto municipality =
      models::read_municipality({request.municipality, {}, {}, ""}, models::Assumptions(), problems);
  for (const std::string& line : problems.error_lines()) error << line << '\n';
  if (!municipality) return ExitCode::request_is_wrong;
  const models::Advice advice = models::advise(*municipality, models::profile_of(municipality->file));
  if (request.json) {
    print_json(*municipality, advice, out);
  } else {
    print(*municipality, advice, plots::Words(request.language), out);
  }
  return ExitCode::done;
}

}  // namespace banenplan::app
