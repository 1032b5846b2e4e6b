#include "app/theme.hpp"

#include <ostream>

#include "app/disk.hpp"
#include "models/reading/problems.hpp"
#include "plots/report.hpp"

namespace banenplan::app {

std::optional<std::string> read_theme(const std::string& file, const plots::Words& words, std::ostream& error) {
  if (file.empty()) return std::string{};
  auto text = read_file(file);
  const std::string problem = text ? plots::theme_problem(*text, words) : words("reading.theme_absent");
  if (problem.empty()) return text;
  error << "--theme: " << models::printable(file, 200) << ": " << problem << '\n';
  return std::nullopt;
}

}  // namespace banenplan::app
