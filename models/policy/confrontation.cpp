#include "models/policy/confrontation.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "models/reading/document.hpp"
#include "models/reading/home.hpp"

namespace banenplan::models {
namespace {

struct Point {
  std::string name;
  Title title;
  std::vector<double> numbers;  // by scenario; either these
  std::vector<std::string> words;
};

struct Matrix {
  std::vector<std::string> scenarios;
  std::vector<Point> points;
};

Matrix read_matrix() {
  Problems problems;
  const auto tree = read_file(home() / "models/parameters/confrontatiematrix.yaml", problems);
  problems.throw_errors();
  const Section file(*tree, problems);
  Matrix matrix;
  file.text("source");
  matrix.scenarios = file.texts("scenarios");
  const Count each{matrix.scenarios.size(), matrix.scenarios.size()};
  for (const auto& [name, section] : file.section("points").entries()) {
    Point point{name, section.title("title"), {}, {}};
    if (section.has("numbers")) {
      point.numbers = section.numbers("numbers", not_negative, each);
    } else {
      point.words = section.texts("words", each);
    }
    matrix.points.push_back(std::move(point));
  }
  file.finish();
  problems.throw_errors();
  return matrix;
}

// Which columns are nearest by ratio; a number of 0 is nearest to the smallest.
std::vector<bool> nearest_columns(const std::vector<double>& numbers, double number) {
  std::vector<double> distances;
  for (const double column : numbers) distances.push_back(std::abs(std::log(column / std::max(number, 1e-3))));
  const double least = *std::min_element(distances.begin(), distances.end());
  std::vector<bool> fits;
  for (const double distance : distances) fits.push_back(distance <= least);
  return fits;
}

}  // namespace

Profile read_profile(const Section& municipality) {
  Profile profile;
  const auto section = municipality.optional_section("profile");
  if (!section) return profile;
  for (const Point& point : read_matrix().points) {
    if (point.words.empty() || !section->has(point.name)) continue;
    std::vector<std::string_view> words;
    for (const std::string& word : point.words) {
      if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
    }
    profile[point.name] = words[section->choice_index(point.name, words)];
  }
  return profile;
}

Profile profile_of(const std::filesystem::path& file) {
  Problems problems;
  const auto tree = read_file(file, problems);
  return tree ? read_profile(Section(*tree, problems)) : Profile{};
}

Advice advise(const Municipality& municipality, const Profile& profile) {
  const Matrix matrix = read_matrix();
  Advice advice;
  advice.scenarios = matrix.scenarios;
  advice.scores.resize(matrix.scenarios.size());
  for (const Point& point : matrix.points) {
    ScoredPoint scored{point.name, point.title, std::vector<bool>(matrix.scenarios.size()), true};
    const auto stated = profile.find(point.name);
    if (!point.numbers.empty()) {
      const bool size = point.name == "inhabitants";
      scored.fits = nearest_columns(point.numbers, size ? municipality.inhabitants : municipality.quotum_jobs);
    } else if (stated != profile.end()) {
      for (std::size_t k = 0; k < point.words.size(); ++k) scored.fits[k] = point.words[k] == stated->second;
    } else {
      scored.known = false;
    }
    for (std::size_t k = 0; k < scored.fits.size(); ++k) advice.scores[k] += scored.fits[k] ? 1 : 0;
    advice.known += scored.known ? 1 : 0;
    advice.points.push_back(std::move(scored));
  }
  const int most = *std::max_element(advice.scores.begin(), advice.scores.end());
  for (std::size_t k = 0; k < advice.scores.size(); ++k) {
    if (advice.scores[k] > 0 && advice.scores[k] >= most - 1) advice.best.push_back(k);
  }
  std::stable_sort(advice.best.begin(), advice.best.end(),
                   [&](std::size_t a, std::size_t b) { return advice.scores[a] > advice.scores[b]; });
  return advice;
}

}  // namespace banenplan::models
