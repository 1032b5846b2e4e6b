// A slip of the pen in any key or number of any file that is shipped is refused, and the message names the key that
// was meant. Files are changed one place at a time in a copy of the house's files.
//
// Names that a file itself gives (of a fund, a municipality, a state of a model) are no keys of ours: changed
// everywhere they would be right. `named_by_the_file` holds where they stand.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <stdlib.h>

#include "models/facts/assumptions.hpp"
#include "models/facts/tariffs.hpp"
#include "models/general/model_file.hpp"
#include "models/policy/confrontation.hpp"
#include "models/policy/municipality.hpp"
#include "models/policy/posts.hpp"
#include "models/policy/region.hpp"
#include "models/policy/scenario.hpp"
#include "models/reading/scalar.hpp"
#include "models/simulation/banenafspraak.hpp"

using namespace banenplan::models;
namespace fs = std::filesystem;

namespace {

std::string text_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void write(const fs::path& file, const std::string& text) {
  std::ofstream stream(file, std::ios::binary);
  stream << text;
  stream.close();
  REQUIRE(stream);
}

// The house's files, copied to where they may be changed.
class Copy {
 public:
  Copy() {
    std::string name = (fs::temp_directory_path() / "banenplan-slips-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    root_ = name;
    for (const char* const folder : {"scenarios", "models/parameters", "models/pathways", "tests/published"}) {
      fs::create_directories(root_ / folder);
      fs::copy(fs::path(PROJECT_FOLDER) / folder, root_ / folder, fs::copy_options::recursive);
    }
    setenv("BANENPLAN_HOME", root_.c_str(), 1);
  }
  ~Copy() {
    unsetenv("BANENPLAN_HOME");
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }
  Copy(const Copy&) = delete;
  Copy& operator=(const Copy&) = delete;

  const fs::path& root() const { return root_; }

  // From the root, by alphabet.
  std::vector<std::string> files() const {
    std::vector<std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(root_)) {
      if (entry.path().extension() == ".yaml") found.push_back(fs::relative(entry.path(), root_).string());
    }
    std::sort(found.begin(), found.end());
    return found;
  }

