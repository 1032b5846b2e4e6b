// results.json read back (its layout: plots/results.hpp): the one source of the page, the terminal's overview and the
// conclusions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plots/json.hpp"
#include "plots/summary.hpp"
#include "plots/words.hpp"

namespace banenplan::plots {

// The results, or what is wrong with them.
struct Reading {
  enum class Problem { none, no_json, not_ours, older, newer, damaged };
  Json results;
  Problem problem = Problem::none;
  std::string place;  // of the damage: scenarios[2].measures

  bool done() const { return problem == Problem::none; }
  // One sentence for a person; empty when done.
  std::string sentence(const Words& words) const;
};

// Refuses what is not results.json of this format, and what lacks something that the page needs.
Reading read_results(std::string_view text);

// Nothing for null. Low and high are the median where the file has none.
std::optional<Band> band_in(const Json& band);

// The title in the language of `words`, else in the other one, else the name; cut off where it would break a table.
std::string title_in(const Json& named, const Words& words);

// The same at full length; `key` instead of "title", for a summary.
std::string whole_title(const Json& named, const Words& words);
models::Title title_at(const Json& titled, std::string_view key = "title");

// Null when there is none.
const Json* measure_in(const Json& scenario, std::string_view key);
const Json* named(const Json& list, std::string_view name, std::string_view key = "name");

// Whether any scenario is compared with the null alternative.
bool has_differences(const Json& results);

// The place of the null alternative among the scenarios.
std::optional<std::size_t> null_place(const Json& results);

std::int32_t last_year(const Json& results);
bool banded(const Json& results);

}  // namespace banenplan::plots
