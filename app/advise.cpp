#include "app/advise.hpp"

#include <ostream>

#include "models/policy/confrontation.hpp"

namespace banenplan::app {
namespace {

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : " + ") + name;
  return text;
}

}  // namespace

ExitCode advise(const AdviseRequest& request, std::ostream& out, std::ostream& error) {
  models::Problems problems;
  const auto municipality =
      models::read_municipality({request.municipality, {}, {}, ""}, models::Assumptions(), problems);
  for (const std::string& line : problems.error_lines()) error << line << '\n';
  if (!municipality) return ExitCode::request_is_wrong;
  const models::Advice advice = models::advise(*municipality, models::profile_of(municipality->file));
  const plots::Words words(request.language);
  std::vector<std::string> best;
  for (const std::size_t k : advice.best) best.push_back(advice.scenarios[k]);
  const char* const heading = best.size() > 1 ? "advise.mix" : "advise.one";
  out << words(heading, {{"municipality", words.of(municipality->title)}, {"scenarios", joined(best)}}) << "\n\n";
  for (const models::ScoredPoint& point : advice.points) {
    std::vector<std::string> fitting;
    for (std::size_t k = 0; k < point.fits.size(); ++k) {
      if (point.fits[k]) fitting.push_back(advice.scenarios[k]);
    }
    out << "  " << words.of(point.title) << ": " << (point.known ? joined(fitting) : words("advise.unknown")) << '\n';
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
  return ExitCode::done;
}

}  // namespace banenplan::app
