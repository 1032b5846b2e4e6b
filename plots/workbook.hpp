// `results.xlsx`: what a comparison found, for who works in a spreadsheet.
//
//   summary        what each scenario is worth to society and to the municipality, with bands; a chart
//   per year       each measure of each scenario: median, low and high in each year
//   per actor      who gains what: present values, which add up to society's by formula; a chart
//   finance        what budget holders pay and receive by taakveld and year, the lag of the contribution, budgets
//   choice         the chance that each scenario is best as a lasting job is worth more; a chart
//   live sheet     discount rate, inflation, a tariff factor for each post and budgets can be changed (yellow cells);
//                  present values, ratios and room in the budget recompute by formula
//   assumptions    with value, range, grade and source
//   tariffs        figures of law that hold in the period, with date, grade and source
//   provenance     version, seed, and each scenario with its whole text and its SHA-256
//
// Named cells: discount_rate, inflation, and for scenario k (from 1, in the order of the comparison)
// net_society_k, net_municipality_k, ratio_society_k, ratio_municipality_k; they hold what results.json has as means.
#pragma once

#include <filesystem>

#include "plots/summary.hpp"
#include "plots/words.hpp"

namespace banenplan::plots {

// Whether the file was written. `summary` is the one of the comparison.
bool save_workbook(const models::Comparison& comparison, const Summary& summary, const Words& words,
                   const std::filesystem::path& path);

}  // namespace banenplan::plots