 private:
  fs::path root_;
};

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

void use_scenario(const std::string& name, Problems& problems) {
  const auto scenario = read_scenario({name, {}, std::nullopt, false}, problems);
  if (scenario) compile(*scenario, Tariffs());
}

// What is said of a file when it is used as it is meant; empty when nothing is wrong.
std::string refusal(const fs::path& root, const std::string& file, const std::string& kind) {
  Problems problems;
  const std::string whole = (root / file).string();
  const auto within = [&](const char* folder) { return file.starts_with(folder); };
  try {
    if (within("tests/published")) {
      read_model(whole, problems);
    } else if (kind == "region") {
      read_region({whole, {}, {}, ""}, Assumptions(), problems);
    } else if (kind == "municipality") {
      read_municipality({whole, {}, {}, ""}, Assumptions(), problems);
    } else if (within("scenarios")) {
      use_scenario(whole, problems);
    } else if (within("models/parameters/tariffs")) {
      Tariffs();
    } else if (within("models/parameters/assumptions")) {
      Assumptions();
    } else if (within("models/parameters")) {
      const auto municipality = read_municipality({"middelgroot", {}, {}, ""}, Assumptions(), problems);
      REQUIRE(municipality.has_value());
      advise(*municipality, {});
    } else {
      read_posts();
      use_scenario("boven-formatie", problems);
    }
  } catch (const std::runtime_error& error) {
    return error.what();
  } catch (const std::out_of_range& error) {
    return error.what();
  }
  return joined(problems.error_lines());
}

struct Place {
  std::string path;  // from the top of the file
  std::string text;
  std::size_t offset = 0;
  bool in_quotes = false;
};

struct Places {
  std::vector<Place> keys;
  std::vector<Place> values;
};

std::size_t offset_of(const std::string& text, const Position& position) {
  std::size_t offset = 0;
  for (int line = 1; line < position.line; ++line) offset = text.find('\n', offset) + 1;
  // Columns count characters.
  for (int column = 1; column < position.column; ++column) {
    ++offset;
    while ((static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U) ++offset;
  }
  return offset;
}

void find_places(const std::string& text, const Node& node, const std::string& path, Places& places) {
  if (node.kind == Node::Kind::text) {
    places.values.push_back({path, node.text, offset_of(text, node.position), node.in_quotes});
  }
  for (std::size_t k = 0; k < node.items.size(); ++k) {
    if (node.kind != Node::Kind::map) {
      find_places(text, node.items[k], path + "[]", places);
      continue;
    }
    const std::string& key = node.keys[k];
    const std::string inner = path.empty() ? key : path + "." + key;
    places.keys.push_back({inner, key, offset_of(text, node.key_positions[k]), false});
    find_places(text, node.items[k], inner, places);
  }
}

// Maps whose keys are names that the file gives, by folder or file and path.
const std::vector<std::pair<std::string, std::string>> maps_of_names = {
    {"models/parameters/tariffs", "tariffs"},
    {"models/parameters/tariffs", "tariffs.*.values"},
    {"models/parameters/tariffs", "indices"},
    {"models/parameters/assumptions", "assumptions"},
    {"models/parameters/confrontatiematrix", "points"},
    {"models/pathways/banenafspraak", "groups"},
    {"models/pathways/banenafspraak", "states"},
    {"models/pathways/banenafspraak", "states.*.exits[].chance"},
    {"models/pathways/flows", "accounts"},
    {"models/pathways/flows", "flows"},
    {"models/pathways/posts", "parties"},
    {"models/pathways/posts", "posts"},
    {"models/pathways/posts", "flows"},
    {"scenarios", "funds"},
    {"scenarios", "openings.regular_employers.sectors"},
    {"scenarios", "werkbedrijf.posts"},
    {"scenarios", "departments"},
    {"scenarios/regions", "municipalities"},
    {"scenarios/regions", "agreed.market"},
    {"scenarios/regions", "agreed.government"},
    {"scenarios/regions", "expected.offices"},
    {"scenarios/regions", "expected.offices.*"},
    {"tests/published", "start"},
    {"tests/published", "transitions"},
    {"tests/published", "transitions.*"},
    {"tests/published", "ratios"},
    {"tests/published", "rewards"},
    {"tests/published", "rewards.*.per_state"},
    {"tests/published", "strategies.*.rewards"},
    {"tests/published", "strategies.*.rewards.*.per_state"},
    {"tests/published", "strategies.*.ratios"},
    {"tests/published", "strategies"},
};

// The path with names that the file gives as `*`: what is read alike is tried once.
std::string pattern_of(const std::string& file, const std::string& path) {
  std::string pattern;
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t end = std::min(path.find('.', at), path.size());
    const bool is_name = std::any_of(maps_of_names.begin(), maps_of_names.end(), [&](const auto& map) {
      return file.starts_with(map.first) && pattern == map.second;
    });
    pattern += (pattern.empty() ? "" : ".") + (is_name ? "*" : path.substr(at, end - at));
    at = end + 1;
  }
  return pattern;
}

// One letter changed, removed and doubled.
std::vector<std::string> slips_of(const std::string& key) {
  const std::size_t middle = key.size() / 2;
  std::string changed = key, removed = key, doubled = key;
  changed[middle] = key[middle] == 'x' ? 'y' : 'x';
  removed.erase(middle, 1);
  doubled.insert(middle, 1, key[middle]);
  return {changed, removed, doubled};
}

// What the file holds, by its first key; a scenario names its municipality too.
std::string kind_in(const Node& tree) {
  for (const char* const kind : {"scenario", "region", "municipality"}) {
    if (tree.find(kind) != nullptr) return kind;
  }
  return "";
}

// Folders whose files are read alike: a key that stands in several of them is tried once, unless all are asked for.
std::string kind_of(const std::string& file) {
  return file.substr(0, file.rfind('/'));
}

struct Count {
  int tried = 0;
  int named = 0;
};

// Whether the message offers the key, or says that it is missing.
bool names(const std::string& said, const std::string& key) {
  return said.find("did you mean \"" + key + "\"") != std::string::npos ||
         said.find(key + ": found nothing; this key is required") != std::string::npos;
}

template <class Try>
void each_place(const Copy& copy, bool all, bool keys, Try attempt) {
  std::set<std::string> done;
  for (const std::string& file : copy.files()) {
    const std::string text = text_of(copy.root() / file);
    Problems problems;
    const auto tree = read_text(text, file, problems);
    REQUIRE(tree.has_value());
    const std::string kind = kind_in(*tree);
    CAPTURE(file);
    REQUIRE(refusal(copy.root(), file, kind).empty());
    Places places;
    find_places(text, *tree, "", places);
    for (const Place& place : keys ? places.keys : places.values) {
      const std::string pattern = pattern_of(file, place.path);
      if (!all && !done.insert(kind_of(file) + pattern).second) continue;
      attempt(file, kind, text, place, pattern);
    }
    write(copy.root() / file, text);
  }
}

Count slip_in_keys(bool all) {
  const Copy copy;
  Count count;
  each_place(copy, all, true,
             [&](const std::string& file, const std::string& kind, const std::string& text, const Place& key,
                 const std::string& pattern) {
               if (pattern.ends_with("*")) return;
               CAPTURE(file, key.path);
               REQUIRE(text.compare(key.offset, key.text.size(), key.text) == 0);
               for (const std::string& slip : slips_of(key.text)) {
                 CAPTURE(slip);
                 write(copy.root() / file, std::string(text).replace(key.offset, key.text.size(), slip));
                 const std::string said = refusal(copy.root(), file, kind);
                 CHECK_FALSE(said.empty());
                 ++count.tried;
                 count.named += names(said, key.text) ? 1 : 0;
               }
             });
  return count;
}

bool is_number(const Place& value) {
  return !value.in_quotes &&
         (number_from(value.text) || share_from(value.text) || month_from(value.text) || date_from(value.text));
}

// What nobody means by a number.
const std::vector<std::string> no_numbers = {"nan", ".nan", "inf",      ".inf", "-1",   "1e999", "1e-400",
                                             "010", "0x10", "\"0,03\"", "0,03", "veel", "[1, 2]"};

// A reward may cost, and the range that a file states for its own figures may reach below 0.
bool may_be_negative(const std::string& pattern, const std::string& written) {
  const bool of_rewards = pattern.starts_with("rewards.") || pattern.starts_with("strategies.*.rewards.");
  return written == "-1" && (of_rewards || pattern.ends_with("range[]") || pattern.ends_with("allowed[]"));
}

int numbers_replaced(bool all) {
  const Copy copy;
  int tried = 0;
  each_place(copy, all, false,
             [&](const std::string& file, const std::string& kind, const std::string& text, const Place& value,
                 const std::string& pattern) {
               if (!is_number(value)) return;
               CAPTURE(file, value.path);
               REQUIRE(text.compare(value.offset, value.text.size(), value.text) == 0);
               for (const std::string& wrong : no_numbers) {
                 CAPTURE(wrong);
                 write(copy.root() / file, std::string(text).replace(value.offset, value.text.size(), wrong));
                 const std::string said = refusal(copy.root(), file, kind);
                 ++tried;
                 CHECK((!said.empty() || may_be_negative(pattern, wrong)));
               }
             });
  return tried;
}

void check(const Count& count) {
  WARN(count.named << " of " << count.tried << " keys with a slip are named");
  CHECK(count.tried > 500);
  CHECK(count.named >= 0.9 * count.tried);
}

}  // namespace

TEST_CASE("a slip in a key is refused, and the key that was meant is named") {
  check(slip_in_keys(false));
}

TEST_CASE("a number that is none is refused") {
  CHECK(numbers_replaced(false) > 500);
}

TEST_CASE("a slip in any key of any file is refused, and the key that was meant is named", "[.all]") {
  check(slip_in_keys(true));
}

TEST_CASE("any number of any file that is none is refused", "[.all]") {
  CHECK(numbers_replaced(true) > 5000);
}
