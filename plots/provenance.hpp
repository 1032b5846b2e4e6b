// Where results come from: what was run, by which version, on which scenarios with their whole text, and the figures
// of law with their dates and grades. Tables for who reads a file alone, without results.json beside it.
#pragma once

#include <string>

#include "models/simulation/comparison.hpp"
#include "plots/table.hpp"
#include "plots/words.hpp"

namespace banenplan::plots {

// Columns item, scenario, value: version, seed, replications, period and municipality; of each scenario its file, the
// SHA-256 of its text, what was set for the run, and its text line by line.
Table provenance_table(const models::Comparison& comparison, const Words& words);

// A row for each value of each figure of law that holds in the period.
Table tariffs_table(const models::Comparison& comparison, const Words& words);

// 2027-01, and 2026-11-22.
std::string date_text(engine::Month month);
std::string date_text(models::Date date);

}  // namespace banenplan::plots
